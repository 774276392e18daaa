using System.Net;
using System.Net.Sockets;
using System.Text;
using Emulator.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Emulator.Tests;

/// <summary>
/// An emulator in the test's process that listens on ports of its own, for what only the real server does.
/// </summary>
internal sealed class ListeningEmulator : IAsyncDisposable
{
    private readonly WebApplication app;

    private ListeningEmulator(WebApplication app)
    {
        this.app = app;
        Url = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Url };
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>What reaches it there.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts one in memory.</summary>
    public static async Task<ListeningEmulator> Start(params string[] flags)
    {
        string[] usual = ["--urls=http://127.0.0.1:0", "--data=:memory:"];
        var app = EmulatorApp.Build([.. usual, .. flags]);
        await app.StartAsync();
        return new ListeningEmulator(app);
    }

    /// <summary>Sends bytes, and reads what comes until the connection is closed.</summary>
    public async Task<string> Exchange(string sent)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Url.Port);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(sent));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await reader.ReadToEndAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
