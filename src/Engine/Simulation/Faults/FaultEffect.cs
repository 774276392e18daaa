using System.Text.Json;

namespace Emulator.Simulation.Faults;

/// <summary>What happens to a request that is struck.</summary>
internal sealed record FaultEffect
{
    /// <summary>What is answered instead; null for the operation's own answer.</summary>
    public FaultAnswer? Answer { get; init; }

    /// <summary>How long the answer is waited for besides; null for no longer than it takes.</summary>
    public Latency? Latency { get; init; }

    /// <summary>Whether the connection is reset instead of an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>Where the answer is cut off; null where it arrives whole.</summary>
    public Cut? Truncate { get; init; }

    /// <summary>How slowly the answer arrives; null for as fast as it can.</summary>
    public Slowness? Slow { get; init; }

    /// <summary>How many requests are let through; null for all.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Whether the operation is done all the same, and only its answer is lost.</summary>
    public bool After { get; init; }

    /// <summary>Whether it only delays: later rules may strike the same request, too.</summary>
    public bool OnlyDelays => Answer is null && !Reset && Truncate is null && Slow is null && RateLimit is null;
}

/// <summary>An answer instead of the operation's own.</summary>
internal sealed record FaultAnswer
{
    public required int Status { get; init; }

    /// <summary>The refusal's message; null for the usual one of the status. Only where there is no content.</summary>
    public string? Message { get; init; }

    /// <summary>A body of JSON; null where it has none of its own.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>
    /// A body that is no JSON, as proxies in front of a service answer; null where it has none of its own.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>The bytes of either.</summary>
    public byte[]? Content { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>A delay, milliseconds of real time: a fixed one where both are the same.</summary>
internal sealed record Latency(int From, int To)
{
    /// <summary>That of the nth request that matches: the same seed gives the same ones.</summary>
    public int Of(long matched, long seed) => From + (int)(IdSource.Share(seed, matched, salt: 65) * (To - From + 1.0));
}

/// <summary>Where an answer is cut off: after so many bytes, or after a share of it.</summary>
internal sealed record Cut(int? Bytes, double? Share);

/// <summary>How slowly an answer arrives: so many bytes a second, or so many milliseconds for the whole.</summary>
internal sealed record Slowness(int? BytesPerSecond, int? Milliseconds);

/// <summary>Who shares a rate limit.</summary>
internal enum LimitedBy
{
    Everybody,

    /// <summary>Each user has a limit of their own; those who aren't logged in share one.</summary>
    User,

    /// <summary>Each company that routes name has a limit of its own; routes without one aren't limited.</summary>
    Company,
}

/// <summary>How many requests are let through in a window of time.</summary>
/// <param name="Limit">How many.</param>
/// <param name="PerSeconds">
/// How long the window is, seconds of the sandbox's clock: it begins with the first request after the one before is
/// over.
/// </param>
/// <param name="By">Who shares it.</param>
internal sealed record RateLimit(int Limit, int PerSeconds, LimitedBy By);
