using System.Net;
using System.Net.Sockets;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>An emulator starts in the test's process, on a free port or in memory, and ends with its object.</summary>
public sealed class StartingTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_client_is_logged_in(bool inMemory)
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = inMemory });
        Assert.Contains(
            "55767b5652a693344a015744",
            await emulator.Client.GetStringAsync(Port),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_at_once_see_nothing_of_each_other(bool inMemory)
    {
        await using var one = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = inMemory });
        await using var other = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = inMemory });
        (await one.Client.PostAsync(Port, new StringContent("""{"name":"Renamed"}"""))).EnsureSuccessStatusCode();
        Assert.Contains("\"Renamed\"", await one.Client.GetStringAsync(Port), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Renamed\"", await other.Client.GetStringAsync(Port), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_on_loopback_and_stops_with_its_object()
    {
        Uri url;
        await using (var emulator = await ConsoleConnectEmulator.StartAsync())
        {
            url = emulator.Url;
            Assert.True(url.IsLoopback);
            using var stranger = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri(url, "/readyz"))).StatusCode);
        }

        using var socket = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => socket.ConnectAsync(url.Host, url.Port));
    }

    [Fact]
    public async Task It_starts_as_the_options_say()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions
        {
            InMemory = true,
            ClockStart = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ClockFrozen = true,
            LogInAs = SeededUser.Meg,
            Settings = new Dictionary<string, string> { ["json"] = "compact" },
        });
        var clock = await emulator.Clock.ReadAsync();
        Assert.Equal((new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), true), (clock.Now, clock.Frozen));
        Assert.StartsWith(
            """{"id":""",
            await emulator.Client.GetStringAsync("/api/user/meg"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tests_surroundings_count_for_nothing()
    {
        Environment.SetEnvironmentVariable("EMULATOR_ACCESS", "nonsense");
        try
        {
            await using var emulator = await ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = true });
            Assert.Equal(HttpStatusCode.OK, (await emulator.Client.GetAsync(Port)).StatusCode);
        }
        finally
        {
            Environment.SetEnvironmentVariable("EMULATOR_ACCESS", null);
        }
    }

    [Theory]
    [InlineData("access", "nonsense", "The emulator can't start: --access (EMULATOR_ACCESS) is \"nonsense\"; it must "
        + "be enforce, report or off.")]
    [InlineData("acess", "off", "The emulator can't start: There is no setting --acess; the nearest is --access; see "
        + "--help.")]
    public async Task What_it_can_not_start_with_is_named(string setting, string value, string message)
    {
        var refused = await Assert.ThrowsAsync<EmulatorStartException>(() =>
            ConsoleConnectEmulator.StartAsync(
                new EmulatorOptions { Settings = new Dictionary<string, string> { [setting] = value } }));
        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var first = await ConsoleConnectEmulator.StartAsync();
        var refused = await Assert.ThrowsAsync<EmulatorStartException>(() =>
            ConsoleConnectEmulator.StartAsync(new EmulatorOptions { Port = first.Url.Port }));
        Assert.Contains($"{first.Url.Port}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_is_refused_ends_the_start()
    {
        var refused = await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            ConsoleConnectEmulator.StartAsync(new EmulatorOptions { InMemory = true, LogInAs = "nobody@example.com" }));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
    }

    [Fact]
    public async Task One_that_runs_elsewhere_is_reached_by_the_same_client()
    {
        await using var elsewhere = await ConsoleConnectEmulator.StartAsync(
            new EmulatorOptions
            {
                Settings = new Dictionary<string, string> { ["admin-token"] = "s3cret" },
                LogInAs = SeededUser.Meg,
            });
        await using (var emulator = await ConsoleConnectEmulator.ConnectAsync(elsewhere.Url, adminToken: "s3cret"))
        {
            await emulator.Clock.FreezeAsync();
            Assert.True((await emulator.Clock.ReadAsync()).Frozen);
            Assert.Equal(HttpStatusCode.OK, (await emulator.Client.GetAsync(Port)).StatusCode);
        }

        await using var without = await ConsoleConnectEmulator.ConnectAsync(elsewhere.Url);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Assert.ThrowsAsync<EmulatorRefusedException>(() => without.Clock.ReadAsync())).Status);
    }

    [Fact]
    public async Task Waiting_for_one_that_never_comes_ends_when_patience_does()
    {
        using var finder = new TcpListener(IPAddress.Loopback, 0);
        finder.Start();
        var port = ((IPEndPoint)finder.LocalEndpoint).Port;
        finder.Stop();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ConsoleConnectEmulator.ConnectAsync(new Uri($"http://127.0.0.1:{port}"), cancellationToken: patience.Token)
        );
    }
}
