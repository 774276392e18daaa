using System.Text.Json.Serialization;

namespace BareKestrel;

/// <summary>
/// A list of ports, typed as the emulator answers it today; instants stay text, the cheapest there is, so that the bare
/// side is not made slow. Program refuses to start when what it writes is not byte for byte the emulator's answer: then
/// a member is missing here, or in another order.
/// </summary>
internal sealed record PortList
{
    public ListedPort[]? Results { get; init; }
}

internal sealed record ListedPort
{
    public string? DcpCompanyId { get; init; }
    public string? Name { get; init; }
    public Speed? Speed { get; init; }
    public long SpeedOverprovisioningFactor { get; init; }
    public bool SingleService { get; init; }
    public string? LocationId { get; init; }
    public string? DataCenterFacilityId { get; init; }
    public string? PopId { get; init; }
    public string? MetroId { get; init; }
    public string? Status { get; init; }
    public string? ServiceStatus { get; init; }
    public string? LinkState { get; init; }
    public string? LinkStateUpSince { get; init; }
    public string? LinkStateSyncedAt { get; init; }
    public string? Type { get; init; }
    public bool IsEdgePort { get; init; }
    public string? EdgePayload { get; init; }
    public string? MediaType { get; init; }
    public Partner? Partner { get; init; }
    public Ip? Ip { get; init; }
    public Capabilities? Capabilities { get; init; }
    public string? ActiveChangedAt { get; init; }
    public string? FirstActiveAt { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public bool Deleted { get; init; }
    public string? DeletedAt { get; init; }
    public string? ImportedAt { get; init; }
    public string? Importer { get; init; }
    public string? SalesRecordId { get; init; }
    public string? PaymentType { get; init; }
    public bool? Payg { get; init; }
    public bool Onboarded { get; init; }
    public string? OnboardedBy { get; init; }
    public string? OnboardedAt { get; init; }
    public string? OnboardedStatus { get; init; }
    public string? OnboardedStatusDetail { get; init; }
    public string? OnboardedDeviceName { get; init; }
    public string? OnboardedInterfaceName { get; init; }
    public long? OnboardedAllocatedBandwidth { get; init; }
    public string? BillingId { get; init; }
    public VlanRange[]? VlanRanges { get; init; }
    public string? IciLink { get; init; }
    public string[]? ReportingLabels { get; init; }
    public string[]? SupportedServices { get; init; }
    public string? CosTransparency { get; init; }
    public CosMapping? CosMapping { get; init; }
    public string? ExternalId { get; init; }
    public string? TicketLink { get; init; }
    public string? CrossConnectXcOwner { get; init; }
    public string? CrossConnectFullDemarc { get; init; }
    public string? InterconnectEnabled { get; init; }
    public string? InterconnectProvider { get; init; }
    public string? InterconnectOrderNumber { get; init; }
    public string? InterconnectCircuitId { get; init; }
    public string? InterconnectCompletedAt { get; init; }
    public string? InterconnectVlanRange { get; init; }
    public string? InterconnectNniPortName { get; init; }
    public string? LocalLoopEnabled { get; init; }
    public string? LocalLoopId { get; init; }
    public string? LocalLoopCustomerId { get; init; }
    public string? LocalLoopProviderName { get; init; }
    public string? LocalLoopSalesRecordId { get; init; }
    public string? LocalLoopBandwidth { get; init; }
    public string? LocalLoopCompletedAt { get; init; }
    public string? LocalLoopASideAddress { get; init; }
    public string? LocalLoopASideXConnectId { get; init; }
    public string? LocalLoopZSideAddress { get; init; }
    public string? LocalLoopGsmpId { get; init; }
    public string? Id { get; init; }
    public AccessCircuit? AccessCircuit { get; init; }
    public string? CompanyId { get; init; }
    public Capacity? Capacity { get; init; }
    public OwnerOfPort? Company { get; init; }
    public FacilityOfPort? DataCenterFacility { get; init; }
    public ConnectionOfPort[]? Connections { get; init; }
    public Metro? Metro { get; init; }
    public string? PortId { get; init; }
    public string? NetworkServiceProviderId { get; init; }
    public string? CrossConnectId { get; init; }
    public AsnOfPort? Asn { get; init; }
    public ControllerOfPort[]? Controllers { get; init; }
}

internal sealed record Speed
{
    public long Value { get; init; }
    public string? Name { get; init; }
}

internal sealed record Partner
{
    public string? Type { get; init; }
    public string[]? RegionNames { get; init; }
    public PartnerSpeed[]? ConnectionSpeeds { get; init; }
}

internal sealed record PartnerSpeed
{
    public long Value { get; init; }
    public string? Type { get; init; }
}

internal sealed record Ip
{
    public string? Ipv4 { get; init; }
    public string? Ipv6 { get; init; }
}

internal sealed record Capabilities
{
    public bool Model6Limit { get; init; }
    public string? Model6LimitNumber { get; init; }
    public bool SingleService { get; init; }
}

internal sealed record VlanRange
{
    public long Start { get; init; }
    public long End { get; init; }
}

internal sealed record CosMapping
{
    [JsonPropertyName("GOLD")]
    public string[]? Gold { get; init; }
    [JsonPropertyName("SILVERPLUS")]
    public string[]? SilverPlus { get; init; }
    [JsonPropertyName("SILVER")]
    public string[]? Silver { get; init; }
    [JsonPropertyName("BRONZE")]
    public string[]? Bronze { get; init; }
}

internal sealed record AccessCircuit
{
    public string? CrossConnectMediaType { get; init; }
}

internal sealed record Capacity
{
    public long Total { get; init; }
    public long Utilised { get; init; }
    public long Remaining { get; init; }
}

internal sealed record ConnectionOfPort
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Status { get; init; }
    public long Speed { get; init; }
    public string? Type { get; init; }
    public string? SrcConfigTag { get; init; }
    public string? TypeFriendly { get; init; }
}

internal sealed record Metro
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Code { get; init; }
    public string? Logo { get; init; }
    public string? Description { get; init; }
    public bool Ready { get; init; }
    public string? Country { get; init; }
    public string[]? RegionIds { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public bool Deleted { get; init; }
    public string? DeletedAt { get; init; }
    public string? Rir { get; init; }
    public bool CanCreateController { get; init; }
    public string[]? Tags { get; init; }
}

internal sealed record AsnOfPort
{
    public string? Asn { get; init; }
    public string? Status { get; init; }
    public string? Type { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public bool Deleted { get; init; }
    public string? DeletedAt { get; init; }
}

internal sealed record ControllerOfPort
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Type { get; init; }
    public string? MetroId { get; init; }
    public string? Status { get; init; }
    public long Vlan { get; init; }
    public ControllerIp? Ip { get; init; }
    public string[]? PortIds { get; init; }
    public string? Password { get; init; }
    public string? ActiveChangedAt { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public string? DeletedAt { get; init; }
    public bool Deleted { get; init; }
    public ControllerAsn? Asn { get; init; }
    public ControllerMetro? Metro { get; init; }
}

internal sealed record ControllerIp
{
    public string? Ipv4 { get; init; }
    public string? Ipv6 { get; init; }
}

internal sealed record ControllerAsn
{
    public string? Asn { get; init; }
    public string? Status { get; init; }
    public string? Type { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public bool Deleted { get; init; }
    public string? DeletedAt { get; init; }
}

internal sealed record ControllerMetro
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Code { get; init; }
    public string? Logo { get; init; }
    public string? Description { get; init; }
    public bool Ready { get; init; }
    public string? Country { get; init; }
    public string[]? RegionIds { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public bool Deleted { get; init; }
    public string? DeletedAt { get; init; }
}
