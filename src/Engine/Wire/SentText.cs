using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Emulator.Errors;
using Microsoft.Net.Http.Headers;

namespace Emulator.Wire;

/// <summary>
/// Text as it comes from outside, decoded as a Node.js service does it: nothing is refused for its letters. What
/// can't be decoded becomes U+FFFD, a byte order mark is skipped, and so everything behind this is UTF-8 that .NET's
/// strings can hold.
/// </summary>
internal static class SentText
{
    private const int EscapeLength = 6; // \ud83d

    /// <summary>Never throws; has no byte order mark.</summary>
    private static readonly UTF8Encoding Lenient =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>The encodings that a byte order mark says: UTF-32 first, whose mark begins as UTF-16's does.</summary>
    private static readonly Encoding[] Marked =
        [new UTF32Encoding(false, byteOrderMark: true), Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>How the values of headers are decoded.</summary>
    public static Encoding OfHeaders => Lenient;

    /// <summary>The encoding that a content type names; UTF-8 where it names none.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.UnsupportedCharset"/>.</exception>
    public static Encoding EncodingOf(string? contentType)
    {
        if (contentType is null || !contentType.Contains("charset", StringComparison.OrdinalIgnoreCase)
            || contentType.EndsWith("charset=utf-8", StringComparison.OrdinalIgnoreCase)
            || !MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return Lenient;
        }

        var charset = HeaderUtilities.RemoveQuotes(type.Charset).ToString().Trim();
        switch (charset.ToLowerInvariant())
        {
            case "" or "utf-8" or "utf8" or "us-ascii" or "ascii":
                return Lenient;
            case "utf16le" or "ucs-2" or "ucs2":
                return Encoding.Unicode;
        }

        try
        {
            // What .NET has built in, then the code pages. None of this is registered for the whole process.
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw ServiceErrors.UnsupportedCharset.Because(
                "The charset in Content-Type isn't one that is decoded here: send UTF-8, or name utf-16le, iso-8859-1 "
                + "or windows-1252, for instance.",
                charset);
        }
    }

    /// <summary>The encoding that a byte order mark says; null where there is none.</summary>
    public static Encoding? MarkOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF or 0xFE or 0xFF, ..])
        {
            foreach (var marked in Marked)
            {
                if (bytes.StartsWith(marked.Preamble))
                {
                    return marked;
                }
            }
        }

        return null;
    }

    /// <summary>Text as UTF-8, without a byte order mark. Nothing is copied where it is that already.</summary>
    /// <param name="bytes">As it was sent.</param>
    /// <param name="encoding">How it is encoded.</param>
    public static ReadOnlyMemory<byte> Decoded(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        var letters = bytes.Span.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes;
        return encoding is UTF8Encoding && Utf8.IsValid(letters.Span)
            ? letters
            : Lenient.GetBytes(encoding.GetString(letters.Span));
    }

    /// <summary>
    /// JSON whose escapes stand for whole letters: half of a surrogate pair (<c>"\ud83d"</c>), which JavaScript takes
    /// and .NET doesn't, becomes <c>\ufffd</c>. It is as long as before, so places in the one are places in the other.
    /// </summary>
    /// <param name="json">The JSON, as UTF-8.</param>
    public static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> json)
    {
        byte[]? mended = null;
        for (var at = NextEscape(json.Span, 0); at >= 0;)
        {
            var (half, length) = EscapeAt(json.Span, at);
            if (half)
            {
                mended ??= json.ToArray();
                "\\ufffd"u8.CopyTo(mended.AsSpan(at));
            }

            at = NextEscape(json.Span, at + length);
        }

        return mended ?? json;
    }

    /// <summary>The same for JSON in a string, such as a filter in a query.</summary>
    public static string Mended(string json) =>
        json.Contains("\\u", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Mended(Encoding.UTF8.GetBytes(json)).Span)
            : json;

    /// <summary>Where the next escape begins; -1 where none is left. To find that out costs next to nothing.</summary>
    private static int NextEscape(ReadOnlySpan<byte> json, int from)
    {
        var next = from >= json.Length ? -1 : json[from..].IndexOf((byte)'\\');
        return next < 0 ? -1 : from + next;
    }

    /// <summary>Whether an escape is half of a pair, and how long it is; a whole pair is one.</summary>
    private static (bool IsHalf, int Length) EscapeAt(ReadOnlySpan<byte> json, int at) => UnitAt(json, at) switch
    {
        null => (false, 2), // One of the short ones: \\ among them, behind which no other begins.
        >= 0xD800 and <= 0xDBFF when UnitAt(json, at + EscapeLength) is >= 0xDC00 and <= 0xDFFF =>
            (false, 2 * EscapeLength),
        >= 0xD800 and <= 0xDFFF => (true, EscapeLength),
        _ => (false, EscapeLength),
    };

    /// <summary>The UTF-16 unit that an escape stands for; null where there is none, or a short one.</summary>
    private static int? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var used, 'x') && used == 4
            ? unit
            : null;
}
