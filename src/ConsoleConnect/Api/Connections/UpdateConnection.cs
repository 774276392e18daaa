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

/// <summary>Edits a connection request, or a connection (000:6180-6191).</summary>
internal static class UpdateConnection
{
    private static readonly RequestSchema Schema = new RequestSchema()
        .Integer("speed", "Mbps. Any while it is a request; afterwards only less towards another company.", minimum: 1)
        .Text("name", "The asking company's own name for it.")
        .Id("portId", "While it is a request: the asking company's port.")
        .Boolean("untagged", "While it is a request: whether the asking company's side is untagged.")
        .Boolean("destUntagged", "While it is a request to self: whether the destination is untagged.")
        .Id("destPortId", "While it is a request to self: the destination port.")
        .Id("controllerId", "Only on layer 3 connections.")
        .Id("destControllerId", "Only on layer 3 connections.");

    private static readonly string[] RequestOnly = ["portId", "destPortId", "untagged", "destUntagged"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/v2/company/{companyName}/connections/{connectionId}", Handle)
            .Documented("061", "Update a connection", "000:132")
            .Tells(
                "Edits a connection. While it is a request, editing approves it for the side that edits, and a change "
                    + "of speed or port withdraws the other side's approval. "
                    + "Afterwards the speed of a connection to self changes at once; towards another company it can "
                    + "only be reduced: more goes through a change request.")
            .Needs(NetworkAction.UpdateConnection)
            .With(Parameters.Company, Parameters.Connection)
            .Takes(Schema, """{"name": "Connection 1"}""")
            .Answers<ConnectionDetails>(200)
            .Answers(
                ServiceErrors.ConnectionNotFound,
                ServiceErrors.PortNotFound,
                ServiceErrors.WrongState,
                ServiceErrors.CapacityExceeded,
                ServiceErrors.PortClosed,
                ServiceErrors.SpeedOnlyByChangeRequest,
                ServiceErrors.GroupSpeedIsFixed,
                ServiceErrors.OnlyInRequest,
                ServiceErrors.SamePortTwice,
                ServiceErrors.NoActiveSourcePort,
                ServiceErrors.NoActiveDestinationPort,
                ServiceErrors.PortIsSingleService,
                ServiceErrors.PortMustBeEmpty,
                ServiceErrors.EntitlementExceeded,
                ServiceErrors.VlanNotOffered,
                ServiceErrors.VlanInUse,
                ServiceErrors.NoVlanLeft,
                ServiceErrors.Layer3NotOffered);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        var asked = body.Checked(Schema);
        if (asked.Has("controllerId") || asked.Has("destControllerId"))
        {
            throw ServiceErrors.Layer3NotOffered.Because("Connections are made on layer 2 here; controllers stand "
                + "only in the documents' samples.");
        }

        connection.MustBeUpdatable(RequestOnly.FirstOrDefault(asked.Has));
        var side = connection.SideOf(company.Id);
        if (asked.Text("name") is { } name)
        {
            connection.Rename(side, name, turn.Now);
        }

        var otherMustAgreeAgain = await ChangePorts(connection, company, side, asked, turn, ct);
        if (asked.Integer("speed") is { } speed)
        {
            var capacity = turn.Rows.CapacityOf(connection.SrcPort, without: connection);
            otherMustAgreeAgain |= connection.ChangeSpeed(side, speed, capacity, turn.Now);
            UsingAPlan.MustCover(turn.Db, connection, turn.Reference);
        }

        connection.Edited(side, otherMustAgreeAgain, turn.Now);
        if (otherMustAgreeAgain)
        {
            await GivingAReply.Ask(turn.Db, connection, turn.Now, ct);
        }

        return await turn.DetailsOf(connection, company, ct);
    }

    /// <summary>
    /// Names ports and untagged sides. Whether the other party must agree again is for the caller to act on.
    /// </summary>
    private static async Task<bool> ChangePorts(
        Connection connection,
        Company company,
        Side side,
        Asked asked,
        Turn turn,
        CancellationToken ct)
    {
        var again = false;
        if (asked.Text("portId") is { } portId)
        {
            again |= await NamingAPort.Name(
                turn.Db,
                connection,
                company,
                side,
                portId,
                asked.Boolean("untagged"),
                turn.Reference,
                ct);
        }
        else if (asked.Boolean("untagged") is { } untagged)
        {
            NamingAPort.Untag(turn.Db, connection, side, untagged);
        }

        if (asked.Text("destPortId") is { } destPortId)
        {
            again |= await NamingAPort.Name(
                turn.Db,
                connection,
                turn.Reference.Company(connection.DestCompanyId),
                Side.Dest,
                destPortId,
                asked.Boolean("destUntagged"),
                turn.Reference,
                ct);
        }
        else if (asked.Boolean("destUntagged") is { } destUntagged)
        {
            NamingAPort.Untag(turn.Db, connection, Side.Dest, destUntagged);
        }

        return again;
    }
}
