using Emulator.Domain.CloudRouters;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>A CloudRouter.</summary>
internal sealed record CloudRouterRow
{
    public required string Id { get; init; }

    public required string Uuid { get; init; }

    public required CloudRouterStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string Name { get; init; }

    /// <summary>By its name: <c>500MB</c>.</summary>
    public required string Bandwidth { get; init; }

    public string PaymentMethod { get; set; } = "invoice";

    public required int Duration { get; init; }

    /// <summary><c>m</c> or <c>y</c>.</summary>
    public required string DurationUnit { get; init; }

    public string RequestSource { get; set; } = "CONSOLE_API";

    public string? ErrorReason { get; set; }

    /// <summary>The user who ordered it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it first was there: the contract runs from then.</summary>
    public DateTimeOffset? FirstCreatedAt { get; set; }
}

/// <summary>A site of a CloudRouter, with its peer.</summary>
internal sealed record CloudRouterSiteRow
{
    public required string Id { get; init; }

    public required CloudRouterSiteStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string RouterId { get; init; }

    public required string Name { get; init; }

    /// <summary><c>COMPANY</c>, or a cloud's <c>cloudType</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its port, with a VLAN; or, in place of both, a SIM pool.</summary>
    public string? PortId { get; set; }

    public int? Vlan { get; set; }

    public string? SimPoolId { get; set; }

    /// <summary>Mbps.</summary>
    public required int RateLimit { get; init; }

    /// <summary>Mbps.</summary>
    public int? TierRateLimit { get; set; }

    public required IReadOnlyList<ClassShare> ClassesOfService { get; init; }

    public string? CloudKey { get; set; }

    public string RedundancyType { get; set; } = "primary";

    public string? LinkedSiteId { get; set; }

    /// <summary>Its peer: nothing of it where it stands on a SIM pool.</summary>
    public string? PeerId { get; set; }

    public string? PeerUuid { get; set; }

    public string? BgpKey { get; set; }

    public long? PeerAsn { get; set; }

    /// <summary>The number of its link to its peer, from 0.</summary>
    public int? Link { get; set; }

    /// <summary>When its peer came up first.</summary>
    public DateTimeOffset? PeeredAt { get; set; }

    public string? ErrorReason { get; set; }

    /// <summary>The user who ordered it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>Makes CloudRouters and their sites of seed rows.</summary>
internal static class CloudRouterRows
{
    public static CloudRouter RouterOf(CloudRouterRow row)
    {
        var router = new CloudRouter
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            Uuid = row.Uuid,
            CompanyId = row.CompanyId,
            Name = row.Name,
            Bandwidth = row.Bandwidth,
            PaymentMethod = row.PaymentMethod,
            Duration = row.Duration,
            DurationUnit = row.DurationUnit,
            RequestSource = row.RequestSource,
            ErrorReason = row.ErrorReason,
            CreatedAt = row.CreatedAt,
            FirstCreatedAt = row.FirstCreatedAt,
        };
        router.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(CloudRouterStatus.Creating),
            Spelling.Of(row.Status),
            row.CreatedBy);
        return router;
    }

    public static CloudRouterSite SiteOf(CloudRouterSiteRow row)
    {
        var site = new CloudRouterSite
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            RouterId = row.RouterId,
            Name = row.Name,
            Type = row.Type,
            PortId = row.PortId,
            Vlan = row.Vlan,
            SimPoolId = row.SimPoolId,
            RateLimit = row.RateLimit,
            TierRateLimit = row.TierRateLimit,
            ClassesOfService = row.ClassesOfService,
            CloudKey = row.CloudKey,
            RedundancyType = row.RedundancyType,
            LinkedSiteId = row.LinkedSiteId,
            PeerId = row.PeerId,
            PeerUuid = row.PeerUuid,
            BgpKey = row.BgpKey,
            PeerAsn = row.PeerAsn,
            Link = row.Link,
            PeeredAt = row.PeeredAt,
            ErrorReason = row.ErrorReason,
            CreatedAt = row.CreatedAt,
        };
        site.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(CloudRouterSiteStatus.Creating),
            Spelling.Of(row.Status),
            row.CreatedBy);
        return site;
    }
}
