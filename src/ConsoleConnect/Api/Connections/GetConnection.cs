using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Connections;

/// <summary>Reads a connection (000:5878): what clients poll until it is ACTIVE.</summary>
internal static class GetConnection
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/company/{companyName}/connections/{connectionId}", Handle)
        .Documented("060", "Read a connection")
        .Tells(
            "Shows a connection, or a request for one, to either of its two parties; nobody else sees it. isCreator, "
            + "isReceiver, name, port, untagged and request.read are "
            + "from the asking company's side.")
        .Needs(NetworkAction.ReadConnection)
        .Observed("a whole answer of 2020, asked without v2")
        .With(Parameters.Company, Parameters.Connection)
        .Answers<ConnectionDetails>(200)
        .Answers(ServiceErrors.ConnectionNotFound);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.AsNoTracking().OfParty(company, connectionId, ct);
        return await turn.DetailsOf(connection, company, ct);
    }
}
