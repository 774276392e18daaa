using System.Text;
using Microsoft.AspNetCore.Http;

namespace SocketIo;

/// <summary>
/// Why a request is no part of a session: numbers and words of the stock server. They are no refusals of
/// the application's.
/// </summary>
/// <param name="Code">Its number.</param>
/// <param name="Message">Its words.</param>
/// <param name="Explanation">Why, in ours.</param>
internal sealed record EngineIoError(int Code, string Message, string Explanation)
{
    /// <summary>Answers a request with it.</summary>
    public Task Answer(HttpContext context, ISocketApplication application)
    {
        var body = Encoding.UTF8.GetBytes(SocketIoPacket.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("code", Code);
            json.WriteString("message", Message);
            json.WriteEndObject();
        }));
        EngineIoErrors.Refuse(context, application, StatusCodes.Status400BadRequest, Explanation);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

/// <summary>All of them but 4, <c>Forbidden</c>: nobody is kept out here.</summary>
internal static class EngineIoErrors
{
    public static readonly EngineIoError UnknownTransport = new(
        0,
        "Transport unknown",
        "transport is polling or websocket.");
    public static readonly EngineIoError UnknownSession = new(
        1,
        "Session ID unknown",
        "No session has this sid, or " + "it is over: begin a new one, without a sid.");
    public static readonly EngineIoError BadHandshakeMethod = new(
        2,
        "Bad handshake method",
        "A session is begun by GET.");
    public static readonly EngineIoError BadRequest = new(
        3,
        "Bad request",
        "The transport isn't the one that the " + "session has, or that it can change to; or EIO isn't 4.");
    public static readonly EngineIoError UnsupportedVersion = new(
        5,
        "Unsupported protocol version",
        "Engine.IO 4 (EIO=4) is spoken, that of Socket.IO 3 and 4.");

    /// <summary>
    /// Refuses a request without words of the stock server's, which has none for it: the only place here that does, so
    /// that each refusal is explained.
    /// </summary>
    public static void Refuse(
        HttpContext context, ISocketApplication application, int status, string explanation)
    {
        context.Response.StatusCode = status;
        application.Explain(context, explanation);
    }
}
