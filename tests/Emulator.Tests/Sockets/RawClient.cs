using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>A client that says what a stock client says, packet by packet, and reads the wire.</summary>
internal abstract class RawClient : IAsyncDisposable
{
    /// <summary>What the emulator calls the session.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The packet that began the session.</summary>
    public JsonNode Handshake { get; private set; } = JsonNode.Parse("{}")!;

    /// <summary>Begins a session.</summary>
    /// <param name="emulator">With whom.</param>
    /// <param name="transports">
    /// <c>polling</c>, <c>websocket</c>, or <c>upgrade</c>: from the one to the other, as stock clients do by default.
    /// </param>
    public static async Task<RawClient> Open(SocketEmulator emulator, string transports)
    {
        RawClient client =
            transports == "websocket" ? await WebSocketClient.At(emulator, "") : new PollingClient(emulator.Http);
        var packet = await client.Next();
        Assert.StartsWith("0{", packet, StringComparison.Ordinal);
        client.Handshake = JsonNode.Parse(packet[1..])!;
        client.Id = client.Handshake["sid"]!.GetValue<string>();
        return transports == "upgrade" ? await ((PollingClient)client).Upgrade(emulator) : client;
    }

    /// <summary>Begins a session and joins <c>/user</c>.</summary>
    public static async Task<RawClient> Join(SocketEmulator emulator, string transports)
    {
        var client = await Open(emulator, transports);
        await client.Send("40/user,");
        Assert.Matches("""^40/user,\{"sid":"[\w-]{20}"\}$""", await client.Next());
        return client;
    }

    /// <summary>Begins a session, joins <c>/user</c> and goes online.</summary>
    public static async Task<RawClient> GoOnline(
        SocketEmulator emulator,
        string username,
        string transports = "websocket")
    {
        var client = await Join(emulator, transports);
        await client.SayOnline(username, await emulator.TokenOf(username));
        return client;
    }

    /// <summary>Says <c>online</c>, and waits until that has been taken. Nothing else may arrive meanwhile.</summary>
    public async Task SayOnline(string username, string token)
    {
        await Send($$"""42/user,7["online",{"username":"{{username}}","portal-token":"{{token}}"}]""");
        Assert.Equal("43/user,7[]", await Next());
    }

    /// <summary>It must hear that somebody came or went.</summary>
    public async Task MustHear(string username, bool online) =>
        Assert.Equal(
            """42/user,["online-status-changed","""
            + $$"""{"username":"{{username}}","online":{{(online ? "true" : "false")}}}]""",
            await Next());

    /// <summary>There must be nothing to hear.</summary>
    public async Task MustHearNothing()
    {
        await Send("""42/user,99["nobody listens for this"]""");
        Assert.Equal("43/user,99[]", await Next());
    }

    /// <summary>The emulator must close the session, and say nothing more.</summary>
    public async Task MustBeClosed()
    {
        Assert.Null(await NextOrEnd());
    }

    /// <summary>Sends packets.</summary>
    public abstract Task Send(params string[] packets);

    /// <summary>The next packet; null once the emulator has closed.</summary>
    public abstract Task<string?> NextOrEnd();

    /// <summary>The next packet.</summary>
    public async Task<string> Next() =>
        await NextOrEnd() ?? throw new InvalidOperationException("The emulator has closed the session.");

    /// <summary>Closes the session as stock clients do.</summary>
    public abstract Task Close();

    /// <summary>Goes without a word.</summary>
    public abstract void Vanish();

    public ValueTask DisposeAsync()
    {
        Vanish();
        return ValueTask.CompletedTask;
    }

    protected void Continue(RawClient other) => (Id, Handshake) = (other.Id, other.Handshake);
}

/// <summary>One that polls.</summary>
internal sealed class PollingClient(HttpClient http) : RawClient
{
    private readonly Queue<string> arrived = new();
    private readonly CancellationTokenSource vanishing = new();

    /// <summary>Where its requests go.</summary>
    public string Path => "/socket.io/?EIO=4&transport=polling" + (Id.Length == 0 ? "" : "&sid=" + Id);

    public override async Task Send(params string[] packets)
    {
        using var answer = await http.PostAsync(
            Path,
            new StringContent(string.Join('\x1e', packets), Encoding.UTF8, "text/plain"));
        Assert.Equal("ok", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.ToString());
    }

    public override async Task<string?> NextOrEnd()
    {
        while (arrived.Count == 0)
        {
            using var answer = await http.GetAsync(Path, vanishing.Token);
            var text = await answer.Content.ReadAsStringAsync();
            if (text == """{"code":1,"message":"Session ID unknown"}""")
            {
                return null;
            }

            Assert.True(answer.IsSuccessStatusCode, text);
            Assert.Equal("text/plain; charset=UTF-8", answer.Content.Headers.ContentType!.ToString());
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            foreach (var packet in text.Split('\x1e'))
            {
                arrived.Enqueue(packet);
            }
        }

        return arrived.Dequeue() is var next && next == "1" ? null : next;
    }

    public override Task Close() => Send("1");

    public override void Vanish() => vanishing.Cancel();

    /// <summary>Goes over to a web socket.</summary>
    public async Task<WebSocketClient> Upgrade(SocketEmulator emulator)
    {
        var upgraded = await WebSocketClient.At(emulator, "&sid=" + Id);
        var waiting = Next();
        await upgraded.Send("2probe");
        Assert.Equal("3probe", await upgraded.Next());
        await SocketEmulator.Until(() =>
        {
            emulator.Time.Pass(TimeSpan.FromSeconds(0.1));
            return waiting.IsCompleted;
        });
        Assert.Equal("6", await waiting);
        await upgraded.Send("5");
        upgraded.Continue(this);
        return upgraded;
    }
}

/// <summary>One with a web socket.</summary>
internal sealed class WebSocketClient(WebSocket socket) : RawClient
{
    /// <summary>What the emulator has closed it with.</summary>
    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public static async Task<WebSocketClient> At(SocketEmulator emulator, string rest) =>
        new(await emulator.WebSocket("/socket.io/?EIO=4&transport=websocket" + rest));

    public override async Task Send(params string[] packets)
    {
        foreach (var packet in packets)
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(packet),
                WebSocketMessageType.Text,
                endOfMessage: true,
                CancellationToken.None);
        }
    }

    public Task SendBinary(byte[] bytes) =>
        socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    public override async Task<string?> NextOrEnd()
    {
        var buffer = new byte[16 * 1024];
        var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
        Assert.True(part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, part.Count);
    }

    public override Task Close() =>
        socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public override void Vanish() => socket.Abort();

    public new void Continue(RawClient other) => base.Continue(other);
}
