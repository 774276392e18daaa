using Emulator.Domain.Companies;

namespace Emulator.Domain.CloudRouters;

/// <summary>A site that is ordered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Provider">The cloud it leads to; null for a site of one's own.</param>
/// <param name="PortId">Its port.</param>
/// <param name="SecondaryPortId">The port of the site that stands in for it; null where none does.</param>
/// <param name="RateLimit">Its bandwidth, Mbps.</param>
/// <param name="TierRateLimit">Which of the cloud's speeds it uses, Mbps; null where none is named.</param>
/// <param name="Classes">How its bandwidth is divided, percent.</param>
/// <param name="Mtu">The largest packet, bytes; null where that isn't said.</param>
/// <param name="CloudKey">The cloud's key or account; null for a site of one's own.</param>
/// <param name="Asn">The number at the other end; null where the service chooses.</param>
/// <param name="DiscountCode">The code; null where there is none.</param>
internal sealed record SiteOrder(
    string Name,
    Company? Provider,
    string PortId,
    string? SecondaryPortId,
    int RateLimit,
    int? TierRateLimit,
    IReadOnlyList<ClassShare> Classes,
    int? Mtu,
    string? CloudKey,
    long? Asn,
    string? DiscountCode)
{
    /// <summary>The number at the other end of a site of one's own where none is asked for (OpenAPI 1.0.0).</summary>
    private const long OwnAsn = 64512;

    /// <summary><c>COMPANY</c>, or the cloud's <c>cloudType</c>.</summary>
    public string Type => Provider?.Cloud?.CloudType ?? CloudRouterSite.OwnType;

    /// <summary>The number at the other end.</summary>
    public long PeerAsn => Asn ?? Provider?.Cloud?.DefaultAsn ?? OwnAsn;
}
