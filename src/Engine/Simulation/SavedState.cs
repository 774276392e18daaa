using Emulator.Errors;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Images;

namespace Emulator.Simulation;

/// <summary>A sandbox's whole state at an instant: data, clock and ids. It never changes.</summary>
/// <param name="Image">The database.</param>
/// <param name="Known">What has been read of it.</param>
/// <param name="Sandbox">Whose it was; null where it came as a file.</param>
/// <param name="Now">The instant its clock shows, UTC.</param>
/// <param name="Frozen">Whether its clock stands still.</param>
internal sealed record SavedState(
    SandboxImage Image,
    KnownState Known,
    string? Sandbox,
    DateTimeOffset Now,
    bool Frozen)
{
    /// <summary>Reads it from a file, once every check has gone well.</summary>
    /// <param name="file">The file.</param>
    /// <param name="service">The emulated service, whose state it has to be.</param>
    /// <param name="machineNow">
    /// The machine's instant, UTC: what a running clock is derived from, in a copy of a default sandbox's own file.
    /// </param>
    /// <param name="seed">The seed, for a file of an earlier version.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SnapshotRefused"/>, <see cref="ServiceErrors.SnapshotOutdated"/>.
    /// </exception>
    public static SavedState OfFile(
        ReadOnlySpan<byte> file, Service service, DateTimeOffset machineNow, Func<SandboxImage> seed)
    {
        var image = SandboxImage.Checked(file, service.Store, seed);
        using var opened = image.Open();
        var state = opened.Rows.State();
        SnapshotChecks.Check(service, opened.Rows, state);
        var known = new KnownState(service.Traits.Directory(opened.Rows));
        if (state.SavedAt is { } savedAt)
        {
            return new SavedState(image, known, null, savedAt, state.FrozenAt is not null);
        }

        // It is at work, or was when it was copied: from here on it is a saved one.
        using var database = SandboxDatabase.InMemory(service.Store);
        image.CopyInto(database);
        var now = state.FrozenAt ?? Ahead(machineNow, state.ClockOffset);
        return new SavedState(database.ImageAt(now), known, null, now, state.FrozenAt is not null);
    }

    /// <summary>Puts a sandbox to it: data, clock and ids, in one step that nobody sees half of.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="ct">Ends the waiting for a turn.</param>
    public Task RestoreInto(Sandbox sandbox, CancellationToken ct) =>
        sandbox.Become(sandbox.IsInFile ? database => SetToWork(sandbox, database) : Image.CopyInto, Known, ct);

    /// <summary>Sets it to work aside, so that the file has it whole or not at all.</summary>
    private void SetToWork(Sandbox sandbox, SandboxDatabase database)
    {
        using var aside = SandboxDatabase.InMemory(sandbox.Service.Store);
        Image.CopyInto(aside);
        aside.Own();
        var state = aside.Rows.State();
        aside.Rows.IsAtWork(
            state is { SavedAt: { } savedAt, FrozenAt: null } ? sandbox.AheadFrom(savedAt) : state.ClockOffset);
        database.BecomeCopyOf(aside);
    }

    private static DateTimeOffset Ahead(DateTimeOffset machineNow, TimeSpan by)
    {
        try
        {
            return machineNow + by;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw ServiceErrors.SnapshotRefused.Because("Nothing of it was kept.", "its clock shows no instant that "
                + "there is");
        }
    }
}

/// <summary>How a new sandbox begins with a saved state: as it was saved, except for what is asked otherwise.</summary>
/// <param name="State">The state.</param>
/// <param name="ClockStart">The instant its clock starts at, UTC; null for the one in the state.</param>
/// <param name="ClockFrozen">Whether its clock stands still; null for as it was saved.</param>
/// <param name="Seed">The seed number of the ids to come; null for the one in the state.</param>
/// <param name="Repaced">Whether it is said how the service goes on in it, whatever was set in the state.</param>
internal sealed record Beginning(
    SavedState State,
    DateTimeOffset? ClockStart,
    bool? ClockFrozen,
    long? Seed,
    bool Repaced = false)
{
    /// <summary>A database in memory that begins so.</summary>
    public SandboxDatabase InMemory(StoreModel model)
    {
        var database = SandboxDatabase.InMemory(model, State.Image);
        if (Repaced)
        {
            database.ForgetPaces();
        }

        if ((ClockStart, ClockFrozen, Seed) is not (null, null, null))
        {
            database.Own();
            database.Rows.BeginsWith(
                ClockStart ?? State.Now,
                ClockFrozen ?? State.Frozen,
                Seed ?? database.Rows.State().Seed);
        }

        return database;
    }
}
