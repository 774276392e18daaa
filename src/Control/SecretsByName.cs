using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Emulator.Control;

/// <summary>
/// Finds the values of secrets by their names in text of any kind: forms, JSON that is broken, JSON that stands in a
/// text with its quotes escaped, XML, the parts of a multipart
/// body. Each place is looked at once, and no further back than a name is long: the time it takes grows as the text
/// does.
/// </summary>
/// <param name="redaction">What makes the marks, and remembers the values.</param>
internal sealed class SecretsByName(Redaction redaction)
{
    /// <summary>No name is longer.</summary>
    private const int LongestName = 80;

    /// <summary>No secret's name is shorter.</summary>
    private const int ShortestName = 5;

    /// <summary>What stands between a name and its value.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("=:>");

    private static readonly SearchValues<char> NoName = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.\\");

    private static readonly SearchValues<char> EndOfWord = SearchValues.Create(" \t\r\n,;&<>}])\"'");

    private static readonly SearchValues<char> EndOfLine = SearchValues.Create("\r\n\"'<>");

    private static readonly SearchValues<char> EndOfFormValue = SearchValues.Create(" \t\r\n&<>\"");

    private readonly StringBuilder shown = new();
    private string text = "";
    private int copied;

    /// <summary>The text with a mark in the place of each value.</summary>
    public string Without(string of)
    {
        (text, copied) = (of, 0);
        shown.Clear();
        var (at, inElement) = (0, false);
        while (text.AsSpan(at).IndexOfAny(Ends) is >= 0 and var next)
        {
            var end = at + next;
            at = end + 1;
            if (text[end] == '>')
            {
                inElement = IsSecretElement(end) || (inElement && IsOpening(end));
                at = inElement ? Element(at, ref inElement) : at;
            }
            else if (NameBefore(end) is { Length: >= ShortestName } name && Redaction.IsSecret(name))
            {
                at += text[end] == '=' ? Blank(at, "> \t") : 0;
                at = text[end] == '=' && at < text.Length && text[at] is not ('"' or '\'') ? Form(at)
                    : Value(at, Redaction.IsOfHeader(name));
            }
            else if (text[end] == '=' && PartNamedAt(at) is { } part)
            {
                at = part;
            }
        }

        return copied == 0 ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The name that ends before a place, without the quotes round it; empty where none does.</summary>
    private string NameBefore(int place)
    {
        var first = Math.Max(0, place - LongestName);
        var before = text.AsSpan(first, place - first).TrimEnd(" \t\r\n").TrimEnd("\\\"'");
        var name = before[(before.LastIndexOfAnyExcept(NoName) + 1)..];
        return name.Contains('\\') ? Unescaped(name) : name.ToString();
    }

    /// <summary>Whether the tag that ends at a place begins an element whose name is a secret's.</summary>
    private bool IsSecretElement(int end)
    {
        var name = TagBefore(end);
        return name.Length > 0 && name[0] != '/' && Redaction.IsSecret(name[(name.LastIndexOf(':') + 1)..].ToString());
    }

    private bool IsOpening(int end) => TagBefore(end) is [not '/', ..];

    private ReadOnlySpan<char> TagBefore(int end)
    {
        var first = Math.Max(0, end - (4 * LongestName));
        var before = text.AsSpan(first, end - first);
        var tag = before[(before.LastIndexOf('<') + 1)..];
        return before.LastIndexOf('<') < 0 || tag.EndsWith('/') ? default
            : tag.IndexOfAny(" \t\r\n") is >= 0 and var space ? tag[..space] : tag;
    }

    /// <summary>What an element says, up to the next tag; where it says nothing, what its first child does is as
    /// secret.</summary>
    private int Element(int from, ref bool inElement)
    {
        const string Literal = "<![CDATA[";
        var isLiteral = text.AsSpan(from).TrimStart().StartsWith(Literal);
        var start = isLiteral ? text.IndexOf(Literal, from, StringComparison.Ordinal) + Literal.Length : from;
        var length = isLiteral ? text.AsSpan(start).IndexOf("]]>") : text.AsSpan(start).IndexOf('<');
        var end = length < 0 ? text.Length : start + length;
        var said = text.AsSpan(start, end - start);
        if (said.TrimStart() is { IsEmpty: false } value)
        {
            inElement = false;
            var written = value.TrimEnd().ToString();
            redaction.Note(WebUtility.HtmlDecode(written));
            Put(end - value.Length, written.Length, redaction.Secret(written));
        }

        return end;
    }

    /// <summary>A form's value, up to the next pair.</summary>
    private int Form(int from)
    {
        var end = EndOf(from, EndOfFormValue);
        if (end > from)
        {
            var written = text[from..end];
            redaction.Note(written);
            Put(from, end - from, redaction.Secret(Redaction.Unescaped(written)));
        }

        return end;
    }

    /// <summary>A value behind a colon, or in quotes: one with as many backslashes in front as the quote that begins
    /// it.</summary>
    /// <param name="from">Where it begins, or the blanks before it do.</param>
    /// <param name="isLine">Whether one without quotes goes on to the end of its line.</param>
    private int Value(int from, bool isLine)
    {
        var start = from + Blank(from, " \t\r\n");
        if (start < text.Length && text[start] is '[' or '{')
        {
            return Group(start);
        }

        var slashes = Blank(start, "\\");
        var quote = start + slashes;
        if (quote >= text.Length || text[quote] is not ('"' or '\''))
        {
            var word = EndOf(start, isLine ? EndOfLine : EndOfWord);
            if (word > start)
            {
                if (isLine && text.AsSpan(start, word - start).IndexOf(' ') is > 0 and var way)
                {
                    redaction.Note(text[(start + way + 1)..word]); // As in the header of that name.
                }

                Put(start, word - start, redaction.Secret(text[start..word]));
            }

            return word;
        }

        var first = quote + 1;
        var end = EndOfQuoted(first, text[quote], slashes);
        var written = text[first..end];
        redaction.Note(written);
        Put(first, end - first,
            redaction.Secret(written.Contains('\\', StringComparison.Ordinal) ? Unescaped(written) : written));
        return Math.Min(text.Length, end + 1);
    }

    /// <summary>A list or an object, as a whole: in broken JSON nobody knows which of it is no secret.</summary>
    private int Group(int start)
    {
        var (depth, end) = (0, start);
        while (end < text.Length)
        {
            depth += text[end] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            end++;
            if (depth == 0)
            {
                break;
            }
        }

        foreach (var word in text[start..end].Split(['"', '\'', ',', '[', ']', '{', '}'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            redaction.Note(word);
        }

        Put(start, end - start, $"\"{redaction.Secret(text[start..end])}\"");
        return end;
    }

    /// <summary>Where to go on behind a part of a multipart body whose name, behind <c>name=</c>, is a secret's; null
    /// where it isn't one.</summary>
    private int? PartNamedAt(int quote)
    {
        if (quote >= text.Length || text[quote] != '"'
            || !text.AsSpan(0, quote - 1).EndsWith("name", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var named = text.AsSpan(quote + 1, Math.Min(LongestName, text.Length - quote - 1));
        if (named.IndexOf('"') is not (> 0 and var length) || !Redaction.IsSecret(named[..length].ToString()))
        {
            return null;
        }

        // An empty line ends the part's headers, which are few; two hyphens begin the next boundary.
        var headers = text.AsSpan(quote, Math.Min(1000, text.Length - quote));
        var (blank, skip) = headers.IndexOf("\r\n\r\n") is >= 0 and var carried ? (carried, 4)
            : (headers.IndexOf("\n\n"), 2);
        if (blank < 0)
        {
            return null;
        }

        var start = quote + blank + skip;
        var next = text.AsSpan(start).IndexOf("\n--");
        var value = text.AsSpan(start, next < 0 ? text.Length - start : next).TrimEnd('\r').ToString();
        Put(start, value.Length, redaction.Secret(value));
        return start + value.Length;
    }

    private int EndOfQuoted(int from, char quote, int slashes)
    {
        var at = from;
        while (text.AsSpan(at).IndexOf(quote) is >= 0 and var next)
        {
            at += next;
            var before = text.AsSpan(from, at - from);
            var escaping = before.Length - before.TrimEnd('\\').Length;
            if (slashes == 0 ? escaping % 2 == 0 : escaping <= slashes)
            {
                return at - (slashes == 0 ? 0 : escaping);
            }

            at++;
        }

        return text.Length;
    }

    private int EndOf(int from, SearchValues<char> ends) => text.AsSpan(from).IndexOfAny(ends) is >= 0 and var length
        ? from + length : text.Length;

    private int Blank(int from, string of) => from >= text.Length ? 0
        : text.AsSpan(from).IndexOfAnyExcept(of) is >= 0 and var length ? length : text.Length - from;

    private void Put(int start, int length, string mark)
    {
        shown.Append(text, copied, start - copied).Append(mark);
        copied = start + length;
    }

    /// <summary>Without the backslashes of JSON, as far as they say something.</summary>
    private static string Unescaped(ReadOnlySpan<char> written)
    {
        var plain = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            if (written[at] != '\\' || at + 1 == written.Length)
            {
                plain.Append(written[at]);
            }
            else if (written[at + 1] == 'u' && at + 5 < written.Length
                && ushort.TryParse(written.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                at += 5;
            }
            else
            {
                at++;
                plain.Append(written[at] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    var other => other,
                });
            }
        }

        return plain.ToString();
    }
}
