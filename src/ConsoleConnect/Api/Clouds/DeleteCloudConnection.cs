using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Clouds;

/// <summary>Deletes a connection of a company that is named by its id (OpenAPI 1.0.0).</summary>
internal static class DeleteCloudConnection
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/app-user/{companyId}/connections/{connectionId}", Handle)
        .Published("123", "Delete an IBM Cloud Direct Link")
        .Tells(
            "Takes a connection down, as DELETE /api/v2/company/{companyName}/connections/{connectionId} does: it is "
            + "DELETING, and DELETED a moment later; its bandwidth and VLANs are free then. The contract says that "
            + "connections to IBM are deleted this way; it works for any other connection of the company, too.")
        .Needs(NetworkAction.DeleteConnection, "companyId")
        .With(
            new ParameterExample("companyId", "5762451982894b9b1b1a5dbc", CloudsChapter.CompanyId.Meaning),
            new ParameterExample("connectionId", "63cec95dc2e6a1b4d745a1d1", "The connection's id: here one to IBM."))
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.WrongState)
        .Assumes("The answer, an object without members. That it works for connections of every kind, as its path "
            + "names none, and needs no approval of IBM's.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        await MovingAGroup.Move(
            turn.Db,
            connection,
            ConnectionTrigger.Delete,
            one => one.Delete(one.SideOf(company.Id), turn.Now),
            ct);
        return NothingToTell.Instance;
    }
}
