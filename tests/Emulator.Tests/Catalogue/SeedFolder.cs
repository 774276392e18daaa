using Emulator.ConsoleConnect;

namespace Emulator.Tests.Catalogue;

/// <summary>The seed folder as it travels with the emulator, and copies of it to break.</summary>
internal static class SeedFolder
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <summary>The files there are, one a resource.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. ConsoleConnectService.Instance.Seeds.Select(seed => seed.File)];

    public static string SchemaOf(string file) =>
        System.IO.Path.Combine(Path, "schemas", System.IO.Path.ChangeExtension(file, ".schema.json"));
}

/// <summary>A copy of the seed files that goes away with the test.</summary>
internal sealed class SeedCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("seed-");

    public SeedCopy()
    {
        foreach (var file in SeedFolder.Files)
        {
            File.Copy(Path.Combine(SeedFolder.Path, file), Path.Combine(folder.FullName, file));
        }
    }

    public string Folder => folder.FullName;

    /// <summary>Puts a text in the place of another, where it stands first.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="old">What must be there just so many times.</param>
    /// <param name="with">What takes its place.</param>
    /// <param name="times">How often the old text is there.</param>
    /// <returns>The line it stands in, counted from one.</returns>
    public int Replace(string file, string old, string with, int times = 1)
    {
        var text = Read(file);
        if (text.Split(old).Length != times + 1)
        {
            throw new InvalidOperationException($"{file} should hold {old} {times} times.");
        }

        var at = text.IndexOf(old, StringComparison.Ordinal);
        Write(file, text.Remove(at, old.Length).Insert(at, with));
        return 1 + text[..at].Count(letter => letter == '\n');
    }

    /// <summary>The line that begins the row in which a line stands.</summary>
    public int RowAround(string file, int line) => Array.LastIndexOf(Read(file).Split('\n'), "    {", line - 1) + 1;

    /// <summary>The line that ends it.</summary>
    public int EndOfRowAround(string file, int line) =>
        Array.FindIndex(Read(file).Split('\n'), line - 1, text => text is "    }" or "    },") + 1;

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    public void Dispose() => folder.Delete(recursive: true);
}
