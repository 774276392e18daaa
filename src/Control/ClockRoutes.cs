using ConsoleConnect.Emulator.Admin;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// The sandbox's clock. Everything follows it: the service's own moves, scheduled tasks, flexes, contracts, tokens.
/// </summary>
internal static class ClockRoutes
{
    private const string Group = "Clock";

    /// <summary>How far a search for a state looks ahead unless it is said, seconds: a year.</summary>
    private const int UsualReach = 31_536_000;

    /// <summary>Where the clock ends: what contracts and statistics reckon from there still has a date.</summary>
    private static readonly DateTimeOffset First = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Last = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly BodyMember<int?> Seconds = Body.Integer("seconds", "By how many seconds.", minimum: 0);

    private static readonly BodyMember<int?> Milliseconds = Body.Integer(
        "milliseconds", "By how many milliseconds more.", minimum: 0);

    private static readonly RequestSchema AdvanceSchema = new RequestSchema().With(Seconds, Milliseconds);

    private static readonly BodyMember<string> At = Body.NeededText(
        "at", "The instant, such as 2026-01-01T00:00:00Z.");

    private static readonly RequestSchema SetSchema = new RequestSchema().With(At);

    private static readonly BodyMember<string?> StillAt = Body.Text(
        "at", "The instant at which to freeze the clock; by default now.");

    private static readonly RequestSchema FreezeSchema = new RequestSchema().With(StillAt);

    private static readonly BodyMember<string> MachineName = Body.NeededText(
        "machine", "The resource's machine, as GET /__admin/workflows lists it.");

    private static readonly BodyMember<string> ResourceId = Body.NeededText("id", "The resource's id.");

    private static readonly BodyMember<string> StateAimedAt = Body.NeededText(
        "state", "The state to reach, as the documents spell it.");

    private static readonly BodyMember<int?> Timeout = Body.Integer(
        "timeoutSeconds",
        "How far ahead to look, seconds of the sandbox's clock; a year by default.",
        minimum: 0);

    private static readonly BodyMember<int?> Within = Body.Integer(
        "withinSeconds", "The same, by the name that it had before.", minimum: 0);

    private static readonly RequestSchema UntilSchema = new RequestSchema().With(
        MachineName, ResourceId, StateAimedAt, Timeout, Within);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/clock", Show).OnTheSandbox(Group, "What time it is in the sandbox")
            .Tells("Shows whether it is frozen, and when the service moves next by itself.")
            .Produces<ClockReading>();
        routes
            .MapPut("/__admin/clock", Set)
            .OnTheSandbox(Group, "Set the clock, ahead or back; it stays frozen or running as before")
            .Tells(
                "Setting it ahead makes everything happen that is due by then; setting it back undoes nothing. The "
                    + "answer lists what has moved.")
            .Takes(SetSchema, """{"at": "2030-01-01T00:00:00Z"}""")
            .Produces<ClockMoved>()
            .Answers(ServiceErrors.WrongFormat, ServiceErrors.OutOfBounds);
        routes
            .MapPost("/__admin/clock/advance", Advance)
            .OnTheSandbox(
                Group,
                "Move the clock ahead: what is due by " + "then has happened, each at its own due time")
            .Tells("Makes an hour of the service's work pass in no time. The answer lists what has moved.")
            .Takes(AdvanceSchema, """{"seconds": 60}""", "seconds")
            .Produces<ClockMoved>()
            .Answers(ServiceErrors.OutOfBounds);
        routes
            .MapPost("/__admin/clock/advance-to-next", ToNext)
            .OnTheSandbox(Group, "Move the clock ahead to when " + "something happens next, and let it happen")
            .Tells("Steps through what the service does, one due time after the other. Refused if nothing is due.")
            .Produces<ClockMoved>().Answers(ServiceErrors.NothingDue);
        routes.MapPost("/__admin/clock/advance-until", Until).OnTheSandbox(Group, "Move the clock ahead until a "
            + "resource reaches a state; if it never will, nothing changes")
            .Tells("Finds out by itself how far to move it: name a resource and the state that the test waits for.")
            .Takes(UntilSchema, """{"machine": "connections", "id": "55783e39519d254d36f6126e", "state": "ACTIVE"}""")
            .Produces<StateReached>()
            .Answers(
                ServiceErrors.MachineNotFound,
                ServiceErrors.ResourceNotFound,
                ServiceErrors.NeverReached,
                ServiceErrors.NotAllowedValue);
        routes
            .MapPost("/__admin/clock/freeze", Freeze)
            .OnTheSandbox(Group, "Stop the clock, now or at an instant")
            .Tells(
                "From then on time passes only when the clock is moved. Freezing it at a later instant makes "
                    + "everything happen that is due by then.")
            .Takes(FreezeSchema, "{}")
            .Produces<ClockMoved>()
            .Answers(ServiceErrors.WrongFormat, ServiceErrors.OutOfBounds);
        routes
            .MapPost("/__admin/clock/resume", Resume)
            .OnTheSandbox(Group, "Let the clock run again from where it stopped")
            .Tells("It runs as fast as the machine's clock, from the instant at which it stopped.")
            .Produces<ClockReading>();
    }

    private static Answer<ClockReading> Show(Turn turn) => ClockShown.Of(turn);

    private static async Task<Answer<ClockMoved>> Set(RequestBody body, Turn turn, CancellationToken ct)
    {
        turn.Clock.Set(InstantOf(body.Checked(SetSchema).Of(At)));
        return await Settled(turn, ct);
    }

    private static async Task<Answer<ClockMoved>> Advance(RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(AdvanceSchema);
        if (!asked.Has(Seconds) && !asked.Has(Milliseconds))
        {
            throw ServiceErrors.MissingProperty.Because("Send {\"seconds\": 60}.", "", "seconds");
        }

        var by =
            TimeSpan.FromSeconds(asked.Of(Seconds) ?? 0)
            + TimeSpan.FromMilliseconds(asked.Of(Milliseconds) ?? 0);
        if (turn.Clock.Now > Last - by)
        {
            throw ServiceErrors.OutOfBounds.Because(
                "The clock ends with the year 8999.",
                "/seconds",
                $"<= {Math.Max(0, Math.Floor((Last - turn.Clock.Now).TotalSeconds))}");
        }

        turn.Clock.Advance(by);
        return await Settled(turn, ct);
    }

    private static async Task<Answer<ClockMoved>> ToNext(Turn turn, CancellationToken ct)
    {
        if (turn.EarliestDue() is not { } next)
        {
            var (held, polled) = turn.WaitingForOtherThanTime();
            throw ServiceErrors.NothingDue.Because($"{polled} resources wait to be read, {held} are kept from going "
                + "on by their pace or by a word in their name (GET /__admin/progression); all others wait for "
                + "someone.");
        }

        if (next > turn.Clock.Now)
        {
            turn.Clock.Set(next);
        }

        return await Settled(turn, ct);
    }

    private static async Task<Answer<StateReached>> Until(RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(UntilSchema);
        var machine = turn.Service.Machine(asked.Of(MachineName));
        var state = machine.States.FirstOrDefault(state =>
            string.Equals(state, asked.Of(StateAimedAt), StringComparison.OrdinalIgnoreCase))
            ?? throw ServiceErrors.NotAllowedValue.Because(
                $"Its states are {string.Join(", ", machine.States)}.",
                "/state");
        var resource = await machine.Find(turn.Db, asked.Of(ResourceId), ct)
            ?? throw ServiceErrors.ResourceNotFound.Because(
                "Ids are those of the API's own answers.",
                machine.Name,
                asked.Of(ResourceId));
        var reach = TimeSpan.FromSeconds(
            asked.Of(Timeout) ?? asked.Of(Within) ?? UsualReach);
        var now = turn.Clock.Now;
        var (at, moved) = await turn.Until(machine, resource, state, now > Last - reach ? Last : now + reach, ct);
        return new StateReached(
            machine.Name,
            resource.Id,
            state,
            at,
            machine.StateOf(resource).State,
            ClockShown.Of(turn, moved));
    }

    private static async Task<Answer<ClockMoved>> Freeze(RequestBody body, Turn turn, CancellationToken ct)
    {
        turn.Clock.Freeze(body.Checked(FreezeSchema).Of(StillAt) is { } at ? InstantOf(at) : null);
        return await Settled(turn, ct);
    }

    private static async Task<Answer<ClockReading>> Resume(Turn turn)
    {
        turn.Clock.Resume();
        await turn.ClockMoved();
        return ClockShown.Of(turn);
    }

    /// <summary>Stores where the clock stands, and lets happen what is due by then.</summary>
    private static async Task<ClockMoved> Settled(Turn turn, CancellationToken ct)
    {
        await turn.ClockMoved();
        return ClockShown.Of(turn, await turn.Settle(turn.Clock.Now, ct));
    }

    private static DateTimeOffset InstantOf(string text)
    {
        var instant = Instants.Read(text)
            ?? throw ServiceErrors.WrongFormat.Because(
                "at is an instant such as " + "2026-01-01T00:00:00Z.",
                "/at",
                "date-time");
        return instant < First
                ? throw ServiceErrors.OutOfBounds.Because(
                    "The clock begins with 1970.",
                    "/at",
                    ">= 1970-01-01T00:00:00Z")
            : instant > Last
                ? throw ServiceErrors.OutOfBounds.Because(
                    "The clock ends with the year 8999.",
                    "/at",
                    "<= 9000-01-01T00:00:00Z")
            : instant;
    }
}

/// <summary>The clock, as it is shown.</summary>
internal static class ClockShown
{
    /// <summary>The most moves that are listed.</summary>
    private const int Most = 1000;

    public static ClockReading Of(Turn turn)
    {
        var frozen = turn.Clock.FrozenAt is not null;
        return new(turn.Clock.Now, frozen, turn.Clock.Offset.TotalSeconds, turn.NextDue, frozen ? 0 : 1);
    }

    /// <summary>The clock after it was moved.</summary>
    public static ClockMoved Of(Turn turn, IReadOnlyList<Move> moved) =>
        new(
            turn.Clock.Now,
            turn.Clock.FrozenAt is not null,
            turn.NextDue,
            moved.Count,
            [
                .. moved
                    .Take(Most)
                    .Select(move => new MoveMade(
                        move.Machine,
                        move.ResourceId,
                        move.From,
                        move.Trigger,
                        move.To,
                        move.At)),
            ]);
}
