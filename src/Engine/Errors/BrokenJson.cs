using System.Text;

namespace Emulator.Errors;

/// <summary>
/// Says in plain words why a text is no JSON. A parser's own words are about its options, not of the text.
/// </summary>
internal static class BrokenJson
{
    /// <summary>What is wrong, and where.</summary>
    /// <param name="text">The text, UTF-8.</param>
    /// <param name="position">Where the parser stopped, bytes from the beginning.</param>
    public static string Explain(ReadOnlySpan<byte> text, long position)
    {
        var at = (int)Math.Clamp(position, 0, text.Length);
        var before = text[..at];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return $"The text is no JSON from line {line}, column {column} on: {Reason(text, at)}";
    }

    private static string Reason(ReadOnlySpan<byte> text, int at)
    {
        var before = text[..at].TrimEnd(" \t\r\n"u8);
        var last = before.IsEmpty ? '\0' : (char)before[^1];
        if (text[at..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return "it ends before it is complete. A brace, a bracket or a quotation mark isn't closed.";
        }

        var found = Next(text[at..]);
        return (found, last) switch
        {
            ("}" or "]", ',') => $"a comma stands before {found}, and nothing follows it. Leave the comma out.",
            ("'", _) => "names and texts stand in double quotes, not in single ones.",
            ("/" or "#", _) => "JSON has no comments.",
            ("\"", not (',' or ':' or '{' or '[' or '\0')) => "a comma is missing before this text.",
            (_, '{') => $"the name of a member is expected, in double quotes, and {found} is found.",
            ("}" or "]", ':') => $"a value is expected, and {found} is found.",
            _ when found.Length == 1 && (char.IsAsciiLetter(found[0]) || found[0] == '_') =>
                $"{found} begins no value. A text stands in double quotes; other words are true, false and null.",
            _ => $"{found} isn't expected here.",
        };
    }

    /// <summary>The character that is there, as it is shown: what can't be printed by its number.</summary>
    private static string Next(ReadOnlySpan<byte> text)
    {
        _ = Rune.DecodeFromUtf8(text, out var rune, out _);
        return rune.Value is > ' ' and <= '~' ? rune.ToString() : $"U+{rune.Value:X4}";
    }
}
