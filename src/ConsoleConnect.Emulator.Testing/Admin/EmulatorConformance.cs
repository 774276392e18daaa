namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// Whether the emulator keeps its own contract: what of <c>/openapi.json</c> its answers were held against, and what
/// was found.
/// </summary>
public sealed class EmulatorConformance
{
    private readonly EmulatorDoor door;

    internal EmulatorConformance(EmulatorDoor door) => this.door = door;

    /// <summary>The verdict on every answer of the whole emulator so far.</summary>
    public Task<ConformanceReport> ReportAsync(CancellationToken cancellationToken = default) =>
        door.Get("/__admin/conformance", AdminJson.Default.ConformanceReport, cancellationToken);
}

/// <summary>The verdict, and what it rests on.</summary>
/// <param name="Verdict"><c>conforms</c>, <c>violates</c>, or <c>nothing checked</c>.</param>
/// <param name="Setting">What the setting <c>conformance</c> is: off, count or fail.</param>
/// <param name="Since">Since when, of the machine's time, UTC.</param>
/// <param name="Checked">How many answers were checked.</param>
/// <param name="OperationsChecked">Of how many operations.</param>
/// <param name="OperationsNeverChecked">Of how many operations no answer was checked.</param>
/// <param name="Violations">Where answers were not as the contract says, each place once.</param>
public sealed record ConformanceReport(
    string Verdict,
    string Setting,
    DateTimeOffset Since,
    long Checked,
    int OperationsChecked,
    int OperationsNeverChecked,
    IReadOnlyList<ContractViolation> Violations);

/// <summary>A place where an operation's answers are not as the contract says.</summary>
/// <param name="Operation">The operation: its method and path.</param>
/// <param name="Status">The status of the answers.</param>
/// <param name="Pointer">A JSON pointer into their body.</param>
/// <param name="Expected">What the contract says.</param>
/// <param name="Found">What was there the first time.</param>
/// <param name="Count">In how many answers it was found.</param>
public sealed record ContractViolation(
    string Operation,
    int Status,
    string Pointer,
    string Expected,
    string Found,
    long Count);
