using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>Which products need the company's agreement: none by default.</summary>
public sealed class EmulatorAgreements
{
    private readonly EmulatorDoor door;

    internal EmulatorAgreements(EmulatorDoor door) => this.door = door;

    /// <summary>Makes orders need agreements from now on: these, and no others.</summary>
    /// <param name="types">
    /// <c>CONSOLE_PORT_SERVICE_TERMS</c>, <c>L2_CONNECTION</c>, <c>CONSOLE_CLOUDROUTER_SPECIFIC_TERMS</c>,
    /// <c>GIA_SERVICE</c>; none for none.
    /// </param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<AgreementState>> RequireAsync(
        IReadOnlyList<string> types, CancellationToken cancellationToken = default) =>
        (await door.Do(
            HttpMethod.Put,
            Path,
            new AgreementsAsked(types),
            AdminJson.Default.AgreementsAsked,
            AdminJson.Default.AgreementList,
            cancellationToken)).Agreements;

    /// <summary>Lists the agreements, and whether orders need them.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<AgreementState>> ShowAsync(CancellationToken cancellationToken = default) =>
        (await door.Get(Path, AdminJson.Default.AgreementList, cancellationToken)).Agreements;

    private const string Path = "/__admin/agreements";
}
