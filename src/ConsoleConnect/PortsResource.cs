using Emulator.Api.Partners;
using Emulator.Api.Ports;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect;

/// <summary>Ports, how they are reached, and the ports that partners offer.</summary>
internal static class PortsResource
{
    public static readonly Resource Resource = Resource.Named("ports")
        .Stored(PortTables.Configure)
        .Called("AccessCircuits", RowName.Through("PortId", "Ports", "Name"))
        .Owned(
            "Ports", "\"CompanyId\"", "/api/company/{company}/ports/{Id}", shownWhere: "\"DeliveredAt\" IS NOT NULL")
        .Moved("Ports", table => new Machine<PortStatus, PortTrigger, Port>(
            "ports", table, () => PortStateMachine.Table, db => db.Ports, rules: FiringUnderRules.OfAPort))
        .Seeded(() => new SeedPart<PortRow>("ports.json", () => SeedJson.Default.PortRow)
            .Unique(row => row.Id, "port")
            .Refers("company", row => [row.CompanyId])
            .Refers("metro", row => [row.MetroId])
            .Refers("data center facility", row => [row.FacilityId])
            .Refers("subscription", row => [row.BillingId])
            .Refers("user", row => [row.Onboarding?.By])
            .Refers("metro", row => row.Controllers.Select(controller => controller.MetroId))
            .Stored(Store))
        .Seeded(() => new SeedPart<AccessCircuit>("access-circuits.json", () => SeedJson.Default.AccessCircuit)
            .Unique(row => row.PortId)
            .Refers("port", row => [row.PortId])
            .Stored((rows, world) => world.Insert("AccessCircuits", rows)))
        .Stays("Ports", $"\"CompanyId\" IN ({CompaniesResource.Staying})")
        .InWorlds(() => new PortsInWorlds())
        .Mapped(PortsChapter.Map, PartnersChapter.Map)
        .Controlled(PortRoutes.Map);

    private static void Store(IReadOnlyList<PortRow> rows, SeedWriting world)
    {
        var facilities = world.RowsOf<DataCenterFacility>().ToDictionary(row => row.Id, StringComparer.Ordinal);
        world.Insert("Ports", rows.Select(row =>
            NetworkRows.PortOf(row, row.FacilityId is { } id ? facilities[id] : null)));
    }
}
