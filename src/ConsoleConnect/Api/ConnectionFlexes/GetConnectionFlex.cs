using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.ConnectionFlexes;

/// <summary>Reads a flex of a connection.</summary>
internal static class GetConnectionFlex
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/connections/{connectionId}/connection-change-requests/{flexId}", Handle)
        .Published("257-one", "Read a connection's flex")
        .Tells("Shows a flex of a connection: what clients poll until it is SUCCESS.")
        .Needs(NetworkAction.ReadConnection, "companyId")
        .With(
            ConnectionFlexesChapter.Company,
            ConnectionFlexesChapter.Connection,
            new ParameterExample("flexId", "4c1d8e5f-2b6a-4f3c-9a7e-0d5b8c1f6e20", "The flex's id."))
        .Answers<ConnectionFlexShape>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.ConnectionFlexNotFound)
        .Assumes("That it is there at all: clients are only seen to ask for flexes.");

    private static async Task<Answer<ConnectionFlexShape>> Handle(
        Company company, string connectionId, string flexId, Turn turn, CancellationToken ct)
    {
        var connection = await turn.Db.Connections.AsNoTracking().OfParty(company, connectionId, ct);
        return new ConnectionFlexShape(await turn.Db.FlexOf(connection, flexId, ct));
    }
}
