using System.Net.WebSockets;
using System.Text;

namespace SocketIo;

/// <summary>A session's packets over a web socket, each a text frame; and the way there from polling.</summary>
internal sealed class WebSocketTransport(
    WebSocket socket,
    EngineIoSession session,
    SocketSettings settings,
    TimeProvider machine)
{
    private static readonly TimeSpan ReleaseInterval = TimeSpan.FromMilliseconds(100);

    private byte[] buffer = new byte[1024];

    /// <summary>Carries the session until it is over.</summary>
    public async Task Run(CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        await using var closes = session.Closing.UnsafeRegister(
            _ => patience.CancelAfter(settings.ClosingTimeout),
            null);
        var sending = SendAll(patience.Token);
        try
        {
            while (await ReadText(patience.Token) is { } packet)
            {
                await session.Receive(packet);
            }

            session.Close(byClient: true);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // The connection is lost.
        }
        finally
        {
            session.Close();
            await sending;
        }
    }

    /// <summary>
    /// Upgrades the session from polling: the client tries the web socket (<c>2probe</c>, <c>3probe</c>), stops
    /// polling, and says so (<c>5</c>). A poll of its that waits is released meanwhile, time and again, since one more
    /// may come before it has the answer.
    /// </summary>
    public async Task Upgrade(CancellationToken aborted)
    {
        var made = false;
        try
        {
            using var limit = new CancellationTokenSource(settings.UpgradeTimeout, machine);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted, session.Closing);
            if (await ReadText(ends.Token) == new EngineIoPacket(EngineIoPacketType.Ping, "probe").Encode())
            {
                await using var releases = machine.CreateTimer(
                    _ => session.Polling.Release(),
                    null,
                    ReleaseInterval,
                    ReleaseInterval);
                await Send(new EngineIoPacket(EngineIoPacketType.Pong, "probe").Encode(), ends.Token);
                session.Polling.Release();
                made = await ReadText(ends.Token) == new EngineIoPacket(EngineIoPacketType.Upgrade).Encode();
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // It didn't work: the session goes on polling.
        }
        finally
        {
            session.EndUpgrade(made);
        }

        await (made ? Run(aborted) : Close(WebSocketCloseStatus.NormalClosure, aborted));
    }

    private static bool IsGone(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;

    private async Task SendAll(CancellationToken ct)
    {
        try
        {
            while (await session.Outgoing.Take(ct) is { Count: > 0 } packets)
            {
                foreach (var packet in packets)
                {
                    await Send(packet, ct);
                }
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            session.Close();
        }

        await Close(session.CloseStatus, ct);
    }

    private Task Send(string packet, CancellationToken ct) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(packet), WebSocketMessageType.Text, endOfMessage: true, ct);

    private async Task Close(WebSocketCloseStatus status, CancellationToken ct)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, null, ct);
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // It is closed already.
        }
    }

    /// <summary>
    /// The next text frame; null where the client has closed, or has sent what isn't taken: binary, or too much.
    /// </summary>
    private async Task<string?> ReadText(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            length += part.Count;
            if (part.MessageType != WebSocketMessageType.Text || length > settings.MaxPayload)
            {
                if (part.MessageType != WebSocketMessageType.Close)
                {
                    session.Close(
                        status: part.MessageType == WebSocketMessageType.Binary
                            ? WebSocketCloseStatus.InvalidMessageType
                            : WebSocketCloseStatus.MessageTooBig);
                }

                return null;
            }

            if (part.EndOfMessage)
            {
                var text = Encoding.UTF8.GetString(buffer, 0, length);
                if (buffer.Length > 64 * 1024)
                {
                    buffer = new byte[1024]; // One large message is no reason to keep room for another.
                }

                return text;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, settings.MaxPayload + 1));
            }
        }
    }
}
