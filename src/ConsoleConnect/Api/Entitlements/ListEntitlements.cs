using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Plans;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Entitlements;

/// <summary>A company's plans, and what each of its ports may have by them (000:5454).</summary>
internal static class ListEntitlements
{
    public const string Assumption =
        "A plan gives each of its ports what it gives (000:39). portSpeed.used is null where the plan doesn't limit "
        + "the speed; maxControllerType.used is the plan's. "
        + "cdrGlobal has the pairs of regions, by the metros' first ones and whichever way, that the plan names, or "
        + "that the port's connections lead between; without a plan "
        + "those between the port and its company's other ports. It is left out where there is none. Deleted ports, "
        + "and those that aren't delivered, are left out.";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/ports/entitlement", Handle)
        .Documented("058", "List plans and entitlements")
        .Tells("Lists the company's plans: what each entitles to, and what of it is used by ports and by the "
            + "connections from them. available is null where nothing limits it.")
        .Needs(NetworkAction.ReadEntitlement)
        .With(Parameters.Company)
        .Answers<Response>(200)
        .Assumes(Assumption);

    private static Answer<Response> Handle(Company company, Turn turn)
    {
        var subscriptions = turn.Rows.SubscriptionsOf(company);
        var ports = turn.Rows.PortsThereOf(company);
        var held = turn.Rows.HeldOf(company).ToLookup(bandwidth => bandwidth.PortId);
        var metros = ports.Select(port => port.MetroId).Distinct().ToList();
        return new Response(
            [.. subscriptions.Select(subscription => new SubscriptionShown(subscription, ports))],
            ports.ToDictionary(
                port => port.Id,
                port => new EntitlementShown(
                    Entitlement.Of(port, subscriptions, held[port.Id], metros, turn.Reference),
                    turn.Reference)));
    }

    /// <summary>Entitlements by the ports' ids.</summary>
    internal sealed record Response(
        IReadOnlyList<SubscriptionShown> Subscriptions,
        IReadOnlyDictionary<string, EntitlementShown> Entitlement);
}
