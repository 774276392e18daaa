using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.EdgeSim;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect;

/// <summary>Orders of SIM cards.</summary>
internal static class SimOrdersResource
{
    public static readonly Resource Resource = Resource.Named("sim-orders")
        .Stored(EdgeSimTables.ConfigureOrders)
        .Owned("SimOrders", "\"CompanyId\"", "/app-user/{companyId}/iot-order")
        .Moved("SimOrders", table => new Machine<SimOrderStatus, SimOrderTrigger, SimOrder>(
            "sim-orders",
            table,
            () => SimOrderStateMachine.Table,
            db => db.SimOrders,
            does: ProcessingASimOrder.Settle))
        .InWorlds(() => new SimOrdersInWorlds())
        .Seeded(() => new SeedPart<SimOrderRow>("sim-orders.json", () => SeedJson.Default.SimOrderRow)
            .Unique(row => row.Id, "SIM order")
            .Unique(row => row.FriendlyId)
            .Refers("company", row => [row.CompanyId])
            .Refers("SIM pool", row => [row.SimPoolId])
            .Refers("APN", row => [row.ApnId])
            .Refers("user", row => [row.CreatedBy])
            .Stored((rows, world) => world.Insert("SimOrders", rows.Select(EdgeSimRows.OrderOf))));
}
