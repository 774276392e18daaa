using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Emulator.Console.Tests;

/// <summary>
/// A web page of another origin, on this machine too: nothing but its origin tells it from the console.
/// </summary>
public sealed class OtherPage : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    /// <param name="html">What it says, whatever path is asked.</param>
    public OtherPage(string html)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        serving = Serve(Encoding.UTF8.GetBytes(html));
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }

    private async Task Serve(byte[] html)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(html);
                context.Response.Close();
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
            {
                return; // It was stopped.
            }
        }
    }
}
