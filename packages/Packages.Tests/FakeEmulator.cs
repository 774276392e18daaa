using System.Net;

namespace Packages.Tests;

/// <summary>Answers as an emulator does that is ready or not, on a free port of this machine.</summary>
internal sealed class FakeEmulator : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task answering;
    private readonly List<string> asked = [];

    public FakeEmulator()
    {
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        listener.Prefixes.Add(Address.ToString());
        listener.Prefixes.Add($"http://localhost:{Address.Port}/");
        listener.Start();
        answering = Answer();
    }

    public Uri Address { get; }

    public bool IsReady { get; set; }

    /// <summary>The paths that were asked.</summary>
    public IReadOnlyList<string> Asked => asked;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        listener.Close();
    }

    private async Task Answer()
    {
        while (true)
        {
            HttpListenerContext exchange;
            try
            {
                exchange = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            asked.Add(exchange.Request.Url!.AbsolutePath);
            exchange.Response.StatusCode = IsReady ? 200 : 503;
            exchange.Response.Close();
        }
    }
}
