using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SocketIo;

/// <summary>What the server is for: its namespaces, and what is done in them.</summary>
internal interface ISocketApplication
{
    /// <summary>Finds what a session belongs to; asked once, when it begins.</summary>
    Task<ISocketNamespaces> Begin(HttpContext context);

    /// <summary>A message as it is taken, where clients send what is no text, such as half a surrogate pair.</summary>
    string Mended(string message);

    /// <summary>Says why a request was refused, where the answer's own words don't.</summary>
    void Explain(HttpContext context, string explanation);
}

/// <summary>The namespaces that a session's client can join, besides the main one, which has no events.</summary>
internal interface ISocketNamespaces
{
    /// <summary>Joins one; null where there is none of the name.</summary>
    /// <param name="name">Its name, such as <c>/user</c>.</param>
    /// <param name="send">Sends a packet to the client without waiting.</param>
    ISocket? Join(string name, Action<SocketIoPacket> send);
}

/// <summary>A client's socket in a namespace. Called for one event after the other.</summary>
internal interface ISocket
{
    /// <summary>Takes an event: a name and arguments.</summary>
    Task Receive(JsonElement @event, CancellationToken ct);

    /// <summary>The socket is gone.</summary>
    Task Leave();
}
