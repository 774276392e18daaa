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

/// <summary>Marks an endpoint as the emulator's own.</summary>
internal sealed record OfTheEmulator;

/// <summary>How the emulator's own routes declare themselves.</summary>
internal static class ControlDeclaration
{
    /// <summary>The emulator's own; it needs no turn in a sandbox.</summary>
    public static RouteHandlerBuilder OfTheEmulator(this RouteHandlerBuilder endpoint, string group, string title) =>
        endpoint.WithMetadata(new OfTheEmulator()).WithTags(group).WithSummary(title).ClosingItsBody();

    /// <summary>The emulator's own, at work on the sandbox's state.</summary>
    public static RouteHandlerBuilder OnTheSandbox(this RouteHandlerBuilder endpoint, string group, string title) =>
        endpoint.OfTheEmulator(group, title).WithMetadata(new WorksInSandbox(NeedsCaller: false, AnswerKeeps: false));

    /// <summary>The emulator's own; it waits for what others do in the sandbox, and takes turns of its own.</summary>
    public static RouteHandlerBuilder WaitingOnTheSandbox(
        this RouteHandlerBuilder endpoint,
        string group,
        string title) =>
        endpoint
            .OfTheEmulator(group, title)
            .WithMetadata(new WorksInSandbox(NeedsCaller: false, AnswerKeeps: false, Waits: true));

    /// <summary>Whatever a client says to the emulator itself and misspells is refused, in every body: it would do
    /// nothing, or something else, unnoticed.</summary>
    private static RouteHandlerBuilder ClosingItsBody(this RouteHandlerBuilder endpoint)
    {
        endpoint.Finally(static declared =>
        {
            foreach (var takes in declared.Metadata.OfType<Takes>())
            {
                if (takes.Late.IsValueCreated) // What is made late closes itself.
                {
                    takes.Schema.Close();
                }
            }
        });
        return endpoint;
    }
}
