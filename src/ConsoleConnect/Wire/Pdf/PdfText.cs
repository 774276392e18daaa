using System.Globalization;
using System.Text;

namespace Emulator.Wire.Pdf;

/// <summary>
/// Texts of clients, as they can be drawn: a line without control characters, in the order in which it is seen.
/// </summary>
internal static class PdfText
{
    /// <summary>The most characters of a text that are drawn: a name is no page.</summary>
    private const int Longest = 240;

    /// <summary>A text in one line: line breaks are blanks, and what is too long ends in an ellipsis.</summary>
    public static string InOneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= Longest)
            {
                line.Append('…');
                break;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    line.Append(' ');
                    break;
                case UnicodeCategory.Format: // Marks that steer how text is laid out, and have no shape themselves.
                    break;
                default:
                    line.Append(rune.ToString());
                    break;
            }
        }

        return Seen(line.ToString().Trim());
    }

    /// <summary>Whether a text has letters of Western Europe only, none of which is made of made ones.</summary>
    public static bool IsWestern(string text) => text.All(letter => letter is <= '\u00FF' or '…' or '–' or '□');

    /// <summary>
    /// The text as it is seen from left to right: runs of Hebrew, Arabic and their like are turned round, which the
    /// library doesn't do.
    /// </summary>
    private static string Seen(string text)
    {
        if (!text.Any(IsRightToLeft))
        {
            return text;
        }

        var seen = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var last = at;
            while (end < text.Length && (IsRightToLeft(text[end]) || (last > at && text[end] == ' ')))
            {
                end++;
                last = IsRightToLeft(text[end - 1]) ? end : last;
            }

            if (last == at)
            {
                seen.Append(text[at++]);
                continue;
            }

            for (var back = last - 1; back >= at; back--)
            {
                seen.Append(text[back]);
            }

            at = last;
        }

        return seen.ToString();
    }

    private static bool IsRightToLeft(char letter) => letter is >= '\u0590' and <= '\u08FF'
        or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
