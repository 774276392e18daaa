using System.Text;

namespace Emulator.Sockets;

/// <summary>Why a request is no part of a session: numbers and words of the stock server. They aren't the service's refusals, so they aren't in that catalogue.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Message">Its words.</param>
internal sealed record EngineIoError(int Code, string Message)
{
    /// <summary>Answers a request with it.</summary>
    public Task Answer(HttpContext context)
    {
        var body = Encoding.UTF8.GetBytes(SocketIoPacket.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("code", Code);
            json.WriteString("message", Message);
            json.WriteEndObject();
        }));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

/// <summary>All of them but 4, <c>Forbidden</c>: nobody is kept out here.</summary>
internal static class EngineIoErrors
{
    public static readonly EngineIoError UnknownTransport = new(0, "Transport unknown");
    public static readonly EngineIoError UnknownSession = new(1, "Session ID unknown");
    public static readonly EngineIoError BadHandshakeMethod = new(2, "Bad handshake method");
    public static readonly EngineIoError BadRequest = new(3, "Bad request");
    public static readonly EngineIoError UnsupportedVersion = new(5, "Unsupported protocol version");
}
