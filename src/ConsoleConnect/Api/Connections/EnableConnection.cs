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

/// <summary>Puts a disabled connection back into service (000:7992).</summary>
internal static class EnableConnection
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/company/{companyName}/connections/{connectionId}/enable", Handle)
            .Documented("068", "Enable a connection")
            .Tells(
                "Puts a disabled connection back into service, for which both ports must be ACTIVE. It is ENABLING, "
                    + "ACTIVATING, and ACTIVE again.")
            .Needs(NetworkAction.UpdateConnection)
            .With(
                Parameters.Company,
                new ParameterExample(
                    "connectionId",
                    "593e5b5ec2e6a1b4d7eb581c",
                    "The connection's id: here one that is DISABLED."))
            .Answers<ConnectionDetails>(200)
            .Answers(
                ServiceErrors.ConnectionNotFound,
                ServiceErrors.WrongState,
                ServiceErrors.NoActiveSourcePort,
                ServiceErrors.PortClosed,
                ServiceErrors.NoActiveDestinationPort);

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company company,
        string connectionId,
        Turn turn,
        CancellationToken ct)
    {
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        await MovingAGroup.Move(turn.Db, connection, ConnectionTrigger.Enable, one => one.Enable(turn.Now), ct);
        return await turn.DetailsOf(connection, company, ct);
    }
}
