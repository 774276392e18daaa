namespace Emulator.Simulation;

/// <summary>
/// Since when the emulator runs, by the machine's time: what a heartbeat says. No sandbox's clock moves it.
/// </summary>
internal sealed class Uptime(TimeProvider machine)
{
    private readonly long started = machine.GetTimestamp();

    /// <summary>When it was started, UTC.</summary>
    public DateTimeOffset StartedAt { get; } = machine.GetUtcNow();

    /// <summary>The machine's time, UTC.</summary>
    public DateTimeOffset Now => machine.GetUtcNow();

    /// <summary>How long it has run.</summary>
    public TimeSpan Passed => machine.GetElapsedTime(started);
}
