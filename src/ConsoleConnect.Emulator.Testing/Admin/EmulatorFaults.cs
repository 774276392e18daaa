using System.Text.Json.Nodes;
using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>Failures on demand: rules that strike the requests they match.</summary>
public sealed class EmulatorFaults
{
    private readonly EmulatorDoor door;

    internal EmulatorFaults(EmulatorDoor door) => this.door = door;

    /// <summary>Lists the rules, in the order in which they are tried, and how often each has struck.</summary>
    public async Task<IReadOnlyList<PlacedFault>> ListAsync(CancellationToken cancellationToken = default) =>
        (
            await door.Get("/__admin/faults", AdminJson.Default.FaultList, cancellationToken).ConfigureAwait(false)
        ).Faults;

    /// <summary>Shows one rule, and how often it has struck.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<PlacedFault> ShowAsync(string id, CancellationToken cancellationToken = default) =>
        door.Get(Path(id), AdminJson.Default.PlacedFault, cancellationToken);

    /// <summary>Adds a rule: the next requests that match it are struck.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">The rule is invalid, or there is one of that name.</exception>
    public Task<PlacedFault> AddAsync(FaultRule rule, CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/faults",
            rule,
            AdminJson.Default.FaultRule,
            AdminJson.Default.PlacedFault,
            cancellationToken);

    /// <summary>Answers the next requests for an operation with a status; the operation isn't carried out.</summary>
    /// <param name="operation">
    /// The documented operation: <c>GET /api/company/{companyName}/ports</c>, or the number of its samples.
    /// </param>
    /// <param name="status">The status.</param>
    /// <param name="times">How many requests.</param>
    /// <param name="retryAfterSeconds">Retry-After, seconds; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<PlacedFault> AnswerNextAsync(
        string operation,
        int status,
        int times = 1,
        int? retryAfterSeconds = null,
        CancellationToken cancellationToken = default) =>
        AddAsync(
            new FaultRule
            {
                Match = new FaultMatch { Operation = operation },
                When = new FaultWhen { Next = times },
                Then = new FaultEffect
                {
                    Answer = new FaultAnswer { Status = status, RetryAfterSeconds = retryAfterSeconds },
                },
            },
            cancellationToken);

    /// <summary>Deletes a rule.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, Path(id), cancellationToken);

    /// <summary>Deletes all rules: nothing goes wrong any more.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, "/__admin/faults", cancellationToken);

    private static string Path(string id) => $"/__admin/faults/{EmulatorDoor.Segment(id)}";
}

/// <summary>
/// A fault rule. In memory, where there is no connection, resets and truncated bodies show as a failed request, too.
/// </summary>
public sealed record FaultRule
{
    /// <summary>Its name; null for one that is made up.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it is tried before the other rules, rather than after them.</summary>
    public bool? First { get; init; }

    /// <summary>Which requests: those that match all members. Null for all requests.</summary>
    public FaultMatch? Match { get; init; }

    /// <summary>Which of the matching requests. Null for all of them.</summary>
    public FaultWhen? When { get; init; }

    /// <summary>What happens.</summary>
    public required FaultEffect Then { get; init; }

    /// <summary>The seed of its probability and latencies; null for the world's.</summary>
    public long? Seed { get; init; }

    /// <summary>After how many seconds of the world's clock the rule is removed; null for never.</summary>
    public int? TtlSeconds { get; init; }

    /// <summary>False keeps the rule without applying it.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>What happens to a request that is struck.</summary>
public sealed record FaultEffect
{
    /// <summary>This is the answer, and the operation isn't carried out.</summary>
    public FaultAnswer? Answer { get; init; }

    /// <summary>The answer takes longer, in real time. It can be combined with every other effect.</summary>
    public FaultLatency? Latency { get; init; }

    /// <summary>The connection is reset in place of an answer, and the operation isn't carried out.</summary>
    public bool? Reset { get; init; }

    /// <summary>The answer is cut off.</summary>
    public FaultCut? Truncate { get; init; }

    /// <summary>The body arrives slowly.</summary>
    public FaultSlowness? Slow { get; init; }

    /// <summary>Only this many requests are let through.</summary>
    public FaultRateLimit? RateLimit { get; init; }

    /// <summary>
    /// With <see cref="Answer"/> or <see cref="Reset"/>: the operation is carried out, and only its own answer is lost.
    /// </summary>
    public bool? After { get; init; }
}

/// <summary>An answer in the service's place.</summary>
public sealed record FaultAnswer
{
    /// <summary>The status, 200 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>The message, in the form that refusals have on the route.</summary>
    public string? Message { get; init; }

    /// <summary>A JSON body.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>A body that isn't JSON, as proxies in front of a service send it.</summary>
    public string? Text { get; init; }

    /// <summary>Retry-After, seconds.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Headers, by name.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}

/// <summary>A delay: always the same, or between two, milliseconds.</summary>
public sealed record FaultLatency
{
    /// <summary>Always this long, milliseconds.</summary>
    public int? Milliseconds { get; init; }

    /// <summary>At least this long, milliseconds.</summary>
    public int? From { get; init; }

    /// <summary>At most this long, milliseconds.</summary>
    public int? To { get; init; }
}

/// <summary>A rate limit: further requests are answered 429.</summary>
public sealed record FaultRateLimit
{
    /// <summary>How many requests are let through in a window.</summary>
    public required int Limit { get; init; }

    /// <summary>How long a window is, seconds of the world's clock.</summary>
    public required int PerSeconds { get; init; }

    /// <summary>Who shares the limit: <c>everybody</c>, <c>user</c> or <c>company</c>; null for everybody.</summary>
    public string? By { get; init; }
}
