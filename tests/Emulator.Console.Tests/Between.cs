using System.Net;
using System.Net.Sockets;

namespace Emulator.Console.Tests;

/// <summary>Stands between clients and the emulator, and keeps what they sent to the service.</summary>
internal sealed class Between : IAsyncDisposable
{
    private static readonly string[] OfTheConnection =
        ["Host", "Connection", "Content-Length", "Transfer-Encoding", "Expect", "Keep-Alive"];

    private readonly HttpListener listener = new();
    private readonly HttpClient onwards = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Uri emulator;
    private readonly Task serving;
    private readonly List<(string World, byte[] Body)> sent = [];

    public Between(Uri emulator)
    {
        this.emulator = emulator;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        serving = Serve();
    }

    public string Address { get; }

    /// <summary>Of each sandbox, in the order in which they were first asked, the body of the last request.</summary>
    public IReadOnlyList<byte[]> Bodies() =>
        [.. sent.GroupBy(each => each.World).Select(world => world.Last().Body)];

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
        onwards.Dispose();
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                await Pass(await listener.GetContextAsync());
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
            {
                return; // It was stopped.
            }
        }
    }

    private async Task Pass(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var path = context.Request.RawUrl!;
        if (path.StartsWith("/sandbox/", StringComparison.Ordinal)
            && !path.Contains("/__admin/", StringComparison.Ordinal))
        {
            sent.Add((path.Split('/')[2], body.ToArray()));
        }

        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.HttpMethod), emulator.ToString().TrimEnd('/') + path);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var name in context.Request.Headers.AllKeys.OfType<string>().Except(OfTheConnection))
        {
            if (!request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]);
            }
        }

        // A sandbox's addresses are those of the host that was asked.
        request.Headers.Host = new Uri(Address).Authority;
        using var answer = await onwards.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        if (request.Method != HttpMethod.Head)
        {
            await context.Response.OutputStream.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
        }

        context.Response.Close();
    }
}
