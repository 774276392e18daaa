using Emulator.Domain.Pricing;

namespace Emulator.Api.Pricing;

/// <summary>A discount, in the price that it is taken off.</summary>
internal sealed class DiscountShape(Discount discount)
{
    public string DiscountType => discount.DiscountType;
    public string MarketingCode => discount.MarketingCode;
    public string Duration => discount.Duration;
    public IReadOnlyList<string> ApplicableProducts => discount.ApplicableProducts;
    public IReadOnlyList<string> ApplicableDcfs => discount.ApplicableDcfs;
    public IReadOnlyList<string> ApplicableMetros => discount.ApplicableMetros;

    /// <summary>Empty: a discount is for every company here.</summary>
    public IReadOnlyList<string> PurchasingCompanies => [];

    /// <summary>Empty, too.</summary>
    public IReadOnlyList<string> DestinationCompanies => [];
    public int Redemptions => discount.Redemptions;
    public int Value => discount.Value;

    /// <summary>Always <c>none</c>: the editions print nothing else.</summary>
    public string TierType => "none";
    public IReadOnlyList<string> Tiers => [];
    public string Id => discount.Id;
    public DateTimeOffset? DeletedAt => discount.DeletedAt;
    public DateTimeOffset CreatedAt => discount.CreatedAt;
    public DateTimeOffset UpdatedAt => discount.UpdatedAt;
    public string Name => discount.Name;
    public string Description => discount.Description;
    public IReadOnlyList<string> Tags => discount.Tags;

    /// <summary>One, where it counts.</summary>
    public static DiscountShape? Of(Discount? discount) => discount is null ? null : new(discount);
}

/// <summary>How long something is priced for; without instants, as printed.</summary>
internal sealed class SpanShape(Span span)
{
    public DateTimeOffset? From => null;
    public DateTimeOffset? To => null;
    public string Unit => span.Unit;
    public int Value => span.Value;
}
