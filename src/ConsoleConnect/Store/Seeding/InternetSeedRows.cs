using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.InternetOnDemand;

namespace Emulator.Store.Seeding;

/// <summary>An ASN.</summary>
internal sealed record AsnRow
{
    public required string Id { get; init; }

    public required string CompanyId { get; init; }

    public required long Number { get; init; }

    public required AsnStatus Status { get; init; }

    public required AsnType Type { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether it was made for a service; left out, private ones were.</summary>
    public bool? OfService { get; init; }

    public AnnouncedPrefixes? Prefixes { get; init; }
}

/// <summary>An Internet On-Demand service, with its blocks and its flexes.</summary>
internal sealed record IodServiceRow
{
    public required string Id { get; init; }

    public required IodServiceStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string AccessPortId { get; init; }

    public required string Name { get; init; }

    public required int Vlan { get; init; }

    /// <summary>Mbps; what is in force follows from the flexes.</summary>
    public required int ContractBandwidth { get; init; }

    /// <summary>Mbps.</summary>
    public int? BurstRate { get; set; }

    public string? BurstType { get; set; }

    public required RoutingType Routing { get; init; }

    public string? AsnId { get; set; }

    public string? BgpKey { get; set; }

    public bool DefaultOriginate { get; set; }

    public bool EnableIpv6 { get; set; }

    public required int Duration { get; init; }

    public required string DurationUnit { get; init; }

    public string BillingType { get; set; } = "payg";

    public string PaymentType { get; set; } = "invoice";

    public required string SiteId { get; init; }

    public required string OrderId { get; init; }

    public required string SalesRecordId { get; init; }

    public string? ErrorReason { get; set; }

    /// <summary>The user who ordered it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? FirstActiveAt { get; set; }

    public required IReadOnlyList<IpBlockRow> Blocks { get; init; }

    public IReadOnlyList<FlexRow> Flexes { get; set; } = [];
}

/// <summary>A block of addresses of a service.</summary>
internal sealed record IpBlockRow
{
    public required string Id { get; init; }

    public required IpPurpose Purpose { get; init; }

    /// <summary>Address and mask: <c>192.0.2.0/31</c>.</summary>
    public required string Cidr { get; init; }
}

/// <summary>A flex of a service.</summary>
internal sealed record FlexRow
{
    public required string Id { get; init; }

    public required FlexType Type { get; init; }

    public required FlexStatus Status { get; init; }

    /// <summary>In all, Mbps.</summary>
    public required int Bandwidth { get; init; }

    public required string LineItemId { get; init; }

    public required DateTimeOffset ScheduledAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? ActiveFrom { get; set; }

    public DateTimeOffset? ActiveUntil { get; set; }
}
