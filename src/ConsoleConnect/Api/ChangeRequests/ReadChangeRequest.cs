using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;

namespace Emulator.Api.ChangeRequests;

/// <summary>Marks the change request as read (000:9066).</summary>
internal static class ReadChangeRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/connections/{connectionId}/change/read", Handle)
        .Documented("072", "Mark the change request as read")
        .Tells("Marks the current change request as read, for the asking side only: the other side never sees it.")
        .Needs(NetworkAction.ReadConnection)
        .With(Parameters.CompanyWithAChange, Parameters.ConnectionWithAChange)
        .Answers<ConnectionDetails>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.NoChangeRequest);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        connection.MarkChangeRead(connection.SideOf(company.Id));
        return await turn.DetailsOf(connection, company, ct);
    }
}
