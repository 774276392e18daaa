using Emulator.Domain.CloudRouters;

namespace Emulator.Domain.Pricing;

/// <summary>A site, as its price sees it.</summary>
/// <param name="FacilityId">Its facility; null for a pool of SIM cards.</param>
/// <param name="MetroId">Its metro; null for a pool of SIM cards.</param>
/// <param name="LocationId">
/// Its costbook location for layer 3; null where it has none, and for a pool of SIM cards.
/// </param>
/// <param name="Mbps">Its bandwidth; 0 for a pool of SIM cards.</param>
internal sealed record PricedSite(string? FacilityId, string? MetroId, string? LocationId, long Mbps)
{
    /// <summary>A pool of SIM cards, which stands nowhere.</summary>
    public static readonly PricedSite SimPool = new(null, null, null, 0);

    /// <summary>Whether it is a pool of SIM cards.</summary>
    public bool IsSimPool => FacilityId is null && MetroId is null;

    /// <summary>Where it is, for discounts.</summary>
    public Discount.Spot Spot => new(FacilityId ?? "", MetroId ?? "");
}

/// <summary>What an hour of a site costs.</summary>
/// <param name="Hourly">The price, with the discount.</param>
/// <param name="Saved">What the discount takes off; null without one.</param>
internal readonly record struct SitePrice(decimal Hourly, decimal? Saved)
{
    /// <summary>The hours of a month, as the total of sites has them: 20 an hour are 14600 (OpenAPI 1.59.2).</summary>
    private const int HoursAMonth = 730;

    /// <summary>The same, as a site's own month is printed there: 10 an hour are 7200.</summary>
    private const int HoursOf30Days = 720;

    public decimal Daily => Money.Plain(Hourly * 24);

    /// <summary>A month of 730 hours.</summary>
    public decimal Monthly => MonthlyOf(Hourly);

    /// <summary>A month of 30 days.</summary>
    public decimal MonthlyOf30Days => Money.Plain(Hourly * HoursOf30Days);

    /// <summary>What an amount by the hour is in a month of 730.</summary>
    public static decimal MonthlyOf(decimal hourly) => Money.Plain(hourly * HoursAMonth);
}

/// <summary>What a CloudRouter itself costs.</summary>
/// <param name="Monthly">A month, with the discount.</param>
/// <param name="Total">The whole contract, with the discount.</param>
/// <param name="Saved">What the discount takes off a month; null without one.</param>
/// <param name="SavedTotal">What it takes off the whole; null without one.</param>
/// <param name="Discount">The discount that counts; null where none does.</param>
internal sealed record RouterPrice(
    decimal Monthly, decimal Total, decimal? Saved, decimal? SavedTotal, Discount? Discount);

/// <summary>
/// What CloudRouters and their sites cost (OpenAPI 1.59.2): a charge for the CloudRouter, and one for its sites by the
/// hour, which depends on all of them.
/// </summary>
internal static class RouterPricing
{
    /// <summary>What a CloudRouter costs; null where it is priced on application.</summary>
    /// <param name="list">The list.</param>
    /// <param name="bandwidth">One of the names of <see cref="RouterBandwidth"/>.</param>
    /// <param name="months">How long its contract runs.</param>
    /// <param name="discount">The discount that was asked for; null where none was.</param>
    public static RouterPrice? Of(PriceList list, string bandwidth, int months, Discount? discount)
    {
        if (list.CloudRouters.Base.FirstOrDefault(rate => rate.Bandwidth == bandwidth) is not { } rate)
        {
            return null;
        }

        var full = Money.Rounded(rate.Monthly);
        var counts = discount?.IsFor(Discount.Router) == true ? discount : null;
        var saved = counts?.Of(full);
        var savedTotal = counts is { Recurs: true } ? Money.Rounded(saved!.Value * months) : saved;
        return new RouterPrice(
            Money.Rounded(full - (counts is { Recurs: true } ? saved!.Value : 0)),
            Money.Rounded((full * months) - (savedTotal ?? 0)),
            saved,
            savedTotal,
            counts);
    }

    /// <summary>What an hour of each site costs; null where the price is on request.</summary>
    /// <param name="list">The list.</param>
    /// <param name="sites">All sites of the CloudRouter.</param>
    /// <param name="classOf">What a site's Mbps costs of a zone's prices.</param>
    /// <param name="discountOf">The discount of a site, by its place in the list; null where it has none.</param>
    public static IReadOnlyList<SitePrice>? Of(
        PriceList list,
        IReadOnlyList<PricedSite> sites,
        Func<int, ClassRates, decimal> classOf,
        Func<int, Discount?> discountOf)
    {
        if (sites.Count < 2 || sites.All(site => site.IsSimPool))
        {
            // One alone is free, and so are pools of SIM cards among themselves (OpenAPI 1.59.2).
            return [.. sites.Select(_ => default(SitePrice))];
        }

        var full = FullOf(list.CloudRouters, sites, classOf);
        return full is null
            ? null
            : [.. full.Select((hourly, index) =>
            {
                var discount = discountOf(index) is { } asked && asked.IsFor(Discount.Site, sites[index].Spot)
                    ? asked
                    : null;
                var saved = discount?.OfFine(hourly);
                return new SitePrice(Money.Fine(hourly - (saved ?? 0)), saved);
            })];
    }

    private static List<decimal>? FullOf(
        RouterRates rates, IReadOnlyList<PricedSite> sites, Func<int, ClassRates, decimal> classOf)
    {
        List<PricedSite> placed = [.. sites.Where(site => !site.IsSimPool)];
        List<ZoneRate?> zones = [.. sites.Select(site => ZoneOf(rates, site))];
        if (sites.Where((site, index) => !site.IsSimPool && !Carries(zones[index], site)).Any())
        {
            return null;
        }

        var home = zones.First(zone => zone is not null)!;
        if (placed.All(site => site.MetroId == placed[0].MetroId))
        {
            if (rates.Metros.FirstOrDefault(metro => metro.MetroId == placed[0].MetroId) is { } dear)
            {
                return [.. sites.Select(site => Money.Fine(dear.PerMbps * site.Mbps))];
            }

            return rates.MetroHourly is { } flat ? [.. sites.Select(_ => Money.Fine(flat))] : null;
        }

        var same = zones.All(zone => zone is null || zone == home);
        return [.. sites.Select((site, index) =>
        {
            var zone = zones[index] ?? home;
            return Money.Fine(Math.Max(
                zone.Least, site.Mbps * classOf(index, same ? zone.SameZone : zone.Global)));
        })];
    }

    private static ZoneRate? ZoneOf(RouterRates rates, PricedSite site) =>
        site.LocationId is { } location
            ? rates.Zones.FirstOrDefault(zone => zone.LocationIds.Contains(location))
            : null;

    private static bool Carries(ZoneRate? zone, PricedSite site) => zone is not null && site.Mbps <= zone.MostMbps;

    /// <summary>What each Mbps costs of a site whose bandwidth is divided into classes.</summary>
    public static decimal Shared(IReadOnlyList<ClassShare> shares, ClassRates rates) =>
        shares.Count == 0 ? rates.Bronze : shares.Sum(share => rates.Of(share.Name) * share.Value / 100);
}
