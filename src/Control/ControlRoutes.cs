using Emulator.Control.Comparing;
using Emulator.Control.Worlds;

namespace Emulator.Control;

/// <summary>
/// The emulator's own routes that work with any service: health, settings, sandboxes, snapshots, reset, index,
/// resources, workflows, progression, clock, faults, journal, events, conformance, coverage, outbox. They are no part
/// of the service.
/// </summary>
internal static class ControlRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Health.Map(routes);
        SettingsRoutes.Map(routes);
        CertificateRoutes.Map(routes);
        SandboxRoutes.Map(routes);
        WorldRoutes.Map(routes);
        CompareRoutes.Map(routes);
        SnapshotRoutes.Map(routes);
        Reset.Map(routes);
        IndexRoutes.Map(routes);
        ResourceRoutes.Map(routes);
        WorkflowRoutes.Map(routes);
        ProgressionRoutes.Map(routes);
        ClockRoutes.Map(routes);
        OutboxRoutes.Map(routes);
        ConformanceRoutes.Map(routes);
        CoverageRoutes.Map(routes);
        JournalRoutes.Map(routes);
        JournalExpectationRoutes.Map(routes);
        JournalExport.Map(routes);
        EventRoutes.Map(routes);
        FaultRoutes.Map(routes);
    }
}
