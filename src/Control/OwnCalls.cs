using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Emulator.Control;

/// <summary>A call of the emulator by itself.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">Path and query, escaped as on the wire.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record OwnCall(
    string Method, string Address, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);

/// <summary>What was answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
internal sealed record OwnAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>
/// Asks the emulator as clients do, through every room that a request meets, but past the network: for what runs at the
/// start, for the tools of assistants, and for recordings that are played again. Nothing connects, whatever it listens
/// on.
/// </summary>
/// <param name="scopes">Where a request's services come from.</param>
internal sealed class OwnCalls(IServiceScopeFactory scopes)
{
    private static readonly Mark OfOurs = new();

    private RequestDelegate? pipeline;

    /// <summary>
    /// Whether a request is one of the emulator's own, which needs no admin token: no client can make it so.
    /// </summary>
    public static bool IsOwn(HttpContext context) => context.Features.Get<Mark>() is not null;

    /// <summary>The outermost room: remembers what is behind it.</summary>
    public RequestDelegate Through(RequestDelegate next) => pipeline = next;

    /// <summary>Asks.</summary>
    /// <param name="call">The call; without a Host it is localhost.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="InvalidOperationException">The server hasn't started.</exception>
    public async Task<OwnAnswer> Ask(OwnCall call, CancellationToken ct)
    {
        var through = pipeline ?? throw new InvalidOperationException("The server hasn't started.");
        await using var scope = scopes.CreateAsyncScope();
        var (request, response, body) = (new HttpRequestFeature(), new Response(), new MemoryStream());
        response.Sent = new Sent(body, response);
        var context = new DefaultHttpContext(Features(request, response)) { RequestServices = scope.ServiceProvider };
        var (path, query) = call.Address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark
            ? (call.Address[..mark], call.Address[mark..])
            : (call.Address, "");
        (request.Method, request.Scheme, request.Protocol) = (call.Method, "http", "HTTP/1.1");
        (request.Path, request.QueryString, request.RawTarget) = (Uri.UnescapeDataString(path), query, call.Address);
        request.Headers.Host = "localhost";
        foreach (var (name, value) in call.Headers)
        {
            request.Headers[name] = value;
        }

        request.Body = new MemoryStream(call.Body.ToArray(), writable: false);
        request.Headers.ContentLength = call.Body.Length;
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.RequestAborted = ct;
        await through(context);
        await response.Sent.CompleteAsync();
        await response.End();
        return new OwnAnswer(
            response.StatusCode,
            response.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }

    private static FeatureCollection Features(HttpRequestFeature request, Response response)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response.Sent);
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature());
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        features.Set(OfOurs);
        return features;
    }

    private sealed class Mark;

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    /// <summary>An answer whose headers can be changed until its body begins, as a server has it.</summary>
    private sealed class Response : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Callback, object State)> starting = new(), completed = new();
        private bool started;

        public Sent Sent { get; set; } = null!;

        public override bool HasStarted => started;

        public override void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

        public override void OnCompleted(Func<object, Task> callback, object state) =>
            completed.Push((callback, state));

        public async Task Start()
        {
            if (started)
            {
                return;
            }

            while (starting.TryPop(out var one))
            {
                await one.Callback(one.State);
            }

            started = true;
        }

        public async Task End()
        {
            await Start();
            while (completed.TryPop(out var one))
            {
                await one.Callback(one.State);
            }
        }
    }

    /// <summary>The body: what is first written begins the answer.</summary>
    private sealed class Sent(MemoryStream body, Response response)
        : StreamResponseBodyFeature(new Beginning(body, response))
    {
        public override async Task StartAsync(CancellationToken cancellationToken = default)
        {
            await response.Start();
            await base.StartAsync(cancellationToken);
        }
    }

    private sealed class Beginning(MemoryStream body, Response response) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => body.Length;

        public override long Position
        {
            get => body.Position;
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await response.Start();
            await body.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async Task FlushAsync(CancellationToken cancellationToken) => await response.Start();

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException("Answers are written asynchronously.");

        public override void Flush()
        {
            // Nothing waits here.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
