namespace ConsoleConnect.Emulator.Testing;

/// <summary>What other companies do when a connection, or another speed, is asked of them.</summary>
public sealed class EmulatorCounterparties
{
    private readonly EmulatorDoor door;

    internal EmulatorCounterparties(EmulatorDoor door) => this.door = door;

    /// <summary>Says what a company does.</summary>
    /// <param name="company">Its username: <c>company2</c>.</param>
    /// <param name="policy">What.</param>
    /// <param name="after">After how long, by the world's clock, in whole seconds; null for at once.</param>
    /// <param name="speedPercent">
    /// To modify: the share of the asked speed that it answers with, 1 to 99; null for half.
    /// </param>
    /// <param name="pending">Whether it also answers what it is asked already.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<CounterpartyState> SetAsync(
        string company,
        CounterpartyPolicy policy,
        TimeSpan? after = null,
        int? speedPercent = null,
        bool pending = false,
        CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Put,
            Path(company),
            new CounterpartyAsked(policy, (int?)after?.TotalSeconds, speedPercent, pending),
            AdminJson.Default.CounterpartyAsked,
            AdminJson.Default.CounterpartyState,
            cancellationToken);

    /// <summary>What a company does, and which answers of its are to come.</summary>
    /// <param name="company">Its username.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<CounterpartyState> ShowAsync(string company, CancellationToken cancellationToken = default) =>
        door.Get(Path(company), AdminJson.Default.CounterpartyState, cancellationToken);

    /// <summary>Leaves a company's answers to its people again.</summary>
    /// <param name="company">Its username.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<CounterpartyState> ClearAsync(string company, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, Path(company), AdminJson.Default.CounterpartyState, cancellationToken);

    private static string Path(string company) => $"/__admin/counterparties/{EmulatorDoor.Segment(company)}";
}

/// <summary>What a company does when something is asked of it.</summary>
public enum CounterpartyPolicy
{
    /// <summary>It approves.</summary>
    Approve,

    /// <summary>It rejects.</summary>
    Reject,

    /// <summary>It answers with a lower speed.</summary>
    Modify,

    /// <summary>It leaves the answer to its people.</summary>
    Ignore,
}

/// <summary>What a company does.</summary>
/// <param name="Company">Its username.</param>
/// <param name="Policy">What.</param>
/// <param name="DelaySeconds">After how long, seconds of the world's clock.</param>
/// <param name="SpeedPercent">
/// With <see cref="CounterpartyPolicy.Modify"/>, the share of the asked speed; null otherwise.
/// </param>
/// <param name="Waiting">The answers that are to come.</param>
public sealed record CounterpartyState(
    string Company,
    CounterpartyPolicy Policy,
    int DelaySeconds,
    int? SpeedPercent,
    IReadOnlyList<AnswerToCome> Waiting);

/// <summary>An answer that is to come.</summary>
/// <param name="ConnectionId">About which connection.</param>
/// <param name="Due">When, UTC.</param>
public sealed record AnswerToCome(string ConnectionId, DateTimeOffset? Due);
