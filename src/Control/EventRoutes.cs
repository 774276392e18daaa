using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// What happens in the sandbox, as server-sent events: for anyone who would otherwise have to ask again and again.
/// </summary>
internal static class EventRoutes
{
    /// <summary>The event that says to a client that it has missed some.</summary>
    private const string Overrun = "overrun";

    /// <summary>
    /// After how long without an event a comment is sent, of the machine's time, so that a client that has gone is
    /// noticed.
    /// </summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private static readonly InstantConverter AsEverywhere = new();

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/events", Watch).WaitingOnTheSandbox("Events", "Watch what happens in the sandbox: "
            + "transitions, messages, faults, resets, the clock, requests")
        .Tells("Server-sent events: event is the kind, id a number that counts up, data a JSON object. A client that "
            + "reads too slowly, or asks for more than is kept, gets the event overrun; connect again with "
            + "Last-Event-ID to go on.")
        .With(
            Query.Text("kind", "", "Only these, separated by commas: "
                + $"{string.Join(", ", SandboxEvents.Kinds)}. Left out, all but {SandboxEvents.Request}."),
            Query.WholeNumber("since", "", "First those after this number, as far as they are kept; the header "
                + "Last-Event-ID does the same.", minimum: 0))
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream").Answers(ServiceErrors.BadQuery);

    private static async Task Watch(HttpContext context, IHostApplicationLifetime host, TimeProvider machine)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            host.ApplicationStopping);
        var (kinds, since) = (Kinds(context.Request), Since(context.Request));
        var sandbox = await ChosenSandbox.Of(context).Opened(ended.Token);
        using var listener = sandbox.Events.Listen(kinds, since);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await Send(": listening\n\n");
            if (listener.Missed)
            {
                await Send($"event: {Overrun}\ndata: {{\"reason\":\"Some of the events since then are no longer "
                    + $"kept.\"}}\n\n");
            }

            while (await Wait(listener.News, machine, ended.Token) is { } more)
            {
                if (!more)
                {
                    await Send(": nothing new\n\n");
                    continue;
                }

                while (listener.News.TryRead(out var happened))
                {
                    var id = happened.Id is { } number ? $"id: {number}\n" : "";
                    await Send($"event: {happened.Kind}\n{id}data: {Data(happened)}\n\n");
                }
            }

            if (listener.Overran)
            {
                await Send($"event: {Overrun}\ndata: {{\"reason\":\"More happened than was read. Connect again with "
                    + $"Last-Event-ID.\"}}\n\n");
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

    /// <returns>Whether there is news; false where there is none for a while, null where there never will be.</returns>
    private static async Task<bool?> Wait(ChannelReader<SandboxEvent> news, TimeProvider machine, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Silence, machine);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await news.WaitToReadAsync(both.Token) ? true : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static HashSet<string> Kinds(HttpRequest request)
    {
        var asked = request
            .Query["kind"]
            .SelectMany(text =>
                (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(kind => kind.ToLowerInvariant())
            .ToHashSet();
        return asked.Count == 0 ? [.. SandboxEvents.UsualKinds]
            : asked.IsSubsetOf(SandboxEvents.Kinds) ? asked
            : throw ServiceErrors.BadQuery.Because(
                $"kind is one or more of {string.Join(", ", SandboxEvents.Kinds)}.",
                "kind",
                "equal to one of the allowed values");
    }

    /// <summary>
    /// A header that is no number of ours is as good as none: clients send what they last saw, wherever that was.
    /// </summary>
    private static long? Since(HttpRequest request)
    {
        if (request.Query["since"] is [{ Length: > 0 } text, ..])
        {
            return Number(text) ?? throw ServiceErrors.BadQuery.Because("since is the id of an event; 0 for all that "
                + "are kept.", "since", "integer");
        }

        return Number(request.Headers["Last-Event-ID"].ToString());
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Data(SandboxEvent happened)
    {
        if (happened.Exchange is { } exchange)
        {
            return JsonSerializer.Serialize(ExchangeShown.Short(exchange), ControlJson.Default.JournalExchange);
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in happened.Members)
            {
                json.WritePropertyName(name);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateTimeOffset instant:
                AsEverywhere.Write(json, instant, JsonSerializerOptions.Default);
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }
}
