using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Simulation.Faults;

namespace Emulator.Control;

/// <summary>A fault rule: as it was given, and how often it was asked.</summary>
/// <param name="Id">What it goes by.</param>
/// <param name="Enabled">Whether it is asked.</param>
/// <param name="Match">Which requests it is about.</param>
/// <param name="When">Which of those that match it strikes; null for all.</param>
/// <param name="Then">What happens.</param>
/// <param name="Seed">The seed number of its luck.</param>
/// <param name="ExpiresAt">When it is gone, by the sandbox's clock, UTC; null where it stays.</param>
/// <param name="Matched">How many requests have matched, of those that reached it.</param>
/// <param name="Fired">How many of them it has struck.</param>
/// <param name="LastFiredAt">When it last did, by the sandbox's clock, UTC; null where it hasn't.</param>
internal sealed record FaultShown(
    string Id,
    bool Enabled,
    FaultShown.MatchShown Match,
    FaultShown.WhenShown? When,
    FaultShown.ThenShown Then,
    long Seed,
    DateTimeOffset? ExpiresAt,
    long Matched,
    long Fired,
    DateTimeOffset? LastFiredAt)
{
    public static FaultShown Of(FaultRule rule)
    {
        var (match, when, then) = (rule.Terms.Match, rule.Terms.When, rule.Terms.Then);
        return new(
            rule.Id,
            rule.Terms.Enabled,
            new MatchShown(
                match.Operation,
                match.Method,
                match.Path?.Text,
                match.Company,
                match.User,
                match.Header is { } name ? new HeaderMatched(name, match.HeaderValue) : null),
            when == FaultWhen.Always ? null : new WhenShown(when.Next, when.Every, when.From, when.Probability),
            ThenShown.Of(then),
            rule.Terms.Seed,
            rule.ExpiresAt,
            rule.Matched,
            rule.Fired,
            rule.LastFiredAt);
    }

    /// <summary>Which requests; what isn't named doesn't matter.</summary>
    /// <param name="Operation">The operation's key.</param>
    /// <param name="Method">The method.</param>
    /// <param name="Path">The pattern of paths.</param>
    /// <param name="Company">The route's company.</param>
    /// <param name="User">Who asks.</param>
    /// <param name="Header">A header it has.</param>
    internal sealed record MatchShown(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Operation,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Method,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Company,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? User,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HeaderMatched? Header);

    /// <summary>A header.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Value">Its value; left out for any.</param>
    internal sealed record HeaderMatched(
        string Name,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value);

    /// <summary>Which of those that match: one of these.</summary>
    /// <param name="Next">The next so many.</param>
    /// <param name="Every">Every nth.</param>
    /// <param name="From">From the nth on.</param>
    /// <param name="Probability">With this probability.</param>
    internal sealed record WhenShown(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Next,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Every,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? From,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Probability);

    /// <summary>What happens; what isn't named doesn't.</summary>
    /// <param name="Answer">This is answered.</param>
    /// <param name="Latency">It takes longer.</param>
    /// <param name="Reset">The connection is reset.</param>
    /// <param name="Truncate">The answer is cut off.</param>
    /// <param name="Slow">The body arrives slowly.</param>
    /// <param name="RateLimit">Only so many are let through.</param>
    /// <param name="After">The operation is done all the same.</param>
    internal sealed record ThenShown(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AnswerShown? Answer,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LatencyShown? Latency,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Reset,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TruncateShown? Truncate,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SlowShown? Slow,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RateLimitShown? RateLimit,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? After)
    {
        public static ThenShown Of(FaultEffect then) =>
            new(
                then.Answer is { } answer
                    ? new AnswerShown(
                        answer.Status,
                        answer.Message,
                        answer.Body,
                        answer.Text,
                        answer.RetryAfterSeconds,
                        answer.Headers.Count == 0 ? null : answer.Headers)
                    : null,
                then.Latency is { } latency ? new LatencyShown(latency.From, latency.To) : null,
                then.Reset ? true : null,
                then.Truncate is { } cut ? new TruncateShown(cut.Bytes, cut.Share) : null,
                then.Slow is { } slow ? new SlowShown(slow.BytesPerSecond, slow.Milliseconds) : null,
                then.RateLimit is { } limit
                    ? new RateLimitShown(limit.Limit, limit.PerSeconds, limit.By.ToString().ToLowerInvariant())
                    : null,
                then.After ? true : null);
    }

    /// <summary>An answer.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Message">The refusal's message.</param>
    /// <param name="Body">The body, JSON.</param>
    /// <param name="Text">The body that is no JSON.</param>
    /// <param name="RetryAfterSeconds">Retry-After, seconds.</param>
    /// <param name="Headers">Headers, by name.</param>
    internal sealed record AnswerShown(
        int Status,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Body,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfterSeconds,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyDictionary<string, string>? Headers);

    /// <summary>A delay, milliseconds: a fixed one where both are the same.</summary>
    internal sealed record LatencyShown(int From, int To);

    /// <summary>Where the answer is cut off.</summary>
    /// <param name="Bytes">After so many bytes.</param>
    /// <param name="Share">After this share.</param>
    internal sealed record TruncateShown(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Bytes,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Share);

    /// <summary>How slowly the body arrives.</summary>
    /// <param name="BytesPerSecond">So many bytes a second.</param>
    /// <param name="Milliseconds">So long for the whole.</param>
    internal sealed record SlowShown(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? BytesPerSecond,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Milliseconds);

    /// <summary>A rate limit.</summary>
    /// <param name="Limit">How many are let through in a window.</param>
    /// <param name="PerSeconds">How long a window is, seconds of the sandbox's clock.</param>
    /// <param name="By">Who shares it: everybody, user, company.</param>
    internal sealed record RateLimitShown(int Limit, int PerSeconds, string By);
}
