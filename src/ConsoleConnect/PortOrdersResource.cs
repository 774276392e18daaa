using Emulator.Api.PortOrders;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect;

/// <summary>Orders of ports.</summary>
internal static class PortOrdersResource
{
    public static readonly Resource Resource = Resource.Named("port-orders")
        .Stored(PortOrderTables.Configure)
        .Called("PortOrders", "\"PortName\"")
        .Owned("PortOrders", "\"CompanyId\"", "/api/company/{company}/ports/orders/{Id}")
        .Moved("PortOrders", table => new Machine<PortOrderStatus, PortOrderTrigger, PortOrder>(
            "port-orders",
            table,
            () => PortOrderStateMachine.Table,
            db => db.PortOrders.Include(order => order.Port),
            along: order => order.Port))
        .Seeded(() => new SeedPart<PortOrderRow>("port-orders.json", () => SeedJson.Default.PortOrderRow)
            .Unique(row => row.Id, "port order")
            .Refers("company", row => [row.CompanyId])
            .Refers("data center facility", row => [row.FacilityId])
            .Refers("port", row => [row.PortId])
            .Refers("user", row => [row.CreatedBy, row.CancelledBy])
            .Refers("subscription", row => [row.BillingId])
            .Stored(Store))
        .InWorlds(() => new PortOrdersInWorlds())
        .Mapped(PortOrdersChapter.Map);

    private static void Store(IReadOnlyList<PortOrderRow> rows, SeedWriting world)
    {
        var facilities = world.RowsOf<DataCenterFacility>().ToDictionary(row => row.Id, StringComparer.Ordinal);
        world.Insert("PortOrders", rows.Select(row => NetworkRows.OrderOf(row, facilities[row.FacilityId])));
    }
}
