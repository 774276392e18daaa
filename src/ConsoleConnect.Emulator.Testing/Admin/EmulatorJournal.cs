using System.Globalization;
using System.Text.Json.Serialization;
using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// What was asked of the service, and what it answered: to be counted, verified, or waited for. Secrets are redacted.
/// Calls to <c>/__admin</c> aren't in it.
/// </summary>
public sealed class EmulatorJournal
{
    private readonly EmulatorDoor door;

    internal EmulatorJournal(EmulatorDoor door) => this.door = door;

    /// <summary>Lists the last exchanges that match, oldest first, without headers and bodies.</summary>
    /// <param name="search">Which; null for all.</param>
    /// <param name="limit">The most that are listed: the newest ones.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<JournalExchange>> ListAsync(
        JournalSearch? search = null,
        int limit = 100,
        CancellationToken cancellationToken = default)
    {
        var query = string.Concat(
            (search ?? new JournalSearch()).Asked.Select(one => $"&{one.Name}={EmulatorDoor.Segment(one.Value)}"));
        var found = await door.Get(
                string.Create(CultureInfo.InvariantCulture, $"/__admin/journal?limit={limit}{query}"),
                AdminJson.Default.ExchangeList,
                cancellationToken)
            .ConfigureAwait(false);
        return [.. found.Exchanges.Reverse()];
    }

    /// <summary>Shows one exchange, with headers and bodies.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<JournalExchange> ShowAsync(long sequence, CancellationToken cancellationToken = default) =>
        door.Get(
            string.Create(CultureInfo.InvariantCulture, $"/__admin/journal/{sequence}"),
            AdminJson.Default.JournalExchange,
            cancellationToken);

    /// <summary>Counts the exchanges that match.</summary>
    /// <param name="search">Which; null for all.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<int> CountAsync(JournalSearch? search = null, CancellationToken cancellationToken = default) =>
        (
            await door.Do(
                    HttpMethod.Post,
                    "/__admin/journal/count",
                    search ?? new JournalSearch(),
                    AdminJson.Default.JournalSearch,
                    AdminJson.Default.Counted,
                    cancellationToken)
                .ConfigureAwait(false)
        ).Count;

    /// <summary>Verifies how many exchanges match: at least one, if no number is given.</summary>
    /// <param name="search">Which.</param>
    /// <param name="exactly">How many there must be; null for what the other two say.</param>
    /// <param name="atLeast">The fewest; null for any number.</param>
    /// <param name="atMost">The most; null for any number.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">The number is wrong; the nearest misses are in it.</exception>
    public Task VerifyAsync(
        JournalSearch search,
        int? exactly = null,
        int? atLeast = null,
        int? atMost = null,
        CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/journal/verify",
            search with
            {
                Exactly = exactly,
                AtLeast = atLeast,
                AtMost = atMost,
            },
            AdminJson.Default.JournalSearch,
            AdminJson.Default.Counted,
            cancellationToken);

    /// <summary>Waits for a matching exchange, and returns the newest one.</summary>
    /// <param name="search">Which.</param>
    /// <param name="within">
    /// How long to wait, of the machine's time, in whole seconds, two minutes at most; null for ten seconds.
    /// </param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">None came in time; the nearest misses are in it.</exception>
    public Task<JournalExchange> WaitAsync(
        JournalSearch search,
        TimeSpan? within = null,
        CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/journal/wait",
            search with
            {
                TimeoutSeconds = (int?)within?.TotalSeconds,
            },
            AdminJson.Default.JournalSearch,
            AdminJson.Default.JournalExchange,
            cancellationToken);

    /// <summary>Deletes all exchanges; numbers go on counting.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, "/__admin/journal", cancellationToken);
}

/// <summary>Which exchanges are wanted: one must match all members that are set.</summary>
public sealed record JournalSearch
{
    /// <summary>
    /// The documented operation: one of <see cref="EmulatorOperations"/>, its key, such as 048, or its path as the
    /// documents print it.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>The method.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The path: its beginning, or a pattern of the whole with * for a part of a segment and ** for anything.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The answer's status, or its class: <c>404</c> or <c>4xx</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The company that the path names.</summary>
    public string? Company { get; init; }

    /// <summary>The username of the caller.</summary>
    public string? User { get; init; }

    /// <summary>
    /// A header that the request had, <c>name:value</c>, or only its name; the value is a part of it.
    /// </summary>
    public string? Header { get; init; }

    /// <summary>A part of the request's body.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// A resource of which the request changed rows: a state machine such as <see cref="EmulatorMachines.Ports"/>, or a
    /// table's name in lower case with hyphens; <c>*</c> for any.
    /// </summary>
    public string? Changed { get; init; }

    /// <summary>Only those with a greater number; null for all.</summary>
    public long? Since { get; init; }

    /// <summary>With what is verified: how many there must be.</summary>
    [JsonInclude]
    internal int? Exactly { get; init; }

    /// <summary>With what is verified: the fewest.</summary>
    [JsonInclude]
    internal int? AtLeast { get; init; }

    /// <summary>With what is verified: the most.</summary>
    [JsonInclude]
    internal int? AtMost { get; init; }

    /// <summary>With what is waited for: how long, seconds.</summary>
    [JsonInclude]
    internal int? TimeoutSeconds { get; init; }

    /// <summary>What is said of them.</summary>
    [JsonIgnore]
    internal IEnumerable<(string Name, string Value)> Asked =>
        new (string, string?)[]
        {
            ("operation", Operation),
            ("method", Method),
            ("path", Path),
            ("status", Status),
            ("company", Company),
            ("user", User),
            ("header", Header),
            ("body", Body),
            ("changed", Changed),
            ("since", Since?.ToString(CultureInfo.InvariantCulture)),
        }
            .Where(one => one.Item2 is not null)
            .Select(one => (one.Item1, one.Item2!));
}
