using Emulator.Simulation;
using Emulator.Wire;
using Microsoft.Extensions.Primitives;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Records what clients ask of the service, and what they are answered, in the journal of the sandbox that it was for.
/// An exchange is recorded before the last of its answer is sent: a client that has its answer finds it there. The
/// emulator's own routes and pages, the packets of sockets, and what browsers ask before a page's own request, are not
/// recorded.
/// </summary>
internal sealed class Journaling(RequestDelegate next, Sandboxes sandboxes, TimeProvider machine)
{
    /// <summary>The paths that no operation of the service begins with.</summary>
    private static readonly string[] OfTheEmulator =
    [
        "/__admin",
        "/livez",
        "/readyz",
        "/swagger",
        "/openapi",
        "/socket.io",
    ];

    private readonly bool isOn = sandboxes.Usual.Journal > 0;

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        if (!isOn || IsOfTheEmulator(SandboxChoice.WithoutSandbox(path)) || CrossOrigin.IsPreflight(request))
        {
            return next(context);
        }

        var exchange = new Exchange
        {
            StartedAt = machine.GetUtcNow(),
            StartedStamp = machine.GetTimestamp(),
            Method = request.Method,
            Scheme = request.Scheme,
            Prefix = request.PathBase.Value ?? "",
            WrittenPath = path,
            Query = request.QueryString.Value ?? "",
            RequestHeaders = Copied(request.Headers),
        };
        context.Features.Set(exchange);
        var answering = next(context);
        return exchange.IsRecorded ? answering : End(context, exchange, answering);
    }

    /// <summary>
    /// Records the exchange at work, if there is one, with an answer whose bytes are all there and are about to be
    /// sent.
    /// </summary>
    public static void Answered(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (context.Features.Get<Exchange>() is { IsRecorded: false } exchange)
        {
            if (!HttpMethods.IsHead(exchange.Method))
            {
                exchange.AnswerBody = bytes;
                exchange.AnswerLength = bytes.Length;
            }

            exchange.Aborted |= context.RequestAborted.IsCancellationRequested;
            Record(context, exchange, context.Response.StatusCode);
        }
    }

    /// <summary>Notes that the client has gone before its request was there.</summary>
    public static void BrokenOff(HttpContext context)
    {
        if (context.Features.Get<Exchange>() is { } exchange)
        {
            exchange.Aborted = true;
        }
    }

    /// <summary>Notes who asks.</summary>
    public static void Called(HttpContext context, Turn turn)
    {
        if (context.Features.Get<Exchange>() is { } exchange)
        {
            exchange.User = turn.Caller.User.Username;
        }
    }

    /// <summary>Listens to an answer that is sent bit by bit from here on; it is recorded at its end.</summary>
    public static void Listen(HttpContext context)
    {
        if (context.Features.Get<Exchange>() is { IsRecorded: false } exchange && !HttpMethods.IsHead(exchange.Method))
        {
            context.Response.Body = new OverheardAnswer(context.Response.Body, exchange);
        }
    }

    private static async Task End(HttpContext context, Exchange exchange, Task answering)
    {
        try
        {
            await answering;
        }
        finally
        {
            if (!exchange.IsRecorded)
            {
                exchange.Aborted |= context.RequestAborted.IsCancellationRequested;
                Record(
                    context,
                    exchange,
                    exchange.Aborted && !context.Response.HasStarted ? 0 : context.Response.StatusCode);
            }
        }
    }

    private static void Record(HttpContext context, Exchange exchange, int status)
    {
        // Refused before a sandbox was chosen: the default one's, which no name leads away from.
        var opening = context.Features.Get<ChosenSandbox>()?.Opening
            ?? context.RequestServices.GetRequiredService<Sandboxes>().Default;
        if (!opening.IsCompletedSuccessfully)
        {
            return; // There is no sandbox yet, so nothing of it was asked.
        }

        var sandbox = opening.Result;
        var (request, response) = (context.Request, context.Response);
        exchange.PathBase = request.PathBase.Value?[exchange.Prefix.Length..] ?? "";
        exchange.Path = request.Path.Value ?? "/";
        exchange.Status = status;
        exchange.AnswerHeaders = Copied(response.Headers);
        exchange.Endpoint = context.GetEndpoint();
        exchange.User ??= Credential.Of(request) is { } credential
            ? sandbox.Callers.Known(credential)?.User.Username
            : null;
        if (context.Features.Get<BufferedBody>() is { IsEmpty: false } body)
        {
            exchange.RequestBody = body.Sent;
            exchange.RequestLength = body.Sent.Length;
        }

        exchange.Duration = sandbox.Elapsed(exchange.StartedStamp);
        sandbox.Journal.Record(exchange, sandbox.Clock.Now);
        sandbox.Events.Recorded(exchange);
    }

    private static KeyValuePair<string, StringValues>[] Copied(IHeaderDictionary headers)
    {
        var copy = new KeyValuePair<string, StringValues>[headers.Count];
        headers.CopyTo(copy, 0);
        return copy;
    }

    /// <summary>
    /// Whether a path, without a sandbox in front, is one that no operation of the service begins with.
    /// </summary>
    public static bool IsOfTheEmulator(string path)
    {
        if (OwnPages.IsConsole(path))
        {
            return true;
        }

        foreach (var prefix in OfTheEmulator)
        {
            if (path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
