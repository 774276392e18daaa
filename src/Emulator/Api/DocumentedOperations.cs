namespace Emulator.Api;

/// <summary>An operation as the documents list it: a line of <c>openapi/documented/operations.tsv</c>.</summary>
/// <param name="Chapter">Its chapter.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="SampleId">The id of its samples; <c>-</c> for one that is only told in prose.</param>
/// <param name="Source">Where it stands: document and line.</param>
/// <param name="Title">Its title there.</param>
internal sealed record DocumentedOperation(
    string Chapter,
    string Method,
    string Path,
    string SampleId,
    string Source,
    string Title)
{
    /// <summary>What the code names it by: the id of its samples, or where it stands.</summary>
    public string Key => SampleId == "-" ? Source : SampleId;
}

/// <summary>Every documented operation.</summary>
internal static class DocumentedOperations
{
    /// <summary>All of them, in the documents' order.</summary>
    public static readonly IReadOnlyList<DocumentedOperation> All = ReadAll();

    private static readonly Dictionary<string, DocumentedOperation> ByKey = All.ToDictionary(operation =>
        operation.Key);

    /// <summary>The operation with a key.</summary>
    public static DocumentedOperation Of(string key) => ByKey[key];

    private static List<DocumentedOperation> ReadAll() =>
        [
            .. Lines("operations.tsv")
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Select(cells => new DocumentedOperation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5])),
        ];

    private static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(DocumentedOperations).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
