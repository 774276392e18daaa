using Emulator.Domain.Connections;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>A port in a list: what 000:3817 and 001:33 say together.</summary>
internal sealed class ListedPort(
    Port port,
    Capacity capacity,
    CompanyInPortList owner,
    FacilityInPortList? facility,
    MetroInPortList metro,
    IReadOnlyList<AttachedConnection> attached,
    IReadOnlyList<ControllerInPort> controllers)
{
    public string? DcpCompanyId => null;
    public string Name => port.Name;
    public SpeedShape Speed => new(port.Speed);
    public int SpeedOverprovisioningFactor => 1;
    public bool SingleService => port.SingleService;
    public string? LocationId => port.LocationId;
    public string? DataCenterFacilityId => port.FacilityId;
    public string? PopId => port.PopId;
    public string MetroId => port.MetroId;
    public string Status => Spelling.Of(port.Status);
    public string ServiceStatus => Spelling.Of(port.ServiceStatus);
    public string LinkState => Spelling.Of(port.LinkState);
    public DateTimeOffset? LinkStateUpSince => port.LinkUp ? port.LinkSince : null;
    public DateTimeOffset? LinkStateSyncedAt => port.FirstActiveAt;
    public string Type => Spelling.Of(port.Type);
    public bool IsEdgePort => port.Type == PortType.Edge;

    /// <summary>
    /// What an edge port was ordered with: an object whose members depend on the order (OpenAPI 1.59.2). Here the
    /// order shows it, and the list of what is at the edge.
    /// </summary>
    public OpenObject? EdgePayload => null;
    public string MediaType => port.MediaType;
    public PartnerInConnectionList Partner => new(port);
    public IpShape Ip => IpShape.None;
    public PortCapabilities Capabilities => new(port);
    public DateTimeOffset? ActiveChangedAt => port.ActiveChangedAt;
    public DateTimeOffset? FirstActiveAt => port.FirstActiveAt;
    public DateTimeOffset UpdatedAt => port.UpdatedAt;
    public DateTimeOffset CreatedAt => port.CreatedAt;
    public bool Deleted => port.Deleted;
    public DateTimeOffset DeletedAt => port.DeletedAt ?? DateTimeOffset.UnixEpoch;
    public DateTimeOffset? ImportedAt => null;
    public string? Importer => null;
    public string? SalesRecordId => port.SalesRecordId;
    public string? PaymentType => port.PaymentType;
    public bool? Payg => port.PayAsYouGo;
    public bool Onboarded => port.Onboarding is not null;
    public string? OnboardedBy => port.Onboarding?.By;
    public DateTimeOffset? OnboardedAt => port.Onboarding?.At;
    public string? OnboardedStatus => port.Onboarding is null ? null : "COMPLETE";
    public string? OnboardedStatusDetail => null;
    public string? OnboardedDeviceName => port.Onboarding?.DeviceName;
    public string? OnboardedInterfaceName => port.Onboarding?.InterfaceName;
    public int? OnboardedAllocatedBandwidth => port.Onboarding?.AllocatedBandwidth;
    public string? BillingId => port.BillingId;
    public IReadOnlyList<VlanStartEnd> VlanRanges => [.. port.VlanRanges.Select(range => new VlanStartEnd(range))];
    public string? IciLink => port.IciLink;
    public IReadOnlyList<string> ReportingLabels => port.ReportingLabels;
    public IReadOnlyList<string> SupportedServices => port.SupportedServices;
    public bool? CosTransparency => null;
    public CosMapping CosMapping => CosMapping.Plain;
    public string ExternalId => $"port-{port.Id}";
    public string? TicketLink => null;
    public string? CrossConnectXcOwner => null;
    public string? CrossConnectFullDemarc => null;
    public string? InterconnectEnabled => null;
    public string? InterconnectProvider => null;
    public string? InterconnectOrderNumber => null;
    public string? InterconnectCircuitId => null;
    public string? InterconnectCompletedAt => null;
    public string? InterconnectVlanRange => null;
    public string? InterconnectNniPortName => null;
    public string? LocalLoopEnabled => null;
    public string? LocalLoopId => null;
    public string? LocalLoopCustomerId => null;
    public string? LocalLoopProviderName => null;
    public string? LocalLoopSalesRecordId => null;
    public string? LocalLoopBandwidth => null;
    public string? LocalLoopCompletedAt => null;
    public string? LocalLoopASideAddress => null;
    public string? LocalLoopASideXConnectId => null;
    public string? LocalLoopZSideAddress => null;
    public string? LocalLoopGsmpId => null;
    public string Id => port.Id;
    public AccessCircuitInList AccessCircuit => AccessCircuitInList.Unknown;
    public string CompanyId => port.CompanyId;
    public CapacityShape Capacity => new(capacity);
    public CompanyInPortList Company => owner;
    public FacilityInPortList? DataCenterFacility => facility;

    public IReadOnlyList<ConnectionOfListedPort> Connections =>
        [.. attached.Select(connection => new ConnectionOfListedPort(connection))];

    public MetroInPortList Metro => metro;
    public string? PortId => null;
    public string? NetworkServiceProviderId => null;
    public string? CrossConnectId => port.CrossConnectId;
    public AsnShape? Asn => port.Asn is { } asn ? new(asn, "ALLOCATED", port.AsnSetAt ?? port.CreatedAt) : null;
    public IReadOnlyList<ControllerInPort> Controllers => controllers;
}

/// <summary>The list says only that it doesn't know; the access circuit has a route of its own (000:4721).</summary>
internal sealed class AccessCircuitInList
{
    public static readonly AccessCircuitInList Unknown = new();

    public string? CrossConnectMediaType => null;
}

/// <summary>A connection that ends on the port (001:409); its speed is a bare number.</summary>
internal sealed class ConnectionOfListedPort(AttachedConnection connection)
{
    public string Id => connection.Id;
    public string Name => connection.Name;
    public string Status => Spelling.Of(connection.Status);
    public int Speed => connection.Speed;
    public string Type => Spelling.Of(connection.Type);
    public string? SrcConfigTag => null;
    public string TypeFriendly => "Layer 2";
}
