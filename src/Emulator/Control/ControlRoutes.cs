using Emulator.Control.Comparing;
using Emulator.Control.Worlds;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// The emulator's own routes: health, settings, sandboxes, snapshots, reset, index, overview, resources, network,
/// people, workflows, progression, clock,
/// counterparties, agreements, support tickets, faults, journal, events, conformance, coverage, outbox, invitations, companies, and what stands
/// behind Internet On-Demand. They are no part of the service.
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
        OverviewRoutes.Map(routes);
        ResourceRoutes.Map(routes);
        NetworkRoutes.Map(routes);
        PeopleRoutes.Map(routes);
        WorkflowRoutes.Map(routes);
        ProgressionRoutes.Map(routes);
        ClockRoutes.Map(routes);
        OutboxRoutes.Map(routes);
        InvitationRoutes.Map(routes);
        CompanyRoutes.Map(routes);
        PortRoutes.Map(routes);
        ConnectionRoutes.Map(routes);
        CounterpartyRoutes.Map(routes);
        ChargeRoutes.Map(routes);
        AgreementRoutes.Map(routes);
        SupportTicketRoutes.Map(routes);
        RegulatoryRoutes.Map(routes);
        EdgeRoutes.Map(routes);
        InternetRoutes.Map(routes);
        ConformanceRoutes.Map(routes);
        CoverageRoutes.Map(routes);
        JournalRoutes.Map(routes);
        JournalExpectationRoutes.Map(routes);
        JournalExport.Map(routes);
        EventRoutes.Map(routes);
        FaultRoutes.Map(routes);
    }
}
