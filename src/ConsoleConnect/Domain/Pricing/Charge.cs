using Emulator.Domain.Addresses;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Domain.Pricing;

/// <summary>
/// What something that was ordered costs: by the same list as its price, with the discount code that it was ordered
/// with.
/// </summary>
/// <param name="Product">As discounts call it.</param>
/// <param name="Id">What was ordered.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Amount">What it costs each time; null where the list has no price for it.</param>
/// <param name="Per">Each time: <c>month</c>, <c>hour</c>, or <c>term</c> where it is paid once.</param>
/// <param name="Total">What its whole term costs; null where it has none, or no price.</param>
/// <param name="DiscountCode">The code it was ordered with; null where none was.</param>
/// <param name="DiscountId">The discount that is taken off; null where none is.</param>
internal sealed record Charge(
    string Product,
    string Id,
    string Name,
    string Status,
    decimal? Amount,
    string Per,
    decimal? Total,
    string? DiscountCode,
    string? DiscountId)
{
    private const string Month = "month", Hour = "hour", Term = "term";

    /// <summary>A port order's, with its cross connect. What a plan pays costs nothing more.</summary>
    public static Charge Of(PortOrder order, ReferenceData reference)
    {
        var price = order.PaymentType == "plan" || reference.Facility(order.FacilityId) is not { } facility
            ? null
            : PortPricing.Of(
                reference.Prices.List,
                facility,
                order.Speed,
                order.DurationUnit == "m",
                order.BundleCrossConnect,
                reference.Prices.DiscountOf(order.DiscountCode));
        var amount = order.PaymentType == "plan" ? 0 : price is null ? (decimal?)null
            : Money.Rounded(price.Price + (price.CrossConnect ?? 0));
        return new(
            Discount.Port, order.Id, order.PortName, Spelling.Of(order.Status), amount, Month, Total: null,
            order.DiscountCode, price?.Discount?.Id);
    }

    /// <summary>
    /// A connection's: for its term, or by the month where it was ordered without one. What a plan pays costs nothing
    /// more.
    /// </summary>
    public static Charge Of(Connection connection, ReferenceData reference)
    {
        var span = connection is { Duration: { } count, DurationUnit: { } unit } ? new Span(count, unit) : new(1, "m");
        var price = connection.PaymentType == "plan"
            || FacilityOf(connection.SrcPort, reference) is not { } src
            || FacilityOf(connection.DestPort, reference) is not { } dest
                ? null
                : ConnectionPricing.Of(
                    reference.Prices.List,
                    src,
                    dest,
                    connection.Speed,
                    connection.ClassOfService ?? "BRONZE",
                    span,
                    reference.Prices.DiscountOf(connection.DiscountCode));
        var planned = connection.PaymentType == "plan" ? 0 : (decimal?)null;
        return new(
            Discount.Connection,
            connection.Id,
            connection.SrcName,
            Spelling.Of(connection.Status),
            planned ?? price?.Monthly,
            span.IsOnce ? Term : Month,
            planned ?? (connection.Duration is null ? null : price?.Total),
            connection.DiscountCode,
            price?.Discount?.Id);
    }

    /// <summary>An Internet On-Demand service's, with its blocks of addresses.</summary>
    public static Charge Of(IodService service, ReferenceData reference)
    {
        var span = new Span(service.Duration, service.DurationUnit);
        var price = service.BillingType == "payg"
            && InternetPricing.RateIn(reference.Prices.List, reference.Metro(service.AccessPort.MetroId)) is { } rate
                ? InternetPricing.Of(
                    rate,
                    service.ContractBandwidth,
                    span,
                    reference.Prices.DiscountOf(service.DiscountCode),
                    service.AccessPort.Spot)
                : null;
        var free = service.BillingType == "free" ? 0 : (decimal?)null;
        return new(
            Discount.Internet,
            service.Id,
            service.Name,
            Spelling.Of(service.Status),
            free ?? WithBlocks(price?.Unit, service),
            span.IsOnce ? Term : Month,
            free ?? WithBlocks(price?.Total, service),
            service.DiscountCode,
            price?.Discount?.Id);
    }

    /// <summary>A CloudRouter's, and those of its sites, which are charged by the hour.</summary>
    public static IEnumerable<Charge> Of(CloudRouter router, ReferenceData reference)
    {
        var price = RouterPricing.Of(
            reference.Prices.List,
            router.Bandwidth,
            new Span(router.Duration, router.DurationUnit).Months,
            reference.Prices.DiscountOf(router.DiscountCode));
        yield return new(
            Discount.Router, router.Id, router.Name, Spelling.Of(router.Status), price?.Monthly, Month, price?.Total,
            router.DiscountCode, price?.Discount?.Id);
        var sites = RouterCharges.Of(router, router.Sites, more: null, classes: null, discount: null, reference);
        for (var index = 0; index < router.Sites.Count; index++)
        {
            var site = router.Sites[index];
            yield return new(
                Discount.Site, site.Id, site.Name, Spelling.Of(site.Status), sites?[index].Hourly, Hour, Total: null,
                site.DiscountCode,
                sites?[index].Saved is null ? null : reference.Prices.DiscountIdOf(
                    site.DiscountCode ?? router.DiscountCode));
        }
    }

    private static DataCenterFacility? FacilityOf(Port? port, ReferenceData reference) =>
        port is null ? null : reference.Facility(port.FacilityId);

    private static decimal? WithBlocks(InternetAmounts? amounts, IodService service) => amounts is null
        ? null
        : Money.Rounded(amounts.Service + service.Blocks
            .Where(block => block is { Version: IpVersion.Ipv4, Purpose: IpPurpose.Customer, ReleasedAt: null })
            .Sum(block => InternetPricing.BlockOf(amounts, block.Mask) ?? 0));
}
