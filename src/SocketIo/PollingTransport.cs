using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace SocketIo;

/// <summary>
/// A session's requests while it polls: one GET waits for what there is to say, one POST at a time says something. What
/// overlaps closes the session.
/// </summary>
internal sealed class PollingTransport(EngineIoSession session, ISocketApplication application, SocketSettings settings)
{
    private readonly Lock gate = new();
    private CancellationTokenSource? poll;
    private int isPosting;

    /// <summary>Whether a poll waits for what there is to say.</summary>
    public bool IsPolled
    {
        get
        {
            lock (gate)
            {
                return poll is not null;
            }
        }
    }

    /// <summary>Answers a request of the session's.</summary>
    public Task Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsGet(context.Request.Method) ? Poll(context)
            : HttpMethods.IsPost(context.Request.Method) ? Post(context)
            : EngineIoErrors.BadRequest.Answer(context, application);
    }

    /// <summary>Lets a poll that waits be answered with nothing: its client is about to upgrade.</summary>
    public void Release()
    {
        lock (gate)
        {
            poll?.Cancel();
        }
    }

    private async Task Poll(HttpContext context)
    {
        using var released = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (!Begin(released))
        {
            session.Close();
            EngineIoErrors.Refuse(
                context,
                application,
                StatusCodes.Status400BadRequest,
                "Another poll of this session waits already: one at a time. The session is over.");
            return;
        }

        try
        {
            List<string> packets;
            try
            {
                packets = await session.Outgoing.Take(released.Token);
            }
            catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
            {
                packets = [new EngineIoPacket(EngineIoPacketType.Noop).Encode()];
            }
            finally
            {
                End(); // Before the answer goes out: the client's next poll may be here before this goes on.
            }

            if (session.Closing.IsCancellationRequested)
            {
                packets.Add(
                    new EngineIoPacket(
                        session.ClosedByClient ? EngineIoPacketType.Noop : EngineIoPacketType.Close
                    ).Encode());
            }

            context.Response.ContentType = "text/plain; charset=UTF-8";
            await Write(context, string.Join(EngineIoPacket.Separator, packets));
        }
        catch (Exception lost) when (lost is OperationCanceledException or IOException)
        {
            session.Close(); // The packets are lost, and the client knows nothing of it.
        }
    }

    private async Task Post(HttpContext context)
    {
        var isBinary =
            context.Request.ContentType?.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            == true;
        if (isBinary || Interlocked.Exchange(ref isPosting, 1) == 1)
        {
            session.Close();
            EngineIoErrors.Refuse(
                context,
                application,
                StatusCodes.Status400BadRequest,
                "Packets are sent as text, by one POST at a time. The session is over.");
            return;
        }

        try
        {
            if (await ReadBody(context.Request, context.RequestAborted) is not { } body)
            {
                session.Close();
                EngineIoErrors.Refuse(
                    context,
                    application,
                    StatusCodes.Status413PayloadTooLarge,
                    "A payload is larger than the handshake's maxPayload. The session is over.");
                return;
            }

            await session.Receive(body.Split(EngineIoPacket.Separator));
        }
        catch (Exception lost) when (lost is OperationCanceledException or IOException)
        {
            session.Close();
            const string Why = "The body broke off, or its chunks aren't as HTTP has them. The session is over.";
            EngineIoErrors.Refuse(context, application, StatusCodes.Status400BadRequest, Why);
            if (lost is ConnectionResetException)
            {
                context.Abort(); // Kestrel would try to read the rest.
            }

            return;
        }
        finally
        {
            Interlocked.Exchange(ref isPosting, 0);
        }

        context.Response.ContentType = "text/html";
        await Write(context, "ok");
    }

    private static async Task Write(HttpContext context, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>A body, read whole; null where it is too large.</summary>
    private async Task<string?> ReadBody(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > settings.MaxPayload)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 1024));
        var chunk = new byte[4096];
        int count;
        while ((count = await request.Body.ReadAsync(chunk, ct)) > 0)
        {
            if (body.Length + count > settings.MaxPayload)
            {
                return null;
            }

            body.Write(chunk, 0, count);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private bool Begin(CancellationTokenSource released)
    {
        lock (gate)
        {
            if (poll is not null)
            {
                return false;
            }

            poll = released;
            return true;
        }
    }

    private void End()
    {
        lock (gate)
        {
            poll = null;
        }
    }
}
