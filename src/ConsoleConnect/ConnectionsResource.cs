using Emulator.Api.ChangeRequests;
using Emulator.Api.Connections;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.Connections;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect;

/// <summary>Connections, their change requests, their scheduled tasks, and the answers the emulator gives.</summary>
internal static class ConnectionsResource
{
    public static readonly Resource Resource = Resource.Named("connections")
        .Stored(ConnectionTables.Configure)
        .Called("Connections", "coalesce(\"SrcName\", \"DestName\")")
        .Called("ChangeRequests", RowName.Through("Id", "Connections", "SrcName", of: "ChangeRequests"))
        .Called("Replies", RowName.Through("Id", "Connections", "SrcName", of: "Replies"))
        .Called("ScheduledRuns", "\"Action\"")
        .Owned(
            "Connections", "\"SrcCompanyId\"", "/api/v2/company/{company}/connections/{Id}", party: "\"DestCompanyId\"")
        .Owned(
            "ChangeRequests",
            RowName.Through("Id", "Connections", "SrcCompanyId", of: "ChangeRequests"),
            "/api/v2/company/{company}/connections/{Id}",
            party: RowName.Through("Id", "Connections", "DestCompanyId", of: "ChangeRequests"))
        .Owned(
            "ScheduledRuns",
            RowName.Through("ConnectionId", "Connections", "SrcCompanyId", of: "ScheduledRuns"),
            "/api/v2/company/{company}/connections/{ConnectionId}",
            party: RowName.Through("ConnectionId", "Connections", "DestCompanyId", of: "ScheduledRuns"))
        .Owned(
            "Replies",
            RowName.Through("Id", "Connections", "SrcCompanyId", of: "Replies"),
            "/api/v2/company/{company}/connections/{Id}",
            party: RowName.Through("Id", "Connections", "DestCompanyId", of: "Replies"))
        .Moved("Connections", table => new Machine<ConnectionStatus, ConnectionTrigger, Connection>(
            "connections",
            table,
            () => ConnectionStateMachine.Table,
            db => db.Connections.Whole(),
            rules: FiringUnderRules.OfAConnection,
            together: FiringUnderRules.Together))
        .Moved("ChangeRequests", table => new Machine<ChangeRequestStatus, ChangeRequestTrigger, ChangeRequest>(
            "change-requests",
            table,
            () => ChangeRequestStateMachine.Table,
            db => db.ChangeRequests.Include(change => change.Connection),
            rules: FiringUnderRules.OfAChangeRequest))
        .Moved("ScheduledRuns", table => new Machine<ScheduledRunStatus, ScheduledRunTrigger, ScheduledRun>(
            "scheduled-tasks",
            table,
            () => ScheduledRunStateMachine.Table,
            db => db.ScheduledRuns
                .Include(run => run.Connection.SrcPort)
                .Include(run => run.Connection.DestPort)
                .Include(run => run.Connection.Change),
            paced: false,
            along: run => run.Connection,
            does: (db, run, moment) => RunningAScheduledTask.Run(db, run, db.Reference!, moment)))
        .Moved("Replies", table => new Machine<ReplyStatus, ReplyTrigger, Reply>(
            "replies",
            table,
            () => ReplyStateMachine.Table,
            db => db.Replies
                .Include(reply => reply.Connection.SrcPort)
                .Include(reply => reply.Connection.DestPort)
                .Include(reply => reply.Connection.Change),
            paced: false,
            along: reply => reply.Connection,
            does: (db, reply, moment) => GivingAReply.Give(db, reply, db.Reference!, moment)))
        .Seeded(() => new SeedPart<ConnectionRow>("connections.json", () => SeedJson.Default.ConnectionRow)
            .Unique(row => row.Id, "connection")
            .Refers("company", row => [row.SrcCompanyId, row.DestCompanyId])
            .Refers("connection", row => [row.ParentId])
            .Refers("port", row => [row.SrcPortId, row.DestPortId])
            .Refers("metro", row => [row.SrcMetroId, row.DestMetroId])
            .Refers("region", row => [row.SrcRegionId, row.DestRegionId])
            .Refers("user", row =>
                [row.SrcApprovedBy, row.DestApprovedBy, row.Change?.SrcApproval, row.Change?.DestApproval])
            .Stored(Store))
        .InWorlds(() => new ConnectionsInWorlds())
        .Mapped(ConnectionsChapter.Map, ChangeRequestsChapter.Map)
        .Controlled(CounterpartyRoutes.Map, ConnectionRoutes.Map);

    private static void Store(IReadOnlyList<ConnectionRow> rows, SeedWriting world)
    {
        List<Connection> connections = [.. rows.Select(NetworkRows.ConnectionOf)];
        world.Insert("Connections", connections);
        world.Insert("ChangeRequests", connections.Select(connection => connection.Change).OfType<ChangeRequest>());
    }
}
