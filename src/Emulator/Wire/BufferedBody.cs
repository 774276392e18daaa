using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>A request's body, read whole before the operation runs.</summary>
internal sealed class BufferedBody
{
    private BufferedBody(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        Bytes = bytes;
        ContentType = contentType;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public string? ContentType { get; }

    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BodyTooLarge"/>.</exception>
    public static Task<BufferedBody> Read(HttpRequest request, int maxBytes, CancellationToken ct) => Read(request, maxBytes, $"Bodies of up to {maxBytes} bytes are taken (--max-body).", ct);

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The most bytes it may have.</param>
    /// <param name="bound">Why it may have no more, for a refusal.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BodyTooLarge"/>.</exception>
    public static async Task<BufferedBody> Read(HttpRequest request, int maxBytes, string bound, CancellationToken ct)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return new BufferedBody(default, null);
        }

        if (request.ContentLength > maxBytes)
        {
            throw ServiceErrors.BodyTooLarge.Because(bound);
        }

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

        return new BufferedBody(body.GetBuffer().AsMemory(0, (int)body.Length), request.ContentType);
    }
}
