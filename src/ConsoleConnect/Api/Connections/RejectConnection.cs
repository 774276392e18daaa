using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;

namespace Emulator.Api.Connections;

/// <summary>Rejects a connection request (000:7446); the source withdraws its own.</summary>
internal static class RejectConnection
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/v2/company/{companyName}/connections/{connectionId}/reject", Handle)
        .Documented("066", "Reject a connection request")
        .Tells("Ends a connection request and frees what was reserved for it: by the destination it is DENIED; by "
            + "the source, which withdraws it, CANCELLED.")
        .Needs(NetworkAction.UpdateConnection)
        .With(Parameters.Company, Parameters.ConnectionRequest)
        .Answers<ConnectionDetails>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.WrongState);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        connection.Reject(connection.SideOf(company.Id), turn.Now);
        return await turn.DetailsOf(connection, company, ct);
    }
}
