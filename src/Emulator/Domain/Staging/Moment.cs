namespace Emulator.Domain.Staging;

/// <summary>When something happens, by whom, and how fast the service goes on from there.</summary>
/// <param name="At">The sandbox's instant, UTC, in whole milliseconds.</param>
/// <param name="By">The id of the user who does it; <see cref="ServiceItself"/> for what the service does of its own accord.</param>
/// <param name="Pace">How long the service's next move takes.</param>
internal readonly record struct Moment(DateTimeOffset At, string By, Pace Pace)
{
    /// <summary>Whom the log names for the workflow engine's own moves: the Console Connect support user (000:9093).</summary>
    public const string ServiceItself = "support";

    /// <summary>The same pace, at the instant a move was due, done by the service.</summary>
    public Moment Settling(DateTimeOffset due) => this with { At = due, By = ServiceItself };
}

/// <summary>How the service's own moves progress.</summary>
internal enum Progression
{
    /// <summary>Each takes the time its table gives, on the sandbox's clock.</summary>
    Time,

    /// <summary>Each is due at once and settled before the next request is answered.</summary>
    Immediate,

    /// <summary>None is ever due: only <c>/__admin</c> advances.</summary>
    Manual,
}

/// <summary>Turns a table's durations into due instants.</summary>
/// <param name="Progression">The kind of progress.</param>
/// <param name="Step">What the tables' unit, one step, takes with <see cref="Progression.Time"/>.</param>
internal sealed record Pace(Progression Progression, TimeSpan Step)
{
    /// <summary>When a move that takes so many steps is due; null where the service never moves by itself.</summary>
    public DateTimeOffset? Due(DateTimeOffset from, int steps) => Progression switch
    {
        Progression.Immediate => from,
        Progression.Manual => null,
        _ => from + (steps * Step),
    };
}
