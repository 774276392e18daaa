using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.People;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Connections;

/// <summary>What happened to a connection, newest first, and who did it (000:9089-9172).</summary>
internal static class GetConnectionLog
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/connections/{connectionId}/log", Handle)
        .Documented("074", "Get the connection's log")
        .Tells(
            "Shows a connection's history. Each entry has the connection's status and speed after the action, and the "
            + "user who did it: the Console Connect support user for what the service did by itself.")
        .Needs(NetworkAction.ReadConnection)
        .With(Parameters.Company, Parameters.Connection)
        .Answers<Results<Entry>>(200)
        .Answers(ServiceErrors.ConnectionNotFound)
        .Assumes("The order: newest first.");

    private static async Task<Answer<Results<Entry>>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.AsNoTracking().OfParty(company, connectionId, ct);
        var moves = await turn.Db.Moves.AsNoTracking()
            .Where(move => move.Machine == "connections" && move.ResourceId == connection.Id)
            .OrderByDescending(move => move.Sequence)
            .ToListAsync(ct);
        return new Results<Entry>([
            .. moves.Select(move => new Entry(
                move,
                connection,
                connection.SideOf(company.Id),
                turn.Reference.Doer(move.By) is { } doer ? turn.ViewOf(doer) : null)),
        ]);
    }

    /// <summary>One entry (000:9097).</summary>
    internal sealed class Entry(Move move, Connection connection, Side side, UserView? user)
    {
        public DateTimeOffset Timestamp => move.At;
        public EntryConnection Connection => new(move, connection, side);
        public PublicUser? User => user is null ? null : new(user);
    }

    /// <summary>The connection as it was after the action.</summary>
    internal sealed class EntryConnection(Move move, Connection connection, Side side)
    {
        public string Id => connection.Id;
        public SpeedShape Speed => new(move.Speed ?? connection.Speed);
        public string Status => move.To;
        public string Name => connection.NameFor(side);
    }
}
