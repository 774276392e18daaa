using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;

namespace Emulator.Wire.Ports;

/// <summary>
/// A port read alone: what reading (000:4102), updating (000:4416) and acting on it (000:4923) answer.
/// </summary>
internal sealed class PortDetails(
    Port port,
    Company owner,
    Capacity capacity,
    IReadOnlyList<AttachedConnection> attached,
    ReferenceData reference)
{
    public string Id => port.Id;
    public string CompanyId => port.CompanyId;
    public string? PortId => null;
    public string Name => port.Name;
    public SpeedShape Speed => new(port.Speed);
    public string? LocationId => port.LocationId;
    public string? DataCenterFacilityId => port.FacilityId;
    public string? NetworkServiceProviderId => null;
    public string MetroId => port.MetroId;
    public string Status => Spelling.Of(port.Status);
    public string Type => Spelling.Of(port.Type);
    public bool SingleService => port.SingleService;
    public PartnerInPort Partner => new(port);
    public IpShape Ip => IpShape.None;
    public DateTimeOffset? ActiveChangedAt => port.ActiveChangedAt;
    public DateTimeOffset UpdatedAt => port.UpdatedAt;
    public DateTimeOffset CreatedAt => port.CreatedAt;
    public bool Deleted => port.Deleted;
    public DateTimeOffset DeletedAt => port.DeletedAt ?? DateTimeOffset.UnixEpoch;
    public CapacityShape Capacity => new(capacity);
    public CompanyInPort Company => new(owner, reference.StandingOf(owner));

    public FacilityInPort? DataCenterFacility =>
        reference.Facility(port.FacilityId) is { } facility ? new(facility) : null;

    public IReadOnlyList<ConnectionOfPort> Connections =>
        [.. attached.Select(connection => new ConnectionOfPort(connection))];

    public AsnShape? Asn => port.Asn is { } asn ? new(asn, "ALLOCATED", port.AsnSetAt ?? port.CreatedAt) : null;

    public IReadOnlyList<ControllerInPort> Controllers =>
        [
            .. port.Controllers.Select(controller => new ControllerInPort(
                controller,
                port.Id,
                reference.Metro(controller.MetroId))),
        ];

    public MetroInPort Metro => new(reference.Metro(port.MetroId));
    public IReadOnlyList<VlanFromTo> VlanRange => [.. port.VlanRanges.Select(range => new VlanFromTo(range))];
    public string? CrossConnectId => port.CrossConnectId;
    public string? PaymentType => port.PaymentType;
    public bool? Payg => port.PayAsYouGo;
    public string ServiceStatus => Spelling.Of(port.ServiceStatus);
}

/// <summary>What a partner has to do with it.</summary>
internal sealed class PartnerInPort(Port port)
{
    public string Type => Spelling.Of(port.Partner?.Type ?? PartnerType.None);
    public IReadOnlyList<string> RegionNames => port.Partner is { } partner ? [partner.RegionName] : [];
}

/// <summary>What a port has, what of it is sold, and what is left, Mbps.</summary>
internal sealed class CapacityShape(Capacity capacity)
{
    public int Total => capacity.Total;
    public int Utilised => capacity.Utilised;
    public int Remaining => capacity.Remaining;
}

/// <summary>A connection that ends on the port, under the port owner's own name for it.</summary>
internal sealed class ConnectionOfPort(AttachedConnection connection)
{
    public string Id => connection.Id;
    public string Name => connection.Name;
    public string Status => Spelling.Of(connection.Status);
}

/// <summary>Q-005: a port read alone says vlanRange, from and to (000:4356).</summary>
internal sealed class VlanFromTo(VlanRange range)
{
    public int From => range.First;
    public int To => range.Last;
}
