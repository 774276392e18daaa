using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Wire;
using Emulator.Wire.Ports;

namespace Emulator.Api.CloudRouters;

/// <summary>
/// A site in the list of CloudRouters. Members are there twice, as printed: in camel and in snake case.
/// </summary>
internal sealed class SiteOfRouter(CloudRouterSite site, ReferenceData reference)
{
    public string Id => site.Id;
    public string CompanyId => site.CompanyId;

    [JsonPropertyName("l3vpnId")]
    public string RouterId => site.RouterId;
    public string Name => site.Name;
    public string Type => site.Type;
    public string? PortId => site.PortId;

    /// <summary>Q-041: text here, a number in the list of sites.</summary>
    public string? SlVlanId => site.Vlan?.ToString(CultureInfo.InvariantCulture);
    public SiteRate RateLimit => new(site.RateLimit);
    public int? Mtu => site.Mtu;
    public IReadOnlyList<ClassShareShape> ClassOfService => ClassShareShape.Of(site);
    public string RedundancySiteType => site.RedundancyType;
    public string? RedundancyLinkedSiteId => site.LinkedSiteId;
    public string Status => Spelling.Of(site.Status);
    public string? SimPoolId => site.SimPoolId;

    [JsonPropertyName("company_id")]
    public string SnakeCompanyId => site.CompanyId;

    [JsonPropertyName("l3vpn_id")]
    public string SnakeRouterId => site.RouterId;

    [JsonPropertyName("sim_pool_id")]
    public string? SnakeSimPoolId => site.SimPoolId;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => site.DeletedAt;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => site.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => site.UpdatedAt;

    [JsonPropertyName("port_id")]
    public string? SnakePortId => site.PortId;

    public IReadOnlyList<PeerOfRouter> Peers => PeerOfRouter.Of(site);

    /// <summary>Null for a site on a SIM pool, which has no port.</summary>
    public SiteProvider? ProviderInfo => site.Port is { } port ? new(port, reference) : null;
}

/// <summary>A site in the list of a CloudRouter's sites.</summary>
internal sealed class ListedSite(CloudRouterSite site, CloudRouter router, ReferenceData reference)
{
    public string Id => site.Id;
    public string CompanyId => site.CompanyId;

    [JsonPropertyName("l3vpnId")]
    public string RouterId => site.RouterId;
    public string Name => site.Name;
    public string Type => site.Type;
    public string? PortId => site.PortId;
    public int? SlVlanId => site.Vlan;
    public SiteRate RateLimit => new(site.RateLimit);
    public int? Mtu => site.Mtu;
    public IReadOnlyList<ClassShareShape> ClassOfService => ClassShareShape.Of(site);
    public string RedundancySiteType => site.RedundancyType;
    public string? RedundancyLinkedSiteId => site.LinkedSiteId;
    public string Status => Spelling.Of(site.Status);
    public string? SimPoolId => site.SimPoolId;

    [JsonPropertyName("company_id")]
    public string SnakeCompanyId => site.CompanyId;

    [JsonPropertyName("l3vpn_id")]
    public string SnakeRouterId => site.RouterId;

    [JsonPropertyName("sim_pool_id")]
    public string? SnakeSimPoolId => site.SimPoolId;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => site.DeletedAt;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => site.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => site.UpdatedAt;

    [JsonPropertyName("port_id")]
    public string? SnakePortId => site.PortId;

    public IReadOnlyList<PeerOfSite> Peers => PeerOfSite.Of(site);

    [JsonPropertyName("l3vpn")]
    public RouterOfSite Router => new(router);

    /// <summary>Null for a site on a SIM pool, which has no port.</summary>
    public SiteProvider? ProviderInfo => site.Port is { } port ? new(port, reference) : null;
}

/// <summary>A peer in the list of CloudRouters: <c>partner</c> is an object without members, as printed.</summary>
internal sealed class PeerOfRouter(CloudRouterSite site, SitePeer peer, DateTimeOffset since)
{
    public string Id => peer.Id;
    public string CompanyId => site.CompanyId;

    [JsonPropertyName("l3vpnSiteId")]
    public string SiteId => site.Id;
    public string SlPeerUuid => peer.Uuid;
    public string Type => PeerOfSite.TypeOf(site);

    /// <summary>Q-041: an object here, null in the list of sites.</summary>
    public EmptyShape Partner => EmptyShape.Instance;
    public string Status => Spelling.Of(site.Status);
    public string BgpKey => peer.BgpKey;
    public long Asn => peer.Asn;
    public string ExternalIp => PeerLinks.External(peer.Link);
    public string InternalIp => PeerLinks.Internal(peer.Link);
    public string Subnet => PeerLinks.Subnet(peer.Link);
    public bool DefaultOriginate => false;

    [JsonPropertyName("company_id")]
    public string SnakeCompanyId => site.CompanyId;

    [JsonPropertyName("l3vpn_site_id")]
    public string SnakeSiteId => site.Id;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => site.DeletedAt;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => since;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => site.UpdatedAt;

    /// <summary>A site's peers: one once it came up, none of a site on a SIM pool.</summary>
    public static IReadOnlyList<PeerOfRouter> Of(CloudRouterSite site) =>
        site is { PeeredAt: { } since, Peer: { } peer } ? [new(site, peer, since)] : [];
}

/// <summary>A peer in the list of sites.</summary>
internal sealed class PeerOfSite(CloudRouterSite site, SitePeer peer, DateTimeOffset since)
{
    public string Id => peer.Id;
    public string CompanyId => site.CompanyId;

    [JsonPropertyName("l3vpnSiteId")]
    public string SiteId => site.Id;
    public string SlPeerUuid => peer.Uuid;
    public string Type => TypeOf(site);

    /// <summary>Always null: the editions print nothing else.</summary>
    public OpenObject? Partner => null;
    public string Status => Spelling.Of(site.Status);
    public string BgpKey => peer.BgpKey;
    public long Asn => peer.Asn;
    public string ExternalIp => PeerLinks.External(peer.Link);
    public string InternalIp => PeerLinks.Internal(peer.Link);
    public string Subnet => PeerLinks.Subnet(peer.Link);
    public bool DefaultOriginate => false;

    [JsonPropertyName("company_id")]
    public string SnakeCompanyId => site.CompanyId;

    [JsonPropertyName("l3vpn_site_id")]
    public string SnakeSiteId => site.Id;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => site.DeletedAt;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => since;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => site.UpdatedAt;

    /// <summary>A site's peers: one once it came up, none of a site on a SIM pool.</summary>
    public static IReadOnlyList<PeerOfSite> Of(CloudRouterSite site) =>
        site is { PeeredAt: { } since, Peer: { } peer } ? [new(site, peer, since)] : [];

    /// <summary>A peer is called as sites are asked for: SELF, or the cloud.</summary>
    public static string TypeOf(CloudRouterSite site) =>
        site.Type == CloudRouterSite.OwnType ? CloudRouterSite.Self : site.Type;
}

/// <summary>A bandwidth.</summary>
internal sealed class SiteRate(int mbps)
{
    public int Rate => mbps;
    public string Unit => "Mbps";
}

/// <summary>A class of service and its share, percent.</summary>
internal sealed class ClassShareShape(ClassShare share)
{
    public string Name => share.Name;
    public int Value => share.Value;

    public static IReadOnlyList<ClassShareShape> Of(CloudRouterSite site) =>
        [.. site.ClassesOfService.Select(share => new ClassShareShape(share))];
}

/// <summary>Where a site's port is, and whose it is.</summary>
internal sealed class SiteProvider(Port port, ReferenceData reference)
{
    private readonly Company company = reference.Company(port.CompanyId);
    private readonly Address? address =
        reference.Facility(port.FacilityId) is { Addresses: [var first, ..] } ? first : null;

    public string City => address?.City ?? MetroName;

    /// <summary>Two letters; as the metro has it where the facility's address isn't known.</summary>
    public string Country =>
        CountryNames.TwoLetters(address?.Country ?? reference.Metro(port.MetroId).Country);

    public string CountryDisplayName => CountryNames.Of(Country);
    public string MetroName => reference.Metro(port.MetroId).Name;
    public string? DcfName => reference.Facility(port.FacilityId)?.Name;
    public string CompanyName => company.Name;
    public string CompanyUsername => company.Username;
    public string PortName => port.Name;
    public string PortId => port.Id;
    public string? DcfId => port.FacilityId;
    public string MetroId => port.MetroId;
    public string CompanyId => company.Id;
    public SitePortPartner PortPartner => new(port.Partner);
}

/// <summary>What a cloud sells on the port; NONE and nothing for others.</summary>
internal sealed class SitePortPartner(PartnerOffer? offer)
{
    public string Type => offer is null ? "NONE" : Spelling.Of(offer.Type);

    public IReadOnlyList<PartnerSpeedShape> ConnectionSpeeds =>
        offer is null ? [] : [.. offer.Speeds.Select(speed => new PartnerSpeedShape(speed))];
}
