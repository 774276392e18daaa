using System.Security.Cryptography;
using Emulator.Control.Worlds;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting;

/// <summary>Worlds in files, with which every sandbox begins that begins with the seed.</summary>
/// <param name="files">The files' paths, in the order in which their worlds are made.</param>
internal sealed class WorldFiles(IReadOnlyList<string> files) : IFurnishing, IGivenWorlds
{
    /// <summary>The largest file that is read, bytes.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private volatile IReadOnlyList<string> tried = [];

    public bool Any => files.Count > 0;

    public bool IsTried
    {
        get
        {
            try
            {
                return tried.SequenceEqual(files.Select(file => DigestOf(Read(file))));
            }
            catch (Refusal)
            {
                return false; // It is told where it is to be given.
            }
        }
    }

    public async Task Give(Turn turn)
    {
        List<string> given = [];
        foreach (var file in files)
        {
            given.Add(await Make(file, turn));
        }

        tried = given;
    }

    /// <summary>Whether a file's name is one of a world's.</summary>
    public static bool IsNameOfOne(string path) => IsYaml(path)
        || string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<WorldFileShown> Shown(IReadOnlyList<BegunWith>? begunWith)
    {
        List<WorldFileShown> shown = [.. files.Select(file => Standing(file, begunWith))];
        var former = (begunWith ?? []).Where(one => !files.Any(file => Path.GetFileName(file) == one.File));
        return [.. shown, .. former.Select(WorldFileShown.Former)];
    }

    public IReadOnlyList<string> NotGiven(IReadOnlyList<BegunWith>? begunWith) =>
    [
        .. Shown(begunWith)
            .Where(file => file.Standing is not (WorldFileStanding.Applied or WorldFileStanding.Former))
            .Select(file => $"--world (EMULATOR_WORLD): {file.File}: {file.Told}"),
    ];

    private static bool IsYaml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    private static WorldFileShown Standing(string file, IReadOnlyList<BegunWith>? begunWith)
    {
        if (begunWith is null)
        {
            return WorldFileShown.Unknown(file);
        }

        string digest;
        try
        {
            digest = DigestOf(Read(file));
        }
        catch (Refusal unread)
        {
            return WorldFileShown.Unreadable(file, unread.Explanation);
        }

        return begunWith.FirstOrDefault(one => one.Digest == digest) is { } same ? WorldFileShown.Applied(file, same.At)
            : begunWith.FirstOrDefault(one => one.File == Path.GetFileName(file)) is { } other
                ? WorldFileShown.Changed(file, other.At)
                : WorldFileShown.Absent(file);
    }

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Read(string file)
    {
        try
        {
            return new FileInfo(file).Length > MostBytes
                ? throw Unusable(file, "it is too large", $"It has more than {MostBytes} bytes.")
                : File.ReadAllBytes(file);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw Unusable(file, "it can not be read", unread.Message);
        }
    }

    private static async Task<string> Make(string file, Turn turn)
    {
        var bytes = Read(file);
        var digest = DigestOf(bytes);
        try
        {
            var root = WorldText.Read(bytes, IsYaml(file));
            await turn.NoteBegunWith(new(Path.GetFileName(file), digest, turn.Now.At));
            await MakingWorlds.Make(turn, root, MakingWorlds.SchemaOf(turn.Service).Value, CancellationToken.None);
            return digest;
        }
        catch (Refusal wrong)
        {
            throw Unusable(file, wrong.Message, wrong.Explanation);
        }
    }

    private static Refusal Unusable(string file, string wrong, string why) =>
        ServiceErrors.WorldFileUnusable.Because(why, file, wrong);
}
