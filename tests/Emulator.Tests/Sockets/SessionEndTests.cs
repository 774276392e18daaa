using System.Net;
using System.Net.WebSockets;
using SocketIo;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>What ends a session, and that nothing of it is left. Most of it is what bad clients do.</summary>
public sealed class SessionEndTests
{
    private static readonly SocketSettings Impatient = new() { ClosingTimeout = TimeSpan.FromMilliseconds(100) };

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("upgrade")]
    public async Task A_ping_without_a_pong_ends_it_though_the_sandboxs_clock_stands_still(string transports)
    {
        await using var emulator = new SocketEmulator(Impatient);
        await using var meg = await RawClient.GoOnline(emulator, "meg", transports);
        emulator.Time.Pass(TimeSpan.FromSeconds(20));
        await meg.MustHearNothing();
        emulator.Time.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal("2", await meg.Next());
        emulator.Time.Pass(TimeSpan.FromSeconds(15));
        await meg.MustHearNothing();
        var end = meg.MustBeClosed();
        emulator.Time.Pass(TimeSpan.FromSeconds(5));
        await end;
        await SocketEmulator.Until(() => emulator.Sessions.Count == 0);
        Assert.False(await emulator.IsOnline("meg"));
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("upgrade")]
    public async Task A_pong_keeps_it(string transports)
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Join(emulator, transports);
        for (var i = 0; i < 5; i++)
        {
            emulator.Time.Pass(TimeSpan.FromSeconds(25));
            Assert.Equal("2", await client.Next());
            emulator.Time.Pass(TimeSpan.FromSeconds(15));
            await client.Send("3");
            await client.MustHearNothing();
        }
    }

    [Fact]
    public async Task Who_polls_no_more_is_gone_after_a_while()
    {
        await using var emulator = new SocketEmulator();
        await using var meg = await RawClient.GoOnline(emulator, "meg", "polling");
        emulator.Time.Pass(TimeSpan.FromSeconds(45));
        await SocketEmulator.Until(() => emulator.Sessions.Count == 0);
        Assert.False(await emulator.IsOnline("meg"));
        using var late = await emulator.Http.GetAsync(((PollingClient)meg).Path);
        Assert.Equal("""{"code":1,"message":"Session ID unknown"}""", await late.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    public async Task Who_joins_no_namespace_is_closed(string transports)
    {
        await using var emulator = new SocketEmulator(Impatient with { PingInterval = TimeSpan.FromHours(1) });
        await using var joined = await RawClient.Join(emulator, transports);
        await using var client = await RawClient.Open(emulator, transports);
        var end = client.MustBeClosed();
        emulator.Time.Pass(TimeSpan.FromSeconds(44.9));
        Assert.False(end.IsCompleted);
        emulator.Time.Pass(TimeSpan.FromSeconds(0.1));
        await end;
        await SocketEmulator.Until(() => emulator.Sessions.Count == 1);
        await joined.MustHearNothing();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("2")]
    [InlineData("4")]
    [InlineData("4x")]
    [InlineData("40/user,")]
    [InlineData("42[\"not joined\"]")]
    [InlineData("42/user,{}")]
    [InlineData("44/user,{}")]
    [InlineData("451-/user,[\"online\",{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("bAQIDBA==")]
    public async Task A_packet_that_is_none_or_out_of_place_closes_it(string packet)
    {
        await using var emulator = new SocketEmulator(Impatient);
        foreach (var transports in new[] { "polling", "websocket" })
        {
            await using var client = await RawClient.GoOnline(emulator, "meg", transports);
            var end = client.MustBeClosed();
            await client.Send(packet);
            await end;
            await SocketEmulator.Until(() => emulator.Sessions.Count == 0);
            Assert.False(await emulator.IsOnline("meg"));
        }
    }

    [Fact]
    public async Task A_poll_beside_a_poll_closes_it()
    {
        await using var emulator = new SocketEmulator();
        await using var client = (PollingClient)await RawClient.Join(emulator, "polling");

        // Whichever comes second is refused; the other is told that the session is over.
        var polls = await Task.WhenAll(emulator.Http.GetAsync(client.Path), emulator.Http.GetAsync(client.Path));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest], polls.Select(poll => poll.StatusCode).Order());
        Assert.Equal("1", await polls.Single(poll => poll.StatusCode == HttpStatusCode.OK).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_post_beside_a_post_closes_it()
    {
        await using var emulator = new SocketEmulator();
        var client = (PollingClient)await RawClient.Join(emulator, "polling");
        var slow = new SlowContent();
        var first = emulator.Http.PostAsync(client.Path, slow);
        await slow.Begun;
        using var second = await emulator.Http.PostAsync(client.Path, new StringContent("3"));
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        await client.MustBeClosed();
        slow.Finish();
        using var answer = await first;
    }

    [Fact]
    public async Task A_binary_post_closes_it()
    {
        await using var emulator = new SocketEmulator();
        var client = (PollingClient)await RawClient.Join(emulator, "polling");
        using var content = new ByteArrayContent([4, 1]);
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await emulator.Http.PostAsync(client.Path, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await client.MustBeClosed();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_large_a_body_closes_it(bool lengthKnown)
    {
        await using var emulator = new SocketEmulator();
        var client = (PollingClient)await RawClient.Join(emulator, "polling");
        await client.Send($"42/user,1[\"{new string('a', 999_980)}\"]");
        Assert.Equal("43/user,1[]", await client.Next());
        var large = new byte[1_000_001];
        using HttpContent content = lengthKnown ? new ByteArrayContent(large) : new StreamContent(new Trickle(large));
        using var answer = await emulator.Http.PostAsync(client.Path, content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await client.MustBeClosed();
    }

    [Fact]
    public async Task Too_large_or_binary_a_frame_closes_it_and_says_so()
    {
        await using var emulator = new SocketEmulator();
        await using var large = (WebSocketClient)await RawClient.Join(emulator, "websocket");
        await large.Send($"42/user,1[\"{new string('a', 999_980)}\"]");
        Assert.Equal("43/user,1[]", await large.Next());
        await large.Send("4" + new string('a', 1_000_000));
        Assert.Null(await large.NextOrEnd());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, large.CloseStatus);
        await using var binary = (WebSocketClient)await RawClient.Join(emulator, "websocket");
        await binary.SendBinary([4, 1]);
        Assert.Null(await binary.NextOrEnd());
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, binary.CloseStatus);
    }

    [Fact]
    public async Task Who_does_not_take_what_is_sent_is_gone()
    {
        await using var emulator = new SocketEmulator(new SocketSettings { MaxWaiting = 300 });
        await using var stan = await RawClient.GoOnline(emulator, "stan", "polling");
        for (var i = 0; i < 4; i++)
        {
            await using var meg = await RawClient.GoOnline(emulator, "meg");
            await meg.Close();
            await SocketEmulator.Until(() => emulator.Sessions.Count <= 1);
        }

        await SocketEmulator.Until(() => emulator.Sessions.Count == 0);
        Assert.False(await emulator.IsOnline("stan"));
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("upgrade")]
    public async Task When_the_process_stops_sockets_are_closed_at_once_and_none_begins(string transports)
    {
        await using var emulator = new SocketEmulator(Impatient);
        await using var client = await RawClient.GoOnline(emulator, "stan", transports);
        var end = client.MustBeClosed();
        await emulator.Sessions.DisposeAsync();
        Assert.Equal(0, emulator.Sessions.Count);
        await end;
        using var late = await emulator.Http.GetAsync("/socket.io/?EIO=4&transport=polling");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
    }

    /// <summary>A body whose end is a long time coming.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly TaskCompletionSource begun = new();
        private readonly TaskCompletionSource finished = new();

        public Task Begun => begun.Task;

        public void Finish() => finished.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[200_000]); // More than fits between: somebody has begun to read it.
            await stream.FlushAsync();
            begun.SetResult();
            await finished.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>A stream that doesn't tell how long it is.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
