using ConsoleConnect.Emulator.Admin;
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
        routes.MapGet("/__admin/conformance", Show).OfTheEmulator(Group, "Whether answers kept to /openapi.json: the "
            + "verdict, each violation once, and how often each operation was checked")
            .Tells("Read it at the end of a test run. It counts since the start, or since it was last cleared, over "
                + "all sandboxes.")
            .Produces<ConformanceReport>();
        routes.MapDelete("/__admin/conformance", Clear).OfTheEmulator(Group, "Clear what was found, and begin to count "
            + "again")
            .Tells("Use it before a test run, so that the verdict is about that run only.")
            .Produces<ConformanceReport>();
    }

    private static Answer<ConformanceReport> Show(Conformity conformity) => Shown(conformity.Report());

    private static Answer<ConformanceReport> Clear(Conformity conformity)
    {
        conformity.Clear();
        return Shown(conformity.Report());
    }

    private static ConformanceReport Shown(ConformityReport report)
    {
        var operations = report
            .Operations.Select(operation => new ConformanceOperation(
                operation.Operation.Name,
                operation.Operation.Id,
                operation.Checked))
            .ToList();
        var checkedAnswers = operations.Sum(operation => operation.Checked);
        var checkedOperations = operations.Count(operation => operation.Checked > 0);
        return new ConformanceReport(
            report.Violations.Count > 0 ? "violates"
                : checkedAnswers > 0 ? "conforms"
                : "nothing checked",
            report.Mode.ToString().ToLowerInvariant(),
            report.Since,
            checkedAnswers,
            checkedOperations,
            operations.Count - checkedOperations,
            [.. report.Violations.Select(Shown)],
            report.Unlisted,
            operations);
    }

    private static ContractViolation Shown(Violation violation) =>
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
