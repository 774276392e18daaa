using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Ports;

/// <summary>Deletes a disabled port (000:4704).</summary>
internal static class DeletePort
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/company/{companyName}/ports/{portId}", Handle)
            .Documented("050", "Delete a port")
            .Tells(
                "Gives a port up, which must have been disabled. It is DELETING, and DELETED a moment later; from then "
                    + "on only the list with deleted ports shows it as such.")
            .Needs(NetworkAction.DeletePort)
            .With(
                Parameters.Company,
                new ParameterExample("portId", "5b15027fc2e6a1b4d7c3a05e", "The port's id: here one that is DISABLED."))
            .Answers<NothingToTell>(200)
            .Answers(
                ServiceErrors.PortNotFound,
                ServiceErrors.PortOnboarded,
                ServiceErrors.PortHasConnections,
                ServiceErrors.PortHasServices,
                ServiceErrors.PortHasSites,
                ServiceErrors.WrongState)
            .Assumes(
                "The body {}: the documents print 200 without one. That a port which is still DISABLING can be "
                    + "deleted, so that nobody has to wait between the two; and that what keeps a port from being "
                    + "disabled keeps it from being deleted, too.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string portId,
        Turn turn,
        CancellationToken ct)
    {
        var port = await turn.Db.Ports.OwnedBy(company, portId, ct);
        port.Delete(turn.Rows.UseOf(port), turn.Now);
        return NothingToTell.Instance;
    }
}
