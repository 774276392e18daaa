using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Emulator.Workflows;

namespace Emulator.Api.ChangeRequests;

/// <summary>Proposes another speed, or answers a proposal with another (000:8281-8288).</summary>
internal static class ProposeChangeRequest
{
    private static readonly BodyMember<int> Speed = Body.NeededInteger(
        "speed", "The proposed speed, Mbps.", minimum: 1);

    private static readonly RequestSchema Schema = new RequestSchema().With(Speed);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/connections/{connectionId}/change", Handle)
        .Documented("069", "Create or update a change request")
        .Tells(
            "Proposes another speed for a connection, or answers the other side's proposal with another. The asking "
            + "side approves what it proposes, the other side's "
            + "approval falls away, and the bandwidth is reserved at once. "
            + "Lowering a proposal that the other side has approved makes the change at once, and so does asking for "
            + "less than the connection has.")
        .Needs(NetworkAction.UpdateConnection)
        .With(Parameters.Company, Parameters.Connection)
        .Takes(Schema, """{"speed": 250}""")
        .Answers<ConnectionDetails>(200)
        .Answers(
            ServiceErrors.ConnectionNotFound, ServiceErrors.WrongState, ServiceErrors.GroupSpeedIsFixed,
            ServiceErrors.CapacityExceeded, ServiceErrors.PortClosed,
            ServiceErrors.EntitlementExceeded);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        var speed = body.Checked(Schema).Of(Speed);
        var capacity = turn.Rows.CapacityOf(connection.SrcPort, without: connection);
        connection.ProposeChange(connection.SideOf(company.Id), speed, capacity, turn.Now);
        UsingAPlan.MustCover(turn.Db, connection, turn.Reference);
        await GivingAReply.Ask(turn.Db, connection, turn.Now, ct);
        return await turn.DetailsOf(connection, company, ct);
    }
}
