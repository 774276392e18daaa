using System.Text;
using System.Text.RegularExpressions;
using ConsoleConnect.Emulator.Admin;
using Emulator.Simulation;

namespace Emulator.Control;

/// <summary>
/// Requests of the journal, ready to be sent again. In the place of each secret stands a variable, to be set before.
/// </summary>
internal static partial class RequestsAsText
{
    /// <summary>
    /// Headers that the next sender makes for itself, or that aren't true of the body any more: the journal keeps it
    /// unpacked.
    /// </summary>
    private static readonly string[] OfTheConnection =
        ["Host", "Content-Length", "Connection", "Transfer-Encoding", "Expect", "Content-Encoding"];

    /// <summary>As an .http file, as editors send it: nothing that a client has sent is taken for one of their
    /// commands.</summary>
    public static string Http(IEnumerable<(Exchange Kept, JournalExchange Shown)> exchanges)
    {
        var text = new StringBuilder();
        foreach (var (kept, shown) in exchanges)
        {
            text.Append("### ").Append(Title(shown)).Append('\n');
            if (!shown.Method.All(char.IsAsciiLetter))
            {
                text.Append("# Its method can't be written here.\n\n");
                continue;
            }

            text.Append(shown.Method).Append(' ')
                .Append(OneLine(JournalExport.Address(kept, shown)).Replace("{{", "%7B%7B", StringComparison.Ordinal))
                .Append('\n');
            foreach (var header in Headers(shown))
            {
                text.Append(header.Value.Contains("{{", StringComparison.Ordinal)
                    ? $"# Its header {header.Name} can't be written here.\n"
                    : $"{header.Name}: {OneLine(header.Value)}\n");
            }

            if (shown.RequestBody is { } body)
            {
                text.Append(EditorText.Inert(body) is { } inert
                    ? $"\n{inert}\n"
                    : "# Its body can't be written here: an editor would take a part of it for its own. The curl "
                        + "lines have it.\n");
            }

            text.Append('\n');
        }

        var requests = text.ToString();
        return string.Concat(Marks(requests).Select(mark => $"@secret_{mark} = \n"))
            + Mark().Replace(requests, "{{secret_$1}}");
    }

    /// <summary>As lines for bash.</summary>
    public static string Curl(IEnumerable<(Exchange Kept, JournalExchange Shown)> exchanges)
    {
        var text = new StringBuilder();
        foreach (var (kept, shown) in exchanges)
        {
            text.Append("# ").Append(Title(shown)).Append('\n');
            if (shown.RequestBody is { Encoding: "base64" } bytes)
            {
                text.Append("base64 -d <<< ").Append(bytes.Text).Append(" | ");
            }

            text.Append("curl -sS -g --path-as-is ")
                .Append(shown.Method == "HEAD" ? "-I" : $"-X {Quoted(shown.Method)}")
                .Append(' ')
                .Append(Quoted(JournalExport.Address(kept, shown)));
            foreach (var header in Headers(shown))
            {
                text.Append(" -H ")
                    .Append(Quoted(header.Value.Length == 0 ? $"{header.Name};" : $"{header.Name}: {header.Value}"));
            }

            text.Append(
                shown.RequestBody switch
                {
                    null => "",
                    { Encoding: "utf-8" } body => (
                        shown.RequestHeaders!.Any(header =>
                            header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                            ? ""
                            : " -H 'Content-Type:'"
                    ) + $" --data-raw {Quoted(body.Text)}",
                    _ => " --data-binary @-",
                });
            text.Append('\n');
        }

        var lines = text.ToString();
        return string.Concat(Marks(lines).Select(mark => $": \"${{SECRET_{mark}:?is redacted: set it first}}\"\n"))
            + lines;
    }

    private static string Title(JournalExchange shown) =>
        OneLine(
            $"{shown.Sequence} {shown.Operation?.Title ?? "No documented operation"}: "
                + $"{(shown.Status is { } status ? status : "aborted")}"
                + $"{(shown.RequestBody is { Truncated: true } ? ", only the beginning of its body" : "")}"
        );

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>Those that say something, by names that no editor and no shell takes for more than a name.</summary>
    private static IEnumerable<JournalHeader> Headers(JournalExchange shown) => shown.RequestHeaders!
        .Where(IsWritten)
        .Select(header => !IsTypeOfText(shown, header) ? header
            : header with { Value = Charset().Replace(header.Value, "$1utf-8") });

    private static bool IsWritten(JournalHeader header) =>
        !OfTheConnection.Contains(header.Name, StringComparer.OrdinalIgnoreCase)
        && header.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static bool IsTypeOfText(JournalExchange shown, JournalHeader header) =>
        shown.RequestBody is { Encoding: "utf-8" }
        && header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Marks(string text) =>
        Mark().Matches(text).Select(mark => mark.Groups[1].Value).Distinct();

    /// <summary>A word for bash that stands for just this text, but that secrets are variables.</summary>
    private static string Quoted(string text)
    {
        var word = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (var mark in Mark().EnumerateMatches(text))
        {
            ShellText.AppendQuoted(word, text.AsSpan(at, mark.Index - at));
            at = mark.Index + mark.Length;
            word.Append("\"${SECRET_").Append(text, at - 8, 8).Append("}\"");
        }

        ShellText.AppendQuoted(word, text.AsSpan(at));
        return word.ToString();
    }

    /// <summary>The charset of a content type: the text that is written here is UTF-8.</summary>
    [GeneratedRegex(
        """(;\s*charset\s*=\s*)("[^"]*"|[^;\s"]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();

    [GeneratedRegex("redacted-([0-9a-f]{8})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
