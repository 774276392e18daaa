using System.Text.Json;
using ConsoleConnect.Emulator.Admin;

namespace Emulator.Control;

/// <summary>Bodies in .http files. Editors look in them for commands of their own: the next request, files to send or
/// to write, scripts to run, variables.</summary>
internal static class EditorText
{
    /// <summary>What ends a line, for one editor or another.</summary>
    private static readonly char[] LineEnds = ['\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029'];

    /// <summary>The body, written so that it is sent and nothing is done; null where that can't be.</summary>
    public static string? Inert(JournalBody body)
    {
        if (body.Encoding != "utf-8")
        {
            return null;
        }

        if (!body.Text.Contains("{{", StringComparison.Ordinal))
        {
            return body.Text.Split(LineEnds).Any(IsCommand) ? null : body.Text;
        }

        // Two braces begin a variable. In JSON they stand within texts only, where one can be written otherwise.
        return IsJson(body.Text) ? body.Text.Replace("{{", "{\\u007b", StringComparison.Ordinal) : null;
    }

    /// <summary>Whether an editor takes a line for a command: a separator or comment, a file or script to send, to run
    /// or to write, a variable, another file to run.</summary>
    private static bool IsCommand(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text is ['#' or '>' or '@', ..] or ['/', '/', ..] or ['<'] or ['<', '@' or '>' or '{' or ' ' or '\t', ..]
            || text.StartsWith("import ", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("run ", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
