using Emulator.Domain.Places;

namespace Emulator.Domain.Pricing;

/// <summary>How long something is priced for.</summary>
/// <param name="Value">How many.</param>
/// <param name="Unit"><c>d</c>, <c>w</c>, <c>m</c> or <c>y</c>.</param>
internal readonly record struct Span(int Value, string Unit)
{
    /// <summary>Whether it is paid once, rather than by the month.</summary>
    public bool IsOnce => Unit is "d" or "w";

    /// <summary>Its months; 0 where it is paid once.</summary>
    public int Months => Unit switch
    {
        "m" => Value,
        "y" => 12 * Value,
        _ => 0,
    };

    /// <summary>Its days; 0 where it is paid by the month.</summary>
    public int Days => Unit switch
    {
        "d" => Value,
        "w" => 7 * Value,
        _ => 0,
    };
}

/// <summary>What a connection costs.</summary>
/// <param name="Total">The whole term, with the discount.</param>
/// <param name="Monthly">A month with the discount; the whole where it is paid once.</param>
/// <param name="FirstPayment">What is paid first: a month, or the whole.</param>
/// <param name="Saved">What the discount takes off a month, or off the whole; null without one.</param>
/// <param name="SavedTotal">What it takes off the whole term; null without one.</param>
/// <param name="Cost">What the bandwidth costs a month.</param>
/// <param name="Band">The entry of the list.</param>
/// <param name="Multiplier">What the term makes of it.</param>
/// <param name="Count">How many months, or days or weeks.</param>
/// <param name="Discount">The discount that counts; null where none does.</param>
internal sealed record ConnectionPrice(
    decimal Total,
    decimal Monthly,
    decimal FirstPayment,
    decimal? Saved,
    decimal? SavedTotal,
    decimal Cost,
    BandwidthBand Band,
    decimal Multiplier,
    int Count,
    Discount? Discount);

/// <summary>
/// What connections cost, by the printed formula: <c>(bandwidthCost*multiplier)*duration/(1-margin)+portFee</c>.
/// </summary>
internal static class ConnectionPricing
{
    /// <summary>The formula, as answers print it (OpenAPI 1.59.2).</summary>
    public const string Formula = "(bandwidthCost*multiplier)*duration/(1-margin)+portFee";

    /// <summary>
    /// What a connection costs; null where it has no price: an end isn't ready, or the list has nothing for it.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="src">Where it begins.</param>
    /// <param name="dest">Where it ends.</param>
    /// <param name="bandwidth">Mbps.</param>
    /// <param name="classOfService">BRONZE, SILVER or GOLD.</param>
    /// <param name="span">How long.</param>
    /// <param name="discount">The discount that was asked for; null where none was.</param>
    public static ConnectionPrice? Of(
        PriceList list,
        DataCenterFacility src,
        DataCenterFacility dest,
        long bandwidth,
        string classOfService,
        Span span,
        Discount? discount)
    {
        var rates = list.Connections;
        if (!src.Ready
            || !dest.Ready
            || RateOf(rates, src, dest) is not { } rate
            || BandOf(rate, classOfService, bandwidth) is not { } band
            || TermOf(rates.Terms, span) is not { } term)
        {
            return null;
        }

        var (multiplier, count) = term;
        var cost = CostOf(rate, band, bandwidth);
        var once = Money.Rounded(
            cost * multiplier * (span.IsOnce ? count : 1) / (1 - rates.Margin) + (span.IsOnce ? rates.PortFee : 0));
        var months = span.IsOnce ? 1 : count;
        var fee = span.IsOnce ? 0 : Money.Rounded(rates.PortFee);
        var counts = discount?.IsFor(Discount.Connection, [src.Spot, dest.Spot]) == true ? discount : null;
        var saved = counts?.Of(once);
        var lasts = counts?.Recurs != false;
        var savedTotal = lasts ? Money.Rounded((saved ?? 0) * months) : saved ?? 0;
        return new ConnectionPrice(
            Money.Rounded(once * months + fee - savedTotal),
            Money.Rounded(once - (lasts ? saved ?? 0 : 0)),
            Money.Rounded(once - (saved ?? 0)),
            saved,
            counts is null ? null : savedTotal,
            cost,
            band,
            multiplier,
            count,
            counts);
    }

    private static ConnectionRate? RateOf(ConnectionRates rates, DataCenterFacility src, DataCenterFacility dest) =>
        rates.Rates.FirstOrDefault(rate =>
            rate.Within == (src.CostbookLocationId == dest.CostbookLocationId)
            && (rate.LocationIds.Count == 0
                || (rate.LocationIds.Contains(src.CostbookLocationId)
                    && rate.LocationIds.Contains(dest.CostbookLocationId))));

    private static BandwidthBand? BandOf(ConnectionRate rate, string classOfService, long bandwidth) =>
        rate.Bands.FirstOrDefault(band =>
            band.ClassOfService == classOfService && bandwidth >= band.From && bandwidth <= band.To);

    /// <summary>
    /// What a bandwidth costs a month. No less than the most that a smaller one does: where a band begins, nothing gets
    /// cheaper.
    /// </summary>
    private static decimal CostOf(ConnectionRate rate, BandwidthBand band, long bandwidth) =>
        Money.Rounded(rate.Bands
            .Where(other => other.ClassOfService == band.ClassOfService && other.To < band.From)
            .Select(lower => lower.Flat ?? (lower.Price * lower.To))
            .Append(band.Flat ?? (band.Price * bandwidth))
            .Max());

    /// <summary>What a term makes of a month's price, and how often; null where none is listed.</summary>
    internal static (decimal Multiplier, int Count)? TermOf(IReadOnlyList<TermRate> terms, Span span)
    {
        var (unit, count) = span.IsOnce ? (span.Unit, span.Value) : ("m", span.Months);
        return terms.Where(term => term.Unit == unit && term.From <= count).MaxBy(term => term.From) is { } term
            ? (term.Multiplier, count)
            : null;
    }
}
