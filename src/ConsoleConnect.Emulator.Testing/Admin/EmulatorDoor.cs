using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// The way to an emulator, wherever it runs, and into one of its sandboxes. Over HTTP only: one in this process is
/// asked just as one in a container.
/// </summary>
internal sealed class EmulatorDoor : IDisposable
{
    /// <summary>The header that chooses a sandbox.</summary>
    public const string SandboxHeader = "X-Emulator-Sandbox";

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
        admin.Timeout = Timeout.InfiniteTimeSpan; // The emulator ends each wait after the seconds that were asked for.
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
    public HttpClient Client() => new(Handler()) { BaseAddress = new Uri(Url, "/") };

    /// <summary>What requests get in here by.</summary>
    public HttpMessageHandler Handler()
    {
        var inner = Url.AbsolutePath is "/" ? handler() : new UnderPath(Url.AbsolutePath.TrimEnd('/') + "/", handler());
        return sandbox is not null ? new IntoSandbox(sandbox, inner) : OwnWorld(Url, inner);
    }

    /// <summary>
    /// What names an emulator's own world in each request; unless its address has a path or a name of its own, which
    /// may say another.
    /// </summary>
    public static HttpMessageHandler OwnWorld(Uri url, HttpMessageHandler inner) =>
        url.AbsolutePath is not "/" || url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? inner
            : new IntoOwnWorld(inner);

    /// <summary>Asks for something.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> Get<TAnswer>(string path, JsonTypeInfo<TAnswer> type, CancellationToken ct) =>
        Ask(HttpMethod.Get, path, content: null, type, ct);

    /// <summary>Does something that takes no words.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> Do<TAnswer>(
        HttpMethod method,
        string path,
        JsonTypeInfo<TAnswer> type,
        CancellationToken ct
    ) => Ask(method, path, content: null, type, ct);

    /// <summary>Does something that takes words.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> Do<TBody, TAnswer>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TAnswer> type,
        CancellationToken ct
    ) => Ask(method, path, JsonContent.Create(body, bodyType), type, ct);

    /// <summary>Does something whose answer says nothing.</summary>
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

    /// <summary>Asks for what goes on as long as it is read; its head is there when this returns.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public async Task<HttpResponseMessage> Stream(string path, CancellationToken ct)
    {
        var answer = await admin
            .GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct)
            .ConfigureAwait(false);
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

    /// <summary>Sends a file.</summary>
    /// <exception cref="EmulatorRefusedException">It is refused.</exception>
    public Task<TAnswer> SendFile<TAnswer>(
        string path,
        byte[] file,
        JsonTypeInfo<TAnswer> type,
        CancellationToken ct
    ) => Ask(HttpMethod.Put, path, new ByteArrayContent(file), type, ct);

    /// <summary>Waits until the emulator is ready.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="EmulatorUnreachableException">It wasn't ready in time.</exception>
    public async Task Ready(TimeSpan timeout, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(timeout);
        var address = new Uri(Url.AbsoluteUri.TrimEnd('/') + "/readyz");
        var cause = "no answer came";
        Exception? last = null;
        try
        {
            while (true)
            {
                try
                {
                    using var answer = await admin
                        .GetAsync(new Uri("/readyz", UriKind.Relative), patience.Token)
                        .ConfigureAwait(false);
                    if (answer.IsSuccessStatusCode)
                    {
                        return;
                    }

                    (cause, last) = (
                        await EmulatorRefusedException.Told(answer, patience.Token).ConfigureAwait(false),
                        null);
                }
                catch (HttpRequestException nobody)
                {
                    (cause, last) = (
                        nobody.InnerException is { } inner
                        && !nobody.Message.Contains(inner.Message, StringComparison.Ordinal)
                            ? $"{nobody.Message} {inner.Message}"
                            : nobody.Message,
                        nobody);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new EmulatorUnreachableException(address, timeout, cause, last);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => admin.Dispose();

    /// <summary>A segment of a path.</summary>
    public static string Segment(string text) => Uri.EscapeDataString(text);

    private async Task<TAnswer> Ask<TAnswer>(
        HttpMethod method,
        string path,
        HttpContent? content,
        JsonTypeInfo<TAnswer> type,
        CancellationToken ct)
    {
        using var answer = await Send(method, path, content, ct).ConfigureAwait(false);
        return (await answer.Content.ReadFromJsonAsync(type, ct).ConfigureAwait(false))!;
    }

    private async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken ct)
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
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            // A client may send the same request again.
            request.Headers.Remove(SandboxHeader);
            request.Headers.Add(SandboxHeader, name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>
    /// Names the emulator's own world in each request that goes through, which an emulator may ask for; unless the
    /// request says already where it goes, by a header or by a key with a sandbox in front.
    /// </summary>
    private sealed class IntoOwnWorld(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private static readonly string[] Credentials = ["portal-token", "Authorization"];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (!request.Headers.Contains(SandboxHeader) && !Credentials.Any(name => HasSandbox(request, name)))
            {
                request.Headers.Add(SandboxHeader, "default");
            }

            return base.SendAsync(request, cancellationToken);
        }

        private static bool HasSandbox(HttpRequestMessage request, string name) =>
            request.Headers.NonValidated.TryGetValues(name, out var values)
            && values.Any(value => value.Contains('.', StringComparison.Ordinal));
    }

    /// <summary>
    /// Keeps the path of an emulator that has one, behind a proxy for instance, in front of each path that is asked
    /// for.
    /// </summary>
    private sealed class UnderPath(string path, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (request.RequestUri is { } asked && !asked.AbsolutePath.StartsWith(path, StringComparison.Ordinal))
            {
                request.RequestUri = new Uri(asked, path + asked.PathAndQuery[1..]);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
