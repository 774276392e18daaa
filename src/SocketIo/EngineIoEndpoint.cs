using Microsoft.AspNetCore.Http;

namespace SocketIo;

/// <summary>
/// Answers <c>/socket.io/</c>: begins sessions of Engine.IO 4, and leads each further request to its session. What it
/// refuses, and in what order, is as with the stock server.
/// </summary>
internal sealed class EngineIoEndpoint(
    EngineIoSessions sessions,
    ISocketApplication application,
    SocketSettings settings,
    TimeProvider machine)
{
    private const string Version = "4";

    public Task Answer(HttpContext context)
    {
        string? transport = context.Request.Query["transport"];
        string? id = context.Request.Query["sid"];
        return transport switch
        {
            "polling" => Answer(context, EngineIoTransport.Polling, id),
            "websocket" => Answer(context, EngineIoTransport.WebSocket, id),
            _ => EngineIoErrors.UnknownTransport.Answer(context, application),
        };
    }

    private Task Answer(HttpContext context, EngineIoTransport transport, string? id)
    {
        var fits = context.WebSockets.IsWebSocketRequest == (transport == EngineIoTransport.WebSocket);
        var speaksVersion = context.Request.Query["EIO"] == Version;
        if (string.IsNullOrEmpty(id))
        {
            return !context.WebSockets.IsWebSocketRequest && !HttpMethods.IsGet(context.Request.Method)
                    ? EngineIoErrors.BadHandshakeMethod.Answer(context, application)
                : !fits ? EngineIoErrors.BadRequest.Answer(context, application)
                : !speaksVersion ? EngineIoErrors.UnsupportedVersion.Answer(context, application)
                : Begin(context, transport);
        }

        return sessions.Find(id) is not { } session ? EngineIoErrors.UnknownSession.Answer(context, application)
            : !fits || !speaksVersion ? EngineIoErrors.BadRequest.Answer(context, application)
            : transport == EngineIoTransport.Polling && session.Transport == EngineIoTransport.Polling
                ? session.Polling.Answer(context)
            : transport == EngineIoTransport.WebSocket && session.TryBeginUpgrade() ? Upgrade(context, session)
            : EngineIoErrors.BadRequest.Answer(context, application);
    }

    private async Task Begin(HttpContext context, EngineIoTransport transport)
    {
        if (sessions.Open(transport, await application.Begin(context)) is not { } session)
        {
            const string TooMany = "No session can begin: there are too many, or the emulator stops.";
            EngineIoErrors.Refuse(context, application, StatusCodes.Status503ServiceUnavailable, TooMany);
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(TooMany, context.RequestAborted);
            return;
        }

        if (transport == EngineIoTransport.Polling)
        {
            await session.Polling.Answer(context);
            return;
        }

        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await new WebSocketTransport(socket, session, settings, machine).Run(context.RequestAborted);
        }
        finally
        {
            session.Close(); // Where it couldn't even begin, too.
        }
    }

    private async Task Upgrade(HttpContext context, EngineIoSession session)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await new WebSocketTransport(socket, session, settings, machine).Upgrade(context.RequestAborted);
    }
}
