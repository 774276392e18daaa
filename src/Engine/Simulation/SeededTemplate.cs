using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Images;
using Emulator.Store.Seeding;

namespace Emulator.Simulation;

/// <summary>
/// The seeded template, made once: every reset and every new sandbox is a copy of it, and all begin with the same
/// reference data. Emulators of one process that begin with the same seed share it, as tests do that start many.
/// </summary>
/// <param name="Database">The rows where they are too many to be held as an image; disposed of where there is
/// one.</param>
/// <param name="Image">The rows; null where they are too many.</param>
/// <param name="Known">What a sandbox knows of them from the start.</param>
internal sealed record SeededTemplate(SandboxDatabase Database, SandboxImage? Image, KnownState Known)
{
    /// <summary>A file that was written so shortly before it was read may have been written once more since.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The one of the program's own seed, whatever folder it was read from, and the last one of any other: others don't
    /// take the place of what most begin with.
    /// </summary>
    private static volatile Made? own, last;

    private static readonly Lock Sharing = new();

    /// <summary>Makes it, or takes one that this process has made, where the seed is the same still.</summary>
    /// <exception cref="SeedBroken">Something in the seed doesn't fit: the file, the line, and why.</exception>
    public static SeededTemplate Of(SandboxesSettings settings, Service service, TimeProvider machine)
    {
        foreach (var known in new[] { own, last })
        {
            if (known?.Holds(settings, service) == true)
            {
                return known.Template;
            }
        }

        var (now, files) = (machine.GetUtcNow(), StampsOf(settings.SeedFolder));
        var inside = service.Traits.GetType().Assembly;
        var prepared = service.Store.Seed?.Of(settings.SeedFolder, inside);
        var isOwn = settings.Volume == 0 && prepared is not null;
        var template = isOwn && own is { } before && before.Service == service
            ? before.Template
            : Make(settings, service, prepared);
        if (template.Image is null || files.Exists(file => file.WrittenAt + Settled >= now))
        {
            return template;
        }

        var made = new Made(template, files, settings.SeedFolder, service);
        if (!isOwn)
        {
            last = made;
            return template;
        }

        lock (Sharing)
        {
            // Two that start at once may both have made it: the first one's serves both.
            own = own is { } first && first.Service == service ? made with { Template = first.Template } : made;
            return own.Template;
        }
    }

    private static SeededTemplate Make(SandboxesSettings settings, Service service, SandboxImage? prepared)
    {
        var database = settings.Volume == 0
            ? SandboxDatabase.InMemory(service.Store)
            : SandboxDatabase.InTemporaryFile(service.Store);
        if (prepared is null)
        {
            var seed = Seed.Read(settings.SeedFolder, service.Seeds, service.Traits.GetType().Assembly);
            database.CreateTables();
            seed.AddTo(database, service.Traits.Hash);
        }
        else
        {
            database.Become(prepared);
        }

        if (settings.Volume > 0)
        {
            service.Traits.Generate(database, settings.Volume, settings.Sandbox.Seed, service.Traits.Hash);
        }

        var known = new KnownState(service.Traits.Directory(database.Rows), StateUnderWay.Read(database));
        if (settings.Volume > 0 || SandboxImage.SizeOf(database.Rows) > SandboxImage.MostBytes)
        {
            return new SeededTemplate(database, Image: null, known); // Too large to be held twice.
        }

        var image = prepared ?? SandboxImage.Of(database.Rows);
        database.Dispose();
        return new SeededTemplate(database, image, known);
    }

    /// <summary>By what a change of the seed files is seen.</summary>
    private static List<Stamp> StampsOf(string folder) => new DirectoryInfo(folder) is { Exists: true } there
        ? [.. there.EnumerateFiles().Select(file => new Stamp(file.Name, file.Length, file.LastWriteTimeUtc))]
        : [];

    /// <param name="Name">The file's name.</param>
    /// <param name="Length">How long it is, bytes.</param>
    /// <param name="WrittenAt">When it was written last, UTC.</param>
    private readonly record struct Stamp(string Name, long Length, DateTime WrittenAt);

    /// <summary>One that was made, and of what.</summary>
    /// <param name="Template">The template.</param>
    /// <param name="Files">The seed files.</param>
    /// <param name="Folder">Their folder.</param>
    /// <param name="Service">The service whose rows they are.</param>
    private sealed record Made(
        SeededTemplate Template, List<Stamp> Files, string Folder, Service Service)
    {
        public bool Holds(SandboxesSettings settings, Service service) =>
            settings.Volume == 0
            && settings.SeedFolder == Folder
            && service == Service
            && Files.SequenceEqual(StampsOf(Folder));
    }
}
