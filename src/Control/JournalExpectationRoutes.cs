using ConsoleConnect.Emulator.Admin;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>What a test expects to find in the journal: counted, held against what it expects, or waited for.</summary>
internal static class JournalExpectationRoutes
{
    /// <summary>The longest that a client waits for an exchange, seconds.</summary>
    private const int LongestWait = 120;

    private static readonly RequestSchema CountSchema = ExchangeSearch.Schema();

    private static readonly BodyMember<int?> AtLeast = Body.Integer(
        "atLeast", "The fewest that there must be; 1 by default.", minimum: 0);

    private static readonly BodyMember<int?> AtMost = Body.Integer(
        "atMost", "The most that there may be.", minimum: 0);

    private static readonly BodyMember<int?> Exactly = Body.Integer(
        "exactly", "How many there must be, no more and no fewer.", minimum: 0);

    private static readonly RequestSchema VerifySchema = ExchangeSearch.Schema().With(AtLeast, AtMost, Exactly);

    private static readonly BodyMember<int?> Timeout = Body.Integer(
        "timeoutSeconds",
        "How long to wait, seconds of the machine's time; 10 by default.",
        minimum: 0,
        maximum: LongestWait);

    private static readonly RequestSchema WaitSchema = ExchangeSearch.Schema().With(Timeout);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/__admin/journal/count", Count)
            .WaitingOnTheSandbox(JournalRoutes.Group, "Count the exchanges that match")
            .Tells("Says how often a client has made such a request. It must match all conditions.")
            .Takes(CountSchema, """{"method": "PUT", "path": "/api/auth/token"}""")
            .Produces<Counted>()
            .Answers(ServiceErrors.JournalOff);
        routes
            .MapPost("/__admin/journal/verify", Verify)
            .WaitingOnTheSandbox(
                JournalRoutes.Group,
                "Verify how many exchanges match; refused, with the nearest misses, if the number is wrong")
            .Tells(
                "Fails a test that expects a number of requests (exactly, atLeast, atMost), and says what came "
                    + "nearest.")
            .Takes(VerifySchema, """{"method": "DELETE", "path": "/api/company", "exactly": 0}""")
            .Produces<Counted>()
            .Answers(ServiceErrors.NotAsExpected, ServiceErrors.OutOfBounds, ServiceErrors.JournalOff);
        routes
            .MapPost("/__admin/journal/wait", Wait)
            .WaitingOnTheSandbox(
                JournalRoutes.Group,
                "Wait until a matching exchange is there: the newest one, or 408 after a time-out")
            .Tells(
                "Use it when another process makes the request: it answers as soon as a matching request has been "
                    + "answered, or at once if there is one already.")
            .Takes(WaitSchema, """{"path": "/api/auth/token", "timeoutSeconds": 10}""")
            .Produces<JournalExchange>()
            .Answers(ServiceErrors.NoExchangeInTime, ServiceErrors.JournalOff);
    }

    private static async Task<Answer<Counted>> Count(
        RequestBody body,
        HttpContext context,
        Service service,
        CancellationToken ct)
    {
        var search = ExchangeSearch.Of(body.Checked(CountSchema), service);
        var seen = (await JournalRoutes.Of(context, ct)).Look();
        return new Counted(seen.Exchanges.Count(search.Fits), seen.Forgotten);
    }

    private static async Task<Answer<Counted>> Verify(
        RequestBody body,
        HttpContext context,
        Service service,
        CancellationToken ct)
    {
        var asked = body.Checked(VerifySchema);
        var search = ExchangeSearch.Of(asked, service);
        var bounds = Bounds.Of(asked);
        var seen = (await JournalRoutes.Of(context, ct)).Look();
        var found = seen.Exchanges.Where(search.Fits).ToList();
        if (found.Count >= bounds.Least && found.Count <= bounds.Most)
        {
            return new Counted(found.Count, seen.Forgotten);
        }

        var tooMany = found.Count > bounds.Most;
        IReadOnlyList<string> nearest = tooMany
            ? [.. found.AsEnumerable().Reverse().Take(3).Select(ExchangeShown.InWords)]
            : search.Nearest(seen.Exchanges);
        throw With(
            nearest,
            ServiceErrors.NotAsExpected.Because(
                $"The journal has {seen.Exchanges.Count} exchanges; {seen.Forgotten} older ones had to make room. GET "
                    + "/__admin/journal lists them.",
                bounds.Words,
                search.Words,
                $"{found.Count}{Told(nearest, tooMany ? "the newest" : "the nearest")}"));
    }

    /// <summary>Takes no turn while it waits.</summary>
    private static async Task<Answer<JournalExchange>> Wait(
        RequestBody body,
        HttpContext context,
        Service service,
        CancellationToken ct)
    {
        var asked = body.Checked(WaitSchema);
        var search = ExchangeSearch.Of(asked, service);
        var seconds = asked.Of(Timeout) ?? 10;
        var journal = await JournalRoutes.Of(context, ct);
        var sandbox = await ChosenSandbox.Of(context).Opened(ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            // From here on it is told of every one that comes; then it looks whether one is there.
            using var waiter = journal.Waiters.Add(search.Fits, search.Beginning);
            sandbox.RefuseClosed();
            if (journal.Look().Exchanges.LastOrDefault(search.Fits) is { } found)
            {
                return ExchangeShown.Whole(found, service);
            }

            try
            {
                if (await waiter.Come.WaitAsync(patience.Token) is { } come)
                {
                    return ExchangeShown.Whole(come, service);
                }
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                var nearest = search.Nearest(journal.Look().Exchanges);
                throw With(
                    nearest,
                    ServiceErrors.NoExchangeInTime.Because(
                        "GET /__admin/journal lists what was asked.",
                        seconds,
                        search.Words,
                        Told(nearest, "the nearest")));
            }
        }
    }

    private static string Told(IReadOnlyList<string> nearest, string which) =>
        nearest.Count == 0 ? "" : $"; {which}: {string.Join("; ", nearest)}";

    private static Refusal With(IReadOnlyList<string> nearest, Refusal refusal) =>
        new(refusal.Error, refusal.Message, refusal.Explanation)
        {
            Details = new Dictionary<string, IReadOnlyList<string>> { ["nearest"] = nearest },
        };

    /// <summary>How many there must be.</summary>
    private sealed record Bounds(int Least, int Most, string Words)
    {
        /// <exception cref="Refusal">
        /// <see cref="EmulatorErrors.OutOfBounds"/>: no number can be within them.
        /// </exception>
        public static Bounds Of(Asked asked)
        {
            var (least, most) = (asked.Of(AtLeast), asked.Of(AtMost));
            if (asked.Of(Exactly) is { } exactly)
            {
                return least is null && most is null
                    ? new Bounds(exactly, exactly, $"exactly {Exchanges(exactly)}")
                    : throw ServiceErrors.OutOfBounds.Because(
                        "exactly says all there is to say.",
                        "/exactly",
                        "sent without atLeast and atMost");
            }

            return (least, most) switch
            {
                (null, null) => new Bounds(1, int.MaxValue, "at least 1 exchange"),
                ({ } few, null) => new Bounds(few, int.MaxValue, $"at least {Exchanges(few)}"),
                (null, { } many) => new Bounds(0, many, $"at most {Exchanges(many)}"),
                ({ } few, { } many) when few <= many => new Bounds(few, many, $"{few} to {Exchanges(many)}"),
                _ => throw ServiceErrors.OutOfBounds.Because(
                    "No number is at least the one and at most the other.",
                    "/atMost",
                    $">= {least}"),
            };
        }

        private static string Exchanges(int number) => number == 1 ? "1 exchange" : $"{number} exchanges";
    }
}
