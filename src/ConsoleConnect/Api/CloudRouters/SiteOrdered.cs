using System.Text.Json.Serialization;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Staging;

namespace Emulator.Api.CloudRouters;

/// <summary>The answer: the site, as <c>service</c>.</summary>
/// <param name="Service">The site.</param>
internal sealed record SiteOrdered(SiteService Service);

/// <summary>A site that was ordered just now.</summary>
internal sealed class SiteService(CloudRouterSite site)
{
    public string Id => site.Id;
    public string CompanyId => site.CompanyId;

    [JsonPropertyName("l3vpnId")]
    public string RouterId => site.RouterId;
    public string Name => site.Name;
    public string Type => site.Type;

    /// <summary>Null for a site on a SIM pool, which has no peer.</summary>
    public PeerOrdered? PeerData => site.Peer is { } peer ? new(site, peer) : null;
    public RateOrdered RateLimit => new(site.RateLimit);
    public int? Mtu => site.Mtu;
    public IReadOnlyList<ClassShareShape> ClassOfService => ClassShareShape.Of(site);
    public string Status => Spelling.Of(site.Status);

    /// <summary>Only for a site on a SIM pool: no sample shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SimPoolId => site.SimPoolId;

    /// <summary>Only for two linked sites: no sample shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RedundancySiteType => site.LinkedSiteId is null ? null : site.RedundancyType;

    /// <summary>Only for two linked sites: no sample shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RedundancyLinkedSiteId => site.LinkedSiteId;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => site.DeletedAt;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => site.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => site.UpdatedAt;

    /// <summary>Empty: the peer is made with the site.</summary>
    public IReadOnlyList<PeerOfSite> Peers => PeerOfSite.Of(site);
}

/// <summary>The other end, as it was ordered.</summary>
internal sealed class PeerOrdered(CloudRouterSite site, SitePeer peer)
{
    public long Asn => peer.Asn;

    /// <summary>Google's only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PairingKey => site.CloudKey is { } key && key.Contains('/') ? key : null;

    /// <summary>Other clouds'.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccountId => PairingKey is null ? site.CloudKey : null;

    /// <summary>The speed it uses of those that the cloud sells, Mbps; the site's own where it names none.</summary>
    public int Speed => site.TierRateLimit ?? site.RateLimit;
}

/// <summary>A bandwidth, as it was ordered.</summary>
internal sealed class RateOrdered(int mbps)
{
    public string Unit => "Mbps";
    public int Value => mbps;
}
