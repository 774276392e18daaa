namespace Emulator.Domain.Pricing;

/// <summary>The price list as it is kept: one row, so that it is saved, compared and put back with all else.</summary>
internal sealed class PriceListRow
{
    public required string Id { get; init; }

    public required PriceList Prices { get; init; }
}

/// <summary>What things cost, and what is taken off: all that prices and orders go by.</summary>
internal sealed class Prices(PriceList list, DiscountTable discounts)
{
    public PriceList List => list;

    public DiscountTable Discounts => discounts;

    /// <summary>The id of a code's discount, which orders show; null where there is no such code.</summary>
    public string? DiscountIdOf(string? code) => discounts.With(code)?.Id;

    /// <summary>The discount of an order's code, as long as the order is charged; null where there is none.</summary>
    public Discount? DiscountOf(string? code) => discounts.With(code);
}
