namespace Emulator.Tests.Catalogue;

/// <summary>The sources of the server, over all of its projects.</summary>
internal static class Sources
{
    /// <summary>The projects that the server is made of, without those that know nothing of it.</summary>
    public static readonly IReadOnlyList<string> Projects = ["Engine", "ConsoleConnect", "Control", "Emulator"];

    /// <summary>The folder of a project.</summary>
    public static string Folder(string project) => Path.Combine(OperationCatalogue.Repository, "src", project);

    /// <summary>The files of a project, by their path in it.</summary>
    public static IEnumerable<(string Path, string File)> Of(string project) =>
        !Directory.Exists(Folder(project)) ? [] : Directory
            .EnumerateFiles(Folder(project), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Folder(project), file), File: file))
            .Where(file =>
                !file.Path.StartsWith("bin/", StringComparison.Ordinal)
                && !file.Path.StartsWith("obj/", StringComparison.Ordinal));

    /// <summary>What is written in all of them.</summary>
    public static IEnumerable<string> Texts() =>
        Projects.SelectMany(Of).Select(source => System.IO.File.ReadAllText(source.File));

    /// <summary>The file that has a path in its project; null where none has.</summary>
    public static string? Find(string path) => Projects
        .Select(project => Path.Combine(Folder(project), path))
        .FirstOrDefault(System.IO.File.Exists);
}
