using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.ConnectionFlexes;

/// <summary>Lists every flex that was asked for of a connection.</summary>
internal static class ListConnectionFlexes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/connections/{connectionId}/connection-change-requests", Handle)
        .Published("257-list", "List a connection's flexes")
        .Tells("Lists the flexes that were ever asked for of a connection: a bare array, newest first; those that have "
            + "failed are in it too. Both parties may read it.")
        .Needs(NetworkAction.ReadConnection, "companyId")
        .With(ConnectionFlexesChapter.Company, ConnectionFlexesChapter.Connection)
        .Answers<IReadOnlyList<ConnectionFlexShape>>(200)
        .Answers(ServiceErrors.ConnectionNotFound)
        .Assumes("That it is there at all: clients are only seen to ask for flexes. Its form is that of the list of an "
            + "Internet On-Demand service's flexes.");

    private static async Task<Answer<IReadOnlyList<ConnectionFlexShape>>> Handle(
        Company company, string connectionId, Turn turn, CancellationToken ct)
    {
        var connection = await turn.Db.Connections.AsNoTracking().OfParty(company, connectionId, ct);
        var flexes = await turn.Db.FlexesOf(connection, ct);
        return new Answer<IReadOnlyList<ConnectionFlexShape>>(
            [.. flexes.Select(flex => new ConnectionFlexShape(flex))]);
    }
}
