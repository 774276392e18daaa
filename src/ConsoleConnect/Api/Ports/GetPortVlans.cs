using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>Reads which VLANs of a port are still to be had (000:5261).</summary>
internal static class GetPortVlans
{
    private static readonly string[] Services = ["connection", "gia"];

    private static readonly QueryParameter<bool?> Detailed =
        Query.Flag("detailed", "true", "false leaves available out; true where it isn't sent.");

    private static readonly QueryParameter<string?> Service = Query.Choice(
        "service",
        "connection",
        "What the VLAN is to be used for; connection where it isn't sent.",
        "connection",
        "gia");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/company/{companyName}/ports/{portId}/vlan", Handle)
            .Documented("054", "Read port VLAN info")
            .Tells(
                "Shows which VLANs a port has, as ranges, and which of them are available because no connection "
                    + "attached to the port uses them: none if a single untagged connection has the whole port.")
            .Needs(NetworkAction.ReadPort)
            .With(
                Parameters.Company,
                Parameters.Port,
                Detailed,
                Service)
            .Answers<PortVlans>(200)
            .Answers(ServiceErrors.PortNotFound, ServiceErrors.BadQuery)
            .Assumes(
                "That available is left out where detailed is false: \"Retrieve available vlans from device? "
                    + "Default true\" (000:5298), and what wasn't retrieved isn't known to be none. That it needs "
                    + "network:ReadPort, as the access circuit does. That both services have the same VLANs.");

    private static Answer<PortVlans> Handle(Company company, string portId, HttpRequest request, Turn turn)
    {
        var port = turn.Rows.ReadPort(company, portId);
        if (
            Service.Of(request) is { } service
            && !Services.Contains(service, StringComparer.OrdinalIgnoreCase))
        {
            throw ServiceErrors.BadQuery.Because("service is connection or gia (OpenAPI 1.0.0, GET "
                + "ports/{portId}/vlan).", "service", "equal to one of the allowed values");
        }

        var detailed = Detailed.Of(request) != false;
        return new PortVlans(port, detailed ? turn.Rows.UseOf(port).VlansLeftOn(port) : null);
    }
}

/// <summary>
/// A port's VLANs (000:5266); <c>unit</c> is what OpenAPI 1.0.0 adds, with no word about what it is the unit of.
/// </summary>
internal sealed class PortVlans(Port port, IReadOnlyList<int>? available)
{
    public string Id => port.Id;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Available => available;
    public IReadOnlyList<VlanStartEnd> Ranges => [.. port.VlanRanges.Select(range => new VlanStartEnd(range))];
    public string Unit => "Mbps";
}
