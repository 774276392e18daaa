using Emulator.Wire;
using Emulator.Errors;
using Emulator.Simulation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Emulator.Control;

/// <summary>
/// The documented operations that come nearest to a request that matched none: by method, and by path, segment by
/// segment.
/// </summary>
internal sealed class NearestOperations
{
    /// <summary>
    /// What another method counts: less than a segment more or less, more than a slip of the pen in one.
    /// </summary>
    private const double OtherMethod = 0.6;

    /// <summary>
    /// What it counts that a segment is what a parameter stands for: of two operations the one with the word is nearer.
    /// </summary>
    private const double Parameter = 0.05;

    /// <summary>More segments of a path aren't compared: each counts as one too many.</summary>
    private const int MostSegments = 20;

    /// <summary>Longer words are alike or not, since nobody misspells so many letters by a slip of the pen.</summary>
    private const int LongestWord = 64;

    /// <summary>The emulator's own routes begin with it.</summary>
    private const string Own = "/__admin";

    private readonly List<Known> all;

    /// <summary>The emulator's own routes.</summary>
    private readonly List<Known> own;

    /// <param name="endpoints">Everything that is mapped.</param>
    public NearestOperations(EndpointDataSource endpoints)
    {
        all = [.. Mapped(endpoints, endpoint => endpoint.Metadata.GetMetadata<KnownOperation>())];
        own =
        [
            .. Mapped(endpoints, endpoint =>
                endpoint.Metadata.GetMetadata<OfTheEmulator>() is null
                    ? null
                    : new KnownOperation(
                        [endpoint.RoutePattern.RawText!],
                        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "")),
        ];
    }

    /// <summary>The nearest ones to a request, the nearest first.</summary>
    public IReadOnlyList<NearOperation> To(Exchange exchange) =>
        To(all, exchange.Method, ExchangePaths.Segments(exchange.Path));

    /// <summary>Why no operation takes a request, and which were perhaps meant.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its path, as operations are routed.</param>
    public string Explain(string method, string path)
    {
        var isOwn = path.StartsWith(Own, StringComparison.OrdinalIgnoreCase);
        var known = isOwn ? own : all;
        var list = isOwn
            ? "/openapi/admin.json lists the emulator's own routes"
            : "/openapi.json lists every operation";
        var segments = ExchangePaths.Segments(path);
        var there = known.FindAll(operation => operation.Fits(segments));
        if (there.Count > 0)
        {
            var methods = string.Join(", ", there.Select(operation => $"{operation.Method} "
                + $"({operation.Operation.Title})"));
            return $"The path isn't asked with {method}. It takes {methods}.{Creating(method, there)}";
        }

        var near = To(known, method, segments).Where(operation => operation.Distance <= 0.2 + 0.4 * segments.Length)
            .Select(operation => operation.Words()).ToList();
        return near.Count == 0 ? $"No operation has this path: {list}."
            : $"No operation has this path. The nearest: {string.Join("; ", near)}. {list}.";
    }

    /// <summary>
    /// The operations that a path is word for word, where it was taken for another one's, with a word as the value of a
    /// parameter: <c>POST ports/orders</c> asks for the port <c>orders</c>. In words, with a space in front; empty for
    /// none.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, as operations are routed.</param>
    /// <param name="taken">What it was taken for.</param>
    public string WordForWord(string method, string path, RouteEndpoint taken)
    {
        var segments = ExchangePaths.Segments(path);
        var words = taken.RoutePattern.PathSegments.Select(Word).ToArray();
        var others = all.FindAll(known => known.Fits(segments)
            && known.Segments.Zip(words).Any(pair => pair is { First: not null, Second: null }));
        return others.Count == 0 ? ""
            : $" The request was taken for {method} {taken.RoutePattern.RawText}; the path is also that of "
                + string.Join(" and ", others.Select(known => $"{known.Method} {known.Path} ({known.Operation.Title})"))
                + "."
                + Creating(method, others);
    }

    /// <summary>Many services create with POST; this one does with PUT.</summary>
    private static string Creating(string method, List<Known> there) =>
        method == HttpMethods.Post && there.Exists(known => known.Method == HttpMethods.Put)
            ? " To create, use PUT."
            : "";

    private static List<NearOperation> To(List<Known> all, string method, string[] segments)
    {
        var compared = new Dictionary<(string, string), double>();
        return
        [
            .. all.Select(known =>
                    (
                        Known: known,
                        Distance: Distance(segments, known.Segments, compared)
                            + (known.Method == method ? 0 : OtherMethod)))
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.Known.Path, StringComparer.Ordinal)
                .Take(3)
                .Select(near => new NearOperation(
                    near.Known.Operation.Key,
                    near.Known.Method,
                    near.Known.Path,
                    near.Known.Operation.Title,
                    Math.Round(near.Distance, 2))),
        ];
    }

    /// <summary>
    /// Whether an operation has just this method and path: what was refused before it was routed may be one.
    /// </summary>
    public bool Has(Exchange exchange)
    {
        var segments = ExchangePaths.Segments(exchange.Path);
        return all.Exists(known => known.Method == exchange.Method && known.Fits(segments));
    }

    /// <summary>
    /// How far two paths are apart: 1 for a segment more, less, or quite another one; a part of it for one that is
    /// spelled similarly.
    /// </summary>
    /// <param name="asked">The one's segments.</param>
    /// <param name="known">The other's; null stands for any.</param>
    /// <param name="compared">What words are apart that were compared before.</param>
    public static double Distance(string[] asked, string?[] known, Dictionary<(string, string), double> compared)
    {
        var beyond = Math.Abs(Math.Max(0, asked.Length - MostSegments) - Math.Max(0, known.Length - MostSegments));
        return beyond + Edits.Between(
            Math.Min(asked.Length, MostSegments), Math.Min(known.Length, MostSegments),
            (left, right) => known[right] is not { } word ? Parameter
                : compared.TryGetValue((asked[left], word), out var apart) ? apart
                : compared[(asked[left], word)] = OfWords(asked[left], word));
    }

    private static double OfWords(string asked, string known) =>
        string.Equals(asked, known, StringComparison.OrdinalIgnoreCase) ? 0
        : Math.Max(asked.Length, known.Length) > LongestWord ? 1
        : Math.Min(1, 2 * Edits.Between(asked, known) / Math.Max(asked.Length, known.Length));

    private static IEnumerable<Known> Mapped(
        EndpointDataSource endpoints, Func<RouteEndpoint, KnownOperation?> operationOf) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        let operation = operationOf(endpoint)
        where operation is not null
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        where method != HttpMethods.Head
        select new Known(
            method, endpoint.RoutePattern.RawText!, operation, [.. endpoint.RoutePattern.PathSegments.Select(Word)]);

    private static string? Word(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;

    /// <summary>An operation.</summary>
    /// <param name="Method">Its method.</param>
    /// <param name="Path">Its path, as the documents print it.</param>
    /// <param name="Operation">What is known of it.</param>
    /// <param name="Segments">The words of its path; null for a parameter.</param>
    private sealed record Known(string Method, string Path, KnownOperation Operation, string?[] Segments)
    {
        public bool Fits(string[] asked) => ExchangePaths.Fits(Segments, asked);
    }
}

/// <summary>An operation that may have been meant.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, as the documents print it.</param>
/// <param name="Title">What it does.</param>
/// <param name="Distance">
/// How far the request is from it: 0 for none; 1 for a segment too many, too few, or quite another one.
/// </param>
internal sealed record NearOperation(string Key, string Method, string Path, string Title, double Distance)
{
    /// <summary>The operation in one line.</summary>
    public string Words() => $"{Method} {Path} ({Title})";
}
