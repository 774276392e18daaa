using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Being asked to stop, as a container's host asks.</summary>
[Collection(nameof(Alone))]
public sealed class StoppingTests
{
    [Fact]
    public async Task It_ends_within_two_seconds_with_0_whatever_waits_and_those_who_wait_are_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the process is asked to stop by a signal");
        using var emulator = await RunningEmulator.Start(":memory:");
        var journal = emulator.Nobody().Post("/__admin/journal/wait", """{"path":"/never","timeoutSeconds":40}""");
        var outbox = emulator
            .Nobody()
            .Post("/__admin/outbox/wait", """{"to":"nobody@example.com","timeoutSeconds":40}""");
        using var header = await Open(emulator, "GET /api/company/Acme/ports HTTP/1.1\r\nHost: localhost\r\nX-Half: ");
        using var body = await Open(emulator, "PUT /api/auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + "100\r\n\r\n{\"email\":");
        using var events = await Open(emulator, "GET /__admin/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        using var presence = await Open(emulator, "GET /user HTTP/1.1\r\nHost: localhost\r\n\r\n");
        using var poll = await Open(emulator, "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: "
            + "localhost\r\n\r\n");
        await Task.Delay(1000);
        Assert.False(journal.IsCompleted || outbox.IsCompleted, "they wait");
        var since = Stopwatch.StartNew();
        Assert.True(await emulator.Stop(TimeSpan.FromSeconds(20)), "it hasn't stopped");
        // Two, and one for starting kill on a busy machine.
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(3), $"it took {since.Elapsed}");
        Assert.Equal(0, emulator.ExitCode);
        (await journal).MustRefuse(503, "The emulator is stopping");
        (await outbox).MustRefuse(503, "The emulator is stopping");
    }

    private static async Task<TcpClient> Open(RunningEmulator emulator, string sent)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(emulator.Url).Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(sent));
        return client;
    }
}
