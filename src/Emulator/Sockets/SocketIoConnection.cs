using System.Text.Json;
using Emulator.Simulation;

namespace Emulator.Sockets;

/// <summary>
/// A client's side of Socket.IO 5: which namespaces it has joined. There are two, the main one, which has no events,
/// and <c>/user</c>. Called by its session, for one packet after the other.
/// </summary>
internal sealed class SocketIoConnection
{
    private readonly EngineIoSession session;
    private readonly Sandbox sandbox;
    private readonly Dictionary<string, UserSocket?> joined = new(StringComparer.Ordinal);
    private readonly ITimer connectTimer;

    public SocketIoConnection(EngineIoSession session, Sandbox sandbox, SocketSettings settings, TimeProvider machine)
    {
        this.session = session;
        this.sandbox = sandbox;
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
        if (SocketIoPacket.Decode(message) is not { } packet)
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

    private static Task Leave(UserSocket? socket) => socket?.Leave() ?? Task.CompletedTask;

    private void Join(string name)
    {
        if (name is not (SocketIoPacket.MainNamespace or UserSocket.Namespace))
        {
            Send(SocketIoPacketType.ConnectError, name, "message", "Invalid namespace");
            return;
        }

        connectTimer.Dispose();
        joined.Add(name, name == UserSocket.Namespace ? new UserSocket(sandbox, Send) : null);
        Send(SocketIoPacketType.Connect, name, "sid", EngineIoSessions.NewId());
    }

    private async Task Receive(SocketIoPacket packet, UserSocket? socket)
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
