using System.Text.RegularExpressions;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// A call as the documents print it (openapi/documented/calls.txt): a curl line of documents 000 and 001, or a route of
/// document 002 with its printed examples.
/// </summary>
/// <param name="Source">Document and line.</param>
/// <param name="Method">The method.</param>
/// <param name="Address">The path and query, variables and all.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, as the shell would send it; null where none is printed with the call.</param>
internal sealed partial record PrintedCall(
    string Source,
    string Method,
    string Address,
    IReadOnlyList<(string Name, string Value)> Headers,
    string? Body)
{
    /// <summary>
    /// All of them, in the documents' order. A route with several examples of the same parameter is several calls.
    /// </summary>
    public static IReadOnlyList<PrintedCall> All() =>
        [
            .. File.ReadAllText(Path.Combine(OperationCatalogue.Repository, "openapi/documented/calls.txt"))
                .Split("@ ", StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(Read),
        ];

    /// <summary>In a test's name.</summary>
    public override string ToString() => $"{Source} {Method} {Address}";

    private static IEnumerable<PrintedCall> Read(string block)
    {
        var lines = block.TrimEnd().Split('\n');
        return lines[1].StartsWith("curl", StringComparison.Ordinal)
            ? [Curl(lines[0], string.Join('\n', lines[1..]))]
            : Route(lines[0], lines[1..^1], lines[^1]);
    }

    private static PrintedCall Curl(string source, string line) =>
        new(
            source,
            MethodIn().Match(line) is { Success: true } method ? method.Groups[1].Value : "GET",
            QuotedAddress().Match(line) is { Success: true } quoted
                ? quoted.Groups[1].Value
                : BareAddress().Match(line).Groups[1].Value,
            [.. HeaderIn().Matches(line).Select(header => (header.Groups[1].Value, header.Groups[2].Value))],
                // One of them has its backslashes in the wrong places (000:116): what is meant is the JSON.
                BinaryIn().Match(line)
                    is { Success: true } binary
                    ? binary.Groups[1].Value.Replace("\\", "", StringComparison.Ordinal)
                : RawIn().Match(line) is { Success: true } raw ? raw.Groups[1].Value
                : null);

    private static IEnumerable<PrintedCall> Route(string source, string[] examples, string route)
    {
        var (method, path) = route.Split('/', 2) is [var verb, var rest]
            ? (verb.ToUpperInvariant(), "/" + rest)
            : throw new InvalidOperationException(route);
        var values = examples.Select(example => example.Replace("Example: ", "", StringComparison.Ordinal)).ToList();
        foreach (var value in values.Where(value => !NamedExample().IsMatch(value)))
        {
            path = FirstVariable().Replace(path, value, 1);
        }

        var named = values
            .Where(value => NamedExample().IsMatch(value))
            .GroupBy(value => value.Split('=')[0])
            .Select(group => group.ToList())
            .ToList();
        var several = named.Find(group => group.Count > 1) ?? named.FirstOrDefault() ?? [""];
        return several.Select(one => new PrintedCall(
            source,
            method,
            string.Join(
                '?',
                new[] { path, string.Join('&', named.Select(group => group.Contains(one) ? one : group[0])) }.Where(
                    part => part.Length > 0)),
            [("Authorization", "Bearer <API_KEY>")],
            null));
    }

    [GeneratedRegex(@"(?:--request|-X) (\w+)")]
    private static partial Regex MethodIn();

    [GeneratedRegex("\"https://api\\.consoleconnect\\.com(.*)\"`\\\\")]
    private static partial Regex QuotedAddress();

    [GeneratedRegex(@"https://api\.consoleconnect\.com([^\s\\]+)")]
    private static partial Regex BareAddress();

    [GeneratedRegex("(?:--header|-H) \"([^:\"]+): ([^\"]+)\"")]
    private static partial Regex HeaderIn();

    [GeneratedRegex("--data-binary \"(.*)\"")]
    private static partial Regex BinaryIn();

    [GeneratedRegex("--data-raw '(.*)'", RegexOptions.Singleline)]
    private static partial Regex RawIn();

    [GeneratedRegex("^[A-Za-z]+=")]
    private static partial Regex NamedExample();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex FirstVariable();
}
