namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// The world's clock. Everything follows it: the service's own moves, scheduled tasks, flexes, contracts, tokens.
/// </summary>
public sealed class EmulatorClock
{
    private readonly EmulatorDoor door;

    internal EmulatorClock(EmulatorDoor door) => this.door = door;

    /// <summary>What time it is.</summary>
    public Task<ClockReading> ReadAsync(CancellationToken cancellationToken = default) =>
        door.Get("/__admin/clock", AdminJson.Default.ClockReading, cancellationToken);

    /// <summary>Sets it, ahead or back; it stands still or runs as before.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<ClockMoved> SetAsync(DateTimeOffset at, CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Put,
            "/__admin/clock",
            new ClockInstant(at),
            AdminJson.Default.ClockInstant,
            AdminJson.Default.ClockMoved,
            cancellationToken);

    /// <summary>Moves it ahead: what is due by then has happened, each at its own due time.</summary>
    /// <param name="by">By how much; fractions of a millisecond are dropped.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<ClockMoved> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/clock/advance",
            new ClockStep((long)by.TotalSeconds, by.Milliseconds),
            AdminJson.Default.ClockStep,
            AdminJson.Default.ClockMoved,
            cancellationToken);

    /// <summary>Moves it ahead to when something happens next, and lets it happen.</summary>
    /// <exception cref="EmulatorRefusedException">Nothing is due.</exception>
    public Task<ClockMoved> AdvanceToNextAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, "/__admin/clock/advance-to-next", AdminJson.Default.ClockMoved, cancellationToken);

    /// <summary>Moves it ahead until a resource gets to a state.</summary>
    /// <param name="machine">
    /// The resource's machine: <c>connections</c>, <c>ports</c>, <c>port-orders</c> and so on.
    /// </param>
    /// <param name="id">The resource's id.</param>
    /// <param name="state">The state, as the documents spell it: <c>ACTIVE</c>.</param>
    /// <param name="within">How far ahead to look; null for a year.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">It never gets there; nothing is changed then.</exception>
    public Task<StateReached> AdvanceUntilAsync(
        string machine,
        string id,
        string state,
        TimeSpan? within = null,
        CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/clock/advance-until",
            new ClockGoal(machine, id, state, (long?)within?.TotalSeconds),
            AdminJson.Default.ClockGoal,
            AdminJson.Default.StateReached,
            cancellationToken);

    /// <summary>Stops it.</summary>
    /// <param name="at">The instant to stand still at; null for now.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<ClockMoved> FreezeAsync(DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/clock/freeze",
            new ClockInstant(at),
            AdminJson.Default.ClockInstant,
            AdminJson.Default.ClockMoved,
            cancellationToken);

    /// <summary>Lets it run on from where it stands.</summary>
    public Task<ClockReading> ResumeAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, "/__admin/clock/resume", AdminJson.Default.ClockReading, cancellationToken);
}

/// <summary>What the clock shows.</summary>
/// <param name="Now">The world's instant, UTC.</param>
/// <param name="Frozen">Whether it stands still.</param>
/// <param name="AheadSeconds">How far it is ahead of the machine's, seconds; meaningless while it stands still.</param>
/// <param name="NextDue">When the service moves next by itself, UTC; null where it doesn't.</param>
public sealed record ClockReading(DateTimeOffset Now, bool Frozen, double AheadSeconds, DateTimeOffset? NextDue);

/// <summary>The clock after it was moved, and what has happened.</summary>
/// <param name="Now">The world's instant, UTC.</param>
/// <param name="Frozen">Whether it stands still.</param>
/// <param name="NextDue">When the service moves next by itself, UTC; null where it doesn't.</param>
/// <param name="MovedCount">How many moves were made.</param>
/// <param name="Moved">The moves, oldest first; the first thousand.</param>
public sealed record ClockMoved(
    DateTimeOffset Now,
    bool Frozen,
    DateTimeOffset? NextDue,
    int MovedCount,
    IReadOnlyList<MoveMade> Moved);

/// <summary>A move that a resource has made.</summary>
/// <param name="Machine">Its machine.</param>
/// <param name="Id">The resource.</param>
/// <param name="From">The state it left; null where the resource is new.</param>
/// <param name="Trigger">What was fired.</param>
/// <param name="To">The state it entered.</param>
/// <param name="At">When, UTC: the instant at which it was due.</param>
public sealed record MoveMade(string Machine, string Id, string? From, string Trigger, string To, DateTimeOffset At);

/// <summary>A state that was got to.</summary>
/// <param name="Machine">The resource's machine.</param>
/// <param name="Id">The resource.</param>
/// <param name="State">The state that was asked for.</param>
/// <param name="ReachedAt">When it got there, UTC; now, where it was there already.</param>
/// <param name="StateNow">Its state now: another where that stage lasts no time at all.</param>
/// <param name="Clock">The clock, and what has happened.</param>
public sealed record StateReached(
    string Machine,
    string Id,
    string State,
    DateTimeOffset ReachedAt,
    string StateNow,
    ClockMoved Clock);
