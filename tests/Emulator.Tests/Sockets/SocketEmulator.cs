using System.Net.WebSockets;
using Emulator.Simulation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SocketIo;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>An emulator whose sockets have times and bounds that the test chooses.</summary>
internal sealed class SocketEmulator : IAsyncDisposable
{
    private readonly EmulatorUnderTest emulator = new();
    private readonly WebApplicationFactory<Program> host;

    /// <param name="settings">Other than the usual ones.</param>
    /// <param name="time">The machine's time; null for <see cref="Time"/>.</param>
    public SocketEmulator(SocketSettings? settings = null, TimeProvider? time = null)
    {
        host = emulator.WithWebHostBuilder(web =>
            web.ConfigureTestServices(services =>
                services.AddSingleton(settings ?? new SocketSettings()).AddSingleton(time ?? Time)));
        // To redirect, it would keep bodies back until they are whole.
        Http = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    /// <summary>The machine's time, as far as sockets go by it.</summary>
    public MovableTime Time { get; } = new();

    public HttpClient Http { get; }

    public Sandbox Sandbox => host.Services.GetRequiredService<Sandboxes>().Default.Result;

    public EngineIoSessions Sessions => host.Services.GetRequiredService<EngineIoSessions>();

    /// <summary>Somebody who isn't logged in, or uses a credential.</summary>
    public Client With(string? credential = null) => new(Http, credential);

    /// <summary>A new token of a user's.</summary>
    public async Task<string> TokenOf(string username) =>
        (await With().Put("/api/auth/token", $$"""{"email":"{{username}}@example.com","password":"Password1"}"""))
            .MustBeOk()
            .TextOf("token");

    /// <summary>A web socket, as asked for by a path with its query.</summary>
    public Task<WebSocket> WebSocket(string path) =>
        host
            .Server.CreateWebSocketClient()
            .ConnectAsync(new Uri(host.Server.BaseAddress, path), TestContext.Current.CancellationToken);

    /// <summary>Whether somebody is online.</summary>
    public async Task<bool> IsOnline(string username)
    {
        var user = (await With(await TokenOf(username)).Get("/api/auth/token")).MustBeOk();
        return Sandbox.Presence.IsOnline(user.TextOf("id"));
    }

    /// <summary>Waits for what happens by itself soon.</summary>
    public static async Task Until(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; !condition(); i++)
        {
            Assert.True(i < 1000, "It didn't happen within ten seconds.");
            await timer.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
        await emulator.DisposeAsync();
    }
}
