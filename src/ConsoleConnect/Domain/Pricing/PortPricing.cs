using Emulator.Domain.Places;

namespace Emulator.Domain.Pricing;

/// <summary>What a port costs.</summary>
/// <param name="Price">A month, with the discount.</param>
/// <param name="Saved">What the discount takes off a month; null without one.</param>
/// <param name="CrossConnect">What a cross connect costs a month; null where none is asked for or can be had.</param>
/// <param name="Discount">The discount that counts; null where none does.</param>
internal sealed record PortPrice(decimal Price, decimal? Saved, decimal? CrossConnect, Discount? Discount);

/// <summary>What ports cost.</summary>
internal static class PortPricing
{
    /// <summary>What a port costs; null where it has no price: it couldn't be ordered, or isn't listed.</summary>
    /// <param name="list">The list.</param>
    /// <param name="facility">Where.</param>
    /// <param name="speed">Mbps.</param>
    /// <param name="monthly">By the month rather than by the year.</param>
    /// <param name="crossConnect">With a cross connect.</param>
    /// <param name="discount">The discount that was asked for; null where none was.</param>
    public static PortPrice? Of(
        PriceList list, DataCenterFacility facility, long speed, bool monthly, bool crossConnect, Discount? discount)
    {
        var rate = list.Ports.FirstOrDefault(rate => rate.Speed == speed);
        var offered = facility.Ready
            && !facility.DestinationPortOnly
            && (facility.Speeds.Count == 0 || facility.Speeds.Contains((int)speed))
            && (!monthly || facility.Tags.Contains(DataCenterFacility.MonthlyPorts));
        if (rate is null || !offered || (monthly ? rate.Monthly : rate.Yearly) is not { } full)
        {
            return null;
        }

        var counts = discount?.IsFor(Discount.Port, facility.Spot) == true
            ? discount
            : null;
        full = Money.Rounded(full);
        var saved = counts?.Of(full);
        return new PortPrice(
            Money.Rounded(full - (saved ?? 0)),
            saved,
            crossConnect && !monthly && facility.CanBundleCrossConnect ? CrossConnectIn(list, facility) : null,
            counts);
    }

    private static decimal? CrossConnectIn(PriceList list, DataCenterFacility facility) =>
        list.CrossConnects.FirstOrDefault(rate =>
            rate.LocationIds.Count == 0 || rate.LocationIds.Contains(facility.CostbookLocationId)) is { } rate
            ? Money.Rounded(rate.Monthly)
            : null;
}
