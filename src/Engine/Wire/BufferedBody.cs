using System.Text;
using Emulator.Errors;
using Microsoft.AspNetCore.Connections;

namespace Emulator.Wire;

/// <summary>A request's body, read whole before the operation runs.</summary>
internal sealed class BufferedBody
{
    private static readonly BufferedBody None = new(default, default);

    private BufferedBody(ReadOnlyMemory<byte> sent, ReadOnlyMemory<byte> text)
    {
        Sent = sent;
        Bytes = text;
    }

    /// <summary>The body as UTF-8 without a byte order mark, whatever came; of a file, what came.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>
    /// The body as it came, for the journal; but unpacked, and as UTF-8 where its charset is another one or a byte
    /// order mark says it: otherwise no secret could be found in it.
    /// </summary>
    public ReadOnlyMemory<byte> Sent { get; }

    public bool IsEmpty => Sent.IsEmpty;

    /// <summary>Reads it as text.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.BodyTooLarge"/>, <see cref="ServiceErrors.UnsupportedEncoding"/>,
    /// <see cref="ServiceErrors.UnsupportedCharset"/>, <see cref="ServiceErrors.BrokenEncoding"/>,
    /// <see cref="ServiceErrors.BodyBrokenOff"/>, <see cref="ServiceErrors.BodyTooSlow"/>.
    /// </exception>
    public static async Task<BufferedBody> Read(HttpRequest request, int maxBytes, CancellationToken ct)
    {
        if (HasNone(request))
        {
            return None;
        }

        var encoding = SentText.EncodingOf(request.ContentType);
        var bytes = await ReadBytes(request, maxBytes, $"Bodies of up to {maxBytes} bytes are taken (--max-body).", ct);
        var mark = SentText.MarkOf(bytes.Span);
        var text = SentText.Decoded(bytes, mark ?? encoding);
        return new BufferedBody(mark is null && encoding is UTF8Encoding ? bytes : text, SentText.Mended(text));
    }

    /// <summary>Reads it as a file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The most bytes it may have.</param>
    /// <param name="bound">Why it may have no more, for a refusal.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.BodyTooLarge"/>, <see cref="ServiceErrors.UnsupportedEncoding"/>,
    /// <see cref="ServiceErrors.BrokenEncoding"/>, <see cref="ServiceErrors.BodyBrokenOff"/>,
    /// <see cref="ServiceErrors.BodyTooSlow"/>.
    /// </exception>
    public static async Task<BufferedBody> ReadFile(
        HttpRequest request, int maxBytes, string bound, CancellationToken ct)
    {
        if (HasNone(request))
        {
            return None;
        }

        var bytes = await ReadBytes(request, maxBytes, bound, ct);
        return new BufferedBody(bytes, bytes);
    }

    private static bool HasNone(HttpRequest request) =>
        request.ContentLength is 0
        || (request.ContentLength is null && HttpMethods.IsGet(request.Method)
            && !request.Headers.ContainsKey("Transfer-Encoding"));

    private static async Task<ReadOnlyMemory<byte>> ReadBytes(
        HttpRequest request, int maxBytes, string bound, CancellationToken ct)
    {
        var codings = ContentCoding.Of(request);
        if (request.ContentLength > maxBytes)
        {
            throw ServiceErrors.BodyTooLarge.Because(bound);
        }

        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = await ReadAsSent(request, maxBytes, bound, ct);
        }
        catch (BadHttpRequestException slow) when (slow.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            throw ServiceErrors.BodyTooSlow.Because(
                "The body came too slowly, or not at all: Content-Length may say more than was sent.");
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // What Kestrel says of a connection that ended, and of chunks that are none.
            // Of a connection that was reset it would try to read the rest.
            if (gone is ConnectionResetException)
            {
                request.HttpContext.Abort();
            }

            throw ServiceErrors.BodyBrokenOff.Because(
                "The body broke off, or its chunks aren't as HTTP has them. Nothing was done.");
        }

        return bytes.IsEmpty || codings.Count == 0 ? bytes : ContentCoding.Inflated(bytes, codings, maxBytes, bound);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsSent(
        HttpRequest request, int maxBytes, string bound, CancellationToken ct)
    {
        using var body = new MemoryStream((int)(request.ContentLength ?? 1024));
        var chunk = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int count;
            while ((count = await request.Body.ReadAsync(chunk, ct)) > 0)
            {
                if (body.Length + count > maxBytes)
                {
                    throw ServiceErrors.BodyTooLarge.Because(bound);
                }

                body.Write(chunk, 0, count);
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(chunk);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
