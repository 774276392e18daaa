using System.Text.Json;
using System.Threading.Channels;
using SocketIOClient;
using SocketIOClient.Transport;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>A client library that isn't ours, against the emulator as its users start it.</summary>
public sealed class ClientLibraryTests
{
    [Theory]
    [InlineData(TransportProtocol.Polling)]
    [InlineData(TransportProtocol.WebSocket)]
    public async Task Two_users_come_and_go(TransportProtocol transport)
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        var (stan, stanHears) = await GoOnline(emulator, transport, "stan");
        var (meg, megHears) = await GoOnline(emulator, transport, "meg");
        Assert.Equal("""{"username":"meg","online":true}""", await stanHears.ReadAsync());
        await meg.DisconnectAsync();
        Assert.Equal("""{"username":"meg","online":false}""", await stanHears.ReadAsync());
        Assert.False(megHears.TryRead(out _));
        await stan.DisconnectAsync();
    }

    [Theory]
    [InlineData(TransportProtocol.Polling)]
    [InlineData(TransportProtocol.WebSocket)]
    public async Task Clients_do_not_keep_the_process_from_stopping(TransportProtocol transport)
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        var (stan, _) = await GoOnline(emulator, transport, "stan");
        var gone = new TaskCompletionSource();
        stan.OnDisconnected += (_, _) => gone.TrySetResult();
        Assert.True(await emulator.Stop(TimeSpan.FromSeconds(10)), "It hasn't stopped within ten seconds.");
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task<(SocketIO Client, ChannelReader<string> Hears)> GoOnline(
        RunningEmulator emulator,
        TransportProtocol transport,
        string username)
    {
        var token = (
            await emulator
                .Nobody()
                .Put("/api/auth/token", $$"""{"email":"{{username}}@example.com","password":"Password1"}"""))
            .MustBeOk()
            .TextOf("token");
        var heard = Channel.CreateUnbounded<string>();
        var client = new SocketIO(
            emulator.Url + "/user",
            new SocketIOOptions
            {
                Transport = transport,
                EIO = 4,
                Reconnection = false,
            });
        client.On("online-status-changed", response =>
            heard.Writer.TryWrite(response.GetValue<JsonElement>().GetRawText()));
        var connected = new TaskCompletionSource();
        client.OnConnected += (_, _) => connected.TrySetResult();
        await client.ConnectAsync();
        await connected.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var taken = new TaskCompletionSource();
        await client.EmitAsync(
            "online",
            _ => taken.TrySetResult(),
            new Dictionary<string, string> { ["username"] = username, ["portal-token"] = token });
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(10));
        return (client, heard.Reader);
    }
}
