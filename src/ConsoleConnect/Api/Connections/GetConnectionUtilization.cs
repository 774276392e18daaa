using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Connections;

/// <summary>
/// Reads the traffic through a connection, as the published editions have it. Counted out while it is sent: the turn
/// ends when the connection is read.
/// </summary>
internal static class GetConnectionUtilization
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/connections/{connectionId}/utilization", Handle)
        .Published("114", "Get connection utilization data")
        .Tells(
            "Charts a connection's traffic by minute, hour or day, for either of its two parties; time is where the "
            + "step begins, in Unix seconds, and minutes have no min and max. It is made up as a port's is, and never "
            + "more than the connection's speed. A connection that was never in service has zeros.")
        .Needs(NetworkAction.ReadConnection)
        .TellsOfTime()
        .With(
            Parameters.Company,
            Parameters.Connection,
            Utilization.Start,
            Utilization.End,
            Utilization.Resolution)
        .Answers<ConnectionUtilization>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.BadQuery)
        .Assumes(
            "The traffic itself, and all that is assumed of a port's (operation 053). Zeros, from when it was asked "
            + "for, of a connection that was never in service, and of one that isn't in service now since it last was. "
            + "The speed it has now for all the time before. connectionId as text, where the published sample has a "
            + "number. Both parties may read it, as they may read the connection.");

    private static async Task<LateAnswer<ConnectionUtilization>> Handle(
        Company company,
        string connectionId,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.AsNoTracking().OfParty(company, connectionId, ct);
        return new ConnectionUtilization(
            connection.Id,
            Utilization.Of(connection.Measured, connection.Carried, request, turn.Now.At));
    }
}

/// <summary>A connection's traffic.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Results">A row for each step, in time; counted out one by one.</param>
internal sealed record ConnectionUtilization(
    string ConnectionId,
    [property: JsonPropertyOrder(1)] IEnumerable<UtilizationRow> Results)
{
    public string Unit => "Mbps";
}
