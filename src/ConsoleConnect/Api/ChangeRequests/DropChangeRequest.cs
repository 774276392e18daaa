using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;

namespace Emulator.Api.ChangeRequests;

/// <summary>Withdraws or rejects a change request (000:8542).</summary>
internal static class DropChangeRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/company/{companyName}/connections/{connectionId}/change", Handle)
        .Documented("070", "Reject or cancel a change request")
        .Tells(
            "Ends the current change request, whose bandwidth is free again. request.status is WITHDRAWN afterwards "
            + "where the asking company had proposed the change, "
            + "REJECTED where the other had.")
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
        connection.DropChange(connection.SideOf(company.Id), turn.Now);
        return await turn.DetailsOf(connection, company, ct);
    }
}
