using Emulator.Control.Worlds;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting;

/// <summary>A world's file that a sandbox can't begin with: which one, and why.</summary>
internal sealed class WorldFileRefused(string file, string why) : Exception($"{file}: {why}");

/// <summary>Worlds in files, with which every sandbox begins that begins with the seed.</summary>
internal static class WorldFiles
{
    /// <summary>The largest file that is read, bytes.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Whether a file's name is one of a world's.</summary>
    public static bool IsNameOfOne(string path) => IsYaml(path)
        || string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>What makes the worlds of files in a turn, in their order; null where there are none.</summary>
    public static Func<Turn, Task>? Making(IReadOnlyList<string> files) =>
        files.Count == 0 ? null : async turn =>
        {
            foreach (var file in files)
            {
                await Make(file, turn);
            }
        };

    private static bool IsYaml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    private static async Task Make(string file, Turn turn)
    {
        try
        {
            if (new FileInfo(file).Length > MostBytes)
            {
                throw new WorldFileRefused(file, $"It has more than {MostBytes} bytes.");
            }

            var root = WorldText.Read(await File.ReadAllBytesAsync(file), IsYaml(file));
            await MakingWorlds.Make(turn, root, MakingWorlds.SchemaOf(turn.Service).Value, CancellationToken.None);
        }
        catch (Refusal wrong)
        {
            throw new WorldFileRefused(file, $"{wrong.Message}. {wrong.Explanation}");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new WorldFileRefused(file, unread.Message);
        }
    }
}
