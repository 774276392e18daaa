using System.Text.RegularExpressions;

namespace Emulator.Errors;

/// <summary>
/// Citations of a service's documents. The code cites by number and line, <c>000:6187</c>; the reader of an
/// explanation has the documents, and doesn't know our numbers.
/// </summary>
internal static partial class Citations
{
    /// <summary>What readers call the documents, by their number. The emulated service names them.</summary>
    public static IReadOnlyList<string> Documents { get; set; } = [];

    /// <summary>The text as a reader of the documents understands it: <c>API reference, line 6187</c>.</summary>
    /// <param name="text">A text that may cite.</param>
    public static string Readable(string text) =>
        text.Contains("00", StringComparison.Ordinal) ? Cited().Replace(text, InWords) : text;

    private static string InWords(Match cited)
    {
        var document = Documents[cited.Groups["document"].ValueSpan[2] - '0'];
        var lines = cited.Groups["lines"].Captures.Select(lines => lines.Value).ToList();
        var several = lines.Count > 1 || lines[0].Contains('-', StringComparison.Ordinal);
        var listed = lines.Count == 1 ? lines[0] : $"{string.Join(", ", lines.SkipLast(1))} and {lines[^1]}";
        return $"{document}, {(several ? "lines" : "line")} {listed}";
    }

    [GeneratedRegex(
        @"\b(?<document>00[012]):(?<lines>\d+(?:-\d+)?)(?:(?:, | and )\k<document>:(?<lines>\d+(?:-\d+)?))*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cited();
}
