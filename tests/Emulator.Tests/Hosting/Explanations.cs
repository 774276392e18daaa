using System.Text.RegularExpressions;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// What every explanation must be that any test meets: whole, and clear to somebody who has the vendor's documents and
/// nothing of ours.
/// </summary>
internal static partial class Explanations
{
    /// <summary>Fails the test where an explanation isn't.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="explanation">What the header says.</param>
    public static void MustBeClear(HttpRequestMessage request, string explanation)
    {
        var path = request.RequestUri!.OriginalString;
        var flaw = Flaw(explanation, path);
        Assert.True(flaw is null, $"{request.Method} {path} is explained with {flaw}: {explanation}");
    }

    /// <summary>What is wrong with an explanation; null where nothing is.</summary>
    /// <param name="explanation">What the header says.</param>
    /// <param name="path">What was asked; what an explanation says back of it is the client's own.</param>
    public static string? Flaw(string explanation, string path) =>
        string.IsNullOrWhiteSpace(explanation) ? "nothing"
        : explanation.AsSpan().ContainsAnyExceptInRange(' ', '~') ? "a character that a header can't carry"
        : Gap().IsMatch(Quoted().Replace(explanation, "\"\"")) && !path.Contains("%20", StringComparison.Ordinal)
            ? "a gap"
        : Ours().Match(explanation) is { Success: true } ours && !path.Contains(ours.Value, StringComparison.Ordinal)
            ? $"what only we know ({ours.Value})"
        : DotNets().Match(explanation) is { Success: true } words ? $"words of .NET's ({words.Value})"
        : OfferedAsTheServices().IsMatch(explanation) && TheServices().IsMatch(path) ? "a route of ours, to a client "
            + "of the service"
        : null;

    /// <summary>A route of the emulator's own that isn't said to be one.</summary>
    [GeneratedRegex(@"(?<!The emulator's own [A-Z]+ )/__admin")]
    private static partial Regex OfferedAsTheServices();

    [GeneratedRegex(@"^(https?://[^/]+)?(/sandbox/[^/]+)?/(api|v2|app-user|company|user)/", RegexOptions.IgnoreCase)]
    private static partial Regex TheServices();

    /// <summary>What a client has sent, as it was sent.</summary>
    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"  |\.{3} ?/|(GET|PUT|POST|DELETE) /? ")]
    private static partial Regex Gap();

    [GeneratedRegex(
        @"\b00[0-2]:\d+|FACTS|BEHAVIOUR|\bQ-\d{3}|seed-data|\.cs\b|\.json\b(?<!/openapi\.json|/openapi/admin\.json)"
    )]
    private static partial Regex Ours();

    [GeneratedRegex("LineNumber|BytePositionInLine|System\\.|Exception\\b|reader options|JsonTokenType|Path: \\$|is "
        + "an invalid (start|end)|'0x")]
    private static partial Regex DotNets();
}
