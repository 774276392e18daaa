using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>How other companies answer when they are asked for a connection, or for another speed.</summary>
public sealed class EmulatorCounterparties
{
    private readonly EmulatorDoor door;

    internal EmulatorCounterparties(EmulatorDoor door) => this.door = door;

    /// <summary>Sets how a company answers.</summary>
    /// <param name="company">Its username: <c>company2</c>.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="after">After how long, by the world's clock, in whole seconds; null for at once.</param>
    /// <param name="speedPercent">
    /// With modify: the percentage of the requested speed that it answers with, 1 to 99; null for half.
    /// </param>
    /// <param name="pending">Whether it also answers requests that wait already.</param>
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

    /// <summary>Shows how a company answers, and which of its answers are still to come.</summary>
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
