using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Wire.Ports;

/// <summary>The port of an order (000:2771): it exists from the start.</summary>
internal sealed class PortInOrder(Port port)
{
    public string Id => port.Id;
    public string? PortId => port.DeliveredAt is null ? null : port.Id;
    public string Name => port.Name;
    public int Speed => port.Speed;
    public string? LocationId => port.LocationId;
    public string? DataCenterFacilityId => port.FacilityId;
    public string MetroId => port.MetroId;
    public int? Vlan => null;
    public string Status => Spelling.Of(port.Status);
    public string Type => Spelling.Of(port.Type);
    public IpShape Ip => IpShape.None;
    public DateTimeOffset ActiveChangedAt => port.ActiveChangedAt ?? port.CreatedAt;
    public DateTimeOffset UpdatedAt => port.UpdatedAt;
    public DateTimeOffset CreatedAt => port.CreatedAt;
    public bool Deleted => port.Deleted;
    public DateTimeOffset DeletedAt => port.DeletedAt ?? DateTimeOffset.UnixEpoch;
}
