using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Ports;

/// <summary>Reads how a port is reached (000:4721).</summary>
internal static class GetAccessCircuit
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/ports/{portId}/access-circuit", Handle)
        .Documented("051", "Read port access circuit details")
        .Tells("Shows the line that leads from the company's premises to its port. Some seeded ports have one; a "
            + "port that is ordered has none, and answers 404.")
        .Needs(NetworkAction.ReadPort)
        .With(Parameters.Company, Parameters.Port)
        .Answers<AccessCircuitDetails>(200)
        .Answers(ServiceErrors.PortNotFound, ServiceErrors.AccessCircuitNotFound)
        .Assumes("Empty text for what isn't known of a circuit, as OpenAPI 1.0.0's sample has it. That ports get "
            + "none when they are delivered: nothing of the API makes one.");

    private static Answer<AccessCircuitDetails> Handle(Company company, string portId, Turn turn)
    {
        var port = turn.Rows.ReadPort(company, portId);
        return new AccessCircuitDetails(turn.Rows.AccessCircuitOf(port));
    }
}

/// <summary>A port's access circuit (000:4726).</summary>
internal sealed class AccessCircuitDetails(AccessCircuit circuit)
{
    public string CrossConnectId => circuit.CrossConnectId;
    public string CrossConnectMediaType => Spelling.Of(circuit.CrossConnectMediaType);
    public bool CrossConnectMediaConvertor => circuit.CrossConnectMediaConvertor;
    public string CrossConnectConnectorType => Spelling.Of(circuit.CrossConnectConnectorType);
    public string CrossConnectProvider => circuit.CrossConnectProvider;
    public string CrossConnectSalesRecordId => circuit.CrossConnectSalesRecordId;
    public string LocalLoopPartnerLocalLineNo => circuit.LocalLoopPartnerLocalLineNo;
    public string LocalLoopRemoteRefNo => circuit.LocalLoopRemoteRefNo;
    public string LocalLoopRemoteLocalLineNo => circuit.LocalLoopRemoteLocalLineNo;
    public string LocalLoopSpeed => circuit.LocalLoopSpeed;
    public string LocalLoopRemoteLocalLinePartner => circuit.LocalLoopRemoteLocalLinePartner;
    public string LocalLoopRemoteCarrierContactNo => circuit.LocalLoopRemoteCarrierContactNo;
    public string ManagedRouterServiceRouterName => circuit.ManagedRouterServiceRouterName;
    public string ManagedRouterServiceRouterProvider => circuit.ManagedRouterServiceRouterProvider;
    public string ManagedRouterServiceRouterOwner => circuit.ManagedRouterServiceRouterOwner;
    public string ManagedRouterServiceCpeOrder => circuit.ManagedRouterServiceCpeOrder;
    public string ManagedRouterServiceDialupNo => circuit.ManagedRouterServiceDialupNo;
    public string ManagedRouterServiceCeWanIpAddress => circuit.ManagedRouterServiceCeWanIpAddress;
    public string ManagedRouterServiceCeWanInterface => circuit.ManagedRouterServiceCeWanInterface;
    public string ManagedRouterServiceManagementIp => circuit.ManagedRouterServiceManagementIp;
    public string ManagedRouterServiceRemark => circuit.ManagedRouterServiceRemark;
    public string PremiumColocationSalesRecordId => circuit.PremiumColocationSalesRecordId;
    public string PremiumColocationRackId => circuit.PremiumColocationRackId;
    public string PremiumColocationPanelNumber => circuit.PremiumColocationPanelNumber;
    public string Id => circuit.Id;
}
