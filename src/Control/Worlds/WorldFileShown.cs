using System.Globalization;

namespace Emulator.Control.Worlds;

/// <summary>How a world's file stands to the data of a sandbox.</summary>
internal static class WorldFileStanding
{
    /// <summary>The data was made with it.</summary>
    public const string Applied = "applied";

    /// <summary>The data was made with a file of its name, which was another then.</summary>
    public const string Changed = "changed";

    /// <summary>The data was made without it.</summary>
    public const string Absent = "absent";

    /// <summary>An earlier version made the data, and kept no note.</summary>
    public const string Unknown = "unknown";

    /// <summary>The file can't be read now.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The data was made with it, and it isn't given any more.</summary>
    public const string Former = "former";
}

/// <summary>The files of <c>--world</c>, and how they relate to a sandbox's data.</summary>
/// <param name="Sandbox">The sandbox.</param>
/// <param name="Files">
/// Those of <c>--world</c>, in their order; then those that the data was made with and that <c>--world</c> no longer
/// names.
/// </param>
internal sealed record WorldFilesShown(string Sandbox, IReadOnlyList<WorldFileShown> Files);

/// <summary>A world's file, and how it relates to a sandbox's data.</summary>
/// <param name="File">The file.</param>
/// <param name="Standing">
/// applied: the data was made with it. changed: with a file of that name, which has changed since. absent: without it.
/// unknown: an earlier version made the data, and kept no record. unreadable: the file can't be read now. former: the
/// data was made with it, but <c>--world</c> no longer names it.
/// </param>
/// <param name="At">When it was applied, by the sandbox's clock, UTC; null where it wasn't.</param>
/// <param name="Told">The same in a sentence, with what can be done about it.</param>
internal sealed record WorldFileShown(string File, string Standing, DateTimeOffset? At, string Told)
{
    private const string Advice =
        "A start with --fresh and a reset begin again with it; POST /__admin/worlds adds it to what is there.";

    public static WorldFileShown Applied(string file, DateTimeOffset at) => new(
        file, WorldFileStanding.Applied, at, $"The data was made with it, at {Instant(at)}; it isn't made again.");

    public static WorldFileShown Changed(string file, DateTimeOffset at) => new(
        file,
        WorldFileStanding.Changed,
        at,
        $"Not applied: the data was made with it as it was at {Instant(at)}, and the file has changed since. {Advice}");

    public static WorldFileShown Absent(string file) => new(
        file,
        WorldFileStanding.Absent,
        At: null,
        $"Not applied: the data was there already, made without it. {Advice}");

    public static WorldFileShown Unknown(string file) => new(
        file,
        WorldFileStanding.Unknown,
        At: null,
        $"Not applied: the data was there already, made by an earlier version that kept no note of worlds. {Advice}");

    public static WorldFileShown Unreadable(string file, string why) => new(
        file,
        WorldFileStanding.Unreadable,
        At: null,
        $"Not applied: the data was there already, and the file can't be read now: {why}");

    public static WorldFileShown Former(Simulation.BegunWith one) => new(
        one.File,
        WorldFileStanding.Former,
        one.At,
        $"The data was made with it, at {Instant(one.At)}; --world doesn't name it any more.");

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
