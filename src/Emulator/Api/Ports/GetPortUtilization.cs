using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
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
    /// <summary>
    /// The longest window, in steps: 100 days by minute, 16 years by hour. A row more is where it begins and ends
    /// within steps.
    /// </summary>
    private const int MostSteps = 144_000;

    /// <summary>The window where none is sent: the last day, seconds.</summary>
    private const int DefaultWindow = 86_400;

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
                new ParameterExample(
                    "start",
                    "1459376516",
                    "Beginning of the window, Unix seconds; a day before its end " + "where it isn't sent.",
                    InQuery: true),
                new ParameterExample(
                    "end",
                    "1459376516",
                    "End of the window, Unix seconds; now where it isn't sent.",
                    InQuery: true),
                new ParameterExample(
                    "resolution",
                    "day",
                    "day, hour or minute; minute where it isn't sent.",
                    InQuery: true))
            .Answers<PortUtilization>(200)
            .Answers(ServiceErrors.PortNotFound, ServiceErrors.BadQuery)
            .Assumes(
                "The traffic itself. time in seconds, as start and end are: the sample's 49303945838 (000:5215) is "
                    + "no time of this century in any unit. The window of the last day where none is sent. Steps that begin "
                    + "with the UTC day, hour and minute, and none before the port was in service or after now, but one, of "
                    + "zeros if need be, for a window shorter than a step. 400 for an unknown resolution, for times that are "
                    + "none, and for more than 144000 steps (100 days by minute). What was connected when: connections in "
                    + "service now count from when they first were, with the speed they have now.");

    private static LateAnswer<PortUtilization> Handle(Company company, string portId, HttpRequest request, Turn turn)
    {
        var port = PortToRead(turn, company, portId);
        var window = WindowOf(request, turn.Now.At.ToUnixTimeSeconds());
        var traffic = new PortTraffic(port, turn.Rows.CarriedBy(port), turn.Now.At);
        if (traffic.CountOf(window) is var count && count > MostSteps + 1)
        {
            throw ServiceErrors.BadQuery.Because(
                $"The window has {count} rows; an answer has {MostSteps} at most. Ask for a shorter window or a "
                + "coarser resolution.", "end", $"<= {window.Start + (long)MostSteps * window.StepSeconds}");
        }

        return new PortUtilization(
            port.Id,
            traffic.RowsOf(window).Select(row => new UtilizationRow(row, window.Step != TrafficStep.Minute)));
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

    private static TrafficWindow WindowOf(HttpRequest request, long now)
    {
        var asked = QueryText.UnixSeconds(request, "end");
        var start = QueryText.UnixSeconds(request, "start") ?? Math.Max(0, (asked ?? now) - DefaultWindow);
        var end = asked ?? Math.Max(now, start);
        if (end < start)
        {
            throw ServiceErrors.BadQuery.Because("The window ends before it starts.", "end", $">= {start}");
        }

        var step = TrafficStep.Minute;
        if (QueryText.Of(request, "resolution") is { } resolution)
        {
            step = Spelling.Read<TrafficStep>(resolution)
                ?? throw ServiceErrors.BadQuery.Because(
                    "resolution is day, hour or minute (000:5246).",
                    "resolution",
                    "equal to one of the allowed values");
        }

        return new TrafficWindow(start, end, step);
    }
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

/// <summary>What went through the port in one step, Mbps to the kbps. Minutes have no min and max (000:5246).</summary>
internal sealed class UtilizationRow(TrafficRow row, bool withBounds)
{
    public long Time => row.Time;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RxMin => withBounds ? Mbps(row.Received.Least) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RxMax => withBounds ? Mbps(row.Received.Most) : null;

    public double RxAverage => Mbps(row.Received.Mean);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TxMin => withBounds ? Mbps(row.Sent.Least) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TxMax => withBounds ? Mbps(row.Sent.Most) : null;

    public double TxAverage => Mbps(row.Sent.Mean);

    private static double Mbps(int kbps) => kbps / 1000.0;
}
