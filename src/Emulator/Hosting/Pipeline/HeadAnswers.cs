namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Answers HEAD wherever GET is answered, as web frameworks do: what is behind it is asked with GET, and the client
/// gets all of the answer but its body. Only the journal, which is in front, and fault rules that name a method know
/// that it was HEAD.
/// </summary>
internal sealed class HeadAnswers(RequestDelegate next)
{
    /// <summary>Sessions of Engine.IO begin with a GET, and nothing that isn't one.</summary>
    private const string Sockets = "/socket.io";

    public Task Invoke(HttpContext context) =>
        HttpMethods.IsHead(context.Request.Method)
        && !SandboxChoice.WithoutSandbox(context.Request.Path.Value ?? "/")
            .StartsWith(Sockets, StringComparison.Ordinal)
            ? Answer(context)
            : next(context);

    /// <summary>The method that the client has sent.</summary>
    public static string MethodOf(HttpContext context) => IsHead(context) ? HttpMethods.Head : context.Request.Method;

    /// <summary>Whether a request is answered without its body.</summary>
    public static bool IsHead(HttpContext context) => context.Features.Get<UnsentBody>() is not null;

    private async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var (client, gone) = (response.Body, context.RequestAborted);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(gone);
        await using var unsent = new UnsentBody(response, enough);
        context.Features.Set(unsent);
        request.Method = HttpMethods.Get;
        response.Body = unsent;
        context.RequestAborted = enough.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            // An answer without an end: its headers are all that was asked for.
        }
        finally
        {
            request.Method = HttpMethods.Head;
            response.Body = client;
            context.RequestAborted = gone;
        }

        if (!unsent.HasBytes && !response.HasStarted && response.ContentLength is null
            && response.StatusCode is not (204 or 304))
        {
            response.ContentLength = 0; // As the server itself says of a GET.
        }
    }

    /// <summary>Where the body goes: nowhere.</summary>
    private sealed class UnsentBody(HttpResponse response, CancellationTokenSource enough) : AnswerStream
    {
        private const string WithoutEnd = "text/event-stream";

        public bool HasBytes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Take(buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Take(0);
            return Task.CompletedTask;
        }

        private void Take(int count)
        {
            HasBytes |= count > 0;
            if (response.ContentType?.StartsWith(WithoutEnd, StringComparison.OrdinalIgnoreCase) == true)
            {
                enough.Cancel();
            }
        }
    }
}
