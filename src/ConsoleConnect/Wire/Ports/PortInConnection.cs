using Emulator.Domain.Companies;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Wire.Ports;

/// <summary>
/// A port of a connection read alone (000:5822). Its speed is a bare number. What follows deletedAt is of captured
/// answers and of OpenAPI 1.0.0.
/// </summary>
internal sealed class PortInConnection(Port port)
{
    public string Id => port.Id;
    public string CompanyId => port.CompanyId;
    public string? DcpCompanyId => null;
    public string? PortId => null;
    public string Name => port.Name;
    public int Speed => port.Speed;
    public string? LocationId => port.LocationId;
    public string? DataCenterFacilityId => port.FacilityId;
    public string? NetworkServiceProviderId => null;
    public string MetroId => port.MetroId;
    public string Status => Spelling.Of(port.Status);
    public string Type => Spelling.Of(port.Type);
    public PartnerInConnection Partner => new(port);
    public IpShape Ip => IpShape.None;
    public DateTimeOffset? ActiveChangedAt => port.ActiveChangedAt;
    public DateTimeOffset UpdatedAt => port.UpdatedAt;
    public DateTimeOffset CreatedAt => port.CreatedAt;
    public bool Deleted => port.Deleted;
    public DateTimeOffset DeletedAt => port.DeletedAt ?? DateTimeOffset.UnixEpoch;
    public int SpeedOverprovisioningFactor => 1;
    public bool SingleService => port.SingleService;
    public IReadOnlyList<string> Tags => [];
    public string? PopId => port.PopId;
    public string LinkState => port.LinkUp ? "UP" : "UNKNOWN";
    public DateTimeOffset? LinkStateUpSince => port.LinkUp ? port.ActiveChangedAt : null;
    public DateTimeOffset? LinkStateSyncedAt => port.FirstActiveAt;
    public string MediaType => port.MediaType;
    public PortCapabilities Capabilities => new(port);
    public DateTimeOffset? FirstActiveAt => port.FirstActiveAt;
    public DateTimeOffset? ImportedAt => null;
    public string? Importer => null;
    public string? SalesRecordId => port.SalesRecordId;
    public string? PaymentType => port.PaymentType;
    public bool Payg => port.PaymentType is { } type && type != "plan";
    public bool? Onboarded => port.Onboarding is null ? null : true;
    public string? OnboardedBy => port.Onboarding?.By;
    public DateTimeOffset? OnboardedAt => port.Onboarding?.At;
    public string OnboardedStatus => port.Onboarding is null ? "AWAITING_PROCESSING" : "COMPLETE";
    public string? OnboardedStatusDetail => null;
    public string? OnboardedDeviceName => port.Onboarding?.DeviceName;
    public string? OnboardedInterfaceName => port.Onboarding?.InterfaceName;
    public int? OnboardedAllocatedBandwidth => port.Onboarding?.AllocatedBandwidth;
    public string? BillingId => port.BillingId;
    public IReadOnlyList<VlanStartEnd> VlanRanges => [.. port.VlanRanges.Select(range => new VlanStartEnd(range))];
    public string? IciLink => port.IciLink;
    public IReadOnlyList<string> SupportedServices => port.SupportedServices;
    public bool? CosTransparency => null;
    public CosMapping CosMapping => CosMapping.Plain;

    /// <summary>Always null: the access circuit has a route of its own (000:4721).</summary>
    public OpenObject? AccessCircuit => null;
}

/// <summary>What a partner has to do with it.</summary>
internal sealed class PartnerInConnection(Port port)
{
    public string Type => Spelling.Of(port.Partner?.Type ?? PartnerType.None);
    public IReadOnlyList<string> RegionNames => port.Partner is { } partner ? [partner.RegionName] : [];

    public IReadOnlyList<PartnerSpeedShape> ConnectionSpeeds =>
        [.. (port.Partner?.Speeds ?? []).Select(speed => new PartnerSpeedShape(speed))];

    public string? PartnerPort => null;
    public int? VlanId => null;
}

/// <summary>A port of a connection in a list (000:6389).</summary>
internal sealed class PortInConnectionList(Port port)
{
    public string Id => port.Id;
    public string CompanyId => port.CompanyId;
    public string? PortId => null;
    public string Name => port.Name;
    public int Speed => port.Speed;
    public string? LocationId => port.LocationId;
    public string? DataCenterFacilityId => port.FacilityId;
    public string? NetworkServiceProviderId => null;
    public string MetroId => port.MetroId;
    public string Status => Spelling.Of(port.Status);
    public string Type => Spelling.Of(port.Type);
    public PartnerInConnectionList Partner => new(port);
    public IpShape Ip => IpShape.None;
    public DateTimeOffset? ActiveChangedAt => port.ActiveChangedAt;
    public DateTimeOffset UpdatedAt => port.UpdatedAt;
    public DateTimeOffset CreatedAt => port.CreatedAt;
    public bool Deleted => port.Deleted;
    public DateTimeOffset DeletedAt => port.DeletedAt ?? DateTimeOffset.UnixEpoch;
}

/// <summary>What a partner has to do with it.</summary>
internal sealed class PartnerInConnectionList(Port port)
{
    public string Type => Spelling.Of(port.Partner?.Type ?? PartnerType.None);
    public IReadOnlyList<string> RegionNames => port.Partner is { } partner ? [partner.RegionName] : [];

    public IReadOnlyList<PartnerSpeedShape> ConnectionSpeeds =>
        [.. (port.Partner?.Speeds ?? []).Select(speed => new PartnerSpeedShape(speed))];
}

/// <summary>A speed a partner sells (000:5328).</summary>
internal sealed class PartnerSpeedShape(PartnerSpeed speed)
{
    public int Value => speed.Value;
    public string Type => speed.Type;
}
