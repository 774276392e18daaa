namespace Emulator.Simulation;

/// <summary>
/// A sandbox's time: the machine's, moved ahead or frozen as a test asks. Instants are UTC, in whole milliseconds as on
/// the wire.
/// </summary>
/// <param name="machine">Where the machine's own time comes from.</param>
internal sealed class Clock(TimeProvider machine)
{
    private long offsetTicks;
    private long frozenAtTicks = NotFrozen;
    private const long NotFrozen = -1;

    /// <summary>How far it is ahead of the machine's time (behind, where negative).</summary>
    public TimeSpan Offset => new(Volatile.Read(ref offsetTicks));

    /// <summary>The instant it stands still at; null while it runs.</summary>
    public DateTimeOffset? FrozenAt =>
        Volatile.Read(ref frozenAtTicks) is var ticks and not NotFrozen
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>Now, in UTC ticks.</summary>
    public long NowTicks
    {
        get
        {
            var frozen = Volatile.Read(ref frozenAtTicks);
            return frozen != NotFrozen ? frozen : Whole(machine.GetUtcNow().UtcTicks + Volatile.Read(ref offsetTicks));
        }
    }

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => new(NowTicks, TimeSpan.Zero);

    /// <summary>A clock that shows the same, to be moved without this one: it follows once that is stored.</summary>
    public Clock Draft()
    {
        var draft = new Clock(machine);
        draft.Restore(Offset, FrozenAt);
        return draft;
    }

    /// <summary>Moves it ahead.</summary>
    public void Advance(TimeSpan by)
    {
        if (FrozenAt is { } instant)
        {
            Set(instant + by);
        }
        else
        {
            Volatile.Write(ref offsetTicks, Offset.Ticks + by.Ticks);
        }
    }

    /// <summary>Stops it where it is, or at an instant.</summary>
    public void Freeze(DateTimeOffset? at = null) => Volatile.Write(ref frozenAtTicks, Whole((at ?? Now).UtcTicks));

    /// <summary>Lets it run on from where it stands.</summary>
    public void Resume()
    {
        if (FrozenAt is { } instant)
        {
            Volatile.Write(ref offsetTicks, (instant - machine.GetUtcNow()).Ticks);
            Volatile.Write(ref frozenAtTicks, NotFrozen);
        }
    }

    /// <summary>Starts it again.</summary>
    /// <param name="at">The instant it starts at; null for the machine's time.</param>
    /// <param name="frozen">Whether it stands still from the start.</param>
    public void Start(DateTimeOffset? at, bool frozen)
    {
        Restore(TimeSpan.Zero, null);
        if (at is { } instant)
        {
            Set(instant);
        }

        if (frozen)
        {
            Freeze(at);
        }
    }

    /// <summary>Puts it back as it was stored.</summary>
    public void Restore(TimeSpan offset, DateTimeOffset? frozenAt)
    {
        Volatile.Write(ref offsetTicks, offset.Ticks);
        Volatile.Write(ref frozenAtTicks, frozenAt is { } instant ? Whole(instant.UtcTicks) : NotFrozen);
    }

    /// <summary>Jumps to an instant, running on from there unless frozen.</summary>
    public void Set(DateTimeOffset to)
    {
        if (FrozenAt is not null)
        {
            Freeze(to);
        }
        else
        {
            Volatile.Write(ref offsetTicks, (to - machine.GetUtcNow()).Ticks);
        }
    }

    private static long Whole(long ticks) => ticks - (ticks % TimeSpan.TicksPerMillisecond);
}
