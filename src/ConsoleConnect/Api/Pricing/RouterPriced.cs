using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;

namespace Emulator.Api.Pricing;

/// <summary>What a CloudRouter costs; null where the price is on request.</summary>
internal sealed class RouterPriced
{
    public required decimal? TotalContractCost { get; init; }
    public required decimal? BaseL3vpnCost { get; init; }
    public required SpanShape Duration { get; init; }
    public required IReadOnlyList<Site> Sites { get; init; }
    public required decimal? BaseL3vpnCostAmountSaved { get; init; }
    public required decimal? TotalContractCostAmountSaved { get; init; }
    public required decimal TotalHourlySiteCostAmountSaved { get; init; }
    public required string Bandwidth { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DiscountShape? Discount { get; init; }

    /// <summary>A site with its prices.</summary>
    internal sealed record Site(
        [property: JsonPropertyName("site")] SiteAsSent Asked, string PriceRefId, ClassPrices Prices);

    /// <summary>A site as it was asked for, with where it is.</summary>
    internal sealed class SiteAsSent(PriceRouter.SiteAsked site, ReferenceData reference)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? PortId => site.PortId;

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? DcfId => site.Facility?.Id;

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? SimPool => site.Facility is null ? true : null;
        public string DiscountId => site.Sent.Of(RouterSites.DiscountId) ?? "";
        public RateAsSent RateLimit => new(site.Facility is null ? null : site.Sent.Object("rateLimit"));
        public FacilityInfo? ProviderInfo => site.Facility is { } facility ? new(facility, reference) : null;
    }

    /// <summary>What a site costs in each class of service.</summary>
    internal sealed class ClassPrices(SitePrice? bronze, SitePrice? silver, SitePrice? gold)
    {
        [JsonPropertyName("BRONZE")]
        public SiteCosts Bronze => new(bronze);

        [JsonPropertyName("SILVER")]
        public SiteCosts Silver => new(silver);

        [JsonPropertyName("GOLD")]
        public SiteCosts Gold => new(gold);
    }

    /// <summary>What a site costs.</summary>
    internal sealed class SiteCosts(SitePrice? price)
    {
        public decimal? HourlyCost => price?.Hourly;
        public decimal? HourlyCostAmountSaved => price?.Saved;
        public decimal? DailyCost => price?.Daily;
        public decimal? MonthlyCost => price?.Monthly;
    }

    /// <summary>Where a site is.</summary>
    internal sealed class FacilityInfo(DataCenterFacility facility, ReferenceData reference)
    {
        private readonly Location? place = facility.Locations().Cast<Location?>().FirstOrDefault();

        public string DcfName => facility.Name;
        public string DcfId => facility.Id;
        public string MetroId => facility.MetroId;
        public string City => place?.City ?? reference.Metro(facility.MetroId).Name;
        public string Country =>
            CountryNames.TwoLetters(place?.Country ?? reference.Metro(facility.MetroId).Country);

        public string CountryDisplayName => CountryNames.Of(Country);
    }
}
