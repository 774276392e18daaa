using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>The way to an emulator, wherever it runs, and into one of its sandboxes. Over HTTP only: one in this process is asked just as one in a container.</summary>
internal sealed class EmulatorDoor : IDisposable
{
    private readonly Func<HttpMessageHandler> handler;
    private readonly string? adminToken;
    private readonly string? sandbox;
    private readonly HttpClient admin;

    /// <param name="url">The emulator's address.</param>
    /// <param name="handler">What reaches it.</param>
    /// <param name="adminToken">The token that <c>/__admin</c> asks for; null for none.</param>
    /// <param name="sandbox">The sandbox; null for the default one.</param>
    public EmulatorDoor(Uri url, Func<HttpMessageHandler> handler, string? adminToken, string? sandbox)
    {
        Url = url;
        this.handler = handler;
        this.adminToken = adminToken;
        this.sandbox = sandbox;
        admin = Client();
        admin.Timeout = Timeout.InfiniteTimeSpan; // Waiting is asked for in seconds, and ends by itself.
        if (adminToken is not null)
        {
            admin.DefaultRequestHeaders.Add("X-Emulator-Admin-Token", adminToken);
        }
    }

    /// <summary>The emulator's address.</summary>
    public Uri Url { get; }

    /// <summary>The way into a sandbox.</summary>
    public EmulatorDoor Into(string name) => new(Url, handler, adminToken, name);

    /// <summary>A client that gets in here.</summary>
    public HttpClient Client() => new(Handler()) { BaseAddress = Url };

    /// <summary>What requests get in here by.</summary>
    public HttpMessageHandler Handler() => sandbox is null ? handler() : new IntoSandbox(sandbox, handler());

    /// <summary>Asks for something.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> Get<TAnswer>(string path, JsonTypeInfo<TAnswer> type, CancellationToken ct) => Ask(HttpMethod.Get, path, content: null, type, ct);

    /// <summary>Does something that takes no words.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> Do<TAnswer>(HttpMethod method, string path, JsonTypeInfo<TAnswer> type, CancellationToken ct) => Ask(method, path, content: null, type, ct);

    /// <summary>Does something that takes words.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> Do<TBody, TAnswer>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> type, CancellationToken ct) =>
        Ask(method, path, JsonContent.Create(body, bodyType), type, ct);

    /// <summary>Does something whose answer tells nothing.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public async Task Do(HttpMethod method, string path, CancellationToken ct)
    {
        using var answer = await Send(method, path, content: null, ct).ConfigureAwait(false);
    }

    /// <summary>Asks for a file.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public async Task<byte[]> File(string path, CancellationToken ct)
    {
        using var answer = await Send(HttpMethod.Get, path, content: null, ct).ConfigureAwait(false);
        return await answer.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false);
    }

    /// <summary>Sends a file.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> SendFile<TAnswer>(string path, byte[] file, JsonTypeInfo<TAnswer> type, CancellationToken ct) =>
        Ask(HttpMethod.Put, path, new ByteArrayContent(file), type, ct);

    /// <summary>Waits until the emulator is ready, for as long as whoever asks has patience.</summary>
    public async Task Ready(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                using var answer = await admin.GetAsync(new Uri("/readyz", UriKind.Relative), ct).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!ct.IsCancellationRequested)
            {
                // Nobody listens yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => admin.Dispose();

    /// <summary>A segment of a path.</summary>
    public static string Segment(string text) => Uri.EscapeDataString(text);

    private async Task<TAnswer> Ask<TAnswer>(HttpMethod method, string path, HttpContent? content, JsonTypeInfo<TAnswer> type, CancellationToken ct)
    {
        using var answer = await Send(method, path, content, ct).ConfigureAwait(false);
        return (await answer.Content.ReadFromJsonAsync(type, ct).ConfigureAwait(false))!;
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var answer = await admin.SendAsync(request, ct).ConfigureAwait(false);
        try
        {
            await EmulatorRefusedException.Check(answer, ct).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>Names the sandbox in each request that goes through.</summary>
    private sealed class IntoSandbox(string name, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // A client may send the same request again.
            request.Headers.Remove("X-Emulator-Sandbox");
            request.Headers.Add("X-Emulator-Sandbox", name);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
