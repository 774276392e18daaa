using Emulator.Simulation.Keeping;

namespace Emulator.Simulation.Faults;

/// <summary>What is asked of a rule.</summary>
internal sealed record FaultTerms
{
    public FaultMatch Match { get; init; } = new();

    public FaultWhen When { get; init; } = FaultWhen.Always;

    public required FaultEffect Then { get; init; }

    /// <summary>The seed number of its luck: probability and latencies.</summary>
    public required long Seed { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>After how many seconds of the sandbox's clock it is gone; null where it stays.</summary>
    public int? TtlSeconds { get; init; }
}

/// <summary>
/// A rule in force, and how often it was asked. Its terms don't change; its counts are for any number of threads.
/// </summary>
internal sealed class FaultRule(string id, FaultTerms terms, long nowTicks)
{
    private const long Never = long.MaxValue;

    private readonly RateWindows? windows = terms.Then.RateLimit is { } limit ? new RateWindows(limit) : null;
    private readonly long expiresAt = terms.TtlSeconds is { } seconds
        ? nowTicks + (seconds * TimeSpan.TicksPerSecond)
        : Never;
    private long matched;
    private long fired;
    private long lastFiredAt;

    /// <summary>One that was kept, and counts on.</summary>
    public FaultRule(KeptFault kept, long nowTicks)
        : this(kept.Id, kept.Terms, nowTicks) =>
        (expiresAt, matched, fired) = (kept.ExpiresAt ?? Never, kept.Matched, kept.Fired);

    public string Id { get; } = id;

    public FaultTerms Terms { get; } = terms;

    /// <summary>When it is gone, by the sandbox's clock, UTC; null where it stays.</summary>
    public DateTimeOffset? ExpiresAt => expiresAt == Never ? null : new DateTimeOffset(expiresAt, TimeSpan.Zero);

    /// <summary>How many requests have matched.</summary>
    public long Matched => Volatile.Read(ref matched);

    /// <summary>How many of them it has struck.</summary>
    public long Fired => Volatile.Read(ref fired);

    /// <summary>When it last did, by the sandbox's clock, UTC; null where it hasn't.</summary>
    public DateTimeOffset? LastFiredAt =>
        Volatile.Read(ref lastFiredAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Whether the time has to be known before it can be asked.</summary>
    public bool GoesByTheClock => expiresAt != Never || windows is not null;

    /// <summary>Whether its time to live is over.</summary>
    public bool IsOver(long nowTicks) => expiresAt <= nowTicks;

    /// <summary>Counts a request that matches.</summary>
    /// <returns>The nth it is, from 1; 0 where it isn't struck.</returns>
    /// <param name="request">The request.</param>
    /// <param name="nowTicks">The sandbox's time.</param>
    /// <param name="retryAfter">Of a rate limit: in how many seconds the next one is let through.</param>
    public long Strikes(in IncomingRequest request, long nowTicks, out int retryAfter)
    {
        var number = Interlocked.Increment(ref matched);
        retryAfter = windows?.Count(in request, nowTicks) ?? 0;
        return (windows is null ? Terms.When.Strikes(number, Terms.Seed) : retryAfter > 0) ? number : 0;
    }

    /// <summary>It as it is kept.</summary>
    public KeptFault ToKeep() => new(Id, Terms, expiresAt == Never ? null : expiresAt, Matched, Fired);

    /// <summary>Counts that it has struck.</summary>
    public void CountFired(long nowTicks)
    {
        Interlocked.Increment(ref fired);
        Volatile.Write(ref lastFiredAt, nowTicks);
    }

    /// <summary>Counts again: <c>next</c> strikes again, and the seeded luck begins again.</summary>
    public void Rewind()
    {
        Interlocked.Exchange(ref matched, 0);
        Interlocked.Exchange(ref fired, 0);
        Volatile.Write(ref lastFiredAt, 0);
        windows?.Forget();
    }
}
