using System.Net;
using SocketIo;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>
/// How sessions of Engine.IO begin, change their transport, and what is refused: as recorded from the stock server.
/// </summary>
public sealed class HandshakeTests
{
    [Theory]
    [InlineData("GET", "/socket.io/", 0, "Transport unknown")]
    [InlineData("GET", "/socket.io/?EIO=4&transport=carrier-pigeon", 0, "Transport unknown")]
    [InlineData("GET", "/socket.io/?EIO=4&transport=polling&sid=nobody", 1, "Session ID unknown")]
    [InlineData("POST", "/socket.io/?EIO=4&transport=polling&sid=nobody", 1, "Session ID unknown")]
    [InlineData("POST", "/socket.io/?EIO=4&transport=polling", 2, "Bad handshake method")]
    [InlineData("DELETE", "/socket.io/?EIO=4&transport=polling", 2, "Bad handshake method")]
    [InlineData("GET", "/socket.io/?EIO=4&transport=websocket", 3, "Bad request")]
    [InlineData("GET", "/socket.io/?EIO=3&transport=polling", 5, "Unsupported protocol version")]
    [InlineData("GET", "/socket.io/?transport=polling", 5, "Unsupported protocol version")]
    [InlineData("GET", "/socket.io?EIO=3&transport=polling", 5, "Unsupported protocol version")]
    public async Task What_begins_no_session_is_told_why(string method, string path, int code, string message)
    {
        await using var emulator = new SocketEmulator();
        using var answer = await emulator.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal($$"""{"code":{{code}},"message":"{{message}}"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, emulator.Sessions.Count);
    }

    [Fact]
    public async Task A_session_that_polls_may_upgrade_and_one_over_a_web_socket_has_no_need_to()
    {
        await using var emulator = new SocketEmulator();
        await using var polling = await RawClient.Open(emulator, "polling");
        await using var socket = await RawClient.Open(emulator, "websocket");
        Assert.Equal(
            $$"""{"sid":"{{polling.Id}}","upgrades":["websocket"]"""
            + ""","pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}""",
            polling.Handshake.ToJsonString());
        Assert.Equal(
            $$"""{"sid":"{{socket.Id}}","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}""",
            socket.Handshake.ToJsonString());
        Assert.NotEqual(polling.Id, socket.Id);
    }

    [Fact]
    public async Task The_main_namespace_may_be_joined_too_and_one_nobody_knows_may_not()
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Open(emulator, "websocket");
        await client.Send("40");
        Assert.Matches("""^40\{"sid":"[\w-]{20}"\}$""", await client.Next());
        await client.Send("""42["online",{"username":"stan","portal-token":"key-stan"}]""", """423["anything"]""");
        Assert.Equal("433[]", await client.Next());
        await client.Send("40/nowhere,");
        Assert.Equal("""44/nowhere,{"message":"Invalid namespace"}""", await client.Next());
        await client.Send("""40/user,{"token":"whatever"}""");
        Assert.StartsWith("40/user,{", await client.Next(), StringComparison.Ordinal);
        await client.MustHearNothing();
        Assert.False(await emulator.IsOnline("stan"));
    }

    [Fact]
    public async Task After_an_upgrade_there_is_nothing_to_poll_and_nothing_to_upgrade()
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Join(emulator, "upgrade");
        await client.MustHearNothing();
        using var poll = await emulator.Http.GetAsync($"/socket.io/?EIO=4&transport=polling&sid={client.Id}");
        Assert.Equal("""{"code":3,"message":"Bad request"}""", await poll.Content.ReadAsStringAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => WebSocketClient.At(emulator, "&sid=" + client.Id));
        await client.MustHearNothing();
    }

    [Fact]
    public async Task One_upgrade_at_a_time()
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Open(emulator, "polling");
        await using var first = await WebSocketClient.At(emulator, "&sid=" + client.Id);
        await Assert.ThrowsAnyAsync<Exception>(() => WebSocketClient.At(emulator, "&sid=" + client.Id));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("2")]
    [InlineData("40/user,")]
    public async Task An_upgrade_that_begins_otherwise_comes_to_nothing_and_polling_goes_on(string packet)
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Join(emulator, "polling");
        await using var socket = await WebSocketClient.At(emulator, "&sid=" + client.Id);
        await socket.Send(packet);
        Assert.Null(await socket.NextOrEnd());
        await client.MustHearNothing();
        await using var upgraded = await ((PollingClient)client).Upgrade(emulator);
        await upgraded.MustHearNothing();
    }

    [Fact]
    public async Task An_upgrade_that_is_not_finished_in_time_comes_to_nothing()
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Join(emulator, "polling");
        await using var socket = await WebSocketClient.At(emulator, "&sid=" + client.Id);
        await socket.Send("2probe");
        Assert.Equal("3probe", await socket.Next());
        emulator.Time.Pass(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<Exception>(async () => Assert.NotNull(await socket.NextOrEnd()));
        await client.MustHearNothing();
    }

    [Fact]
    public async Task While_an_upgrade_is_under_way_a_second_poll_is_released_too()
    {
        await using var emulator = new SocketEmulator(time: TimeProvider.System);
        var client = (PollingClient)await RawClient.Join(emulator, "polling");
        await using var socket = await WebSocketClient.At(emulator, "&sid=" + client.Id);
        await socket.Send("2probe");
        Assert.Equal("3probe", await socket.Next());
        Assert.Equal("6", await client.Next());
        Assert.Equal("6", await client.Next());
        await socket.Send("5", "42/user,1[\"a\"]");
        Assert.Equal("43/user,1[]", await socket.Next());
    }

    [Fact]
    public async Task What_is_sent_while_an_upgrade_is_under_way_is_not_lost()
    {
        await using var emulator = new SocketEmulator();
        var client = (PollingClient)await RawClient.Join(emulator, "polling");
        await using var socket = await WebSocketClient.At(emulator, "&sid=" + client.Id);
        await socket.Send("2probe");
        Assert.Equal("3probe", await socket.Next());
        await client.Send("42/user,1[\"a\"]");
        await socket.Send("5");
        Assert.Equal("43/user,1[]", await socket.Next());
    }

    [Fact]
    public async Task Over_the_bound_no_session_begins()
    {
        await using var emulator = new SocketEmulator(new SocketSettings { MaxSessions = 2 });
        await using var first = await RawClient.Open(emulator, "polling");
        await using var second = await RawClient.Open(emulator, "websocket");
        using var third = await emulator.Http.GetAsync("/socket.io/?EIO=4&transport=polling");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
        Assert.Equal("text/plain", third.Content.Headers.ContentType!.ToString());
        await Assert.ThrowsAnyAsync<Exception>(() => RawClient.Open(emulator, "websocket"));
        await first.Close();
        await SocketEmulator.Until(() => emulator.Sessions.Count == 1);
        await using var instead = await RawClient.Open(emulator, "websocket");
    }

    [Fact]
    public async Task Other_paths_are_the_services()
    {
        await using var emulator = new SocketEmulator();
        (await emulator.With().Get("/socket.iodine?EIO=4&transport=polling")).MustRefuse(404);
        var answer = await emulator.With().Get("/socket.io/?EIO=4&transport=polling");
        Assert.Equal("console-connect", answer.Headers["X-Emulator"]);
    }
}
