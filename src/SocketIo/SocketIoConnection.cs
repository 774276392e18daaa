using System.Text.Json;

namespace SocketIo;

/// <summary>
/// A client's side of Socket.IO 5: which namespaces it has joined, those of the application and the main one, which has
/// no events. Called by its session, for one packet after the other.
/// </summary>
internal sealed class SocketIoConnection
{
    private readonly EngineIoSession session;
    private readonly ISocketNamespaces namespaces;
    private readonly ISocketApplication application;
    private readonly Dictionary<string, ISocket?> joined = new(StringComparer.Ordinal);
    private readonly ITimer connectTimer;

    public SocketIoConnection(
        EngineIoSession session,
        ISocketNamespaces namespaces,
        ISocketApplication application,
        SocketSettings settings,
        TimeProvider machine)
    {
        this.session = session;
        this.namespaces = namespaces;
        this.application = application;
        connectTimer = machine.CreateTimer(
            _ => session.Close(),
            null,
            settings.ConnectTimeout,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Takes a packet. What is none, or out of place, closes the session, as the stock server does; binary ones too.
    /// </summary>
    public async Task Receive(string message)
    {
        if (SocketIoPacket.Decode(application.Mended(message)) is not { } packet)
        {
            session.Close();
            return;
        }

        var isJoined = joined.TryGetValue(packet.Namespace, out var socket);
        switch (packet.Type)
        {
            case SocketIoPacketType.Connect when !isJoined:
                Join(packet.Namespace);
                break;
            case SocketIoPacketType.Event when isJoined:
                await Receive(packet, socket);
                break;
            case SocketIoPacketType.Disconnect when isJoined:
                joined.Remove(packet.Namespace);
                await Leave(socket);
                break;
            case SocketIoPacketType.Ack when isJoined:
                break; // Nothing here asks for one.
            default:
                session.Close();
                break;
        }
    }

    /// <summary>The session is over.</summary>
    public async Task End()
    {
        connectTimer.Dispose();
        foreach (var socket in joined.Values)
        {
            await Leave(socket);
        }

        joined.Clear();
    }

    private static Task Leave(ISocket? socket) => socket?.Leave() ?? Task.CompletedTask;

    private void Join(string name)
    {
        var isMain = name == SocketIoPacket.MainNamespace;
        var socket = isMain ? null : namespaces.Join(name, Send);
        if (!isMain && socket is null)
        {
            Send(SocketIoPacketType.ConnectError, name, "message", "Invalid namespace");
            return;
        }

        connectTimer.Dispose();
        joined.Add(name, socket);
        Send(SocketIoPacketType.Connect, name, "sid", EngineIoSessions.NewId());
    }

    private async Task Receive(SocketIoPacket packet, ISocket? socket)
    {
        using (var data = JsonDocument.Parse(packet.Data!))
        {
            if (socket is not null)
            {
                await socket.Receive(data.RootElement, session.Closing);
            }
        }

        if (packet.Id is { } id)
        {
            Send(new SocketIoPacket(SocketIoPacketType.Ack, packet.Namespace, id, "[]"));
        }
    }

    private void Send(SocketIoPacketType type, string of, string member, string value) =>
        Send(
            new SocketIoPacket(
                type,
                of,
                Data: SocketIoPacket.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteString(member, value);
                    json.WriteEndObject();
                })));

    private void Send(SocketIoPacket packet) =>
        session.Send(new EngineIoPacket(EngineIoPacketType.Message, packet.Encode()));
}
