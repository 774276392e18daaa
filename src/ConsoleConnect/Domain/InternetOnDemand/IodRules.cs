using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Domain.Staging;
using Emulator.Errors;
using S = Emulator.Domain.InternetOnDemand.IodServiceStatus;

namespace Emulator.Domain.InternetOnDemand;

/// <summary>What may be done with Internet On-Demand, and when (002).</summary>
internal static class IodRules
{
    /// <summary>
    /// The least that a service with a burst rate commits to, percent of what the port has left (002:243).
    /// </summary>
    private const int LeastCommitted = 10;

    /// <exception cref="Refusal"><see cref="ServiceErrors.CompanyNotVerifiedForIod"/>.</exception>
    public static void MustBeVerified(Company company)
    {
        if (!company.Verified)
        {
            throw ServiceErrors.CompanyNotVerifiedForIod.Because(company.NotYetVerified);
        }
    }

    /// <summary>Whether a port can be an access port at all, and now (002:9).</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.IodNotOnPort"/>, <see cref="ServiceErrors.NoActiveAccessPort"/>,
    /// <see cref="ServiceErrors.PortIsSingleService"/>.
    /// </exception>
    public static void MustGiveAccess(Port port, PortUse use)
    {
        if (!port.HasIod)
        {
            throw NotOnPort(port);
        }

        MustBeActive(port);
        if (port.SingleService || use.Untagged)
        {
            throw ServiceErrors.PortIsSingleService.Because($"Port {port.Id} is in single service mode: nothing else "
                + "fits beside its untagged connection (000:3805).");
        }
    }

    /// <summary>That a port carries no Internet On-Demand.</summary>
    public static Refusal NotOnPort(Port port) => ServiceErrors.IodNotOnPort.Because("The port's supportedServices are "
        + $"{string.Join(", ", port.SupportedServices)}; one with {Port.IodCapability} is needed.", port.Id);

    /// <summary>A service is built on a port that is in service, and open to services.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NoActiveAccessPort"/>, <see cref="ServiceErrors.PortClosed"/>.
    /// </exception>
    public static void MustBeActive(Port port)
    {
        if (port.Status != PortStatus.Active)
        {
            throw ServiceErrors.NoActiveAccessPort.Because($"Port {port.Id} is {Spelling.Of(port.Status)}.");
        }

        port.MustBeOpen();
    }

    /// <summary>
    /// The bandwidth has to fit what the port has left, and a burst rate has rules of its own (002:243).
    /// </summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.CapacityExceeded"/>, <see cref="ServiceErrors.RateBelowBurstMinimum"/>,
    /// <see cref="ServiceErrors.BurstNotAboveRate"/>, <see cref="ServiceErrors.BurstExceedsCapacity"/>.
    /// </exception>
    public static void MustFit(int rateLimit, int? burstRate, Capacity capacity)
    {
        capacity.MustHold(rateLimit);
        if (burstRate is not { } burst)
        {
            return;
        }

        var remaining = capacity.Remaining;
        if (rateLimit * 100L < (long)remaining * LeastCommitted)
        {
            throw ServiceErrors.RateBelowBurstMinimum.Because(
                $"The port has {remaining} Mbps left (002:243).",
                LeastCommitted,
                (int)Math.Ceiling(remaining * LeastCommitted / 100m));
        }

        if (burst <= rateLimit)
        {
            throw ServiceErrors.BurstNotAboveRate.Because($"burstRate {burst} must exceed rateLimit {rateLimit} "
                + "(002:243).");
        }

        if (burst > remaining)
        {
            throw ServiceErrors.BurstExceedsCapacity.Because("burstRate must not exceed the remaining port capacity "
                + "(002:243).", remaining);
        }
    }

    /// <summary>A private ASN that is asked for has to be valid (002:232).</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AsnRefused"/>.</exception>
    public static void MustBeFree(long number, bool isTaken)
    {
        if (PrivateAsns.Objection(number, isTaken) is { } objection)
        {
            throw ServiceErrors.AsnRefused.Because(objection.Explanation, number, objection.Reason);
        }
    }

    /// <summary>Takes a service down.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.IodBilledByHand"/>, <see cref="ServiceErrors.IodInContract"/>,
    /// <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public static void Delete(this IodService service, Moment moment)
    {
        service.MustBeOver(moment.At);
        IodServiceStateMachine.Table.Fire(service, IodServiceTrigger.Delete, moment);
    }

    /// <summary>Refuses to take a service down that is billed by hand, or whose contract runs.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.IodBilledByHand"/>, <see cref="ServiceErrors.IodInContract"/>.
    /// </exception>
    public static void MustBeOver(this IodService service, DateTimeOffset now)
    {
        if (service.BillingType == "bespoke")
        {
            throw ServiceErrors.IodBilledByHand.Because("The service's billing type is bespoke: it is billed by "
                + "hand, and ended by the sales team.");
        }

        // What failed before it ever was in service was never owed.
        var neverWas = service.Status == S.Error && service.FirstActiveAt is null;
        if (!neverWas && service.Status is S.Provisioning or S.Active or S.Down or S.Error
            && !(service.ContractEndsAt <= now))
        {
            throw ServiceErrors.IodInContract.Because(
                service.ContractEndsAt is { } end
                    ? $"The contract of {service.Duration} {service.DurationUnit} ends at "
                        + $"{end:yyyy-MM-ddTHH:mm:ss.fffZ}. It can be deleted from then on."
                    : $"The contract of {service.Duration} {service.DurationUnit} begins when the service is ACTIVE; "
                        + $"it is {Spelling.Of(service.Status)}.");
        }
    }

    /// <summary>Whether a flex to a bandwidth has a price, in the words of the operation that prices it.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.FlexHasNoPrice"/>.</exception>
    private static void MustHaveAPrice(IodService service, double bandwidth, PriceList prices)
    {
        var most = FlexPricing.Most(prices);
        if (bandwidth - service.ContractBandwidth is var extra && (extra < 0 || extra > most))
        {
            throw ServiceErrors.FlexHasNoPrice.Because($"Prices are for {service.ContractBandwidth} Mbps, the "
                + $"contract's own, and up to {most} more.");
        }
    }

    /// <summary>
    /// Refuses what a service couldn't be flexed to, whatever else is in progress: it has no price either.
    /// </summary>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static void MustBePossible(IodService service, double bandwidth, Capacity port, PriceList prices)
    {
        MustTakeFlexes(service);
        MustHaveAPrice(service, bandwidth, prices);
        MustFit(service, (int)bandwidth, port);
    }

    private static void MustTakeFlexes(IodService service)
    {
        if (service.BillingType != "payg")
        {
            throw ServiceErrors.FlexUnavailable.Because("Flexes are for services with the billing type payg; this "
                + $"one's billing type is {service.BillingType}.");
        }

        if (service.PaymentType != "invoice")
        {
            throw ServiceErrors.FlexByInvoiceOnly.Because($"This service's payment type is {service.PaymentType}.");
        }

        if (service.Status != S.Active)
        {
            throw ServiceErrors.FlexNotActive.Because($"The service is {Spelling.Of(service.Status)}.");
        }
    }

    private static void MustFit(IodService service, int bandwidth, Capacity port) =>
        new Capacity(port.Total, port.Utilised - service.HeldBandwidth).MustHold(bandwidth);

    /// <summary>Asks for another bandwidth. One flex at a time; what it asks for is reserved at once.</summary>
    /// <param name="service">The service, with its flexes in progress and in force.</param>
    /// <param name="bandwidth">
    /// What it is to have in all, Mbps, from 1; more than fits a number of 32 bits is more than has a price.
    /// </param>
    /// <param name="discountCode">The code it is asked for with; null where none is.</param>
    /// <param name="port">The access port's capacity.</param>
    /// <param name="prices">What has a price.</param>
    /// <param name="ids">Makes uuids.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.FlexUnavailable"/>, <see cref="ServiceErrors.FlexByInvoiceOnly"/>,
    /// <see cref="ServiceErrors.FlexNotActive"/>, <see cref="ServiceErrors.FlexInProgress"/>,
    /// <see cref="ServiceErrors.FlexHasNoPrice"/>, <see cref="ServiceErrors.CapacityExceeded"/>.
    /// </exception>
    public static Flex Request(
        this IodService service,
        double bandwidth,
        string? discountCode,
        Capacity port,
        PriceList prices,
        Func<string> ids,
        Moment moment)
    {
        MustTakeFlexes(service);
        if (service.FlexInProgress is { } inProgress)
        {
            throw ServiceErrors.FlexInProgress.Because($"Flex {inProgress.Id} is {Spelling.Of(inProgress.Status)}; "
                + "it has to be SUCCESS or FAILED first.");
        }

        MustHaveAPrice(service, bandwidth, prices);
        var asked = (int)bandwidth;
        MustFit(service, asked, port);
        var flex = new Flex
        {
            Id = ids(),
            ServiceId = service.Id,
            Service = service,
            Type = asked > service.RateLimit ? FlexType.Upgrade : FlexType.Downgrade,
            Bandwidth = asked,
            LineItemId = ids(),
            DiscountCode = discountCode,
            ScheduledAt = moment.At.AddTicks(-(moment.At.Ticks % TimeSpan.TicksPerSecond)),
            CreatedAt = moment.At,
        };
        FlexStateMachine.Table.Begin(flex, FlexStatus.Requested, moment);
        service.Flexes.Add(flex);
        service.Log("FlexRequested", moment, flex.Told);
        return flex;
    }
}
