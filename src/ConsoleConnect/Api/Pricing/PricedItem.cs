using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;

namespace Emulator.Api.Pricing;

/// <summary>A port or connection with its price: members that only the other kind has are left out.</summary>
internal sealed class PricedItem
{
    private PricedItem(string type, PricedThing entity) => (Type, Entity) = (type, entity);

    public string Type { get; }
    public PricedThing Entity { get; }
    public decimal Price { get; private init; }
    public decimal PreAuthAmount { get; private init; }
    public decimal? AmountSaved { get; private init; }
    public decimal? AmountSavedTotal { get; private init; }
    public decimal? BasicTotalAmount { get; private init; }
    public decimal? BasicMonthlyAmount { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Formula { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PriceFactor>? Factors { get; private init; }
    public CalculatorAttributes PriceCalculatorAttributes => CalculatorAttributes.Instance;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DiscountShape? Discount { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CrossConnectAmount { get; private init; }

    public static PricedItem Of(PortPrice price, PricedThing port) => new("PORT", port)
    {
        Price = price.Price,
        PreAuthAmount = price.Price,
        AmountSaved = price.Saved,
        CrossConnectAmount = price.CrossConnect,
        Discount = DiscountShape.Of(price.Discount),
    };

    public static PricedItem Of(
        ConnectionPrice price, PricedThing connection, IReadOnlyList<PriceFactor> factors) =>
        new("CONNECTION", connection)
        {
            Price = price.Total,
            PreAuthAmount = price.FirstPayment,
            AmountSaved = price.Saved,
            AmountSavedTotal = price.SavedTotal,
            BasicTotalAmount = price.Total,
            BasicMonthlyAmount = price.Monthly,
            Formula = ConnectionPricing.Formula,
            Factors = factors,
            Discount = DiscountShape.Of(price.Discount),
        };
}

/// <summary>What is priced. Members that only the other kind has are left out.</summary>
internal sealed class PricedThing
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacilityPriced? Dcf { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Speed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacilityPriced? SrcDcf { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacilityPriced? DestDcf { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SpanShape? Duration { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bandwidth { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClassOfService { get; init; }

    public required string DiscountId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DurationUnit { get; init; }
}

/// <summary>A facility that something is priced in; most of it null, as printed.</summary>
internal sealed class FacilityPriced(DataCenterFacility facility)
{
    public string Id => facility.Id;
    public string Name => facility.Name;
    public string? PopId => null;
    public IReadOnlyList<string>? RegionIds => null;
    public IReadOnlyList<string>? MetroIds => null;
    public IReadOnlyList<string>? Tags => null;
}

/// <summary>Always empty, as printed.</summary>
internal sealed class CalculatorAttributes
{
    public static readonly CalculatorAttributes Instance = new();

    public IReadOnlyList<string> DiscountIds => [];
    public IReadOnlyList<string> Discounts => [];
}

/// <summary>A factor of the formula.</summary>
internal sealed record PriceFactor(string Name, decimal Number, FactorReference? Ref = null)
{
    /// <summary>All of them, in the printed order.</summary>
    public static IReadOnlyList<PriceFactor> Of(
        ConnectionPrice price, DataCenterFacility src, DataCenterFacility dest, ReferenceData reference)
    {
        var rates = reference.Prices.List.Connections;
        return
        [
            new("margin", rates.Margin),
            new("portFee", rates.PortFee),
            new("nniFee", rates.NniFee),
            new(
                "bandwidthCost",
                price.Cost,
                new(new(src, reference), new(dest, reference), new(price.Band))),
            new("multiplier", price.Multiplier),
            new("duration", price.Count),
        ];
    }
}

/// <summary>Where a connection's price is from.</summary>
internal sealed record FactorReference(PriceLocation From, PriceLocation To, ListedPrice Price);

/// <summary>Where the list places a facility: its costbook location.</summary>
internal sealed class PriceLocation(DataCenterFacility facility, ReferenceData reference)
{
    public string Id => facility.CostbookLocationId;
    public string Name => facility.CostbookLocationName;
    public IReadOnlyList<string> RegionIds => reference.Metro(facility.MetroId).RegionIds;
}

/// <summary>The entry of the list.</summary>
internal sealed class ListedPrice(BandwidthBand band)
{
    public decimal Price => band.Price;
    public BandwidthRange Bandwidth => new(band.From, band.To);
    public string Cos => band.ClassOfService;
}

/// <summary>For which bandwidths it is, Mbps.</summary>
internal sealed record BandwidthRange(int From, int To);
