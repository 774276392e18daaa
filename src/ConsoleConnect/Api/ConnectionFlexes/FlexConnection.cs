using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.ConnectionFlexes;

/// <summary>Asks for another bandwidth for a connection, as public clients do.</summary>
internal static class FlexConnection
{
    private static readonly RequestSchema Schema = new RequestSchema().Number(
        "bandwidth", "The connection's total bandwidth, Mbps: a whole number from 1.", required: true);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{companyId}/connections/{connectionId}/connection-change-requests", Handle)
        .Published("257", "Flex a layer 2 connection")
        .Tells(
            "Asks for another bandwidth, which is reserved on the source's port at once and which the destination's "
            + "port must be fast enough for: REQUESTED, then SUCCESS, and from then on the connection has that speed "
            + "until the next flex. A flex back to what was contracted ends flexing. UPGRADE where it is more than the "
            + "connection has now, DOWNGRADE otherwise. Between one's own ports nobody else is asked; towards another "
            + "company only less can be had so.")
        .Needs(NetworkAction.UpdateConnection, "companyId")
        .With(ConnectionFlexesChapter.Company, ConnectionFlexesChapter.Connection)
        .Takes(Schema, """{"bandwidth": 500}""")
        .Answers<ConnectionFlexShape>(200)
        .Answers(
            ServiceErrors.ConnectionNotFound,
            ServiceErrors.FlexNotWhole,
            ServiceErrors.FlexTooSmall,
            ServiceErrors.ConnectionFlexUnavailable,
            ServiceErrors.ConnectionFlexByInvoiceOnly,
            ServiceErrors.ConnectionFlexNotActive,
            ServiceErrors.FlexInProgress,
            ServiceErrors.SpeedOnlyByChangeRequest,
            ServiceErrors.CapacityExceeded)
        .Assumes(
            "All but the request and that the connection's speed becomes bandwidth within minutes, which public "
            + "clients show: the answer and the statuses are those of an Internet On-Demand service's flex, and so are "
            + "the words of refusals. That connections are flexed by the company that asked for them, those paid by "
            + "invoice only, and groups never. That any bandwidth from 1 can be had, less than the contract's too.");

    private static async Task<Answer<ConnectionFlexShape>> Handle(
        Company company, string connectionId, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        var flex = ConnectionFlex.Request(
            connection,
            connection.SideOf(company.Id),
            FlexedBandwidth.Of(asked),
            await turn.Db.OpenFlexesOf(connection, ct),
            turn.Rows.CapacityOf(connection.SrcPort, without: connection),
            turn.Ids.NextUuid(),
            turn.Now);
        turn.Db.Add(flex);
        return new ConnectionFlexShape(flex);
    }
}
