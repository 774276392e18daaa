using System.Text.Json.Serialization;
using Emulator.Domain.Addresses;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Staging;

namespace Emulator.Api.InternetOnDemand;

/// <summary>
/// A service: what provisioning (002:299), listing (002:366) and reading it (002:432) answer, and the members that
/// OpenAPI 1.0.0 adds.
/// </summary>
internal sealed class ServiceDetails(IodService service)
{
    private readonly IpBlock? linkIpv4 = service.Block(IpVersion.Ipv4, IpPurpose.Linknet);
    private readonly IpBlock? linkIpv6 = service.Block(IpVersion.Ipv6, IpPurpose.Linknet);

    public string Id => service.Id;
    public string CompanyId => service.CompanyId;
    public string AccessPortId => service.AccessPortId;
    public string Name => service.Name;
    public int VlanId => service.Vlan;
    public RateShape RateLimit => new(service.RateLimit);
    public RateShape? BurstRate => service.BurstRate is { } burst ? new(burst) : null;
    public string? BurstType => service.BurstType;
    public string Type => Spelling.Of(service.Routing);
    public string? AsnId => service.AsnId;

    [JsonPropertyName("ipv4BlockId")]
    public string? Ipv4BlockId => service.Block(IpVersion.Ipv4, IpPurpose.Customer)?.Id;

    [JsonPropertyName("ipv6BlockId")]
    public string? Ipv6BlockId => service.Block(IpVersion.Ipv6, IpPurpose.Customer)?.Id;
    public bool EnableIpv6 => service.EnableIpv6;
    public string? CustomerRouterIpv4 => linkIpv4?.CustomerRouter;
    public string? CustomerRouterIpv6 => linkIpv6?.CustomerRouter;
    public string? ConsoleRouterIpv4 => linkIpv4?.ConsoleRouter;
    public string? ConsoleRouterIpv6 => linkIpv6?.ConsoleRouter;
    public string? LinknetIpV4Block => linkIpv4?.Id;
    public string? LinknetIpV6Block => linkIpv6?.Id;
    public string? BgpKey => service.BgpKey;
    public IReadOnlyList<string> StaticRoutes => [.. service.StaticRoutes];
    public string SalesRecordId => service.SalesRecordId;
    public string GiaSiteId => service.SiteId;
    public string GiaOrderId => service.OrderId;
    public string Status => Spelling.Of(service.Status);
    public string PaymentType => service.PaymentType;

    /// <summary>Null until the service was up, as printed (002:327).</summary>
    public string? BgpStatus => service.FirstActiveAt is not null && service.Bgp is { } bgp ? Spelling.Of(bgp) : null;

    public IReadOnlyList<PeerShape> Peers =>
        service.Bgp is { } bgp
            ? [.. new[] { linkIpv4, linkIpv6 }.OfType<IpBlock>().Select(link => new PeerShape(link, bgp))]
            : [];

    public bool DefaultOriginate => service.DefaultOriginate;
    public string? IpGeoCountry => service.IpGeoCountry;
    public string? IpGeoCity => service.IpGeoCity;
    public bool DefaultOriginateIpv6 => service.DefaultOriginate && service.EnableIpv6;
}

/// <summary>A bandwidth (newer editions of the documents).</summary>
internal sealed class RateShape(int mbps)
{
    public int Rate => mbps;
    public string Unit => "Mbps";
}

/// <summary>A BGP session (newer editions of the documents): the customer's end is the internal one.</summary>
internal sealed class PeerShape(IpBlock link, BgpState state)
{
    [JsonPropertyName("internal_ip")]
    public string InternalIp => link.CustomerRouter;

    [JsonPropertyName("external_ip")]
    public string ExternalIp => link.ConsoleRouter;

    [JsonPropertyName("bgp_status")]
    public string BgpStatus => Spelling.Of(state);
}
