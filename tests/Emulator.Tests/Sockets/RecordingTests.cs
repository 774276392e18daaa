using Emulator.Sockets;
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
        var settings = name.StartsWith("heartbeat", StringComparison.Ordinal)
            ? new SocketSettings { PingInterval = TimeSpan.FromSeconds(1), PingTimeout = TimeSpan.FromSeconds(10) }
            : new SocketSettings();
        await using var emulator = new SocketEmulator(settings, TimeProvider.System);
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
