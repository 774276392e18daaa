using System.IO.Compression;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>How a body was packed for its way, by its <c>Content-Encoding</c>.</summary>
internal static class ContentCoding
{
    /// <summary>More than one is rare; a long row of them would only be work.</summary>
    private const int Most = 4;

    /// <summary>The codings that a request names, in the order in which they were applied.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.UnsupportedEncoding"/>.</exception>
    public static IReadOnlyList<string> Of(HttpRequest request)
    {
        var header = request.Headers.ContentEncoding;
        if (header.Count == 0)
        {
            return [];
        }

        const StringSplitOptions Names = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var named = header.ToString().ToLowerInvariant().Split(',', Names);
        var codings = named.Where(coding => coding != "identity").ToList();
        if (codings.Find(coding => coding is not ("gzip" or "x-gzip" or "deflate" or "br")) is { } unknown)
        {
            throw ServiceErrors.UnsupportedEncoding.Because(
                "Bodies are taken as they are, or packed with gzip, deflate or br (Content-Encoding).", unknown);
        }

        return codings.Count <= Most ? codings
            : throw ServiceErrors.UnsupportedEncoding.Because(
                $"A body may be packed up to {Most} times over.", string.Join(", ", codings));
    }

    /// <summary>Unpacks a body.</summary>
    /// <param name="packed">The body as it was sent.</param>
    /// <param name="codings">Its codings, in the order in which they were applied.</param>
    /// <param name="maxBytes">The most bytes that it may have, at each stage: no more than that is ever held.</param>
    /// <param name="bound">Why it may have no more, for a refusal.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.BodyTooLarge"/>, <see cref="ServiceErrors.BrokenEncoding"/>.
    /// </exception>
    public static ReadOnlyMemory<byte> Inflated(
        ReadOnlyMemory<byte> packed, IReadOnlyList<string> codings, int maxBytes, string bound)
    {
        foreach (var coding in codings.Reverse())
        {
            try
            {
                packed = Inflated(packed, coding, maxBytes, bound);
            }
            catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
            {
                throw ServiceErrors.BrokenEncoding.Because($"Content-Encoding says {coding}, and the body isn't that.");
            }
        }

        return packed;
    }

    private static ReadOnlyMemory<byte> Inflated(ReadOnlyMemory<byte> packed, string coding, int maxBytes, string bound)
    {
        using var source = new MemoryStream(packed.ToArray());
        using Stream inflating = coding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "deflate" when IsZlib(packed.Span) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress), // As some clients understand the word.
            _ => new GZipStream(source, CompressionMode.Decompress),
        };
        using var inflated = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int count;
        while ((count = inflating.Read(chunk)) > 0)
        {
            if (inflated.Length + count > maxBytes)
            {
                throw ServiceErrors.BodyTooLarge.Because($"Unpacked, it is larger. {bound}");
            }

            inflated.Write(chunk, 0, count);
        }

        return inflated.GetBuffer().AsMemory(0, (int)inflated.Length);
    }

    /// <summary>Whether it begins as zlib's format does: the method 8, and a check that comes out even.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> packed) =>
        packed.Length > 1 && (packed[0] & 0x0F) == 8 && ((packed[0] << 8) | packed[1]) % 31 == 0;
}
