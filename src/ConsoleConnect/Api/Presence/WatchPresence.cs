using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Presence;

/// <summary>
/// Users coming online and going, as server-sent events: the document gives <c>GET /user</c> the type text/event-stream
/// (000:1460) and mentions Socket.IO, which answers under the same name as a namespace. Watching brings nobody online.
/// </summary>
internal static class WatchPresence
{
    /// <summary>How many events wait for a client that doesn't read; then the oldest are lost.</summary>
    private const int Backlog = 1000;

    /// <summary>After how long without an event a comment is sent, so that a client that has gone is noticed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/user", Handle)
        .Documented("021", "Watch users come and go")
        .Tells(
            "Streams who comes online and who leaves, as events online-status-changed with {\"username\", "
            + "\"online\"}, for as long as the client stays. "
            + "To come online, and to get the same events over Socket.IO, connect a Socket.IO client to the "
            + "namespace /user and emit online with username and portal-token.")
        .Streams("text/event-stream")
        .Assumes("What the stream has in it: the document prints its type and describes the namespace.");

    private static async Task Handle(HttpContext context, IHostApplicationLifetime host)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            host.ApplicationStopping);
        var events = Channel.CreateBounded<OnlineStatus>(
            new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var sandbox = await ChosenSandbox.Of(context).Opened(ended.Token);
        using var listener = sandbox.Presence.Listen(status => events.Writer.TryWrite(status));
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await Send(": watching\n\n");
            while (true)
            {
                await foreach (var status in Until(events.Reader, ended.Token))
                {
                    await Send($"event: online-status-changed\ndata: {Data(status)}\n\n");
                }

                await Send(": nothing new\n\n");
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, or the emulator stops.
        }

        async Task Send(string text)
        {
            await context.Response.WriteAsync(text, ended.Token);
            await context.Response.Body.FlushAsync(ended.Token);
        }
    }

    /// <summary>The events, until there is none for a while.</summary>
    private static async IAsyncEnumerable<OnlineStatus> Until(
        ChannelReader<OnlineStatus> events,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await events.WaitToReadAsync(ct).AsTask().WaitAsync(Silence, ct);
            }
            catch (TimeoutException)
            {
                yield break;
            }

            while (events.TryRead(out var status))
            {
                yield return status;
            }
        }
    }

    private static string Data(OnlineStatus status)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("username", status.Username);
            json.WriteBoolean("online", status.Online);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
