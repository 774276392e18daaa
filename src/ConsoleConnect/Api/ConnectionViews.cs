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
        var subconnections = connection.Type == ConnectionType.GroupLayer2
            ? await turn.Db.SubconnectionsOf(connection, ct)
            : [];
        var hasPeerings = turn.Reference.Company(connection.DestCompanyId).Partner == PartnerType.Azure
            && connection.Status is not (ConnectionStatus.Deleting or ConnectionStatus.Deleted);
        return new ConnectionDetails(ViewOf(connection) with
        {
            Subconnections = [.. subconnections.Select(ViewOf)],
            Peerings = hasPeerings
                ? await turn.Db.AzurePeerings.AsNoTracking().Of(connection.Id).ToListAsync(ct)
                : [],
        });

        ConnectionView ViewOf(Connection one) => new(one, asking, turn.Reference, metros);
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
