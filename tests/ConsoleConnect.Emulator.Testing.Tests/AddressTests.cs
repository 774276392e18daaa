using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using ConsoleConnect.Emulator.Admin;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>
/// A client that has a sandbox's address can't miss the sandbox, however it writes its paths, wherever the emulator
/// runs.
/// </summary>
public sealed class AddressTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    /// <summary>Where an emulator runs.</summary>
    public enum Place
    {
        /// <summary>In this process, at a port.</summary>
        AtAPort,

        /// <summary>In this process, without a socket.</summary>
        InMemory,

        /// <summary>Anywhere else.</summary>
        Elsewhere,
    }

    [Theory]
    [InlineData(Place.AtAPort)]
    [InlineData(Place.InMemory)]
    [InlineData(Place.Elsewhere)]
    public async Task As_BaseAddress_it_leads_into_the_sandbox_however_the_path_is_written(Place place)
    {
        await using var running = await Emulators.At(place);
        await using var world = await running.Emulator.NewSandboxAsync();
        await using var other = await running.Emulator.NewSandboxAsync();
        (await world.Client.PostAsync(Port, new StringContent("""{"name":"Only here"}"""))).EnsureSuccessStatusCode();

        using var mine = Client(world.Address);
        Assert.Contains("Only here", await mine.GetStringAsync(Port), StringComparison.Ordinal);
        Assert.Contains("Only here", await mine.GetStringAsync(Port[1..]), StringComparison.Ordinal);
        Assert.Contains("Only here", await mine.GetStringAsync(new Uri(world.Address, Port)), StringComparison.Ordinal);
        Assert.Contains("Only here", await mine.GetStringAsync(world.Address + Port[1..]), StringComparison.Ordinal);
        Assert.Contains("Only here", await mine.GetStringAsync(world.Address + Port), StringComparison.Ordinal);
        Assert.Equal("/", world.Address.AbsolutePath);

        using var theirs = Client(other.Address);
        Assert.DoesNotContain("Only here", await theirs.GetStringAsync(Port), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Only here",
            await running.Emulator.Client.GetStringAsync(Port),
            StringComparison.Ordinal);
        using var own = Client(running.Emulator.Address);
        Assert.DoesNotContain("Only here", await own.GetStringAsync(Port), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Place.AtAPort)]
    [InlineData(Place.InMemory)]
    public async Task Once_a_sandbox_was_made_a_request_that_names_none_is_refused(Place place)
    {
        await using var running = await Emulators.At(place);
        using var stray = running.Stray();
        Assert.Equal(HttpStatusCode.OK, (await stray.GetAsync(Port)).StatusCode);
        Uri pathOnly;
        await using (var world = await running.Emulator.NewSandboxAsync())
        {
            // The address of a sandbox as a path: a client that asks for /api/… drops it.
            pathOnly = (await running.Emulator.Sandboxes.ListAsync()).Single(sandbox => sandbox.Name == world.Name).Url;
            var refused = await stray.GetAsync(new Uri(pathOnly, Port));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(
                "Address of the sandbox",
                refused.Headers.GetValues("X-Emulator-Explain").Single(),
                StringComparison.Ordinal);
            Assert.Contains(
                "\"The request chooses no sandbox\"",
                await refused.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);

            // One that says which is let in, and so are the emulator's own pages.
            stray.DefaultRequestHeaders.Remove("portal-token");
            stray.DefaultRequestHeaders.Add("portal-token", world.ApiKeys["stan"]);
            Assert.Equal(HttpStatusCode.OK, (await stray.GetAsync(Port)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await stray.GetAsync("/readyz")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await stray.GetAsync("/__admin/clock")).StatusCode);
        }

        // The sandbox has gone; a client of it that still runs lands nowhere.
        Assert.Equal(HttpStatusCode.BadRequest, (await stray.GetAsync(new Uri(pathOnly, Port))).StatusCode);
    }

    [Fact]
    public async Task A_port_of_a_sandbox_is_closed_with_it()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync();
        var world = await emulator.NewSandboxAsync();
        var address = world.Address;
        await world.DisposeAsync();
        using var socket = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => socket.ConnectAsync(address.Host, address.Port));
    }

    [Theory]
    [InlineData(Place.AtAPort)]
    [InlineData(Place.Elsewhere)]
    public async Task Faults_come_through_it_as_they_are(Place place)
    {
        await using var running = await Emulators.At(place);
        await using var world = await running.Emulator.NewSandboxAsync();
        using var mine = Client(world.Address);

        await world.Faults.AddAsync(
            new FaultRule
            {
                When = new FaultWhen { Next = 1 },
                Then = new FaultEffect { Truncate = new FaultCut { Share = 0.5 } },
            });
        await Assert.ThrowsAsync<HttpRequestException>(() => mine.GetStringAsync(Port));
        await world.Faults.AnswerNextAsync("GET /api/company/{companyName}/ports/{portId}", 503, retryAfterSeconds: 1);
        using var busy = await mine.GetAsync(Port);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)),
            (busy.StatusCode, busy.Headers.RetryAfter!.Delta));
        await world.Faults.AddAsync(new FaultRule { Then = new FaultEffect { Reset = true } });
        await Assert.ThrowsAsync<HttpRequestException>(() => mine.GetStringAsync(Port));
    }

    [Theory]
    [InlineData(Place.AtAPort)]
    [InlineData(Place.Elsewhere)]
    public async Task Web_sockets_come_through_it(Place place)
    {
        await using var running = await Emulators.At(place);
        await using var world = await running.Emulator.NewSandboxAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(
            new Uri($"ws://{world.Address.Authority}/socket.io/?EIO=4&transport=websocket"),
            CancellationToken.None);
        var read = new byte[1024];
        var first = await socket.ReceiveAsync(read, CancellationToken.None);
        Assert.StartsWith("0{\"sid\"", Encoding.UTF8.GetString(read, 0, first.Count), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emulator_under_a_path_is_reached_there()
    {
        await using var elsewhere = await ConsoleConnectEmulator.StartAsync();
        await elsewhere.Sandboxes.MakeAsync(new SandboxOptions { Name = "behind" });
        await using var emulator = await ConsoleConnectEmulator.ConnectAsync(new Uri(elsewhere.Url, "/sandbox/behind"));
        (await emulator.Client.PostAsync(Port, new StringContent("""{"name":"Behind"}"""))).EnsureSuccessStatusCode();
        Assert.Contains("Behind", await emulator.Client.GetStringAsync(Port[1..]), StringComparison.Ordinal);
        Assert.DoesNotContain("Behind", await elsewhere.Client.GetStringAsync(Port), StringComparison.Ordinal);
        await emulator.Clock.FreezeAsync();
        Assert.False((await elsewhere.Clock.ReadAsync()).Frozen);
    }

    private static HttpClient Client(Uri address)
    {
        var made = new HttpClient { BaseAddress = address };
        made.DefaultRequestHeaders.Add("portal-token", "key-stan");
        return made;
    }

    /// <summary>An emulator, and the one that it is reached at, if that is another.</summary>
    private sealed record Emulators(ConsoleConnectEmulator Emulator, ConsoleConnectEmulator? Host) : IAsyncDisposable
    {
        public static async Task<Emulators> At(Place place)
        {
            var started = await ConsoleConnectEmulator.StartAsync(
                new EmulatorOptions { InMemory = place is Place.InMemory });
            return place is Place.Elsewhere
                ? new Emulators(await ConsoleConnectEmulator.ConnectAsync(started.Url), started)
                : new Emulators(started, Host: null);
        }

        /// <summary>A client that has nothing of the library's: only the emulator's address.</summary>
        public HttpClient Stray()
        {
            // In memory there is no other way in than the server itself; there a handler is asked for its inner one.
            var handler = Emulator.CreateHandler();
            var made = handler is DelegatingHandler { InnerHandler: { } inner } && Emulator.Url.IsDefaultPort
                ? new HttpClient(inner) { BaseAddress = Emulator.Url }
                : new HttpClient { BaseAddress = Emulator.Url };
            made.DefaultRequestHeaders.Add("portal-token", "key-stan");
            return made;
        }

        public async ValueTask DisposeAsync()
        {
            await Emulator.DisposeAsync();
            if (Host is not null)
            {
                await Host.DisposeAsync();
            }
        }
    }
}
