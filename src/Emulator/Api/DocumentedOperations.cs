namespace Emulator.Api;

/// <summary>
/// An operation as its source lists it: a line of <c>operations.tsv</c> in <c>openapi/documented</c> or, of an edition
/// that was published later, in <c>openapi/published</c>.
/// </summary>
/// <param name="Chapter">Its chapter.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="SampleId">The id of its samples; <c>-</c> for one that is only told in prose.</param>
/// <param name="Source">Where it stands: document and line.</param>
/// <param name="Title">Its title there.</param>
/// <param name="Edition">The first published edition that has it; null for those of the three documents.</param>
internal sealed record DocumentedOperation(
    string Chapter,
    string Method,
    string Path,
    string SampleId,
    string Source,
    string Title,
    string? Edition = null)
{
    /// <summary>What the code names it by: the id of its samples, or where it stands.</summary>
    public string Key => SampleId == "-" ? Source : SampleId;
}

/// <summary>Every documented operation, and those of later editions that are emulated.</summary>
internal static class DocumentedOperations
{
    /// <summary>All of them, in the order of their sources.</summary>
    public static readonly IReadOnlyList<DocumentedOperation> All = ReadAll();

    private static readonly Dictionary<string, DocumentedOperation> ByKey = All.ToDictionary(operation =>
        operation.Key);

    /// <summary>The operation with a key.</summary>
    public static DocumentedOperation Of(string key) => ByKey[key];

    private static List<DocumentedOperation> ReadAll() =>
        [
            .. Rows("operations.tsv").Select(cells =>
                new DocumentedOperation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5])),
            .. Rows("published-operations.tsv").Select(cells =>
                new DocumentedOperation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6])),
        ];

    private static IEnumerable<string[]> Rows(string resource) =>
        Lines(resource).Skip(1).Select(line => line.Split('\t'));

    private static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(DocumentedOperations).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
