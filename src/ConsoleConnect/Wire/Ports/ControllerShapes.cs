using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Wire.Places;

namespace Emulator.Wire.Ports;

/// <summary>A virtual router on a port (000:4280).</summary>
internal sealed class ControllerInPort(Controller controller, string portId, Metro metro)
{
    public string Id => controller.Id;
    public string Name => controller.Name;
    public string Type => "USER";
    public string MetroId => controller.MetroId;
    public string Status => "ACTIVE";
    public int Vlan => controller.Vlan;
    public IpShape Ip => new(controller.Ipv4, controller.Ipv6);
    public IReadOnlyList<string> PortIds => [portId];
    public string Password => "";
    public DateTimeOffset ActiveChangedAt => controller.ActiveChangedAt;
    public DateTimeOffset UpdatedAt => controller.UpdatedAt;
    public DateTimeOffset CreatedAt => controller.CreatedAt;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public AsnShape Asn => new(controller.Asn, "SYSTEM", controller.UpdatedAt);
    public MetroInPort Metro => new(metro);
}

/// <summary>A virtual router on a connection (000:6415): the same without a password.</summary>
internal sealed class ControllerInConnection(Controller controller, string portId, Metro metro)
{
    public string Id => controller.Id;
    public string Name => controller.Name;
    public string Type => "USER";
    public string MetroId => controller.MetroId;
    public string Status => "ACTIVE";
    public int Vlan => controller.Vlan;
    public IpShape Ip => new(controller.Ipv4, controller.Ipv6);
    public IReadOnlyList<string> PortIds => [portId];
    public DateTimeOffset ActiveChangedAt => controller.ActiveChangedAt;
    public DateTimeOffset UpdatedAt => controller.UpdatedAt;
    public DateTimeOffset CreatedAt => controller.CreatedAt;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public AsnShape Asn => new(controller.Asn, "SYSTEM", controller.UpdatedAt);
    public MetroInPort Metro => new(metro);
}

/// <summary>An autonomous system number, as text (000:4270).</summary>
internal sealed class AsnShape(string asn, string type, DateTimeOffset at)
{
    public string Asn => asn;
    public string Status => "VERIFIED";
    public string Type => type;
    public DateTimeOffset UpdatedAt => at;
    public DateTimeOffset CreatedAt => at;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
}
