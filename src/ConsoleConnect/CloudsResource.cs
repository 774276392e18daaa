using Emulator.Api.Clouds;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.Clouds;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect;

/// <summary>
/// What is ordered of clouds by routes of their own: the keys that are used up, and Azure's peerings. The connections
/// themselves are connections as others are.
/// </summary>
internal static class CloudsResource
{
    public static readonly Resource Resource = Resource.Named("clouds")
        .Stored(CloudTables.Configure)
        .Called("CloudKeys", "\"Key\"")
        .Called("AzurePeerings", RowName.Through("ConnectionId", "Connections", "SrcName", of: "AzurePeerings"))
        .Owned(
            "AzurePeerings",
            RowName.Through("ConnectionId", "Connections", "SrcCompanyId", of: "AzurePeerings"),
            "/api/company/{company}/connections/directConnectPartner/AZURE/layer2/{ConnectionId}/peering/{Type}",
            shownWhere: "\"Status\" <> 'Deleted'")
        .Moved("AzurePeerings", table => new Machine<AzurePeeringStatus, AzurePeeringTrigger, AzurePeering>(
            "azure-peerings",
            table,
            () => AzurePeeringStateMachine.Table,
            db => db.AzurePeerings.Include(peering => peering.Connection),
            rules: FiringUnderRules.OfAPeering))
        .Seeded(() => new SeedPart<AzurePeeringRow>("azure-peerings.json", () => SeedJson.Default.AzurePeeringRow)
            .Unique(row => row.Id)
            .Unique(row => $"{row.ConnectionId} {row.Type}")
            .Refers("connection", row => [row.ConnectionId])
            .Stored((rows, world) => world.Insert("AzurePeerings", rows.Select(NetworkRows.PeeringOf))))
        .InWorlds(() => new AzurePeeringsInWorlds())
        .Mapped(CloudsChapter.Map);
}
