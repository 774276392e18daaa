using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>When the service next moves something in a sandbox. Asking costs no query, and needs no turn.</summary>
internal sealed class DueTimes(SandboxDatabase database, Clock clock) : IDerived
{
    private const long Never = long.MaxValue;

    private long earliest = Never;

    /// <summary>The earliest instant, UTC; null where nothing is due.</summary>
    public DateTimeOffset? Earliest =>
        Volatile.Read(ref earliest) is var ticks and not Never ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Whether something is due, so that reads must wait for their turn.</summary>
    public bool IsPast => Volatile.Read(ref earliest) <= clock.NowTicks;

    /// <summary>Something is due at an instant, UTC.</summary>
    public void Add(DateTimeOffset due) =>
        Volatile.Write(ref earliest, Math.Min(Volatile.Read(ref earliest), due.UtcTicks));

    /// <summary>Looks again. Only within a turn.</summary>
    public void Look() => Set(database.EarliestDue());

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        if (written.Has<SetPace>())
        {
            Look();
            return;
        }

        foreach (var staged in written.Of<IStaged>())
        {
            if (staged.Due is { } due)
            {
                Add(due);
            }
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => Set(start.EarliestDue);

    private void Set(DateTimeOffset? due) => Volatile.Write(ref earliest, due?.UtcTicks ?? Never);
}
