namespace ConsoleConnect.Emulator.Admin;

/// <summary>The clock, as it is shown.</summary>
/// <param name="Now">The sandbox's instant, UTC.</param>
/// <param name="Frozen">Whether it is frozen.</param>
/// <param name="AheadSeconds">How far it is ahead of the machine's, seconds; meaningless while it is frozen.</param>
/// <param name="NextDue">When the service moves next by itself, UTC; null where it doesn't.</param>
/// <param name="Rate">How fast it runs compared with the machine's: 1, or 0 while it is frozen.</param>
public sealed record ClockReading(
    DateTimeOffset Now,
    bool Frozen,
    double AheadSeconds,
    DateTimeOffset? NextDue,
    int Rate);

/// <summary>The clock after it was moved, and what has happened.</summary>
/// <param name="Now">The sandbox's instant, UTC.</param>
/// <param name="Frozen">Whether it is frozen.</param>
/// <param name="NextDue">When the service moves next by itself, UTC; null where it doesn't.</param>
/// <param name="MovedCount">How many moves were made.</param>
/// <param name="Moved">The moves, oldest first; the first thousand.</param>
public sealed record ClockMoved(
    DateTimeOffset Now,
    bool Frozen,
    DateTimeOffset? NextDue,
    int MovedCount,
    IReadOnlyList<MoveMade> Moved);

/// <summary>One move.</summary>
/// <param name="Machine">The resource's machine.</param>
/// <param name="Id">The resource.</param>
/// <param name="From">The state it left; null where the resource is new.</param>
/// <param name="Trigger">What was fired.</param>
/// <param name="To">The state it entered.</param>
/// <param name="At">When, UTC: the instant at which it was due.</param>
public sealed record MoveMade(
    string Machine,
    string Id,
    string? From,
    string Trigger,
    string To,
    DateTimeOffset At);

/// <summary>A state that was reached.</summary>
/// <param name="Machine">The resource's machine.</param>
/// <param name="Id">The resource.</param>
/// <param name="State">The state that was asked for.</param>
/// <param name="ReachedAt">When it was reached, UTC; now if the resource was in it already.</param>
/// <param name="StateNow">Its state now: another where that stage lasts no time at all.</param>
/// <param name="Clock">The clock, and what has happened.</param>
public sealed record StateReached(
    string Machine,
    string Id,
    string State,
    DateTimeOffset ReachedAt,
    string StateNow,
    ClockMoved Clock);
