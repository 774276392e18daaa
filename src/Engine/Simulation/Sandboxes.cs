using System.Collections.Concurrent;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation.Keeping;
using Emulator.Store;
using Emulator.Store.Images;
using Emulator.Store.Seeding;

namespace Emulator.Simulation;

/// <summary>Where sandboxes come from.</summary>
/// <param name="Data">The default sandbox's database file; <c>:memory:</c> for none.</param>
/// <param name="SeedFolder">The folder of the seed files.</param>
/// <param name="Fresh">Whether the default sandbox begins again from the seed.</param>
/// <param name="Volume">How many ports, with all that goes with them, are generated beside the seed.</param>
/// <param name="Sandbox">How a new sandbox starts.</param>
/// <param name="Most">The most there are beside the default one.</param>
/// <param name="Address">Where this process is to be reached, for another one that wants the same file.</param>
/// <param name="Folder">The folder that those beside the default one are kept in; null for memory.</param>
/// <param name="Furnishing">
/// What every sandbox that begins with the seed is given besides; null where nothing is.
/// </param>
internal sealed record SandboxesSettings(
    string Data,
    string SeedFolder,
    bool Fresh,
    int Volume,
    SandboxSettings Sandbox,
    int Most = SandboxesSettings.UsualMost,
    string Address = "",
    string? Folder = null,
    IFurnishing? Furnishing = null)
{
    /// <summary>The most there are beside the default one, unless it is said otherwise.</summary>
    public const int UsualMost = 1000;
}

/// <summary>
/// The sandboxes there are: the default one, whose state is kept in a file, and those that are made at run time, each
/// in memory or in a folder. Every one is a copy of the same seeded template.
/// </summary>
internal sealed partial class Sandboxes(SandboxesSettings settings, Service service, TimeProvider machine)
    : IDisposable
{
    /// <summary>The name of the sandbox that requests land in when they name none.</summary>
    public const string DefaultName = "default";

    /// <summary>
    /// What ends a sandbox's name in front of a token or key. No name has one, nor has any token or key.
    /// </summary>
    public const char NameEnd = '.';

    private readonly TaskCompletionSource<Sandbox> opening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<SeededTemplate> template = new(() => SeededTemplate.Of(settings, service, machine));
    private readonly ConcurrentDictionary<string, MadeSandbox> made = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock copying = new(), naming = new();
    // The seed as a file begins with it: kept, since SQLite takes long to know its schema.
    private SandboxDatabase? beginnings;
    private DataFile? dataFile;
    private int named, begun, gone;

    /// <summary>Whether the schema and the seed are done.</summary>
    public bool IsReady => opening.Task.IsCompletedSuccessfully;

    /// <summary>The default sandbox; requests that come before it is ready wait for it.</summary>
    public Task<Sandbox> Default => opening.Task;

    /// <summary>How a sandbox starts unless it is said otherwise.</summary>
    public SandboxSettings Usual => settings.Sandbox;

    /// <summary>Whether there is any beside the default one.</summary>
    public bool HasMade => !made.IsEmpty;

    /// <summary>Those beside the default one, oldest first.</summary>
    public IReadOnlyList<MadeSandbox> AllMade => folder is null
        ? [.. made.Values.Where(sandbox => !IsOver(sandbox)).OrderBy(sandbox => sandbox.Number)]
        : [
            .. made.Values.Where(sandbox => !IsOver(sandbox))
                .OrderBy(sandbox => sandbox.CreatedAt).ThenBy(sandbox => sandbox.Number),
        ];

    /// <summary>How a sandbox was made; null for the default one, and for one that is gone.</summary>
    public MadeSandbox? MadeAs(Sandbox sandbox) =>
        made.TryGetValue(sandbox.Name, out var found) && found.IfOpen == sandbox && !IsOver(found) ? found : null;

    /// <summary>
    /// Starts opening the default sandbox: as it was left, or from the seed. <see cref="Default"/> says when it is
    /// open, and throws <see cref="SeedBroken"/> where a seed file can't be loaded or <see cref="DatabaseRefused"/>
    /// where the file is none of this version's.
    /// </summary>
    /// <exception cref="DatabaseRefused">The file is another process's, or this one may not write there.</exception>
    /// <exception cref="FolderRefused">The folder of the others is, or has other files in it.</exception>
    public void StartOpening()
    {
        if (settings.Folder is not null)
        {
            FindKept();
        }

        if (settings.Data != ":memory:")
        {
            dataFile = DataFile.Claim(settings.Data, machine.GetUtcNow(), settings.Address);
        }

        // What is to be thrown away stays until nothing else can make the start fail.
        if (!settings.Fresh || !File.Exists(settings.Data))
        {
            _ = Task.Run(Open);
        }
    }

    /// <summary>The sandbox with a name.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SandboxNotFound"/>.</exception>
    public Task<Sandbox> Named(string name) =>
        string.Equals(name, DefaultName, StringComparison.OrdinalIgnoreCase)
            ? Default
            : Find(name).Open();

    /// <summary>The sandbox with a name, open or not; null for the default one.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SandboxNotFound"/>.</exception>
    public MadeSandbox? MadeAs(string name) =>
        string.Equals(name, DefaultName, StringComparison.OrdinalIgnoreCase) ? null : Find(name);

    /// <summary>Whether there is a sandbox with a name.</summary>
    public bool Has(string name) => string.Equals(name, DefaultName, StringComparison.OrdinalIgnoreCase)
        || (made.TryGetValue(name, out var found) && !IsOver(found));

    /// <summary>
    /// The sandbox that a token or key leads to by the name in front of it; null where it has none, or one that nobody
    /// has.
    /// </summary>
    public MadeSandbox? OfCredential(string credential) =>
        credential.IndexOf(NameEnd, StringComparison.Ordinal) is > 0 and var end
        && made.TryGetValue(credential[..end], out var found)
        && !IsOver(found)
            ? found
            : null;

    /// <summary>Makes one from the seed.</summary>
    /// <inheritdoc cref="Make(string?, TimeSpan?, SandboxSettings, Beginning?, CancellationToken, Func{Turn, Task}?)"/>
    public Task<MadeSandbox> Make(string? name, TimeSpan? timeToLive, SandboxSettings start, CancellationToken ct) =>
        Make(name, timeToLive, start, from: null, ct);

    /// <summary>Makes one.</summary>
    /// <param name="name">Its name; null for one that is made up.</param>
    /// <param name="timeToLive">After how long it goes away, of the machine's time; null where it stays.</param>
    /// <param name="start">How it starts.</param>
    /// <param name="from">The saved state it begins with; null for the seed.</param>
    /// <param name="ct">Ends the waiting for the default one to be open.</param>
    /// <param name="furnish">What is added before anybody can reach it; null where nothing is.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SandboxExists"/>, <see cref="ServiceErrors.TooManySandboxes"/>,
    /// <see cref="ServiceErrors.NothingStored"/>; what is wrong with what is to be added: then there is no sandbox.
    /// </exception>
    public async Task<MadeSandbox> Make(
        string? name,
        TimeSpan? timeToLive,
        SandboxSettings start,
        Beginning? from,
        CancellationToken ct,
        Func<Turn, Task>? furnish = null)
    {
        await Default.WaitAsync(ct); // Until then the template may not be there, or be broken.
        var furnishing = Both(from is null ? Given : null, furnish);
        var how = KeptSandbox.Of(start, machine.GetUtcNow(), timeToLive);
        var fresh = await UnderItsName(name, given => new MadeSandbox(
            given,
            named,
            () => how,
            folder is null && furnishing is null ? one => MakeInMemory(one.Name, start, from, furnishing, ct)
            : folder is null
                ? one => Task.Run(() => MakeInMemory(one.Name, start, from, furnishing, ct), CancellationToken.None)
                : one => Task.Run(() => MakeKept(one, start, from, furnishing, ct), CancellationToken.None),
            isNew: true));
        try
        {
            await fresh.Make();
        }
        catch
        {
            made.TryRemove(new KeyValuePair<string, MadeSandbox>(fresh.Name, fresh));
            throw;
        }

        if (timeToLive is { } until)
        {
            await LetGo(fresh, until);
        }

        return fresh;
    }

    /// <summary>Deletes one; what is at work in it is done first.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SandboxNotFound"/>, <see cref="ServiceErrors.SandboxStays"/>.
    /// </exception>
    public Task Delete(string name) => string.Equals(name, DefaultName, StringComparison.OrdinalIgnoreCase)
        ? throw ServiceErrors.SandboxStays.Because("POST /__admin/reset puts it back to the seed.")
        : Remove(Find(name));

    /// <summary>What every sandbox begins with unless it is said otherwise.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotTooLarge"/>.</exception>
    public SandboxImage ImageOfSeed()
    {
        if (template.Value.Image is { } image)
        {
            return image;
        }

        lock (copying)
        {
            return SandboxImage.Of(template.Value.Database.Rows);
        }
    }

    /// <summary>
    /// The seed without what is generated beside it: what an upgrade takes new columns and tables from.
    /// </summary>
    /// <exception cref="SeedBroken">A seed file can't be loaded.</exception>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotTooLarge"/>.</exception>
    public SandboxImage PlainSeed()
    {
        if (settings.Volume == 0)
        {
            return ImageOfSeed();
        }

        var plain = SeededTemplate.Of(settings with { Volume = 0 }, service, machine);
        return plain.Image ?? SandboxImage.Of(plain.Database.Rows);
    }

    /// <summary>Puts a sandbox back to the seed; of its journal and its fault rules nothing is left.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.WorldFileUnusable"/>: it can't be given what it began with, and is as it was.
    /// </exception>
    public async Task Reset(Sandbox sandbox, CancellationToken ct)
    {
        if (settings.Furnishing is { IsTried: false } furnishing)
        {
            await Rehearse(furnishing.Give);
        }

        await sandbox.Become(
            database =>
            {
                CopyInto(database, sandbox.IsInFile ? sandbox.BeginningAgain() : null);
                sandbox.Journal.Clear(again: true);
                sandbox.Faults.Clear();
                sandbox.Events.WasReset();
            },
            template.Value.Known,
            ct,
            Given);
    }

    public void Dispose()
    {
        ending.Cancel();
        foreach (var sandbox in made.Values)
        {
            sandbox.End?.Dispose();
            sandbox.IfOpen?.Dispose();
        }

        if (IsReady)
        {
            opening.Task.Result.Dispose();
        }
        else
        {
            dataFile?.Dispose();
        }

        if (template.IsValueCreated)
        {
            template.Value.Database.Dispose();
        }

        beginnings?.Dispose();
        folder?.Dispose();
    }

    /// <summary>What every sandbox that begins with the seed is given besides; null where nothing is.</summary>
    private Func<Turn, Task>? Given => settings.Furnishing is { } furnishing ? furnishing.Give : null;

    private async Task<Sandbox> MakeInMemory(
        string name, SandboxSettings start, Beginning? from, Func<Turn, Task>? furnish, CancellationToken ct)
    {
        var sandbox = from is null
            ? Sandbox.Open(name, service, SeededInMemory(), start, machine, template.Value.Known)
            : Sandbox.Open(name, service, from.InMemory(service.Store), start, machine, from.State.Known);
        await FurnishOrClose(sandbox, furnish, ct);
        return sandbox;
    }

    /// <summary>What one is given besides what it begins with: the one, then the other.</summary>
    private static Func<Turn, Task>? Both(Func<Turn, Task>? first, Func<Turn, Task>? second) =>
        first is null || second is null ? first ?? second : async turn =>
        {
            await turn.Furnish(first);
            await turn.Furnish(second);
        };

    /// <summary>
    /// Gives one its name, which nobody else can have from here on. Where another of the name is being deleted, or its
    /// time is over, that is gone first.
    /// </summary>
    /// <param name="name">The name; null for one of ours.</param>
    /// <param name="of">Says what has the name.</param>
    private async Task<MadeSandbox> UnderItsName(string? name, Func<string, MadeSandbox> of)
    {
        while (true)
        {
            MadeSandbox? before = null;
            lock (naming)
            {
                if (made.Count >= settings.Most && made.Values.Count(one => !IsOver(one)) >= settings.Most)
                {
                    throw ServiceErrors.TooManySandboxes.Because(
                        "Delete some, or give them a time to live.", settings.Most);
                }

                named++;
                while (name is null && made.ContainsKey($"sandbox-{named}"))
                {
                    named++; // Somebody has taken the name that would be ours.
                }

                var given = name ?? $"sandbox-{named}";
                if (string.Equals(given, DefaultName, StringComparison.OrdinalIgnoreCase)
                    || (made.TryGetValue(given, out before) && !IsOver(before)))
                {
                    throw ServiceErrors.SandboxExists.Because("DELETE /__admin/sandboxes/{name} deletes it; POST "
                        + "/__admin/reset in it puts it back to the seed.", given);
                }

                if (before is null)
                {
                    return made[given] = of(given);
                }
            }

            _ = Remove(before);
            await before.Gone();
        }
    }

    private MadeSandbox Find(string name) => made.TryGetValue(name, out var found) && !IsOver(found)
        ? found
        : throw ServiceErrors.SandboxNotFound.Because("The emulator's own GET /__admin/sandboxes lists those there "
            + "are; one whose time to live is over is gone.", name);

    private bool IsOver(MadeSandbox sandbox) => sandbox.IsGoing || sandbox.ExpiresAt <= machine.GetUtcNow();

    /// <summary>
    /// Deletes one. Nobody finds it from here on, and its name is free once its files are gone: another of the name
    /// would lose its own with them.
    /// </summary>
    private Task Remove(MadeSandbox sandbox) => sandbox.Go(async () =>
    {
        sandbox.End?.Dispose();
        try
        {
            await sandbox.Close();
            folder?.Delete(sandbox.Name);
        }
        finally
        {
            made.TryRemove(new KeyValuePair<string, MadeSandbox>(sandbox.Name, sandbox));
        }

        if (Interlocked.Increment(ref gone) == ManyGone)
        {
            _ = GiveBackSoon();
        }
    });

    private SandboxDatabase SeededInMemory() =>
        template.Value.Image is { } image ? SandboxDatabase.InMemory(service.Store, image)
            : CopyInto(SandboxDatabase.InMemory(service.Store));

    /// <summary>Copies the seed into a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="state">
    /// How clock and ids stand in it, for a file: written in the same step, so that no end of the process leaves the
    /// one without the other. Null for memory, where the sandbox writes it itself.
    /// </param>
    private SandboxDatabase CopyInto(SandboxDatabase database, SandboxState? state = null)
    {
        if (template.Value.Image is { } image && state is null)
        {
            database.Become(image);
            return database;
        }

        // The database that is copied is read by one at a time: a connection is no thing for several threads.
        lock (copying)
        {
            var from = template.Value.Image is { } seed
                ? beginnings ??= SandboxDatabase.InMemory(service.Store, seed)
                : template.Value.Database;
            CopyWith(state, from, database);
        }

        return database;
    }

    /// <summary>Copies one database into another, with a state that is in the first only meanwhile.</summary>
    private static void CopyWith(SandboxState? state, SandboxDatabase from, SandboxDatabase into)
    {
        if (state is null)
        {
            into.BecomeCopyOf(from);
            return;
        }

        from.Own();
        var rows = from.Rows;
        rows.Insert("Sandbox", [state]);
        try
        {
            into.BecomeCopyOf(from);
        }
        finally
        {
            using var taken = rows.Command("DELETE FROM \"Sandbox\"");
            taken.ExecuteNonQuery();
        }
    }
}
