namespace Emulator.Tests.Catalogue;

/// <summary>The evidence, read from the repository's own files.</summary>
internal static class OperationCatalogue
{
    /// <summary>The repository's root.</summary>
    public static readonly string Repository = FindRepository();

    /// <summary>The folder of documented samples.</summary>
    public static string Samples => Path.Combine(Repository, "openapi/documented/samples");

    private static readonly Lazy<IReadOnlyList<(string Chapter, string Method, string Path, string Key)>> OfDocuments =
        new(() => Read("openapi/documented/operations.tsv"));

    private static readonly Lazy<IReadOnlyList<(string Chapter, string Method, string Path, string Key)>> OfAll =
        new(() => [.. OfDocuments.Value, .. Read("openapi/published/operations.tsv")]);

    /// <summary>Every documented operation: chapter, method, path, key.</summary>
    public static IReadOnlyList<(string Chapter, string Method, string Path, string Key)> Documented() =>
        OfDocuments.Value;

    /// <summary>The same, and then those that only later published editions have.</summary>
    public static IReadOnlyList<(string Chapter, string Method, string Path, string Key)> Listed() => OfAll.Value;

    /// <summary>
    /// An operation in a test's name, so that a failure tells what broke: <c>048 GET
    /// /api/company/{companyName}/ports/{portId}</c>.
    /// </summary>
    /// <param name="key">Its key.</param>
    public static string Named(string key) =>
        Listed()
            .Where(operation => operation.Key == key)
            .Select(operation => $"{key} {operation.Method} {operation.Path}")
            .Single();

    /// <summary>The key in front of such a name.</summary>
    public static string KeyIn(string name) => name.Split(' ')[0];

    /// <summary>A documented sample: <c>request</c>, <c>response.200</c>, <c>request.schema</c> and so on.</summary>
    public static Task<string> Sample(string id, string what) =>
        File.ReadAllTextAsync(Directory.GetFiles(Samples, $"{id}-*.{what}.json").Single());

    private static IReadOnlyList<(string Chapter, string Method, string Path, string Key)> Read(string file) =>
        [
            .. File.ReadLines(Path.Combine(Repository, file))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Select(cells => (cells[0], cells[1], cells[2], cells[3] == "-" ? cells[4] : cells[3])),
        ];

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Emulator.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Emulator.sln is nowhere above the tests.");
        }

        return folder.FullName;
    }
}
