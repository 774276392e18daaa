using System.Globalization;
using System.Text;

namespace Emulator.Errors;

/// <summary>
/// Text as a header's value: printable ASCII on one line. What a header can't carry is written otherwise; nothing of it
/// is left out.
/// </summary>
internal static class HeaderText
{
    /// <summary>The most characters: well below what clients take of headers in all (Node takes 16 kB).</summary>
    private const int Longest = 4000;

    private const string Cut = " ...";

    /// <summary>The text: typography as its ASCII form, any other character as <c>\u00E9</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        if (text.Length <= Longest && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 32);
        foreach (var character in text)
        {
            _ = character switch
            {
                >= ' ' and <= '~' => line.Append(character),
                '\u2018' or '\u2019' or '\u201A' => line.Append('\''),
                '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => line.Append('"'),
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => line.Append('-'),
                '\u2026' => line.Append("..."),
                '\u00A0' => line.Append(' '),
                '\u00D7' => line.Append('x'),
                '\u2192' => line.Append("->"),
                _ => line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
            };
            if (line.Length > Longest)
            {
                line.Length = Longest - Cut.Length;
                return line.Append(Cut).ToString();
            }
        }

        return line.ToString();
    }
}
