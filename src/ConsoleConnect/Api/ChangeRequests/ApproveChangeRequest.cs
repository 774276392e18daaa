using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;

namespace Emulator.Api.ChangeRequests;

/// <summary>Approves the current change request (000:8805).</summary>
internal static class ApproveChangeRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/connections/{connectionId}/change/approve", Handle)
        .Documented("071", "Approve the current change request")
        .Tells("Agrees to the other side's proposal. Once both sides have approved, the connection has the new "
            + "speed, and request is an object of nulls again.")
        .Needs(NetworkAction.UpdateConnection)
        .With(Parameters.CompanyWithAChange, Parameters.ConnectionWithAChange)
        .Answers<ConnectionDetails>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.NoChangeRequest, ServiceErrors.WrongState);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        connection.ApproveChange(connection.SideOf(company.Id), turn.Now);
        return await turn.DetailsOf(connection, company, ct);
    }
}
