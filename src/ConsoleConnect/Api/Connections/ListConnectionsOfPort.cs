using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Connections;

/// <summary>Lists the connections that begin or end on a port, newest first (000:9463).</summary>
internal static class ListConnectionsOfPort
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/ports/{portId}/connections", Handle)
        .Documented("075", "List the connections of a port")
        .Tells("Lists the connections and requests that begin or end on one of the company's ports, newest first, in "
            + "whatever status.")
        .Needs(NetworkAction.ReadConnection)
        .With(Parameters.Company, Parameters.Port)
        .Answers<Results<ListedConnection>>(200)
        .Answers(ServiceErrors.PortNotFound);

    private static async Task<IResult> Handle(Company company, string portId, Turn turn, CancellationToken ct)
    {
        var port = await turn.Db.Ports.AsNoTracking().OwnedBy(company, portId, ct);
        return await turn.ListOf<Connection, ListedConnection>(
            (turn, after, skip, take, ct) => turn.Db.Connections.OnPort(port, after)
                .AsNoTracking().Whole().Skip(skip).Take(take).ToListAsync(ct),
            skip: 0, take: int.MaxValue, (turn, found) => turn.Listed(found, company), ct);
    }
}
