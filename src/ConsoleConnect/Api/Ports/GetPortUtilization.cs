using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Ports;

/// <summary>
/// Reads the traffic through a port (000:5202). Counted out while it is sent: the turn ends when port and connections
/// are read.
/// </summary>
internal static class GetPortUtilization
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/company/{companyName}/ports/{portId}/utilization", Handle)
            .Documented("053", "Get port utilization data")
            .Tells(
                "Charts a port's traffic by minute, hour or day; time is where the step begins, in Unix seconds, and "
                    + "minutes have no min and max. "
                    + "It is made up, always the same for the same port and minute: more by day than by night, less at "
                    + "weekends, as much as the company's own connections in service "
                    + "on the port let through, next to nothing where there are none. "
                    + "Hours and days count the very minutes in them.")
            .Needs(NetworkAction.ReadPort)
            .TellsOfTime()
            .With(
                Parameters.Company,
                Parameters.Port,
                Utilization.Start,
                Utilization.End,
                Utilization.Resolution)
            .Answers<PortUtilization>(200)
            .Answers(ServiceErrors.PortNotFound, ServiceErrors.BadQuery)
            .Assumes(
                "The traffic itself. time in seconds, as start and end are: the sample's 49303945838 (000:5215) is "
                    + "no time of this century in any unit. The window of the last day where none is sent. Steps that "
                    + "begin with the UTC day, hour and minute, and none before the port was in service or after now, "
                    + "but one, of zeros if need be, for a window shorter than a step. 400 for an unknown resolution, "
                    + "for times that are none, and for more than 144000 steps (100 days by minute). What was "
                    + "connected when: connections in service now count from when they first were, with the speed they "
                    + "have now.");

    private static LateAnswer<PortUtilization> Handle(Company company, string portId, HttpRequest request, Turn turn)
    {
        var port = PortToRead(turn, company, portId);
        return new PortUtilization(
            port.Id,
            Utilization.Of(MeasuredLine.Of(port), turn.Rows.CarriedBy(port), request, turn.Now.At));
    }

    /// <summary>
    /// the document's example asks corp for the port that is Acme's in all its others (000:5233-5238). Who may
    /// read the ports of the company that has it gets it, as they would by its own name.
    /// </summary>
    private static Port PortToRead(Turn turn, Company company, string portId) =>
        turn.Rows.FindPort(portId) is { } port
        && port.CompanyId != company.Id
        && turn.Caller.Allows(NetworkAction.ReadPort, turn.Reference.Company(port.CompanyId))
            ? port
            : turn.Rows.ReadPort(company, portId);
}

/// <summary>A port's traffic (000:5207).</summary>
/// <param name="PortId">The port.</param>
/// <param name="Results">A row for each step, in time; counted out one by one.</param>
internal sealed record PortUtilization(
    string PortId,
    [property: JsonPropertyOrder(1)] IEnumerable<UtilizationRow> Results)
{
    public string Unit => "Mbps";
}
