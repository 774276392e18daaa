namespace Emulator.Domain.Pricing;

/// <summary>What an hour of a flex costs.</summary>
/// <param name="Hourly">The price, with the discount.</param>
/// <param name="Saved">What the discount takes off; 0 without one.</param>
internal readonly record struct FlexPrice(decimal Hourly, decimal Saved);

/// <summary>What flexes cost: those of Internet On-Demand by the hour, those of connections by what they add.</summary>
internal static class FlexPricing
{
    /// <summary>
    /// What an hour of a flex of Internet On-Demand costs; nothing for the contract's own bandwidth, null where there
    /// is no price: for less than the contract, and for more than the list goes to.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="extra">What it gives on top of the contract, Mbps.</param>
    /// <param name="discount">The discount that was asked for; null where none was.</param>
    /// <param name="spot">Where.</param>
    public static FlexPrice? Of(PriceList list, double extra, Discount? discount, Discount.Spot spot)
    {
        if (extra == 0)
        {
            return new FlexPrice(0, 0);
        }

        if (extra < 0 || list.InternetFlexes.FirstOrDefault(tier => extra <= tier.UpTo) is not { } tier)
        {
            return null;
        }

        var saved = discount?.IsFor(Discount.Internet, spot) == true ? discount.OfFine(tier.Hourly) : 0;
        return new FlexPrice(Money.Fine(tier.Hourly - saved), saved);
    }

    /// <summary>The most that a flex of Internet On-Demand can give on top of the contract, Mbps.</summary>
    public static int Most(PriceList list) => list.InternetFlexes.Select(tier => tier.UpTo).DefaultIfEmpty().Max();

    /// <summary>What a connection's flex costs for what it adds; null where it has no price.</summary>
    public static decimal? OfConnection(PriceList list, long added, Discount? discount, Discount.Spot[] spots)
    {
        if (list.ConnectionFlexPerMbps is not { } each)
        {
            return null;
        }

        var full = Money.Rounded(each * added);
        return Money.Rounded(full - (discount?.IsFor(Discount.Connection, spots) == true ? discount.Of(full) : 0));
    }
}
