using Emulator.Wire;
using Emulator.Wire.Contract;

namespace Emulator.Control;

/// <summary>
/// Whether the emulator keeps its own contract: what of <c>/openapi.json</c> its answers were held against, and what
/// was found. One verdict for the whole process, whichever sandbox is asked.
/// </summary>
internal static class ConformanceRoutes
{
    private const string Group = "Conformance";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/conformance", Show).OfTheEmulator(Group, "Whether answers were as /openapi.json "
            + "says: the verdict, each violation once, and how often each operation was checked")
            .Tells("Ask it at the end of a test run. It counts since the start, or since it was last cleared, over "
                + "all sandboxes.")
            .Produces<ConformanceShown>();
        routes.MapDelete("/__admin/conformance", Clear).OfTheEmulator(Group, "Begin again: forget what was found, "
            + "and show what is left, which is nothing")
            .Tells("Use it before a test run, so that the verdict is about that run only.")
            .Produces<ConformanceShown>();
    }

    private static Answer<ConformanceShown> Show(Conformity conformity) => ConformanceShown.Of(conformity.Report());

    private static Answer<ConformanceShown> Clear(Conformity conformity)
    {
        conformity.Clear();
        return ConformanceShown.Of(conformity.Report());
    }

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
    internal sealed record ConformanceShown(
        string Verdict,
        string Setting,
        DateTimeOffset Since,
        long Checked,
        int OperationsChecked,
        int OperationsNeverChecked,
        IReadOnlyList<ViolationShown> Violations,
        long Unlisted,
        IReadOnlyList<CheckedOperationShown> Operations)
    {
        public static ConformanceShown Of(ConformityReport report)
        {
            var operations = report
                .Operations.Select(operation => new CheckedOperationShown(
                    operation.Operation.Name,
                    operation.Operation.Id,
                    operation.Checked))
                .ToList();
            var checkedAnswers = operations.Sum(operation => operation.Checked);
            var checkedOperations = operations.Count(operation => operation.Checked > 0);
            return new ConformanceShown(
                report.Violations.Count > 0 ? "violates"
                    : checkedAnswers > 0 ? "conforms"
                    : "nothing checked",
                report.Mode.ToString().ToLowerInvariant(),
                report.Since,
                checkedAnswers,
                checkedOperations,
                operations.Count - checkedOperations,
                [.. report.Violations.Select(ViolationShown.Of)],
                report.Unlisted,
                operations);
        }
    }

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
    internal sealed record ViolationShown(
        string Operation,
        string OperationId,
        int Status,
        string Pointer,
        string Expected,
        string Found,
        long Count,
        DateTimeOffset FirstSeenAt,
        string Sandbox)
    {
        public static ViolationShown Of(Violation violation) =>
            new(
                violation.Operation.Name,
                violation.Operation.Id,
                violation.Status,
                violation.Finding.Pointer,
                violation.Finding.Expected,
                violation.Finding.Found,
                violation.Count,
                violation.FirstSeen,
                violation.Sandbox);
    }

    /// <summary>An operation of the contract.</summary>
    /// <param name="Operation">Its method and path.</param>
    /// <param name="OperationId">Its <c>operationId</c>.</param>
    /// <param name="Checked">
    /// How many of its answers were checked. One that is kept, and given again without change, is not checked again.
    /// </param>
    internal sealed record CheckedOperationShown(string Operation, string OperationId, long Checked);
}
