using Emulator.Api.ConnectionFlexes;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.Connections;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect;

/// <summary>Flexes of connections.</summary>
internal static class ConnectionFlexesResource
{
    public static readonly Resource Resource = Resource.Named("connection-flexes")
        .Stored(ConnectionFlexTables.Configure)
        .Called(
            "ConnectionFlexes",
            RowName.Through("ConnectionId", "Connections", "SrcName", of: "ConnectionFlexes"))
        .Owned(
            "ConnectionFlexes",
            RowName.Through("ConnectionId", "Connections", "SrcCompanyId", of: "ConnectionFlexes"),
            "/app-user/{companyId}/connections/{ConnectionId}/connection-change-requests/{Id}")
        .Moved("ConnectionFlexes", table => new Machine<ConnectionFlexStatus, ConnectionFlexTrigger, ConnectionFlex>(
            "connection-flexes",
            table,
            () => ConnectionFlexStateMachine.Table,
            db => db.ConnectionFlexes
                .Include(flex => flex.Connection.SrcPort)
                .Include(flex => flex.Connection.DestPort)
                .Include(flex => flex.Connection.Change),
            along: flex => flex.Connection,
            does: FlexingAConnection.Settle))
        .Seeded(() => new SeedPart<ConnectionFlexRow>(
                "connection-flexes.json", () => SeedJson.Default.ConnectionFlexRow)
            .Unique(row => row.Id)
            .Refers("connection", row => [row.ConnectionId])
            .Refers("user", row => [row.CreatedBy])
            .Stored((rows, world) => world.Insert("ConnectionFlexes", rows.Select(ConnectionFlexRows.FlexOf))))
        .InWorlds(() => new ConnectionFlexesInWorlds())
        .Mapped(ConnectionFlexesChapter.Map);
}
