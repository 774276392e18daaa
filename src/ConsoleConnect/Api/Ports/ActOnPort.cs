using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>Takes a port out of service and puts it back (000:4910-4914).</summary>
internal static class ActOnPort
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/company/{companyName}/ports/{portId}/{action}", Handle)
            .Documented("052", "Activate or disable a port", "000:157")
            .Tells(
                "Takes a port out of service with disable, and puts it back with active (or activate). A port can be "
                    + "disabled only when every connection attached to it is "
                    + "disabled, and neither is permitted on an onboarded port.")
            .Needs(NetworkAction.UpdatePort)
            .With(
                Parameters.Company,
                Parameters.Port,
                new ParameterExample("action", "disable", "active, activate or disable."))
            .Answers<PortDetails>(200)
            .Answers(
                ServiceErrors.PortNotFound,
                ServiceErrors.PortOnboarded,
                ServiceErrors.PortHasConnections,
                ServiceErrors.PortHasServices,
                ServiceErrors.PortHasSites,
                ServiceErrors.WrongState)
            .Assumes(
                "That what is being deleted, a connection or an IO-D service, doesn't keep its port from being "
                    + "disabled."
            );

    private static async Task<Answer<PortDetails>> Handle(
        Company company,
        string portId,
        string action,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var port = await turn.Db.Ports.OwnedBy(company, portId, ct);

        // the user guide prints the action with the colon of a variable (000:157).
        if (action.StartsWith(':'))
        {
            Notes.Of(request.HttpContext).Add($"the colon before {Notes.Quoted(action.TrimStart(':'))} was overlooked");
        }

        switch (action.TrimStart(':').ToLowerInvariant())
        {
            case "active" or "activate":
                port.Activate(turn.Now);
                break;
            case "disable":
                port.Disable(turn.Rows.UseOf(port), turn.Now);
                break;
            default:
                throw ServiceErrors.UnknownRoute.Because(
                    "The actions are active and disable (000:4914).",
                    request.Method,
                    request.Path.Value);
        }

        return turn.DetailsOf(port);
    }
}
