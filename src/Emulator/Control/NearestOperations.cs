using Emulator.Errors;
using Emulator.Simulation;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Emulator.Control;

/// <summary>The documented operations that come nearest to a request that matched none: by method, and by path, segment by segment.</summary>
internal sealed class NearestOperations
{
    /// <summary>What another method counts: less than a segment more or less, more than a slip of the pen in one.</summary>
    private const double OtherMethod = 0.6;

    /// <summary>What it counts that a segment is what a parameter stands for: of two operations the one with the word is nearer.</summary>
    private const double Parameter = 0.05;

    /// <summary>More segments of a path aren't compared: each counts as one too many.</summary>
    private const int MostSegments = 20;

    /// <summary>Longer words are alike or not, since nobody misspells so many letters by a slip of the pen.</summary>
    private const int LongestWord = 64;

    private readonly List<Known> all;

    /// <param name="endpoints">Everything that is mapped.</param>
    public NearestOperations(EndpointDataSource endpoints) => all =
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<KnownOperation>() is not null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => new Known(
                method, endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<KnownOperation>()!, [.. endpoint.RoutePattern.PathSegments.Select(Word)]))),
    ];

    /// <summary>The nearest ones to a request, the nearest first.</summary>
    public IReadOnlyList<NearOperation> To(Exchange exchange)
    {
        var segments = ExchangePaths.Segments(exchange.Path);
        var compared = new Dictionary<(string, string), double>();
        return
        [
            .. all.Select(known =>
                (Known: known, Distance: Distance(segments, known.Segments, compared)
                + (known.Method == exchange.Method ? 0 : OtherMethod)))
                .OrderBy(near => near.Distance).ThenBy(near => near.Known.Path, StringComparer.Ordinal).Take(3)
                .Select(near => new NearOperation(near.Known.Operation.Key, near.Known.Method, near.Known.Path, near.Known.Operation.Title, Math.Round(near.Distance, 2))),
        ];
    }

    /// <summary>Whether an operation has just this method and path: what was refused before it was routed may be one.</summary>
    public bool Has(Exchange exchange)
    {
        var segments = ExchangePaths.Segments(exchange.Path);
        return all.Exists(known => known.Method == exchange.Method && known.Segments.Length == segments.Length
            && known.Segments.Zip(segments).All(pair => pair.First is null || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>How far two paths are apart: 1 for a segment more, less, or quite another one; a part of it for one that is spelled similarly.</summary>
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

    private static string? Word(RoutePatternPathSegment segment) => segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;

    /// <summary>An operation.</summary>
    /// <param name="Method">Its method.</param>
    /// <param name="Path">Its path, as the documents print it.</param>
    /// <param name="Operation">What is told of it.</param>
    /// <param name="Segments">The words of its path; null for a parameter.</param>
    private sealed record Known(string Method, string Path, KnownOperation Operation, string?[] Segments);
}

/// <summary>An operation that may have been meant.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, as the documents print it.</param>
/// <param name="Title">What it does.</param>
/// <param name="Distance">How far the request is from it: 0 for none; 1 for a segment too many, too few, or quite another one.</param>
internal sealed record NearOperation(string Key, string Method, string Path, string Title, double Distance);
