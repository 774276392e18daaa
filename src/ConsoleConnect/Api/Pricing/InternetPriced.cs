using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Domain.Pricing;
using Emulator.Errors;

namespace Emulator.Api.Pricing;

/// <summary>
/// What Internet On-Demand costs: by the month, once where it is for days or weeks, or the words that it has no price.
/// </summary>
internal sealed class InternetPriced
{
    private const string NoList = "No prices are available for GIA in the specified Port's Metro";

    private const string NoPrice = "Sorry! We can’t find a price for this rate limit. Please email "
        + "support@consoleconnect.com to request a price.";

    private readonly Span span;
    private readonly InternetPrice? price;

    private InternetPriced(InternetPrice? price, Span span) => (this.price, this.span) = (price, span);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InternetCosts? ContractTotals => price is null || span.IsOnce ? null : new(price.Total);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InternetCosts? UnitCosts => price is null || span.IsOnce ? null : new(price.Unit);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InternetCosts? OnceOff => price is null || !span.IsOnce ? null : new(price.Total);

    /// <summary>JSON's null without a discount; not there at all where something is paid once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? ContractTotalsAmountSaved => price is null || span.IsOnce ? null : Saved(price.SavedTotal);

    /// <inheritdoc cref="ContractTotalsAmountSaved"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? UnitCostsAmountSaved => price is null || span.IsOnce ? null : Saved(price.Saved);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? BurstRate => price?.BurstRate;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InternetSpan? Duration => price is null ? null : new(span);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; private init; }

    /// <summary>The answer for a bandwidth and a duration somewhere.</summary>
    /// <param name="rate">What the list has there; null where it has nothing.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="discount">The discount; null where none was asked for.</param>
    /// <param name="spot">Where.</param>
    public static InternetPriced Of(
        InternetRate? rate, InternetRequest asked, Discount? discount, Discount.Spot spot) =>
        rate is null ? new(null, asked.Span) { Message = NoList }
        : InternetPricing.Of(rate, asked.Bandwidth, asked.Span, discount, spot) is { } price ? new(price, asked.Span)
        : new(null, asked.Span) { Message = NoPrice };

    private static JsonElement Saved(InternetAmounts? saved) => JsonSerializer.SerializeToElement(
        saved is null ? null : new InternetCosts(saved), ServiceJson.Default.InternetCosts!);

    /// <summary>
    /// Refuses where the list has nothing at all for Internet On-Demand: that is how it is turned off.
    /// </summary>
    /// <exception cref="Refusal">It is turned off.</exception>
    public static void MustBeOn(PriceList list, ServiceError otherwise)
    {
        if (list.Internet.Count == 0)
        {
            throw otherwise.Because("The price list has nothing under internet: the product isn't sold.");
        }
    }
}

/// <summary>What the service costs, and each block of IPv4 addresses: null means not available, 0 means free.</summary>
internal sealed class InternetCosts(InternetAmounts amounts)
{
    public decimal GiaCost => amounts.Service;
    public BlockCosts IpCosts => new(amounts.Blocks);
}

/// <summary>What blocks of IPv4 addresses cost, by their masks.</summary>
internal sealed class BlockCosts(IReadOnlyList<decimal?> blocks)
{
    [JsonPropertyName("ipv426Cost")]
    public decimal? Mask26 => blocks[0];

    [JsonPropertyName("ipv427Cost")]
    public decimal? Mask27 => blocks[1];

    [JsonPropertyName("ipv428Cost")]
    public decimal? Mask28 => blocks[2];

    [JsonPropertyName("ipv429Cost")]
    public decimal? Mask29 => blocks[3];

    [JsonPropertyName("ipv430Cost")]
    public decimal? Mask30 => blocks[4];
}

/// <summary>How long Internet On-Demand is priced for.</summary>
internal sealed class InternetSpan(Span span)
{
    public string Unit => span.Unit;
    public int Value => span.Value;
}
