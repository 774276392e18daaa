using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire.Connections;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api;

/// <summary>Puts a connection's payload together, from the asking company's side.</summary>
internal static class ConnectionViews
{
    public static async Task<ConnectionDetails> DetailsOf(
        this Turn turn,
        Connection connection,
        Company asking,
        CancellationToken ct)
    {
        var metros = turn.Rows.MetrosOf(connection.SrcCompanyId, connection.DestCompanyId);
        var view = new ConnectionView(connection, asking, turn.Reference, metros);
        var subconnections =
            connection.Type == ConnectionType.GroupLayer2
                ? await turn
                    .Db.Connections.AsNoTracking()
                    .Where(sub => sub.ParentId == connection.Id)
                    .OrderBy(sub => sub.CreatedAt)
                    .ThenBy(sub => sub.Id)
                    .ToListAsync(ct)
                : [];
        return new ConnectionDetails(view, [.. subconnections.Select(sub => new SubconnectionShape(sub, view.Side))]);
    }

    public static IReadOnlyList<ListedConnection> Listed(
        this Turn turn, IReadOnlyList<Connection> connections, Company asking)
    {
        var metros = turn.Rows.MetrosOf(
            connections.SelectMany(connection => new[] { connection.SrcCompanyId, connection.DestCompanyId }));
        return
        [
            .. connections.Select(connection => new ConnectionView(connection, asking, turn.Reference, metros))
                .Select(view => new ListedConnection(view)),
        ];
    }
}
