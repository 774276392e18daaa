using Emulator.Domain.Companies;

namespace Emulator.Domain.EdgeSim;

/// <summary>A kind of subscriber identities: where a profile's SIM cards get theirs from.</summary>
internal sealed class ImsiType
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What the operator calls it.</summary>
    public required string ExternalImsiProfileId { get; init; }

    /// <summary>The operator.</summary>
    public required string Provider { get; init; }

    public required string InventoryId { get; init; }

    public required string SubscriptionPackageType { get; init; }

    public required string SubscriptionPackageTemplateId { get; init; }

    public required string SubscriptionPackageTemplateDesc { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A plan of SIM cards, with the APNs that they can use.</summary>
internal sealed class ImsiProfile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string ImsiTypeId { get; init; }

    /// <summary><c>PHYSICAL-SIM</c> or <c>E-SIM</c>.</summary>
    public required string SimType { get; init; }

    /// <summary>Whether only Console Connect's own team sees it.</summary>
    public bool ShieldOnly { get; init; }

    /// <summary>The company whose own it is; null where it is everybody's.</summary>
    public string? CompanyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it is there for a company.</summary>
    public bool IsFor(Company company) => !ShieldOnly && (CompanyId is null || CompanyId == company.Id);
}

/// <summary>An access point of a mobile network (APN), of a plan's.</summary>
internal sealed class SimApn
{
    public required string Id { get; init; }

    public required string ProfileId { get; init; }

    public ImsiProfile Profile { get; set; } = null!;

    public required ApnSettings Settings { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }
}

/// <summary>What is known of an APN: its name, its place, and how the service runs it.</summary>
internal sealed record ApnSettings
{
    public required string Apn { get; init; }
    public string? Location { get; init; }
    public string? FriendlyName { get; init; }
    public string? Subnet { get; init; }
    public bool IpAvailable { get; set; }
    public string? ServiceType { get; init; }
    public string? DbConnection { get; init; }
    public string? ApnAcl { get; init; }
    public string? ApnVrf { get; init; }
    public string? Router1 { get; init; }
    public string? Router2 { get; init; }
    public int Priority { get; set; }
    public string? CreatedByAgent { get; init; }
    public string? CapacitySoftLimit { get; init; }
    public string? CapacityHardLimit { get; init; }
    public string? FirewallDevice { get; init; }
    public string? Adom { get; init; }
    public string? Vdom { get; init; }
    public string? NotificationProvider { get; init; }
    public string? ComplianceProvider { get; init; }
    public string? BillingProvider { get; init; }
    public string? SimPoolProvider { get; init; }
    public string? SimProvider { get; init; }
    public string? SubnetProvider { get; init; }
    public string? DnsProvider { get; init; }
    public string? IpAllocatorProvider { get; init; }
    public string? RadiusProvider { get; init; }
    public string? FirewallProvider { get; init; }
    public string? TemplateProvider { get; init; }
    public string? InternetRouteTarget { get; init; }
    public string? PrimaryDns { get; init; }
    public string? SecondaryDns { get; init; }
    public string? ApnVrfRt { get; init; }
    public string? GenericIp { get; init; }
    public string? MplsInterface { get; init; }
    public string? InternetInterface { get; init; }
}
