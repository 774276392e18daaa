namespace Emulator.Domain.Companies;

/// <summary>
/// What a company is as a cloud that sites of CloudRouters lead to (OpenAPI 1.0.0, GET /v2/companies).
/// </summary>
internal sealed record CloudProvider
{
    /// <summary>What a site's <c>peer.type</c> names it by: <c>AWS</c>, <c>GOOGLE</c>, <c>Gamma</c>.</summary>
    public required string CloudType { get; init; }

    /// <summary>What the platform calls it inside; null where it has no such name.</summary>
    public string? PartnerName { get; set; }

    /// <summary><c>DCP</c>, or <c>B2B</c> where it is a customer among others, whose people approve.</summary>
    public required string CompanyType { get; init; }

    /// <summary>Its autonomous system number; null where the customer chooses one of <see cref="AsnRange"/>.</summary>
    public long? Asn { get; set; }

    /// <summary>The first and the last number to choose from; empty where it has one of its own.</summary>
    public IReadOnlyList<long> AsnRange { get; set; } = [];

    /// <summary>Who gives the addresses of its BGP sessions.</summary>
    public required string BgpAuthority { get; init; }

    /// <summary>The number that a site has towards it where none is asked for.</summary>
    public long DefaultAsn => Asn ?? AsnRange[0];

    /// <summary>Whether it takes a number.</summary>
    public bool Takes(long asn) => AsnRange is [var first, var last] ? asn >= first && asn <= last : asn == Asn;
}
