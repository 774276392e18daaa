using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// The world's clock. Everything follows it: the service's own moves, scheduled tasks, flexes, contracts, tokens.
/// </summary>
public sealed class EmulatorClock
{
    private readonly EmulatorDoor door;

    internal EmulatorClock(EmulatorDoor door) => this.door = door;

    /// <summary>Reads the time.</summary>
    public Task<ClockReading> ReadAsync(CancellationToken cancellationToken = default) =>
        door.Get("/__admin/clock", AdminJson.Default.ClockReading, cancellationToken);

    /// <summary>Sets the clock, ahead or back; it stays frozen or running as before.</summary>
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

    /// <summary>
    /// Moves the clock ahead: everything that is due by then happens, each thing at its own due time.
    /// </summary>
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

    /// <summary>Moves the clock ahead to the next thing that is due, and makes it happen.</summary>
    /// <exception cref="EmulatorRefusedException">Nothing is due.</exception>
    public Task<ClockMoved> AdvanceToNextAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, "/__admin/clock/advance-to-next", AdminJson.Default.ClockMoved, cancellationToken);

    /// <summary>Moves the clock ahead until a resource reaches a state.</summary>
    /// <param name="machine">
    /// The resource's machine: <c>connections</c>, <c>ports</c>, <c>port-orders</c> and so on.
    /// </param>
    /// <param name="id">The resource's id.</param>
    /// <param name="state">The state, as the documents spell it: <c>ACTIVE</c>.</param>
    /// <param name="within">How far ahead to look; null for a year.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">It never reaches the state; then nothing is changed.</exception>
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

    /// <summary>Freezes the clock.</summary>
    /// <param name="at">The instant at which to freeze it; null for now.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<ClockMoved> FreezeAsync(DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/clock/freeze",
            new ClockInstant(at),
            AdminJson.Default.ClockInstant,
            AdminJson.Default.ClockMoved,
            cancellationToken);

    /// <summary>Lets the clock run again from where it stopped.</summary>
    public Task<ClockReading> ResumeAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, "/__admin/clock/resume", AdminJson.Default.ClockReading, cancellationToken);
}
