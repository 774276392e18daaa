using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Domain.Staging;
using Emulator.Wire.Ports;

namespace Emulator.Api.Pricing;

/// <summary>What the sites of a CloudRouter cost; null where the price is on request.</summary>
internal sealed class SitesPriced
{
    [JsonPropertyName("l3vpnId")]
    public required string RouterId { get; init; }

    [JsonPropertyName("baseL3vpnCost")]
    public required decimal? BaseCost { get; init; }
    public required decimal? TotalContractCost { get; init; }
    public required decimal? TotalHourlySiteCost { get; init; }
    public required decimal? TotalMonthlySiteCost { get; init; }
    public required IReadOnlyList<Costs> Sites { get; init; }

    /// <summary>That of the CloudRouter's own code.</summary>
    public required DiscountShape? Discount { get; init; }

    /// <summary>The answer for a CloudRouter's sites and another one.</summary>
    public static SitesPriced Of(
        CloudRouter router, IReadOnlyList<CloudRouterSite> sites, NewSite? more, ReferenceData reference)
    {
        var prices = reference.Prices;
        var discount = prices.DiscountOf(router.DiscountCode);
        var whole = RouterPricing.Of(
            prices.List, router.Bandwidth, new Span(router.Duration, router.DurationUnit).Months, discount);
        var each = RouterCharges.Of(router, sites, more?.Priced, more?.Classes, more?.Discount, reference);
        var known = whole is not null && each is not null;
        var total = known ? Money.Fine(each!.Sum(site => site.Hourly)) : (decimal?)null;
        Costs Of(int index, SiteShown site) => new(site, known ? each![index] : null);

        return new SitesPriced
        {
            RouterId = router.Id,
            BaseCost = known ? whole!.Monthly : null,
            TotalContractCost = known ? whole!.Total : null,
            TotalHourlySiteCost = total,
            TotalMonthlySiteCost = total is { } hourly ? SitePrice.MonthlyOf(hourly) : null,
            Discount = DiscountShape.Of(whole?.Discount),
            Sites =
            [
                .. sites.Select((site, index) => Of(index, SiteShown.Of(site, reference))),
                .. more is null ? (Costs[])[] : [Of(sites.Count, SiteShown.Of(more, reference))],
            ],
        };
    }

    /// <summary>A site with what it costs.</summary>
    internal sealed class Costs(SiteShown site, SitePrice? price)
    {
        public SiteShown Site => site;
        public decimal? HourlyCost => price?.Hourly;
        public decimal? DailyCost => price?.Daily;
        public decimal? MonthlyCost => price?.MonthlyOf30Days;
    }
}

/// <summary>A site, as its price shows it: one that isn't there yet has only what was sent.</summary>
internal sealed class SiteShown
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CompanyId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("l3vpnId")]
    public string? RouterId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PortId { get; init; }

    /// <summary>Always null, as printed.</summary>
    public int? SlVlanId => null;
    public required RateShown RateLimit { get; init; }
    public int? Mtu { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ShareShown>? ClassOfService { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RedundancySiteType { get; init; }
    public string? RedundancyLinkedSiteId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; init; }
    public string? SimPoolId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SimPool { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("company_id")]
    public string? SnakeCompanyId => CompanyId;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("l3vpn_id")]
    public string? SnakeRouterId => RouterId;

    [JsonPropertyName("sim_pool_id")]
    public string? SnakeSimPoolId => SimPoolId;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("port_id")]
    public string? SnakePortId => PortId;
    public string? DiscountId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PriceRefId => Id;
    public SitePortInfo? ProviderInfo { get; init; }

    /// <summary>One that is there.</summary>
    public static SiteShown Of(CloudRouterSite site, ReferenceData reference) => new()
    {
        Id = site.Id,
        CompanyId = site.CompanyId,
        RouterId = site.RouterId,
        Name = site.Name,
        Type = site.Type,
        PortId = site.PortId,
        RateLimit = new() { Rate = site.RateLimit, Unit = "Mbps", Value = site.RateLimit },
        Mtu = site.Mtu,
        ClassOfService = ShareShown.Of(site.ClassesOfService),
        RedundancySiteType = site.RedundancyType,
        RedundancyLinkedSiteId = site.LinkedSiteId,
        Status = Spelling.Of(site.Status),
        CreatedAt = site.CreatedAt,
        UpdatedAt = site.UpdatedAt,
        DiscountId = reference.Prices.DiscountIdOf(site.DiscountCode),
        SimPoolId = site.SimPoolId,
        SimPool = site.SimPoolId is null ? null : true,
        ProviderInfo = site.Port is { } port ? new(port, reference) : null,
    };

    /// <summary>One that would be added.</summary>
    public static SiteShown Of(NewSite site, ReferenceData reference) => new()
    {
        PortId = site.Port?.Id,
        RateLimit = site.Port is null
            ? new()
            : new() { Unit = site.Sent.Object("rateLimit").Text("unit"), Value = site.Priced.Mbps },
        ClassOfService = site.Port is null ? null : ShareShown.Of(site.Classes),
        SimPoolId = site.Sent.Text("simPoolId"),
        SimPool = site.Port is null ? true : site.Sent.Of(RouterSites.SimPool),
        DiscountId = site.Discount?.Id,
        ProviderInfo = site.Port is { } port ? new(port, reference) : null,
    };
}

/// <summary>A bandwidth; nothing for a pool of SIM cards.</summary>
internal sealed class RateShown
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Rate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Value { get; init; }
}

/// <summary>A class of service and its share, percent.</summary>
internal sealed record ShareShown(string Name, int Value)
{
    public static IReadOnlyList<ShareShown> Of(IReadOnlyList<ClassShare> shares) =>
        [.. shares.Select(share => new ShareShown(share.Name, share.Value))];
}

/// <summary>Where a site's port is, and whose it is.</summary>
internal sealed class SitePortInfo(Port port, ReferenceData reference)
{
    private readonly Location? place =
        reference.Facility(port.FacilityId)?.Locations().Cast<Location?>().FirstOrDefault();

    public string PortName => port.Name;
    public string PortId => port.Id;
    public SitePartnerInfo PortPartner => new(port.Partner);
    public string CompanyId => port.CompanyId;
    public string? DcfName => reference.Facility(port.FacilityId)?.Name;
    public string? DcfId => port.FacilityId;
    public string MetroId => port.MetroId;
    public string City => place?.City ?? reference.Metro(port.MetroId).Name;
    public string Country => CountryNames.TwoLetters(place?.Country ?? reference.Metro(port.MetroId).Country);
}

/// <summary>What a cloud sells on the port; NONE and nothing for others.</summary>
internal sealed class SitePartnerInfo(PartnerOffer? offer)
{
    public string Type => offer is null ? "NONE" : Spelling.Of(offer.Type);
    public string? RegionName => null;
    public IReadOnlyList<string>? RegionNames => offer is null ? null : [offer.RegionName];
    public string? Zone => null;

    public IReadOnlyList<PartnerSpeedShape> ConnectionSpeeds =>
        offer is null ? [] : [.. offer.Speeds.Select(speed => new PartnerSpeedShape(speed))];
    public int? VlanId => null;
    public string? PartnerPort => null;
}
