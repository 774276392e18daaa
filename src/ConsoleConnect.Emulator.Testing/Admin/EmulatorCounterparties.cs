using ConsoleConnect.Emulator.Admin;

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
