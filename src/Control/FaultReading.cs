using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Domain.Staging;
using Emulator.Simulation.Faults;
using Emulator.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace Emulator.Control;

/// <summary>Reads a fault rule from a checked body, and refuses what could never do what it says.</summary>
internal static partial class FaultReading
{
    /// <summary>The largest body of an answer, bytes.</summary>
    public const int MostContent = 262_144;

    private const string Before = "A rule says under then what happens; latency goes with everything, truncate and "
        + "slow with answer and with each other, reset and rateLimit with neither of those.";

    /// <summary>The name that is asked for; null where none is.</summary>
    public static string? IdOf(Asked asked) => asked.Text("id") is not { } id || IdRegex().IsMatch(id)
        ? asked.Text("id")
        : throw ServiceErrors.WrongPattern.Because("Letters, digits, hyphens, underscores and dots, beginning with a "
            + "letter or a digit.", "/id", "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$");

    /// <summary>What is asked of the rule.</summary>
    public static FaultTerms TermsOf(Asked asked, KnownOperations operations, long usualSeed)
    {
        var then = ThenOf(asked.Object("then"));
        var when = WhenOf(asked.Object("when"));
        if (then.RateLimit is not null && when != FaultWhen.Always)
        {
            throw ServiceErrors.FaultImpossible.Because("Leave when out: the limit itself says which requests are "
                + "refused.", "rateLimit goes without when");
        }

        return new FaultTerms
        {
            Match = MatchOf(asked.Object("match"), operations),
            When = when,
            Then = then,
            Seed = asked.LongInteger("seed") ?? usualSeed,
            TtlSeconds = asked.Integer("ttlSeconds"),
            Enabled = asked.Boolean("enabled") ?? true,
        };
    }

    private static FaultMatch MatchOf(Asked match, KnownOperations operations)
    {
        string? inName = null;
        var operation = match.Text("operation") is { } name ? operations.Named(name, out inName) : null;
        var method = match.Text("method") ?? inName;
        if (
            operation is not null
            && method is not null
            && (!operation.Methods.Contains(method) || (inName is not null && inName != method)))
        {
            throw ServiceErrors.FaultImpossible.Because("The operation's methods: "
                + $"{string.Join(", ", operation.Methods)}.", $"{match.Text("operation")} isn't asked with {method}");
        }

        var path = match.Text("path");
        if (path is not null && path is not (['/', ..] or ['*', '*', ..]))
        {
            throw ServiceErrors.FaultImpossible.Because("A path begins with / or with **, and has no address in "
                + "front of it.", $"no path begins as {path} does");
        }

        if (
            path is not null
            && (
                path.StartsWith("/__admin", StringComparison.OrdinalIgnoreCase)
                || path.StartsWith("/sandbox/", StringComparison.OrdinalIgnoreCase)))
        {
            throw ServiceErrors.FaultImpossible.Because(
                "The emulator's own routes are never struck, and paths are "
                    + "matched without /sandbox/{name} in front of them: a rule belongs to the sandbox it was made in.",
                $"nothing at {path} is ever struck");
        }

        var header = match.Object("header");
        return new FaultMatch
        {
            Operation = operation?.Key,
            Method = method,
            Path = path is null ? null : new PathGlob(path),
            Company = match.Text("company"),
            User = match.Text("user"),
            Header = header.Text("name"),
            HeaderValue = header.Text("value"),
        };
    }

    private static FaultWhen WhenOf(Asked when)
    {
        OneOf(when, "when", atLeastOne: false, "next", "every", "from", "probability");
        return new FaultWhen
        {
            Next = when.Integer("next"),
            Every = when.Integer("every"),
            From = when.Integer("from"),
            Probability = when.Number("probability", "/when/probability", 0, 1),
        };
    }

    private static FaultEffect ThenOf(Asked then)
    {
        var effect = new FaultEffect
        {
            Answer = then.Has("answer") ? AnswerOf(then.Object("answer")) : null,
            Latency = then.Has("latency") ? LatencyOf(then.Object("latency")) : null,
            Reset = then.Boolean("reset") ?? false,
            Truncate = then.Has("truncate") ? CutOf(then.Object("truncate")) : null,
            Slow = then.Has("slow") ? SlownessOf(then.Object("slow")) : null,
            RateLimit = then.Has("rateLimit") ? RateLimitOf(then.Object("rateLimit")) : null,
            After = then.Boolean("after") ?? false,
        };
        var impossible = effect switch
        {
            { OnlyDelays: true, Latency: null } => "nothing would happen",
            { Reset: true }
                when effect.Answer is not null
                    || effect.Truncate is not null
                    || effect.Slow is not null
                    || effect.RateLimit is not null => "reset goes with latency and after only",
            { RateLimit: not null }
                when effect.Answer is not null || effect.Truncate is not null || effect.Slow is not null =>
                "rateLimit goes with latency only",
            { After: true, Answer: null, Reset: false } => "after goes with answer or reset",
            { Answer.Content.Length: 0, Truncate: not null }
            or { Answer: { Content: null, Message: null }, Truncate: not null } => "an empty answer can't be cut off",
            _ => null,
        };
        return impossible is null ? effect : throw ServiceErrors.FaultImpossible.Because(Before, impossible);
    }

    private static FaultAnswer AnswerOf(Asked answer)
    {
        OneOf(answer, "then/answer", atLeastOne: false, "body", "text", "message");
        var status = answer.Of(FaultSchema.Status);
        var body = answer.Has("body") ? answer.Value("body") : (JsonElement?)null;
        var text = answer.Text("text");
        var content =
            body is { } json ? Encoding.UTF8.GetBytes(json.GetRawText())
            : text is not null ? Encoding.UTF8.GetBytes(text)
            : null;
        if (content?.Length > MostContent)
        {
            throw ServiceErrors.TooLong.Because(
                $"It has {content.Length} bytes.",
                body is null ? "/then/answer/text" : "/then/answer/body",
                MostContent);
        }

        var message = answer.Text("message") ?? (content is null && status >= 400 ? UsualMessage(status) : null);
        if (status is 204 or 205 or 304 && (content ?? (object?)message) is not null)
        {
            throw ServiceErrors.FaultImpossible.Because("HTTP gives these statuses no content: leave body, text and "
                + "message out.", $"an answer of {status} has no body");
        }

        return new FaultAnswer
        {
            Status = status,
            Message = message,
            Body = body,
            Text = text,
            Content = content,
            RetryAfterSeconds = answer.Integer("retryAfterSeconds"),
            Headers = answer.Has("headers") ? HeadersOf(answer.Value("headers")) : new Dictionary<string, string>(),
        };
    }

    private static Dictionary<string, string> HeadersOf(JsonElement headers)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers.EnumerateObject())
        {
            var path = $"/then/answer/headers/{header.Name}";
            if (header.Value.ValueKind != JsonValueKind.String)
            {
                throw ServiceErrors.WrongType.Because($"{path[1..]} must be a JSON string.", path, "string");
            }

            var value = header.Value.GetString()!;
            if (!HeaderNameRegex().IsMatch(header.Name) || value.Any(letter => letter is < ' ' or > '~'))
            {
                throw ServiceErrors.WrongFormat.Because("A header's name has letters, digits and hyphens, and its "
                    + "value printable ASCII on one line.", path, "header");
            }

            if (header.Name.ToLowerInvariant() is "content-length" or "transfer-encoding" or "connection")
            {
                throw ServiceErrors.FaultImpossible.Because(
                    "truncate makes answers shorter than they announce.",
                    $"{header.Name} is the connection's own");
            }

            read[header.Name] = value;
        }

        return read;
    }

    private static Latency LatencyOf(Asked latency)
    {
        OneOf(latency, "then/latency", atLeastOne: true, "milliseconds", "to");
        if (latency.Integer("to") is not { } to)
        {
            var always = latency.Integer("milliseconds") ?? 0;
            return latency.Has("from") ? throw ServiceErrors.FaultImpossible.Because("It is either milliseconds, or "
                + "from and to.", "then/latency has milliseconds and from") : new Latency(always, always);
        }

        var from = latency.Integer("from") ?? 0;
        return from <= to
            ? new Latency(from, to)
            : throw ServiceErrors.OutOfBounds.Because("from is no more than to.", "/then/latency/to", $">= {from}");
    }

    private static Cut CutOf(Asked cut)
    {
        OneOf(cut, "then/truncate", atLeastOne: true, "bytes", "share");
        return new Cut(cut.Integer("bytes"), cut.Number("share", "/then/truncate/share", 0, 1));
    }

    private static Slowness SlownessOf(Asked slow)
    {
        OneOf(slow, "then/slow", atLeastOne: true, "bytesPerSecond", "milliseconds");
        return new Slowness(slow.Integer("bytesPerSecond"), slow.Integer("milliseconds"));
    }

    private static RateLimit RateLimitOf(Asked limit) =>
        new(
            limit.Of(FaultSchema.Limit),
            limit.Of(FaultSchema.PerSeconds),
            Spelling.Read<LimitedBy>(limit.Text("by")) ?? LimitedBy.Everybody);

    private static void OneOf(Asked asked, string path, bool atLeastOne, params string[] names)
    {
        var sent = names.Where(asked.Has).ToList();
        if (sent.Count > 1 || (atLeastOne && sent.Count == 0))
        {
            throw ServiceErrors.FaultImpossible.Because(
                $"It has {(atLeastOne ? "" : "at most ")}one of " + $"{string.Join(", ", names)}.",
                sent.Count == 0 ? $"{path} says nothing" : $"{path} has {string.Join(" and ", sent)}");
        }
    }

    private static string UsualMessage(int status) =>
        ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } words ? words : "Error";

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdRegex();

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderNameRegex();
}
