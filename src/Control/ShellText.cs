using System.Globalization;
using System.Text;

namespace Emulator.Control;

/// <summary>Text in lines for bash, whatever it is: pasted into a terminal, it is one word and does nothing.</summary>
internal static class ShellText
{
    /// <summary>Appends a text as a part of a word. What a terminal might take for a key, or show as something else, is
    /// written in hexadecimal digits.</summary>
    public static void AppendQuoted(StringBuilder word, ReadOnlySpan<char> text)
    {
        if (!ContainsControls(text))
        {
            word.Append('\'').Append(text).Replace("'", "'\\''", word.Length - text.Length, text.Length).Append('\'');
            return;
        }

        word.Append("$'");
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == 0)
            {
                continue; // No argument of a program can have it.
            }

            if (IsControl(rune))
            {
                foreach (var one in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    word.Append(CultureInfo.InvariantCulture, $"\\x{one:x2}");
                }
            }
            else
            {
                word.Append(rune.Value is '\'' or '\\' ? "\\" : "").Append(rune);
            }
        }

        word.Append('\'');
    }

    private static bool ContainsControls(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsControl(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line's end is none: within quotes it is only that. Marks that turn text round are.</summary>
    private static bool IsControl(Rune rune) => rune.Value != '\n'
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
