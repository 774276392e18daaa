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

/// <summary>Approves a connection request (000:6922-7177).</summary>
internal static class ApproveConnection
{
    private static readonly RequestSchema Schema = new RequestSchema()
        .Id("portId", "The destination's port, where none is named yet.")
        .Id("destPortId", "The same.")
        .Text("destPortIt", "The same, as the user guide misprints it (000:149).");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/v2/company/{companyName}/connections/{connectionId}/approve", Handle)
            .Documented("065", "Approve a connection request")
            .Tells(
                "Agrees to a connection request; portId names the destination's port where none is named yet. Once "
                    + "both sides have approved, the service creates the connection "
                    + "and it becomes ACTIVE. "
                    + "Approving again, or what is accepted already, changes nothing.")
            .Needs(NetworkAction.UpdateConnection)
            .With(Parameters.Company, Parameters.ConnectionRequest)
            .Takes(Schema, "{}")
            .Answers<ConnectionDetails>(200)
            .Answers(
                ServiceErrors.ConnectionNotFound,
                ServiceErrors.PortNotFound,
                ServiceErrors.WrongState,
                ServiceErrors.SamePortTwice,
                ServiceErrors.NoActiveSourcePort,
                ServiceErrors.NoActiveDestinationPort,
                ServiceErrors.PortIsSingleService,
                ServiceErrors.CapacityExceeded,
                ServiceErrors.PortClosed,
                ServiceErrors.EntitlementExceeded,
                ServiceErrors.NoVlanLeft)
            .Assumes(
                "A bare approval by a destination that has named no port stands for its oldest ACTIVE port in the "
                    + "requested metro that can carry the connection.");

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company, string connectionId, RequestBody body, Notes notes, Turn turn, CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        var asked = body.Checked(Schema);
        var side = connection.SideOf(company.Id);
        if (connection.Status == ConnectionStatus.Pending && (side == Side.Dest || connection.IsToSelf)
            && await PortFor(connection, asked, notes, turn, ct) is { } portId)
        {
            var owner = turn.Reference.Company(connection.DestCompanyId);
            var again = await NamingAPort.Name(
                turn.Db,
                connection,
                owner,
                Side.Dest,
                portId,
                untagged: null,
                turn.Reference,
                ct);
            connection.Edited(side, again, turn.Now);
        }

        connection.Approve(side, turn.Now);
        return await turn.DetailsOf(connection, company, ct);
    }

    /// <summary>The port that is meant; null where the one that is named stays.</summary>
    private static async Task<string?> PortFor(
        Connection connection, Asked asked, Notes notes, Turn turn, CancellationToken ct)
    {
        // "destPortIt", and only where its value can be an id: the guide sends the word "portId" (000:149).
        var misprinted = asked.Text("destPortIt") is { Length: 24 } id ? id : null;
        if (asked.Text("destPortIt") is { } sent)
        {
            notes.Add(misprinted is null
                ? $"destPortIt, a misprint of destPortId in the user guide, was overlooked: {Notes.Quoted(sent)} is "
                    + "no id"
                : "destPortIt, a misprint in the user guide, was read as destPortId");
        }

        if ((asked.Text("destPortId") ?? asked.Text("portId") ?? misprinted) is { } named)
        {
            return named;
        }

        if (connection.DestPortId is not null || await NamingAPort.Obvious(turn.Db, connection, ct) is not { } chosen)
        {
            return null;
        }

        notes.Add(
            $"No port was named: {chosen}, the destination's oldest ACTIVE port in "
            + $"{turn.Reference.Metro(connection.DestMetroId).Name} that can carry the connection, was chosen. "
            + "Send portId to choose another");
        return chosen;
    }
}
