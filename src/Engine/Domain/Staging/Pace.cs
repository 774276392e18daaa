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
/// <param name="Held">
/// Whether only the pace, or a directive, keeps the service from moving on: it goes on when that is taken back.
/// </param>
internal readonly record struct Wait(DateTimeOffset? Due, int? Polls, bool Held = false)
{
    /// <summary>It waits for someone.</summary>
    public static readonly Wait ForSomeone;

    /// <summary>The service would move on, and is kept from it.</summary>
    public static readonly Wait HeldBack = new(null, null, Held: true);
}

/// <summary>Turns a table's durations into waits.</summary>
/// <param name="Progression">The kind of progress.</param>
/// <param name="Step">What the tables' unit, one step, takes with <see cref="Progression.Time"/>.</param>
/// <param name="Polls">How many reads a stage lasts with <see cref="Progression.Polls"/>.</param>
/// <param name="Stages">
/// What single stages take with <see cref="Progression.Time"/>, by their documented spelling; null where all take their
/// steps.
/// </param>
internal sealed record Pace(
    Progression Progression,
    TimeSpan Step,
    int Polls = 1,
    IReadOnlyDictionary<string, TimeSpan>? Stages = null)
{
    /// <summary>When a move is due.</summary>
    /// <param name="from">Since when the stage lasts.</param>
    /// <param name="stage">The stage, as the documents spell it.</param>
    /// <param name="steps">How many steps the table gives it.</param>
    public Wait Until(DateTimeOffset from, string stage, int steps) => Progression switch
    {
        Progression.Immediate => new Wait(from, null),
        Progression.Manual => Wait.HeldBack,
        Progression.Polls => Polls == 0 ? new Wait(from, null) : new Wait(null, Polls),
        _ => new Wait(from + (Stages?.TryGetValue(stage, out var own) == true ? own : steps * Step), null),
    };
}
