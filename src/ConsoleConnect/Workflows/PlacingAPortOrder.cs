using Emulator.Domain.Companies;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Workflows;

/// <summary>Makes an order and, with it, the port it is for (000:60-66, 000:2806-2817).</summary>
internal static class PlacingAPortOrder
{
    /// <summary>What is ordered.</summary>
    /// <param name="Company">Who orders.</param>
    /// <param name="Facility">Where.</param>
    /// <param name="PortName">The port's name.</param>
    /// <param name="Speed">Mbps.</param>
    /// <param name="PaymentType"><c>plan</c> or <c>invoice</c>.</param>
    /// <param name="Subscription">The plan's subscription; null with an invoice.</param>
    /// <param name="PortsOnIt">How many ports the subscription covers already.</param>
    /// <param name="Monthly">By the month rather than by the year.</param>
    /// <param name="BundleCrossConnect">With a cross connect.</param>
    /// <param name="DiscountCode">A promotion or partner code.</param>
    internal sealed record Wish(
        Company Company,
        DataCenterFacility Facility,
        string PortName,
        int Speed,
        string PaymentType,
        Subscription? Subscription,
        int PortsOnIt,
        bool Monthly,
        bool BundleCrossConnect,
        string? DiscountCode);

    /// <summary>Places it.</summary>
    /// <param name="wish">What is ordered.</param>
    /// <param name="nextId">Where ids come from.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static PortOrder Place(Wish wish, Func<string> nextId, Moment moment)
    {
        RefuseWhatIsNotSold(wish);
        var order = new PortOrder
        {
            Id = nextId(),
            CompanyId = wish.Company.Id,
            FacilityId = wish.Facility.Id,
            OffNet = wish.Facility.IsOffNet,
            PortName = wish.PortName,
            Speed = wish.Speed,
            PaymentType = wish.PaymentType,
            BillingId = wish.Subscription?.Id,
            DurationUnit = wish.Monthly ? "m" : "y",
            BundleCrossConnect = wish.BundleCrossConnect,
            DiscountCode = wish.DiscountCode,
            PortId = nextId(),
            CrossConnectId = wish.BundleCrossConnect ? nextId() : null,
            CreatedAt = moment.At,
            CreatedBy = moment.By,
        };
        order.Port = Port.Ordered(
            order.PortId,
            wish.Company,
            wish.Facility,
            wish.PortName,
            wish.Speed,
            order.BillingId,
            wish.PaymentType,
            order.CrossConnectId,
            moment);
        PortOrderStateMachine.Table.Begin(order, PortOrderStatus.Created, moment);
        return order;
    }

    private static void RefuseWhatIsNotSold(Wish wish)
    {
        var (company, facility) = (wish.Company, wish.Facility);
        if (!company.Verified)
        {
            throw ServiceErrors.CompanyNotVerified.Because(company.NotYetVerified);
        }

        if (!facility.Ready || facility.DestinationPortOnly)
        {
            throw ServiceErrors.FacilityNotReady.Because($"{facility.Username} takes no orders: see "
                + "dataCenterFacility.ready and destinationPortOnly in GET /v2/data-center-facility.");
        }

        if (facility.Speeds.Count > 0 && !facility.Speeds.Contains(wish.Speed))
        {
            throw ServiceErrors.SpeedNotOffered.Because($"{facility.Username} offers "
                + $"{string.Join(", ", facility.Speeds)} Mbps.");
        }

        if (wish.Monthly && !facility.Tags.Contains(DataCenterFacility.MonthlyPorts))
        {
            throw ServiceErrors.MonthlyNotOffered.Because($"{facility.Username} doesn't have the tag monthly-ports: "
                + "send durationUnit y, or leave it out.");
        }

        if (wish.BundleCrossConnect && !facility.CanBundleCrossConnect)
        {
            throw ServiceErrors.CannotBundleCrossConnect.Because($"{facility.Username} has canBundleCrossConnect "
                + "false: leave bundleCrossConnect out.");
        }

        if (wish.BundleCrossConnect && wish.Monthly)
        {
            throw ServiceErrors.BundleNeedsTwelveMonths.Because("Send durationUnit y with bundleCrossConnect.");
        }

        if (wish.Subscription is { } subscription && !subscription.Covers(wish.PortsOnIt, wish.Speed))
        {
            throw ServiceErrors.EntitlementExceeded.Because($"The subscription covers {subscription.Ports} ports of "
                + $"up to {subscription.PortSpeed} Mbps; {wish.PortsOnIt} are on it.");
        }
    }
}
