using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>
/// Waiting for an emulator ends with the cause, and ending one never throws: the failure that is seen is the test's
/// own.
/// </summary>
public sealed class EndingTests
{
    [Fact]
    public async Task Waiting_for_an_emulator_that_nobody_runs_ends_with_the_address_and_the_cause()
    {
        var nobody = FreePort();
        var waited = await Assert.ThrowsAsync<EmulatorUnreachableException>(() =>
            ConsoleConnectEmulator.ConnectAsync(
                new Uri($"http://127.0.0.1:{nobody}"),
                timeout: TimeSpan.FromSeconds(0.3)));
        Assert.StartsWith(
            $"The emulator wasn't ready within 0.3 seconds: GET http://127.0.0.1:{nobody}/readyz "
                + "failed, the last time with: Connection refused",
            waited.Message,
            StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(waited.InnerException);
        Assert.Equal($"http://127.0.0.1:{nobody}/readyz", waited.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nX-Emulator-Explain: Schema and seed are not done "
        + "yet.\r\nContent-Length: 34\r\n\r\n{\"error\":{\"message\":\"Not ready\"} } ", "503 Not ready (Schema and "
        + "seed are not done yet.)")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", "404 Not Found")]
    [InlineData("", "no answer came")]
    public async Task What_was_answered_meanwhile_is_the_cause(string answer, string cause)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        _ = Answer(server, answer);
        var waited = await Assert.ThrowsAsync<EmulatorUnreachableException>(() =>
            ConsoleConnectEmulator.ConnectAsync(
                new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}"),
                timeout: TimeSpan.FromSeconds(1)));
        Assert.EndsWith("with: " + cause, waited.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_that_was_deleted_meanwhile_ends_without_a_word_and_so_does_one_that_ends_twice()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = true });
        var world = await emulator.NewSandboxAsync();
        await emulator.Sandboxes.DeleteAsync(world.Name);
        await world.DisposeAsync();
        await world.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => world.Client);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Worlds_end_in_any_order(bool inMemory)
    {
        var emulator = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = inMemory });
        var world = await emulator.NewSandboxAsync();
        _ = world.Address;
        await emulator.DisposeAsync();
        await world.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_world_of_an_emulator_elsewhere_that_has_stopped_ends_without_a_word()
    {
        var elsewhere = await ConsoleConnectEmulator.StartAsync();
        var emulator = await ConsoleConnectEmulator.ConnectAsync(elsewhere.Url);
        var world = await emulator.NewSandboxAsync();
        using var mine = new HttpClient { BaseAddress = world.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await mine.GetAsync("/api/company/Acme/ports")).StatusCode);
        await elsewhere.DisposeAsync();
        await world.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_sandbox_whose_login_is_refused_is_not_left_behind()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = true });
        await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            emulator.NewSandboxAsync(new SandboxOptions { LogInAs = "nobody@example.com" }));
        Assert.Equal("default", Assert.Single(await emulator.Sandboxes.ListAsync()).Name);
    }

    private static int FreePort()
    {
        using var finder = new TcpListener(IPAddress.Loopback, 0);
        finder.Start();
        return ((IPEndPoint)finder.LocalEndpoint).Port;
    }

    /// <summary>Answers every request the same; with nothing, never.</summary>
    private static async Task Answer(TcpListener server, string answer)
    {
        var held = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await server.AcceptTcpClientAsync();
                held.Add(client);
                if (answer.Length > 0)
                {
                    await client.GetStream().ReadAtLeastAsync(new byte[4096], minimumBytes: 1);
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
                    client.Client.Shutdown(SocketShutdown.Send);
                }
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
        {
            held.ForEach(client => client.Dispose());
        }
    }
}
