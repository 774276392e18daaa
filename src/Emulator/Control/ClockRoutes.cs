using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>The sandbox's clock.</summary>
internal static class ClockRoutes
{
    private const string Group = "Clock";

    private static readonly RequestSchema AdvanceSchema = new RequestSchema()
        .Integer("seconds", "By how many seconds.", minimum: 0)
        .Integer("milliseconds", "By how many milliseconds more.", minimum: 0);

    private static readonly RequestSchema FreezeSchema = new RequestSchema().Text("at", "The instant to stand still at; left out, now.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/clock", Show).OnTheSandbox(Group, "What time it is in the sandbox").Produces<ClockShown>();
        routes.MapPost("/__admin/clock/advance", Advance).OnTheSandbox(Group, "Move the clock ahead: what is due by then has happened, each at its own due time")
            .Takes(AdvanceSchema, """{"seconds": 60}""").Produces<ClockShown>();
        routes.MapPost("/__admin/clock/freeze", Freeze).OnTheSandbox(Group, "Stop the clock")
            .Takes(FreezeSchema, "{}").Produces<ClockShown>();
        routes.MapPost("/__admin/clock/resume", Resume).OnTheSandbox(Group, "Let the clock run on from where it stands").Produces<ClockShown>();
    }

    private static Answer<ClockShown> Show(Turn turn) => ClockShown.Of(turn);

    private static async Task<Answer<ClockShown>> Advance(RequestBody body, Turn turn)
    {
        var asked = body.Checked(AdvanceSchema);
        if (!asked.Has("seconds") && !asked.Has("milliseconds"))
        {
            throw ServiceErrors.MissingProperty.Because("Send {\"seconds\": 60}.", "", "seconds");
        }

        turn.Clock.Advance(TimeSpan.FromSeconds(asked.Integer("seconds") ?? 0) + TimeSpan.FromMilliseconds(asked.Integer("milliseconds") ?? 0));
        await turn.ClockMoved();
        return ClockShown.Of(turn);
    }

    private static async Task<Answer<ClockShown>> Freeze(RequestBody body, Turn turn)
    {
        var at = body.Checked(FreezeSchema).Text("at");
        if (at is null)
        {
            turn.Clock.Freeze();
        }
        else if (Instants.Read(at) is { } instant)
        {
            turn.Clock.Freeze(instant);
        }
        else
        {
            throw ServiceErrors.WrongType.Because("at is an instant such as 2026-01-01T00:00:00Z.", "/at", "date-time");
        }

        await turn.ClockMoved();
        return ClockShown.Of(turn);
    }

    private static async Task<Answer<ClockShown>> Resume(Turn turn)
    {
        turn.Clock.Resume();
        await turn.ClockMoved();
        return ClockShown.Of(turn);
    }
}

/// <summary>The clock, as it is shown.</summary>
/// <param name="Now">The sandbox's instant, UTC.</param>
/// <param name="Frozen">Whether it stands still.</param>
/// <param name="AheadSeconds">How far it is ahead of the machine's, seconds; meaningless while it stands still.</param>
/// <param name="NextDue">When the service moves next by itself, UTC; null where it doesn't.</param>
internal sealed record ClockShown(DateTimeOffset Now, bool Frozen, double AheadSeconds, DateTimeOffset? NextDue)
{
    public static ClockShown Of(Turn turn) => new(turn.Clock.Now, turn.Clock.FrozenAt is not null, turn.Clock.Offset.TotalSeconds, turn.NextDue);
}
