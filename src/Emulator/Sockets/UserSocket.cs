using System.Text.Json;
using Emulator.Simulation;
using SocketIo;

namespace Emulator.Sockets;

/// <summary>
/// A client's socket in the namespace <c>/user</c> (000:1444-1486). It says <c>online</c> with a username and a token
/// of theirs, and hears <c>online-status-changed</c> when others come and go. A wrong token gets neither presence nor
/// events; no document says that it gets an error.
/// </summary>
/// <param name="sandbox">Where its user is online.</param>
/// <param name="send">Sends a packet without waiting: it is called while the sandbox is at work.</param>
internal sealed class UserSocket(Sandbox sandbox, Action<SocketIoPacket> send) : ISocket
{
    public const string Namespace = "/user";

    private Presence.Listener? online;

    /// <summary>
    /// Takes an event: a name and arguments. Those nobody knows are ignored, as they are by a server that listens for
    /// none.
    /// </summary>
    public async Task Receive(JsonElement @event, CancellationToken ct)
    {
        if (
            @event[0].ValueKind == JsonValueKind.String
            && @event[0].ValueEquals("online")
            && @event.GetArrayLength() > 1
            && TextOf(@event[1], "username") is { } username
            && TextOf(@event[1], "portal-token") is { } token)
        {
            online = await sandbox.ComeOnline(username, token, Tell, instead: online, ct) ?? online;
        }
    }

    /// <summary>The socket is gone, and its user with it unless another of theirs is left.</summary>
    public async Task Leave()
    {
        if (online is not null)
        {
            await sandbox.GoOffline(online);
            online = null;
        }
    }

    private static string? TextOf(JsonElement argument, string member) =>
        argument.ValueKind == JsonValueKind.Object
        && argument.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private void Tell(OnlineStatus status) =>
        send(
            new SocketIoPacket(
                SocketIoPacketType.Event,
                Namespace,
                Data: SocketIoPacket.Json(json =>
                {
                    json.WriteStartArray();
                    json.WriteStringValue("online-status-changed");
                    json.WriteStartObject();
                    json.WriteString("username", status.Username);
                    json.WriteBoolean("online", status.Online);
                    json.WriteEndObject();
                    json.WriteEndArray();
                })));
}
