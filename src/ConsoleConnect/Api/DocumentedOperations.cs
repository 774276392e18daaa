namespace Emulator.Api;

/// <summary>
/// An operation as its source lists it: a line of <c>operations.tsv</c> in <c>openapi/documented</c> or, of an edition
/// that was published later, in <c>openapi/published</c>.
/// </summary>
/// <param name="Chapter">Its chapter.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="SampleId">The id of its samples; <c>-</c> for one that is described in prose only.</param>
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
    /// <summary>
    /// The published editions that have it, of <see cref="DocumentedOperations.Editions"/>; none for what only clients
    /// show.
    /// </summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>What the code names it by: the id of its samples, or where it stands.</summary>
    public string Key => SampleId == "-" ? Source : SampleId;
}

/// <summary>Every documented operation, and those of later editions that are emulated.</summary>
internal static class DocumentedOperations
{
    /// <summary>The editions of the API's OpenAPI document that were published after the three documents.</summary>
    public static readonly IReadOnlyList<string> Editions = ["1.0.0", "1.59.2"];

    /// <summary>All of them, in the order of their sources.</summary>
    public static readonly IReadOnlyList<DocumentedOperation> All = ReadAll();

    private static readonly Dictionary<string, DocumentedOperation> ByKey = All.ToDictionary(operation =>
        operation.Key);

    /// <summary>The operation with a key.</summary>
    public static DocumentedOperation Of(string key) => ByKey[key];

    private static List<DocumentedOperation> ReadAll()
    {
        var known = Rows("published-editions.tsv").ToDictionary(cells => cells[0], cells => EditionsIn(cells[1]));
        return
        [
            .. Rows("operations.tsv").Select(cells =>
                new DocumentedOperation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                .Select(operation => operation with { Editions = known.GetValueOrDefault(operation.Key, []) }),
            .. Rows("published-operations.tsv").Select(cells =>
                new DocumentedOperation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6])
                {
                    Editions = EditionsIn(cells[4]),
                }),
        ];
    }

    /// <summary>The editions that a source names: <c>OpenAPI 1.0.0, 1.59.2</c>.</summary>
    private static IReadOnlyList<string> EditionsIn(string source) =>
        [.. source.Replace("OpenAPI ", "", StringComparison.Ordinal).Split(", ").Where(Editions.Contains)];

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
