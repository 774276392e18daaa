using Emulator.Domain.Places;

namespace Emulator.Domain.Pricing;

/// <summary>What Internet On-Demand and the blocks of addresses that can be had with it cost.</summary>
/// <param name="Service">The service.</param>
/// <param name="Blocks">Blocks by mask, /26 to /30; null where one can't be had.</param>
internal sealed record InternetAmounts(decimal Service, IReadOnlyList<decimal?> Blocks);

/// <summary>What Internet On-Demand costs.</summary>
/// <param name="Unit">A month, or the whole where it is paid once; with the discount.</param>
/// <param name="Total">The whole term, with the discount.</param>
/// <param name="Saved">What the discount takes off <paramref name="Unit"/>; null without one.</param>
/// <param name="SavedTotal">What it takes off the whole; null without one.</param>
/// <param name="BurstRate">What each Mbps of a burst costs.</param>
/// <param name="Discount">The discount that counts; null where none does.</param>
internal sealed record InternetPrice(
    InternetAmounts Unit,
    InternetAmounts Total,
    InternetAmounts? Saved,
    InternetAmounts? SavedTotal,
    decimal BurstRate,
    Discount? Discount);

/// <summary>What Internet On-Demand costs (OpenAPI 1.59.2).</summary>
internal static class InternetPricing
{
    /// <summary>The masks of the blocks that answers price.</summary>
    private static readonly int[] Masks = [26, 27, 28, 29, 30];

    /// <summary>The part of the list that a metro has; null where it has none.</summary>
    public static InternetRate? RateIn(PriceList list, Metro metro) =>
        list.Internet.FirstOrDefault(rate => rate.RegionIds.Intersect(metro.RegionIds).Any());

    /// <summary>What a service costs; null where its bandwidth has no price.</summary>
    /// <param name="rate">The metro's part of the list.</param>
    /// <param name="bandwidth">Mbps, from 1.</param>
    /// <param name="span">How long.</param>
    /// <param name="discount">The discount that was asked for; null where none was.</param>
    /// <param name="spots">Where.</param>
    public static InternetPrice? Of(
        InternetRate rate, long bandwidth, Span span, Discount? discount, params IEnumerable<Discount.Spot> spots)
    {
        if (bandwidth > rate.MostMbps)
        {
            return null;
        }

        decimal Full(decimal monthly) => Money.Rounded(
            span.IsOnce ? DaysOf(rate, monthly, span.Days) : monthly * MultiplierOf(rate, span));

        var counts = discount?.IsFor(Discount.Internet, spots) == true ? discount : null;
        var months = span.IsOnce ? 1 : span.Months;
        var full = Each(rate, bandwidth, Full);
        var saved = Over(full, amount => counts?.Of(amount) ?? 0);
        var savedTotal = counts is { Recurs: true } ? Over(saved, amount => Money.Rounded(amount * months)) : saved;
        var lasting = counts is { Recurs: false } && !span.IsOnce ? Over(saved, _ => 0) : saved;
        return new InternetPrice(
            Less(full, lasting),
            Less(Over(full, amount => Money.Rounded(amount * months)), savedTotal),
            counts is null ? null : saved,
            counts is null ? null : savedTotal,
            span.IsOnce ? rate.BurstRateOfDays : rate.BurstRate,
            counts);
    }

    /// <summary>What a block of addresses costs; null where it can't be had.</summary>
    public static decimal? BlockOf(InternetAmounts amounts, int mask) =>
        Array.IndexOf(Masks, mask) is >= 0 and var index ? amounts.Blocks[index] : null;

    /// <summary>
    /// What days cost: their part of the year's price, times what a single day costs more. Never more than a month.
    /// </summary>
    private static decimal DaysOf(InternetRate rate, decimal monthly, int days) =>
        Math.Min(monthly * 12 / 365 * rate.DayMultiplier * days, Math.Max(monthly, 0));

    private static decimal MultiplierOf(InternetRate rate, Span span) =>
        ConnectionPricing.TermOf(rate.Terms, span)?.Multiplier ?? 1;

    private static InternetAmounts Each(InternetRate rate, long bandwidth, Func<decimal, decimal> full) => new(
        full(rate.PerMbps * bandwidth),
        [.. Masks.Select(mask => rate.IpBlocks.FirstOrDefault(block => block.Mask == mask)?.Monthly is { } monthly
            ? full(monthly)
            : (decimal?)null)]);

    private static InternetAmounts Over(InternetAmounts amounts, Func<decimal, decimal> change) => new(
        change(amounts.Service),
        [.. amounts.Blocks.Select(block => block is { } amount ? change(amount) : (decimal?)null)]);

    private static InternetAmounts Less(InternetAmounts amounts, InternetAmounts saved) => new(
        Money.Rounded(amounts.Service - saved.Service),
        [.. amounts.Blocks.Zip(saved.Blocks, (block, less) =>
            block is { } amount ? Money.Rounded(amount - (less ?? 0)) : (decimal?)null)]);
}
