using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// The sandboxes of an emulator. <see cref="ConsoleConnectEmulator.NewSandboxAsync"/> makes one together with its
/// clients.
/// </summary>
public sealed class EmulatorSandboxes
{
    private readonly EmulatorDoor door;

    internal EmulatorSandboxes(EmulatorDoor door) => this.door = door;

    /// <summary>Lists the sandboxes, the default one first.</summary>
    public async Task<IReadOnlyList<SandboxDescription>> ListAsync(CancellationToken cancellationToken = default) =>
        (
            await door.Get("/__admin/sandboxes", AdminJson.Default.SandboxList, cancellationToken).ConfigureAwait(false)
        ).Sandboxes;

    /// <summary>Makes a sandbox.</summary>
    /// <param name="options">How it begins; null for the way in which the emulator was started.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<SandboxDescription> MakeAsync(
        SandboxOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();

        // A name stands in the path: so a proxy in front of several emulators sends the call where its sandbox will be.
        var asked = new SandboxAsked(
            (int?)options.TimeToLive?.TotalSeconds,
            options.From,
            options.ClockStart,
            options.ClockFrozen,
            options.Progression,
            options.Seed);
        return door.Do(
            options.Name is null ? HttpMethod.Post : HttpMethod.Put,
            options.Name is null ? "/__admin/sandboxes" : $"/__admin/sandboxes/{EmulatorDoor.Segment(options.Name)}",
            asked,
            AdminJson.Default.SandboxAsked,
            AdminJson.Default.SandboxDescription,
            cancellationToken);
    }

    /// <summary>Deletes a sandbox.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, $"/__admin/sandboxes/{EmulatorDoor.Segment(name)}", cancellationToken);
}

/// <summary>How a sandbox begins.</summary>
public sealed record SandboxOptions
{
    /// <summary>Its name: letters, digits, hyphens and underscores; null for one that is made up.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// After how long the emulator deletes it, in real time and whole seconds, so that a test that is killed leaves
    /// nothing behind; an hour by default, null for never.
    /// </summary>
    public TimeSpan? TimeToLive { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The snapshot that it begins with; null for the seed.</summary>
    public string? From { get; init; }

    /// <summary>
    /// The instant at which its clock starts; null for that of the emulator's options or of the snapshot.
    /// </summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>
    /// Whether its clock is frozen from the start; null for what the emulator's options or the snapshot say.
    /// </summary>
    public bool? ClockFrozen { get; init; }

    /// <summary>How the service's own moves progress in it; null for what the emulator's options say.</summary>
    public ProgressionKind? Progression { get; init; }

    /// <summary>The seed number of its ids, a whole number of 32 bits; null for the emulator's.</summary>
    public int? Seed { get; init; }

    /// <summary>The e-mail address of the user as whom <see cref="EmulatorWorld.Client"/> is logged in.</summary>
    public string LogInAs { get; init; } = SeededUser.Stan;
}
