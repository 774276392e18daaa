namespace ConsoleConnect.Emulator.Admin;

/// <summary>The verdict, and what it rests on.</summary>
/// <param name="Verdict"><c>conforms</c>, <c>violates</c>, or <c>nothing checked</c>.</param>
/// <param name="Setting">What <c>--conformance</c> is: off, count or fail.</param>
/// <param name="Since">Since when, of the machine's time, UTC.</param>
/// <param name="Checked">How many answers were checked.</param>
/// <param name="OperationsChecked">Of how many operations.</param>
/// <param name="OperationsNeverChecked">Of how many operations no answer was checked.</param>
/// <param name="Violations">
/// Where answers were not as the contract says, each place once, in the order of finding.
/// </param>
/// <param name="Unlisted">How often something was found that the list has no room for.</param>
/// <param name="Operations">Every operation of the contract; none where nothing is checked.</param>
public sealed record ConformanceReport(
    string Verdict,
    string Setting,
    DateTimeOffset Since,
    long Checked,
    int OperationsChecked,
    int OperationsNeverChecked,
    IReadOnlyList<ContractViolation> Violations,
    long Unlisted,
    IReadOnlyList<ConformanceOperation> Operations);

/// <summary>A place where an operation's answers are not as the contract says.</summary>
/// <param name="Operation">The operation: its method and path in <c>/openapi.json</c>.</param>
/// <param name="OperationId">Its <c>operationId</c> there.</param>
/// <param name="Status">The status of the answers.</param>
/// <param name="Pointer">
/// A JSON pointer into their body, <c>*</c> standing for any place in a list and any name that is data; empty for
/// the whole answer.
/// </param>
/// <param name="Expected">What the contract says.</param>
/// <param name="Found">What was there the first time, shortened; secrets are not shown.</param>
/// <param name="Count">In how many answers it was found.</param>
/// <param name="FirstSeenAt">When it was found first, of the machine's time, UTC.</param>
/// <param name="Sandbox">The sandbox in which it was found first; empty where the request had none yet.</param>
public sealed record ContractViolation(
    string Operation,
    string OperationId,
    int Status,
    string Pointer,
    string Expected,
    string Found,
    long Count,
    DateTimeOffset FirstSeenAt,
    string Sandbox);

/// <summary>An operation of the contract.</summary>
/// <param name="Operation">Its method and path.</param>
/// <param name="OperationId">Its <c>operationId</c>.</param>
/// <param name="Checked">
/// How many of its answers were checked. One that is kept, and given again without change, is not checked again.
/// </param>
public sealed record ConformanceOperation(string Operation, string OperationId, long Checked);
