using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Ports;

/// <summary>Says what can be built on a port.</summary>
internal static class GetPortCapabilities
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/ports/{portId}/info", Handle)
        .Published("113", "Check a port's capabilities")
        .Tells(
            "Says what can be built on one of the company's ports: giaStandardV1 an Internet On-Demand service, "
            + "l2TypeA a layer 2 cross-connection, l3vpnTypeA a CloudRouter's site, qinq tunnels of VLANs in VLANs.")
        .Needs(NetworkAction.ReadPort, "companyId")
        .With(
            Parameters.Company with { Name = "companyId", Example = "5e4cb418ab1dbe8c8476163b" },
            Parameters.Port with { Example = "5e5f9b85c2e6a1b4d782bcd0" })
        .Answers<PortInfo>(200)
        .Answers(ServiceErrors.PortNotFound)
        .Assumes("What each follows from: the first two from the port's supportedServices, the others from its type, "
            + "PHYSICAL or NNI, and its being ACTIVE. That another company's port isn't found.");

    private static Answer<PortInfo> Handle(Company company, string portId, Turn turn) =>
        new PortInfo(turn.Rows.ReadPort(company, portId));

    /// <summary>What the port can.</summary>
    internal sealed class PortInfo(Port port)
    {
        public PortAbilities Capabilities => new(port);
    }

    /// <summary>Each on its own.</summary>
    internal sealed class PortAbilities(Port port)
    {
        public bool GiaStandardV1 => port.HasIod;

        [System.Text.Json.Serialization.JsonPropertyName("l2TypeA")]
        public bool L2TypeA => port.HasLayer2;

        [System.Text.Json.Serialization.JsonPropertyName("l3vpnTypeA")]
        public bool L3VpnTypeA => port.TakesRouterSites;

        public bool Qinq => port.TakesRouterSites;
    }
}
