using System.Net.WebSockets;

namespace SocketIo;

/// <summary>How a session's packets travel.</summary>
internal enum EngineIoTransport
{
    /// <summary>A GET waits for what there is to say, a POST says something.</summary>
    Polling,

    /// <summary>A web socket.</summary>
    WebSocket,
}

/// <summary>
/// One client's session of Engine.IO 4, over whichever transport it uses just now. Used by several threads at once:
/// requests of its client, timers, and the application. Packets that arrive are taken one after the other;
/// packets to send wait in <see cref="Outgoing"/>.
/// </summary>
internal sealed class EngineIoSession
{
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim oneArrives = new(1, 1);
    private readonly Action<EngineIoSession> forget;
    private readonly SocketIoConnection connection;
    private readonly Heartbeat heartbeat;
    private int isClosed;
    private int isUpgrading;
    private volatile EngineIoTransport transport;

    /// <param name="id">What its client names it by.</param>
    /// <param name="transport">What it begins with.</param>
    /// <param name="namespaces">What its client can join.</param>
    /// <param name="application">What takes its messages.</param>
    /// <param name="forget">Called when it has ended.</param>
    /// <param name="settings">Times and bounds.</param>
    /// <param name="machine">The machine's time.</param>
    public EngineIoSession(
        string id,
        EngineIoTransport transport,
        ISocketNamespaces namespaces,
        ISocketApplication application,
        Action<EngineIoSession> forget,
        SocketSettings settings,
        TimeProvider machine)
    {
        Id = id;
        this.forget = forget;
        this.transport = transport;
        Outgoing = new OutgoingPackets(settings.MaxWaiting);
        Polling = new PollingTransport(this, application, settings);
        heartbeat = new Heartbeat(
            settings,
            machine,
            ping: () => Send(new EngineIoPacket(EngineIoPacketType.Ping)),
            silent: () => Close());
        connection = new SocketIoConnection(this, namespaces, application, settings, machine);
        Send(new EngineIoPacket(EngineIoPacketType.Open, SocketIoPacket.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("sid", id);
            json.WriteStartArray("upgrades");
            if (transport == EngineIoTransport.Polling)
            {
                json.WriteStringValue("websocket");
            }

            json.WriteEndArray();
            json.WriteNumber("pingInterval", (int)settings.PingInterval.TotalMilliseconds);
            json.WriteNumber("pingTimeout", (int)settings.PingTimeout.TotalMilliseconds);
            json.WriteNumber("maxPayload", settings.MaxPayload);
            json.WriteEndObject();
        })));
    }

    public string Id { get; }

    /// <summary>What it uses just now.</summary>
    public EngineIoTransport Transport => transport;

    /// <summary>Its requests, for as long as it polls.</summary>
    public PollingTransport Polling { get; }

    /// <summary>What waits to be sent.</summary>
    public OutgoingPackets Outgoing { get; }

    /// <summary>Cancelled when it closes.</summary>
    public CancellationToken Closing => closing.Token;

    /// <summary>Done when it has closed and its user has gone.</summary>
    public Task Ended => ended.Task;

    /// <summary>Whether its client ended it by saying so.</summary>
    public bool ClosedByClient { get; private set; }

    /// <summary>What a web socket is closed with.</summary>
    public WebSocketCloseStatus CloseStatus { get; private set; } = WebSocketCloseStatus.NormalClosure;

    /// <summary>Sends a packet without waiting. A client that doesn't take what it is sent is closed.</summary>
    public void Send(EngineIoPacket packet)
    {
        if (!Outgoing.TryAdd(packet))
        {
            Close();
        }
    }

    /// <summary>Takes one packet, or several of one body, after those that came before.</summary>
    public async Task Receive(params IEnumerable<string> encoded)
    {
        await oneArrives.WaitAsync(CancellationToken.None);
        try
        {
            foreach (var text in encoded)
            {
                if (Closing.IsCancellationRequested)
                {
                    return;
                }

                await Receive(EngineIoPacket.Decode(text));
            }
        }
        catch (OperationCanceledException) when (Closing.IsCancellationRequested)
        {
            // It was closed while it waited for the application.
        }
        finally
        {
            oneArrives.Release();
        }
    }

    /// <summary>Closes it, once; what waits is still sent where the client takes it. Never waits.</summary>
    public void Close(bool byClient = false, WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure)
    {
        if (Interlocked.Exchange(ref isClosed, 1) == 1)
        {
            return;
        }

        ClosedByClient = byClient;
        CloseStatus = status;
        heartbeat.Dispose();
        _ = closing.CancelAsync();
        Outgoing.End();
        _ = Task.Run(End);
    }

    /// <summary>Begins an upgrade to a web socket.</summary>
    /// <returns>False where one has begun, or has been made.</returns>
    public bool TryBeginUpgrade() =>
        transport == EngineIoTransport.Polling && Interlocked.Exchange(ref isUpgrading, 1) == 0;

    /// <summary>Ends it.</summary>
    /// <param name="made">Whether the web socket counts from now on.</param>
    public void EndUpgrade(bool made)
    {
        if (made)
        {
            transport = EngineIoTransport.WebSocket;
            Polling.Release();
        }

        Interlocked.Exchange(ref isUpgrading, 0);
    }

    private async Task Receive(EngineIoPacket? packet)
    {
        switch (packet)
        {
            case { Type: EngineIoPacketType.Message, Data: var message }:
                await connection.Receive(message);
                break;
            case { Type: EngineIoPacketType.Pong }:
                heartbeat.Pong();
                break;
            case { Type: EngineIoPacketType.Close }:
                Close(byClient: true);
                break;
            case null or { Type: EngineIoPacketType.Ping }:
                Close();
                break;
            default:
                break; // The stock server ignores the others.
        }
    }

    private async Task End()
    {
        await oneArrives.WaitAsync(CancellationToken.None);
        try
        {
            await connection.End();
        }
        finally
        {
            oneArrives.Release();
            forget(this);
            ended.SetResult();
        }
    }
}
