using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Connections;

/// <summary>
/// Fetches what was changed in the cloud partner's own console: "implemented for Azure ExpressRoute" (000:9086).
/// </summary>
internal static class SyncConnection
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/connections/{connectionId}/sync", Handle)
        .Documented("073", "Sync with the cloud partner")
        .Tells(
            "Fetches what was changed on the cloud partner's side. On a connection to Azure it takes over the speed "
            + "that POST /__admin/connections/{id}/upstream has set there; "
            + "on any other there is nothing to fetch, and nothing changes. The answer has no content.")
        .Needs(NetworkAction.UpdateConnection)
        .With(Parameters.Company, Parameters.Connection)
        .AnswersNothing(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.CapacityExceeded, ServiceErrors.PortClosed,
            ServiceErrors.EntitlementExceeded)
        .Assumes("That it does nothing on connections that aren't Azure's.");

    private static async Task<IResult> Handle(Company company, string connectionId, Turn turn, CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        if (turn.Reference.Company(connection.DestCompanyId).Partner == PartnerType.Azure)
        {
            connection.Sync(turn.Rows.CapacityOf(connection.SrcPort, without: connection), turn.Now);
            UsingAPlan.MustCover(turn.Db, connection, turn.Reference);
        }

        return Results.StatusCode(StatusCodes.Status200OK);
    }
}
