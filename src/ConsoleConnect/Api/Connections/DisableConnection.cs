using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Emulator.Workflows;

namespace Emulator.Api.Connections;

/// <summary>Takes a connection out of service (000:7721).</summary>
internal static class DisableConnection
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/connections/{connectionId}/disable", Handle)
        .Documented("067", "Disable a connection")
        .Tells("Takes a connection out of service, without giving up its bandwidth and VLANs. It is DISABLING, and "
            + "DISABLED a moment later.")
        .Needs(NetworkAction.UpdateConnection)
        .With(Parameters.Company, Parameters.Connection)
        .Answers<ConnectionDetails>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.WrongState);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        await MovingAGroup.Move(turn.Db, connection, ConnectionTrigger.Disable, one => one.Disable(turn.Now), ct);
        return await turn.DetailsOf(connection, company, ct);
    }
}
