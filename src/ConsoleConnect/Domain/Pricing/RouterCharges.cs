using Emulator.Domain.CloudRouters;
using Emulator.Domain.Ports;

namespace Emulator.Domain.Pricing;

/// <summary>What the sites that a CloudRouter has are charged: what their price said.</summary>
internal static class RouterCharges
{
    /// <summary>What each site costs; null where the price is on request.</summary>
    /// <param name="router">The CloudRouter.</param>
    /// <param name="sites">Its sites, with their ports.</param>
    /// <param name="more">Another one that is thought of; null where none is.</param>
    /// <param name="classes">How that one's bandwidth is divided.</param>
    /// <param name="discount">What is taken off that one; null where nothing is.</param>
    /// <param name="reference">The prices and places.</param>
    public static IReadOnlyList<SitePrice>? Of(
        CloudRouter router,
        IReadOnlyList<CloudRouterSite> sites,
        PricedSite? more,
        IReadOnlyList<ClassShare>? classes,
        Discount? discount,
        ReferenceData reference)
    {
        List<PricedSite> priced =
        [
            .. sites.Select(site =>
                site.Port is { } port ? SiteOn(port, site.RateLimit, reference) : PricedSite.SimPool),
        ];
        if (more is not null)
        {
            priced.Add(more);
        }

        var ofRouter = reference.Prices.DiscountOf(router.DiscountCode);
        return RouterPricing.Of(
            reference.Prices.List,
            priced,
            (index, rates) => RouterPricing.Shared(
                index < sites.Count ? sites[index].ClassesOfService : classes ?? [], rates),
            index => (index < sites.Count ? reference.Prices.DiscountOf(sites[index].DiscountCode) : discount)
                ?? ofRouter);
    }

    /// <summary>A site on a port. Where it is outside of a facility, those of its metro say where it is.</summary>
    public static PricedSite SiteOn(Port port, long mbps, ReferenceData reference) => new(
        port.FacilityId ?? "",
        port.MetroId,
        (reference.Facility(port.FacilityId)
            ?? reference.Facilities.FirstOrDefault(facility => facility.MetroId == port.MetroId))?.L3CostbookLocationId,
        mbps);
}
