using SocketIo;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>The emulator in the place of the stock server: two users come and go, over each transport.</summary>
public sealed class RecordingTests
{
    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("upgrade")]
    [InlineData("heartbeat-polling")]
    [InlineData("heartbeat-websocket")]
    public async Task The_emulator_answers_what_the_stock_server_answered(string name)
    {
        await using var emulator = name.StartsWith("heartbeat", StringComparison.Ordinal)
            ? new SocketEmulator(
                new SocketSettings { PingInterval = Recording.PingInterval, PingTimeout = TimeSpan.FromSeconds(10) })
            : new SocketEmulator(time: TimeProvider.System);
        await new Recording(name).Replay(emulator, new Dictionary<string, string>
        {
            ["token-of-stan"] = await emulator.TokenOf("stan"),
            ["token-of-meg"] = await emulator.TokenOf("meg"),
        });
    }

    [Fact]
    public void Each_recording_is_replayed() =>
        Assert.Equal(["heartbeat-polling", "heartbeat-websocket", "polling", "upgrade", "websocket"], Recording.All);
}
