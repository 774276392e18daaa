using System.Text.Json.Nodes;
using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>Failures on demand: rules that strike the requests they match.</summary>
public sealed class EmulatorFaults
{
    private readonly EmulatorDoor door;

    internal EmulatorFaults(EmulatorDoor door) => this.door = door;

    /// <summary>The rules, in the order in which they are asked, and how often each has struck.</summary>
    public async Task<IReadOnlyList<PlacedFault>> ListAsync(CancellationToken cancellationToken = default) =>
        (
            await door.Get("/__admin/faults", AdminJson.Default.FaultList, cancellationToken).ConfigureAwait(false)
        ).Faults;

    /// <summary>One rule, and how often it has struck.</summary>
    /// <param name="id">What it goes by.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<PlacedFault> ShowAsync(string id, CancellationToken cancellationToken = default) =>
        door.Get(Path(id), AdminJson.Default.PlacedFault, cancellationToken);

    /// <summary>Adds a rule: the next requests that match it are struck.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">It can't be, or there is one of that name.</exception>
    public Task<PlacedFault> AddAsync(FaultRule rule, CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/faults",
            rule,
            AdminJson.Default.FaultRule,
            AdminJson.Default.PlacedFault,
            cancellationToken);

    /// <summary>The next requests for an operation are answered so, and it isn't done.</summary>
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

    /// <summary>Takes a rule away.</summary>
    /// <param name="id">What it goes by.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, Path(id), cancellationToken);

    /// <summary>Takes all rules away: nothing goes wrong any more.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, "/__admin/faults", cancellationToken);

    private static string Path(string id) => $"/__admin/faults/{EmulatorDoor.Segment(id)}";
}

/// <summary>
/// A rule. In memory, where there is no connection, resets and cut bodies show as a failed request all the same.
/// </summary>
public sealed record FaultRule
{
    /// <summary>What it goes by; null for a name made up.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it is asked before the rules there are, rather than after them.</summary>
    public bool? First { get; init; }

    /// <summary>Which requests: those that have all of this. Null for all of them.</summary>
    public FaultMatch? Match { get; init; }

    /// <summary>Which of those that match. Null for all of them.</summary>
    public FaultWhen? When { get; init; }

    /// <summary>What happens.</summary>
    public required FaultEffect Then { get; init; }

    /// <summary>The seed number of its probability and of its latencies; null for the world's.</summary>
    public long? Seed { get; init; }

    /// <summary>After how many seconds of the world's clock it is gone; null for never.</summary>
    public int? TtlSeconds { get; init; }

    /// <summary>False keeps it without asking it.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>What happens to a request that is struck.</summary>
public sealed record FaultEffect
{
    /// <summary>This is answered, and the operation isn't done.</summary>
    public FaultAnswer? Answer { get; init; }

    /// <summary>It takes longer, in real time. Goes with everything.</summary>
    public FaultLatency? Latency { get; init; }

    /// <summary>The connection is reset instead of an answer, and the operation isn't done.</summary>
    public bool? Reset { get; init; }

    /// <summary>The answer is cut off.</summary>
    public FaultCut? Truncate { get; init; }

    /// <summary>The body arrives slowly.</summary>
    public FaultSlowness? Slow { get; init; }

    /// <summary>Only so many are let through.</summary>
    public FaultRateLimit? RateLimit { get; init; }

    /// <summary>
    /// With <see cref="Answer"/> or <see cref="Reset"/>: the operation is done all the same, and only its own answer is
    /// lost.
    /// </summary>
    public bool? After { get; init; }
}

/// <summary>An answer in the service's place.</summary>
public sealed record FaultAnswer
{
    /// <summary>The status, 200 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>The message, in the refusal's shape that the route has.</summary>
    public string? Message { get; init; }

    /// <summary>A body of JSON.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>A body that is no JSON, as proxies in front of a service answer.</summary>
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

/// <summary>A rate limit: others are answered 429.</summary>
public sealed record FaultRateLimit
{
    /// <summary>How many requests are let through in a window.</summary>
    public required int Limit { get; init; }

    /// <summary>How long a window is, seconds of the world's clock.</summary>
    public required int PerSeconds { get; init; }

    /// <summary>Who shares the limit: <c>everybody</c>, <c>user</c> or <c>company</c>; null for everybody.</summary>
    public string? By { get; init; }
}
