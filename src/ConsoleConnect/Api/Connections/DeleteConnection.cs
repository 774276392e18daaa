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

/// <summary>Deletes a connection (000:6201).</summary>
internal static class DeleteConnection
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/v2/company/{companyName}/connections/{connectionId}", Handle)
        .Documented("062", "Delete a connection")
        .Tells(
            "Takes a connection down, with or without disabling it first, in any state from ACCEPTED on, and answers "
            + "it "
            + "as DELETING; it is DELETED a moment later and its bandwidth and VLANs are free. A "
            + "request is withdrawn (CANCELLED) or rejected (DENIED) instead.")
        .Needs(NetworkAction.DeleteConnection)
        .With(Parameters.Company, Parameters.Connection)
        .Answers<ConnectionDetails>(200)
        .Answers(ServiceErrors.ConnectionNotFound, ServiceErrors.WrongState)
        .Assumes(
            "The body: the documents print 200 without one (000:6199); captured clients read the connection. "
            + "That it can be deleted in other states than DISABLED, the only one that the documents show it after "
            + "(000:5593): "
            + "in ACTIVE, and while it is on its way there or being disabled, as clients do that don't wait.");

    private static async Task<Answer<ConnectionDetails>> Handle(
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
        return await turn.DetailsOf(connection, company, ct);
    }
}
