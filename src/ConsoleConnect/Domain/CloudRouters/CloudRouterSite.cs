using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Domain.CloudRouters;

/// <summary>
/// A site of a CloudRouter: one of the company's ports, or a cloud's, that is routed to; or a pool of SIM cards.
/// </summary>
internal sealed class CloudRouterSite : Staged<CloudRouterSiteStatus>
{
    /// <summary>How a site of one's own is called where it is asked for: <c>peer.type</c>.</summary>
    public const string Self = "SELF";

    /// <summary>How the same is called where it is shown.</summary>
    public const string OwnType = "COMPANY";

    public required string CompanyId { get; init; }

    public required string RouterId { get; init; }

    public CloudRouter Router { get; set; } = null!;

    public required string Name { get; init; }

    /// <summary><see cref="OwnType"/>, or the cloud's <c>cloudType</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its port; null where it stands on a SIM pool.</summary>
    public string? PortId { get; init; }

    public Port? Port { get; set; }

    /// <summary>The VLAN on the port; null where it stands on a SIM pool.</summary>
    public int? Vlan { get; set; }

    /// <summary>Its SIM pool; null where it stands on a port.</summary>
    public string? SimPoolId { get; init; }

    /// <summary>Its bandwidth, Mbps.</summary>
    public required int RateLimit { get; init; }

    /// <summary>Which of the speeds that the cloud sells on its port it uses, Mbps; null where none is named.</summary>
    public int? TierRateLimit { get; init; }

    /// <summary>The largest packet, bytes; null where that isn't said.</summary>
    public int? Mtu { get; init; }

    /// <summary>How its bandwidth is divided into classes, percent.</summary>
    public required IReadOnlyList<ClassShare> ClassesOfService { get; init; }

    /// <summary>
    /// The cloud's key or account that it was ordered with; null for a site of one's own. Shown to nobody but in the
    /// answer to the order.
    /// </summary>
    public string? CloudKey { get; init; }

    /// <summary><c>primary</c> or <c>secondary</c>.</summary>
    public string RedundancyType { get; init; } = "primary";

    /// <summary>The other one of two that stand in for each other; null where it is alone.</summary>
    public string? LinkedSiteId { get; set; }

    /// <summary>The code it was ordered with; null where none was.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>Its peer's id, a uuid; null where it has none.</summary>
    public string? PeerId { get; init; }

    /// <summary>Its peer's id inside the service, a uuid; null where it has none.</summary>
    public string? PeerUuid { get; init; }

    /// <summary>The key of its BGP session, 24 letters and digits; null where it has no peer.</summary>
    public string? BgpKey { get; init; }

    /// <summary>The autonomous system number at the other end; null where it has no peer.</summary>
    public long? PeerAsn { get; init; }

    /// <summary>The number of its link in <see cref="PeerLinks"/>, from 0; null where it has no peer.</summary>
    public int? Link { get; set; }

    /// <summary>Its peer; null where it has none: a SIM pool needs none (OpenAPI 1.0.0).</summary>
    public SitePeer? Peer =>
        (PeerId, PeerUuid, BgpKey, PeerAsn, Link) is ({ } id, { } uuid, { } key, { } asn, { } link)
            ? new SitePeer(id, uuid, key, asn, link)
            : null;

    /// <summary>When its peer came up first, UTC; null while it hasn't.</summary>
    public DateTimeOffset? PeeredAt { get; set; }

    /// <summary>Why it is in ERROR; null otherwise.</summary>
    public string? ErrorReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <inheritdoc/>
    protected override string Machine => "cloudrouter-sites";

    /// <inheritdoc/>
    public override string? GivenName => Name;

    /// <inheritdoc/>
    public override void Entered(CloudRouterSiteStatus state, Moment moment, string? reason)
    {
        ErrorReason = state == CloudRouterSiteStatus.Error ? reason ?? "The site could not be provisioned" : null;
        switch (state)
        {
            case CloudRouterSiteStatus.Active when Peer is not null:
                PeeredAt ??= moment.At;
                break;
            case CloudRouterSiteStatus.Deleted:
                DeletedAt = moment.At;
                break;
        }
    }
}

/// <summary>The other end of a site's link.</summary>
/// <param name="Id">Its id, a uuid.</param>
/// <param name="Uuid">Its id inside the service, a uuid.</param>
/// <param name="BgpKey">The key of its BGP session.</param>
/// <param name="Asn">Its autonomous system number.</param>
/// <param name="Link">The number of its link in <see cref="PeerLinks"/>, from 0.</param>
internal sealed record SitePeer(string Id, string Uuid, string BgpKey, long Asn, int Link);

/// <summary>A class of service and its share of a site's bandwidth, percent.</summary>
internal sealed record ClassShare(string Name, int Value);

/// <summary>A site, as its port sees it.</summary>
/// <param name="Id">The site's id.</param>
/// <param name="PortId">Its port.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Vlan">Its VLAN on the port.</param>
/// <param name="Held">What it holds of the port, Mbps.</param>
internal sealed record AttachedSite(
    string Id, string PortId, string Name, CloudRouterSiteStatus Status, int Vlan, int Held)
{
    /// <summary>Whether the port may be disabled with it still there: only once it is on its way out.</summary>
    public bool LetsPortGo => Status is CloudRouterSiteStatus.Deleting;
}
