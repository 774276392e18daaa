using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulator.Hosting.StartUp;

/// <summary>A request of an <c>.http</c> file, with variables where they stand.</summary>
/// <param name="Line">The line it begins at, from 1.</param>
/// <param name="Name">What <c># @name</c> calls it; null where nothing does.</param>
/// <param name="Allowed">Statuses of 400 and above that <c># @allow</c> lets pass.</param>
/// <param name="Method">The method.</param>
/// <param name="Address">The address: whole, or a path.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record HttpFileRequest(
    int Line,
    string? Name,
    IReadOnlyList<int> Allowed,
    string Method,
    string Address,
    IReadOnlyDictionary<string, string> Headers,
    string Body);

/// <summary>
/// Requests in the format that editors send (Visual Studio, VS Code's REST client, JetBrains): separated by <c>###</c>,
/// with comments, <c>@variables</c>, and answers of named requests (<c>{{login.response.body.token}}</c>).
/// </summary>
internal sealed partial class HttpFile
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly List<HttpFileRequest> requests = [];

    private HttpFile()
    {
    }

    /// <summary>The requests, in their order.</summary>
    public IReadOnlyList<HttpFileRequest> Requests => requests;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line that is none; the message names it.</exception>
    public static HttpFile Read(string text)
    {
        var file = new HttpFile();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var start = 0; start < lines.Length;)
        {
            var end = Array.FindIndex(lines, start, line => line.StartsWith("###", StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            file.ReadOne(lines, start, end);
            start = end + 1;
        }

        return file;
    }

    /// <summary>Keeps what a named request was answered, for those after it.</summary>
    public void Answered(HttpFileRequest request, string body)
    {
        if (request.Name is { } name)
        {
            answers[name] = body;
        }
    }

    /// <summary>A text with the variables' values in their places.</summary>
    /// <exception cref="FormatException">A variable that nothing has set.</exception>
    public string Filled(string text, int line) =>
        Variable().Replace(text, match => Value(match.Groups[1].Value.Trim(), line, depth: 0));

    private void ReadOne(string[] lines, int start, int end)
    {
        var (at, name, allowed) = (start, (string?)null, new List<int>());
        for (; at < end && (lines[at].Trim().Length == 0 || IsRemark(lines[at]) || lines[at][0] == '@'); at++)
        {
            if (Told().Match(lines[at]) is { Success: true } told)
            {
                name = told.Groups[1].Value == "name" ? told.Groups[2].Value.Trim() : name;
                allowed.AddRange(told.Groups[1].Value == "allow" ? Statuses(told.Groups[2].Value, at + 1) : []);
            }
            else if (Set().Match(lines[at]) is { Success: true } set)
            {
                variables[set.Groups[1].Value] = set.Groups[2].Value.Trim();
            }
            else if (lines[at].Length > 0 && lines[at][0] == '@')
            {
                throw new FormatException($"line {at + 1}: a variable is set as @name = value");
            }
        }

        if (at >= end)
        {
            return;
        }

        var asked = Asked().Match(lines[at]);
        if (!asked.Success)
        {
            throw new FormatException($"line {at + 1}: a request begins with a method and an address, such as "
                + "GET /heartbeat");
        }

        var (first, headers) = (at + 1, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        for (at++; at < end && lines[at].Trim().Length > 0; at++)
        {
            if (IsRemark(lines[at]))
            {
                continue;
            }

            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new FormatException($"line {at + 1}: a header is a name, a colon and a value");
            }

            headers[lines[at][..colon].Trim()] = lines[at][(colon + 1)..].Trim();
        }

        var body = at < end ? string.Join('\n', lines[(at + 1)..end]).Trim('\n') : "";
        if (body.StartsWith("< ", StringComparison.Ordinal) || body.StartsWith("<@", StringComparison.Ordinal))
        {
            throw new FormatException($"line {at + 2}: a body from another file isn't read; write it here");
        }

        requests.Add(new HttpFileRequest(
            first, name, allowed, asked.Groups[1].Value, asked.Groups[2].Value, headers, body));
    }

    private string Value(string name, int line, int depth)
    {
        if (variables.TryGetValue(name, out var value))
        {
            return depth > 20
                ? throw new FormatException($"line {line}: the variable {name} leads back to itself")
                : Variable().Replace(value, match => Value(match.Groups[1].Value.Trim(), line, depth + 1));
        }

        return OfAnswer().Match(name) is { Success: true } match
            && answers.TryGetValue(match.Groups[1].Value, out var body)
            ? Member(body, match.Groups[2].Value, name, line)
            : throw new FormatException($"line {line}: nothing has set the variable {name}");
    }

    private static string Member(string body, string path, string name, int line)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var found = json.RootElement;
            foreach (Match step in Step().Matches(path))
            {
                found = step.Groups[2].Success
                    ? found[int.Parse(step.Groups[2].Value, CultureInfo.InvariantCulture)]
                    : found.GetProperty(step.Groups[1].Value);
            }

            return found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetRawText();
        }
        catch (Exception missing)
            when (missing is JsonException or KeyNotFoundException or InvalidOperationException
                or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new FormatException($"line {line}: {name} isn't in the answer");
        }
    }

    private static IEnumerable<int> Statuses(string text, int line) =>
        text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(status =>
            int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is >= 400 and < 600
                ? number
                : throw new FormatException($"line {line}: @allow takes statuses from 400 to 599"));

    private static bool IsRemark(string line) =>
        line.StartsWith('#') || line.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^\s*(?:#|//)\s*@(name|allow)[\s=]+(.+)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Told();

    [GeneratedRegex(@"^@([A-Za-z_][\w.-]*)\s*=(.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Set();

    [GeneratedRegex(
        @"^([A-Z]+)\s+(\S.*?)(?:\s+HTTP/[\d.]+)?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\{([^{}]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(
        @"^([\w-]+)\.response\.body\.(?:\$\.?)?(.+)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfAnswer();

    [GeneratedRegex(@"([^.\[\]]+)|\[(\d+)\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Step();
}
