namespace Emulator.Domain.Staging;

/// <summary>How the service's own moves progress.</summary>
internal enum Progression
{
    /// <summary>Each takes the time its table gives, on the sandbox's clock.</summary>
    Time,

    /// <summary>Each is due at once and settled before the next request is answered.</summary>
    Immediate,

    /// <summary>None is ever due: only <c>/__admin</c> advances.</summary>
    Manual,

    /// <summary>Each is due once the resource has been read so many times.</summary>
    Polls,
}

/// <summary>When a stage is over.</summary>
/// <param name="Due">When, UTC; null where it isn't a matter of time.</param>
/// <param name="Polls">After how many reads; null where it isn't a matter of reads.</param>
internal readonly record struct Wait(DateTimeOffset? Due, int? Polls)
{
    /// <summary>It waits for someone.</summary>
    public static readonly Wait ForSomeone;
}

/// <summary>Turns a table's durations into waits.</summary>
/// <param name="Progression">The kind of progress.</param>
/// <param name="Step">What the tables' unit, one step, takes with <see cref="Progression.Time"/>.</param>
/// <param name="Polls">How many reads a stage lasts with <see cref="Progression.Polls"/>.</param>
internal sealed record Pace(Progression Progression, TimeSpan Step, int Polls = 1)
{
    /// <summary>When a move is due that takes so many steps.</summary>
    /// <param name="from">Since when.</param>
    /// <param name="steps">How many steps the table gives it.</param>
    public Wait Until(DateTimeOffset from, int steps) => Progression switch
    {
        Progression.Immediate => new Wait(from, null),
        Progression.Manual => Wait.ForSomeone,
        Progression.Polls => Polls == 0 ? new Wait(from, null) : new Wait(null, Polls),
        _ => new Wait(from + (steps * Step), null),
    };
}

/// <summary>How the service goes on in a sandbox.</summary>
/// <param name="Pace">How its own moves progress.</param>
/// <param name="Directives">Whether words in names are obeyed (see <see cref="Directive"/>).</param>
internal sealed record Pacing(Pace Pace, bool Directives);
