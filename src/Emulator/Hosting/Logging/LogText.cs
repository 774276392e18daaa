using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Emulator.Hosting.Logging;

/// <summary>
/// Texts of clients, as a log may show them: no line breaks or terminal codes of theirs, and no credentials.
/// </summary>
internal static partial class LogText
{
    /// <summary>The most characters of one.</summary>
    private const int Longest = 500;

    /// <summary>What a query's value is called that is nobody's business, or has such a thing in it.</summary>
    private static readonly string[] Secrets = ["token", "password", "secret", "key", "auth", "code", "cookie"];

    /// <summary>
    /// A text with control characters, and what editors and terminals take for such, written as <c>\u001b</c>.
    /// </summary>
    public static string Escaped(string text)
    {
        var end = Math.Min(text.Length, Longest);
        var first = 0;
        while (first < end && IsPlain(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var written = new StringBuilder(text, 0, first, end + 16);
        for (; first < end; first++)
        {
            if (IsPlain(text[first]))
            {
                written.Append(text[first]);
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[first]:x4}");
            }
        }

        return end < text.Length ? written.Append("...").ToString() : written.ToString();
    }

    /// <summary>A path. Parts of it that can only be credentials are left out.</summary>
    public static string OfPath(string path) =>
        Escaped(path.Length < 32 ? path : Credential().Replace(path, "(hidden)"));

    /// <summary>A query with its question mark; values that are credentials, or may be, are left out.</summary>
    public static string OfQuery(string query) =>
        query.Length < 2
            ? ""
            : Escaped(
                "?"
                    + string.Join(
                        '&',
                        query[1..]
                            .Split('&', 20)
                            .Select(pair =>
                                pair.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end
                                && (
                                    Array.Exists(Secrets, secret =>
                                        pair.Contains(secret, StringComparison.OrdinalIgnoreCase)
                                    ) || Credential().IsMatch(pair))
                                    ? pair[..end] + "=(hidden)"
                                    : pair)));

    private static bool IsPlain(char letter) =>
        letter is >= ' ' and not '\u007f'
        && (
            letter < '\u0080'
            || CharUnicodeInfo.GetUnicodeCategory(letter)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse));

    [GeneratedRegex("[0-9A-Fa-f]{32,}", RegexOptions.CultureInvariant)]
    private static partial Regex Credential();
}
