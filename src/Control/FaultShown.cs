using ConsoleConnect.Emulator.Admin;
using FaultEffect = Emulator.Simulation.Faults.FaultEffect;
using FaultRule = Emulator.Simulation.Faults.FaultRule;
using FaultTerms = Emulator.Simulation.Faults.FaultTerms;
using Struck = Emulator.Simulation.Faults.FaultWhen;

namespace Emulator.Control;

/// <summary>A fault rule, as it is shown.</summary>
internal static class FaultShown
{
    public static PlacedFault Of(FaultRule rule) =>
        new(
            rule.Id,
            rule.Terms.Enabled,
            Match(rule.Terms),
            When(rule.Terms.When),
            Then(rule.Terms.Then),
            rule.Terms.Seed,
            rule.ExpiresAt,
            rule.Matched,
            rule.Fired,
            rule.LastFiredAt);

    private static FaultMatch Match(FaultTerms terms) =>
        new()
        {
            Operation = terms.Match.Operation,
            Method = terms.Match.Method,
            Path = terms.Match.Path?.Text,
            Company = terms.Match.Company,
            User = terms.Match.User,
            Header = terms.Match.Header is { } name ? new FaultHeader(name, terms.Match.HeaderValue) : null,
        };

    private static FaultWhen? When(Struck when) =>
        when == Struck.Always
            ? null
            : new FaultWhen
            {
                Next = when.Next,
                Every = when.Every,
                From = when.From,
                Probability = when.Probability,
            };

    private static PlacedEffect Then(FaultEffect then) =>
        new(
            then.Answer is { } answer
                ? new PlacedAnswer(
                    answer.Status,
                    answer.Message,
                    answer.Body,
                    answer.Text,
                    answer.RetryAfterSeconds,
                    answer.Headers.Count == 0 ? null : answer.Headers)
                : null,
            then.Latency is { } latency ? new PlacedLatency(latency.From, latency.To) : null,
            then.Reset ? true : null,
            then.Truncate is { } cut ? new FaultCut { Bytes = cut.Bytes, Share = cut.Share } : null,
            then.Slow is { } slow
                ? new FaultSlowness { BytesPerSecond = slow.BytesPerSecond, Milliseconds = slow.Milliseconds }
                : null,
            then.RateLimit is { } limit
                ? new PlacedRateLimit(limit.Limit, limit.PerSeconds, limit.By.ToString().ToLowerInvariant())
                : null,
            then.After ? true : null);
}
