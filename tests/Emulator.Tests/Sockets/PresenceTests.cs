using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>The namespace <c>/user</c> (000:1444-1486): who is online, and who hears of it.</summary>
public sealed class PresenceTests
{
    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("upgrade")]
    public async Task Others_hear_of_a_user_who_comes_and_goes(string transports)
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.GoOnline(emulator, "stan", transports);
        await using var meg = await RawClient.GoOnline(emulator, "meg", transports);
        await stan.MustHear("meg", online: true);
        Assert.True(await emulator.IsOnline("meg"));
        await meg.MustHearNothing();
        await meg.Close();
        await stan.MustHear("meg", online: false);
        Assert.False(await emulator.IsOnline("meg"));
        Assert.True(await emulator.IsOnline("stan"));
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("upgrade")]
    public async Task A_client_that_vanishes_is_gone(string transports)
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.GoOnline(emulator, "stan");
        var meg = await RawClient.GoOnline(emulator, "meg", transports);
        await stan.MustHear("meg", online: true);
        var waiting = meg.NextOrEnd(); // A client that polls is only missed while it does.
        meg.Vanish();
        await stan.MustHear("meg", online: false);
        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
    }

    [Theory]
    [InlineData("polling", """{"username":"\ud83d","portal-token":"\udc00"}""")]
    [InlineData("websocket", """{"username":"\ud83d","portal-token":"\udc00"}""")]
    [InlineData("websocket", """{"\ud83d":"\ud83d","username":"stan","portal-token":"a"}""")]
    [InlineData("websocket", """["\ud83d"]""")]
    [InlineData("websocket", "\"\\udc00\"")]
    public async Task Half_of_a_surrogate_pair_in_an_event_leaves_the_session_up(string transports, string argument)
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Join(emulator, transports);
        await client.Send($$"""42/user,1["online",{{argument}}]""", """42/user,2["\ud83d",{"a":"\udc00"}]""");
        Assert.Equal("43/user,1[]", await client.Next());
        Assert.Equal("43/user,2[]", await client.Next());
        await client.SayOnline("stan", await emulator.TokenOf("stan"));
        Assert.True(await emulator.IsOnline("stan"));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_in_a_packet_leave_the_session_up()
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Join(emulator, "polling");
        byte[] odd = [.. "42/user,1[\"online\",{\"username\":\"caf"u8, 0xE9, .. "\",\"portal-token\":\"\"}]"u8];
        using var packet = new ByteArrayContent(odd);
        using var answer = await emulator.Http.PostAsync(((PollingClient)client).Path, packet);
        Assert.Equal("ok", await answer.Content.ReadAsStringAsync());
        Assert.Equal("43/user,1[]", await client.Next());
    }

    [Theory]
    [InlineData("stan", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("stan", "")]
    [InlineData("stan", "token of meg")]
    [InlineData("nobody", "token of meg")]
    [InlineData("", "token of meg")]
    public async Task A_token_that_is_not_theirs_gets_neither_presence_nor_events_nor_an_error(
        string username,
        string token)
    {
        await using var emulator = new SocketEmulator();
        await using var vera = await RawClient.GoOnline(emulator, "vera");
        await using var liar = await RawClient.Join(emulator, "websocket");
        await liar.SayOnline(username, token == "token of meg" ? await emulator.TokenOf("meg") : token);
        await using var meg = await RawClient.GoOnline(emulator, "meg");
        await vera.MustHear("meg", online: true);
        await vera.MustHearNothing();
        await liar.MustHearNothing();
        Assert.False(await emulator.IsOnline("stan"));
    }

    [Theory]
    [InlineData("""42/user,7["online"]""")]
    [InlineData("""42/user,7["online",null]""")]
    [InlineData("""42/user,7["online","stan"]""")]
    [InlineData("""42/user,7["online",{"username":"stan"}]""")]
    [InlineData("""42/user,7["online",{"username":1,"portal-token":2}]""")]
    [InlineData("""42/user,7[1,2]""")]
    public async Task An_online_that_says_nothing_of_use_is_ignored(string packet)
    {
        await using var emulator = new SocketEmulator();
        await using var client = await RawClient.Join(emulator, "websocket");
        await client.Send(packet);
        Assert.Equal("43/user,7[]", await client.Next());
        await client.MustHearNothing();
    }

    [Fact]
    public async Task An_API_key_does_for_a_token_and_case_of_the_username_does_not_matter()
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.Join(emulator, "websocket");
        await stan.SayOnline("STAN", "key-stan");
        Assert.True(await emulator.IsOnline("stan"));
    }

    [Fact]
    public async Task Who_logs_out_is_gone_and_hears_no_more()
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.GoOnline(emulator, "stan");
        var token = await emulator.TokenOf("meg");
        await using var meg = await RawClient.Join(emulator, "websocket");
        await meg.SayOnline("meg", token);
        await stan.MustHear("meg", online: true);
        (await emulator.With(token).Delete("/api/auth/token")).MustBeOk();
        await stan.MustHear("meg", online: false);
        await using var vera = await RawClient.GoOnline(emulator, "vera");
        await stan.MustHear("vera", online: true);
        await meg.MustHearNothing();
        await meg.SayOnline("meg", token);
        Assert.False(await emulator.IsOnline("meg"));
        await meg.SayOnline("meg", await emulator.TokenOf("meg"));
        await stan.MustHear("meg", online: true);
    }

    [Fact]
    public async Task A_reset_takes_everybody_whose_token_is_gone()
    {
        await using var emulator = new SocketEmulator();
        await using var vera = await RawClient.Join(emulator, "websocket");
        await using var stan = await RawClient.GoOnline(emulator, "stan");
        await using var meg = await RawClient.Join(emulator, "websocket");
        await meg.SayOnline("meg", "key-meg");
        await stan.MustHear("meg", online: true);
        (await emulator.With().Post("/__admin/reset")).MustBeOk();
        Assert.False(await emulator.IsOnline("stan"));
        Assert.True(await emulator.IsOnline("meg"));
        await meg.MustHear("stan", online: false);
        await vera.MustHearNothing();
    }

    [Fact]
    public async Task Of_two_sockets_of_one_user_the_first_to_come_and_the_last_to_go_tell()
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.GoOnline(emulator, "stan");
        await using var first = await RawClient.GoOnline(emulator, "meg");
        await using var second = await RawClient.GoOnline(emulator, "meg", "polling");
        await stan.MustHear("meg", online: true);
        await first.Close();
        await first.MustBeClosed();
        await SocketEmulator.Until(() => emulator.Sessions.Count == 2);
        await stan.MustHearNothing();
        await second.MustHearNothing();
        await second.Close();
        await stan.MustHear("meg", online: false);
        await stan.MustHearNothing();
    }

    [Fact]
    public async Task The_last_online_of_a_socket_counts()
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.GoOnline(emulator, "stan");
        await using var socket = await RawClient.GoOnline(emulator, "meg");
        await stan.MustHear("meg", online: true);

        // Again, with another token: nobody hears of a user who stays.
        await socket.SayOnline("meg", await emulator.TokenOf("meg"));
        await stan.MustHearNothing();

        // One that isn't theirs changes nothing.
        await socket.SayOnline("vera", await emulator.TokenOf("meg"));
        await stan.MustHearNothing();
        Assert.True(await emulator.IsOnline("meg"));

        await socket.Send(
            $$"""42/user,["online",{"username":"vera","portal-token":"{{await emulator.TokenOf("vera")}}"}]""");
        await stan.MustHear("meg", online: false);
        await stan.MustHear("vera", online: true);
        await socket.MustHear("meg", online: false);
        await socket.Close();
        await stan.MustHear("vera", online: false);
        await stan.MustHearNothing();
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    public async Task Who_leaves_the_namespace_is_gone_and_may_come_again(string transports)
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.GoOnline(emulator, "stan");
        await using var meg = await RawClient.GoOnline(emulator, "meg", transports);
        await stan.MustHear("meg", online: true);
        await meg.Send("41/user,");
        await stan.MustHear("meg", online: false);
        await meg.Send("40/user,");
        Assert.StartsWith("40/user,", await meg.Next(), StringComparison.Ordinal);
        await meg.SayOnline("meg", "key-meg");
        await stan.MustHear("meg", online: true);
    }

    [Fact]
    public async Task Many_come_and_go_at_once_and_each_change_is_heard_once()
    {
        await using var emulator = new SocketEmulator();
        await using var stan = await RawClient.GoOnline(emulator, "stan");
        var tokens = new Dictionary<string, string>
        {
            ["meg"] = await emulator.TokenOf("meg"),
            ["vera"] = await emulator.TokenOf("vera"),
        };
        await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        var (username, token) = tokens.ElementAt(number % 2);
                        await using var client = await RawClient.Join(
                            emulator,
                            number % 3 == 0 ? "polling" : "websocket");
                        await client.Send(
                            $$"""42/user,["online",{"username":"{{username}}","portal-token":"{{token}}"}]""");
                        await client.Close();
                    })));
        await SocketEmulator.Until(() => emulator.Sessions.Count == 1);
        await stan.Send("""42/user,1["that is all"]""");
        var heard = new List<string>();
        while (await stan.Next() is var packet && packet != "43/user,1[]")
        {
            heard.Add(packet);
        }

        foreach (var username in tokens.Keys)
        {
            var changes = heard
                .Where(packet => packet.Contains(username, StringComparison.Ordinal))
                .Select(packet => packet.Contains("true", StringComparison.Ordinal))
                .ToList();
            Assert.NotEmpty(changes);
            Assert.Equal(Enumerable.Range(0, changes.Count).Select(index => index % 2 == 0), changes);
            Assert.False(changes[^1]);
            Assert.False(await emulator.IsOnline(username));
        }
    }
}
