using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Store.Seeding.Generated;

namespace Emulator.Simulation;

/// <summary>Where sandboxes come from.</summary>
/// <param name="Data">The default sandbox's database file; <c>:memory:</c> for none.</param>
/// <param name="SeedFolder">The folder of the seed files.</param>
/// <param name="Fresh">Whether the default sandbox begins again from the seed.</param>
/// <param name="Volume">How many ports, with all that goes with them, are generated beside the seed.</param>
/// <param name="Sandbox">How a new sandbox starts.</param>
/// <param name="Hash">How seeded passwords are hashed.</param>
internal sealed record SandboxesSettings(string Data, string SeedFolder, bool Fresh, int Volume, SandboxSettings Sandbox, Func<string, string> Hash);

/// <summary>The sandboxes there are. So far the default one; each other will be a copy of the same seeded template.</summary>
internal sealed class Sandboxes(SandboxesSettings settings, TimeProvider machine) : IDisposable
{
    /// <summary>The name of the sandbox that requests land in when they name none.</summary>
    public const string DefaultName = "default";

    private readonly TaskCompletionSource<Sandbox> opening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<SandboxDatabase> template = new(() => Seeded(settings));

    /// <summary>Whether the schema and the seed are done.</summary>
    public bool IsReady => opening.Task.IsCompletedSuccessfully;

    /// <summary>The default sandbox; requests that come before it is ready wait for it.</summary>
    public Task<Sandbox> Default => opening.Task;

    /// <summary>
    /// Starts opening the default sandbox: as it was left, or from the seed. <see cref="Default"/> tells when it is open, and throws
    /// <see cref="SeedBroken"/> where a seed file can't be loaded or <see cref="DatabaseRefused"/> where the file is none of this version's.
    /// </summary>
    public void StartOpening() => _ = Task.Run(() =>
    {
        try
        {
            opening.SetResult(OpenDefault());
            _ = MakeModelSoon();
        }
        catch (Exception failure)
        {
            opening.SetException(failure);
        }
    });

    /// <summary>Puts a sandbox back to the seed.</summary>
    public async Task Reset(Sandbox sandbox, CancellationToken ct) => await sandbox.BecomeCopyOf(template.Value, ct);

    public void Dispose()
    {
        if (IsReady)
        {
            opening.Task.Result.Dispose();
        }

        if (template.IsValueCreated)
        {
            template.Value.Dispose();
        }
    }

    /// <summary>Makes EF Core's model before the first write wants it, but not while the first answer wants the processor.</summary>
    private async Task MakeModelSoon()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), machine);
        SandboxDatabase.MakeModel();
    }

    private Sandbox OpenDefault()
    {
        if (settings.Data == ":memory:")
        {
            return Sandbox.Open(DefaultName, CopyInto(SandboxDatabase.InMemory()), settings.Sandbox, machine);
        }

        if (settings.Fresh)
        {
            foreach (var file in new[] { settings.Data, settings.Data + "-wal", settings.Data + "-shm" })
            {
                if (File.Exists(file))
                {
                    File.Delete(file);
                }
            }
        }

        var database = SandboxDatabase.InFile(settings.Data);
        return Sandbox.Open(DefaultName, database.IsEmpty ? CopyInto(database) : database, settings.Sandbox, machine);
    }

    private SandboxDatabase CopyInto(SandboxDatabase database)
    {
        database.BecomeCopyOf(template.Value);
        return database;
    }

    /// <summary>The seeded template, made once: every reset and every new sandbox is a copy of it.</summary>
    private static SandboxDatabase Seeded(SandboxesSettings settings)
    {
        var seed = Seed.Read(settings.SeedFolder);
        var database = settings.Volume == 0 ? SandboxDatabase.InMemory() : SandboxDatabase.InTemporaryFile();
        database.CreateTables();
        seed.AddTo(database, settings.Hash);
        if (settings.Volume > 0)
        {
            GeneratedWorld.AddTo(database, settings.Volume, settings.Sandbox.Seed, settings.Hash);
        }

        return database;
    }
}
