using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConsoleConnect.Emulator.Admin;

/// <summary>The rules.</summary>
/// <param name="Faults">The rules, in the order in which they are asked.</param>
public sealed record FaultList(IReadOnlyList<PlacedFault> Faults);

/// <summary>A fault rule, how often it matched and how often it struck.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Enabled">Whether it is applied.</param>
/// <param name="Match">Which requests it is about.</param>
/// <param name="When">Which of those that match it strikes; null for all.</param>
/// <param name="Then">What happens.</param>
/// <param name="Seed">The seed of its randomness.</param>
/// <param name="ExpiresAt">When it is removed, by the sandbox's clock, UTC; null where it stays.</param>
/// <param name="Matched">How many requests have matched, of those that reached it.</param>
/// <param name="Fired">How many of them it has struck.</param>
/// <param name="LastFiredAt">When it last did, by the sandbox's clock, UTC; null where it hasn't.</param>
public sealed record PlacedFault(
    string Id,
    bool Enabled,
    FaultMatch Match,
    FaultWhen? When,
    PlacedEffect Then,
    long Seed,
    DateTimeOffset? ExpiresAt,
    long Matched,
    long Fired,
    DateTimeOffset? LastFiredAt);

/// <summary>Which requests; what isn't named doesn't matter.</summary>
public sealed record FaultMatch
{
    /// <summary>The operation's key.</summary>
    /// <remarks>
    /// A rule can also be given an operation's method and path, the place where it stands in the documents
    /// (<c>000:3807</c>), or the number of its samples (<c>047</c>).
    /// </remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Operation { get; init; }

    /// <summary>The method.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Method { get; init; }

    /// <summary>The pattern of paths.</summary>
    /// <remarks>A path, or one with * for what is within a segment and ** for anything.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>The route's company.</summary>
    /// <remarks>Its username or id.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Company { get; init; }

    /// <summary>Who asks.</summary>
    /// <remarks>The username, e-mail address or id.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? User { get; init; }

    /// <summary>A header it has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultHeader? Header { get; init; }
}

/// <summary>A header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; left out for any.</param>
public sealed record FaultHeader(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value = null);

/// <summary>Which of those that match: one of these.</summary>
/// <remarks>Requests that match are counted from 1.</remarks>
public sealed record FaultWhen
{
    /// <summary>The next so many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Next { get; init; }

    /// <summary>Every nth.</summary>
    /// <remarks>3 strikes the third, the sixth, the ninth.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Every { get; init; }

    /// <summary>From the nth on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? From { get; init; }

    /// <summary>With this probability.</summary>
    /// <remarks>From 0 to 1: the same seed strikes the same requests.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }
}

/// <summary>What happens; what isn't named doesn't.</summary>
/// <param name="Answer">This is answered.</param>
/// <param name="Latency">It takes longer.</param>
/// <param name="Reset">The connection is reset.</param>
/// <param name="Truncate">The answer is cut off.</param>
/// <param name="Slow">The body arrives slowly.</param>
/// <param name="RateLimit">Only so many are let through.</param>
/// <param name="After">The operation is done all the same.</param>
public sealed record PlacedEffect(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlacedAnswer? Answer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlacedLatency? Latency,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Reset,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FaultCut? Truncate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FaultSlowness? Slow,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlacedRateLimit? RateLimit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? After);

/// <summary>An answer.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">The refusal's message.</param>
/// <param name="Body">The body, JSON.</param>
/// <param name="Text">The body that is no JSON.</param>
/// <param name="RetryAfterSeconds">Retry-After, seconds.</param>
/// <param name="Headers">Headers, by name.</param>
public sealed record PlacedAnswer(
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Body,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfterSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyDictionary<string, string>? Headers);

/// <summary>A delay, milliseconds: a fixed one where both are the same.</summary>
/// <param name="From">At least this long, milliseconds.</param>
/// <param name="To">At most this long, milliseconds.</param>
public sealed record PlacedLatency(int From, int To);

/// <summary>Where the answer is cut off.</summary>
/// <remarks>One of these.</remarks>
public sealed record FaultCut
{
    /// <summary>After so many bytes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Bytes { get; init; }

    /// <summary>After this share.</summary>
    /// <remarks>Of the body, from 0 to 1.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Share { get; init; }
}

/// <summary>How slowly the body arrives.</summary>
/// <remarks>One of these.</remarks>
public sealed record FaultSlowness
{
    /// <summary>Bytes per second.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BytesPerSecond { get; init; }

    /// <summary>Milliseconds for the whole body.</summary>
    /// <remarks>Milliseconds.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Milliseconds { get; init; }
}

/// <summary>A rate limit.</summary>
/// <param name="Limit">How many are let through in a window.</param>
/// <param name="PerSeconds">How long a window is, seconds of the sandbox's clock.</param>
/// <param name="By">Who shares it: everybody, user, company.</param>
public sealed record PlacedRateLimit(int Limit, int PerSeconds, string By);
