using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Plans;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Entitlements;

/// <summary>The plan of a port, and what it may have by it (000:5526).</summary>
internal static class GetEntitlement
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/ports/{portId}/entitlement", Handle)
        .Documented("059", "Read a port's plan and entitlement")
        .Tells("Shows the plan that a port is on, and what of it is used. subscriptions is empty where the port "
            + "isn't on a plan: then nothing is limited.")
        .Needs(NetworkAction.ReadEntitlement)
        .With(Parameters.Company, Parameters.Port)
        .Answers<Response>(200)
        .Answers(ServiceErrors.PortNotFound)
        .Assumes(ListEntitlements.Assumption);

    private static Answer<Response> Handle(Company company, string portId, Turn turn)
    {
        var port = turn.Rows.ReadPort(company, portId);
        var subscriptions = port.Deleted
            ? []
            : turn.Rows.SubscriptionsOf(company).FindAll(subscription => subscription.Id == port.BillingId);
        var ports = turn.Rows.PortsThereOf(company);
        var entitlement = Entitlement.Of(
            port,
            subscriptions,
            turn.Rows.HeldOf(port),
            ports.Select(other => other.MetroId),
            turn.Reference);
        return new Response(
            [.. subscriptions.Select(subscription => new SubscriptionShown(subscription, ports))],
            new EntitlementShown(entitlement, turn.Reference));
    }

    /// <summary>The subscription it is on, if it is on one.</summary>
    internal sealed record Response(IReadOnlyList<SubscriptionShown> Subscriptions, EntitlementShown Entitlement);
}
