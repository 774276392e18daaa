using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Domain.Sonata;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Workflows;

/// <summary>
/// What an order in MEF's dialect asks for becomes what the same would be on the service's own routes: an ordinary port
/// order, an ordinary connection.
/// </summary>
internal static class OrderingByMef
{
    /// <summary>The facility that a UNI is to be in.</summary>
    /// <param name="item">The item.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="reference">The facilities.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataReferenceUnknown"/>.</exception>
    public static DataCenterFacility FacilityOf(SonataItem item, SonataRules rules, ReferenceData reference)
    {
        var facility = PlaceOf(item, 0, rules, reference);
        if (item.Configuration!.FacilityName is { } name
            && !string.Equals(name, facility.Username, StringComparison.OrdinalIgnoreCase))
        {
            throw rules.Unknown(
                "product/productConfiguration/dcfName",
                "facility of the place",
                $"The place is {facility.Username}: send that as dcfName, or leave it out.");
        }

        return facility;
    }

    /// <summary>A place that an item names.</summary>
    /// <param name="item">The item.</param>
    /// <param name="index">Which: the source of an E-Line is first.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="reference">The facilities.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataReferenceUnknown"/>.</exception>
    public static DataCenterFacility PlaceOf(SonataItem item, int index, SonataRules rules, ReferenceData reference) =>
        reference.Facility(item.Places[index].Id) ?? throw rules.Unknown(
            $"product/place/{index}/id",
            "address",
            "POST /mefApi/sonata/geographicAddressManagement/v7/geographicAddressValidation finds the addresses of a "
            + "city.");

    /// <summary>
    /// What an item costs by the price list, US dollars: of a UNI a month, of an E-Line the whole term; null where it
    /// has no price.
    /// </summary>
    /// <param name="company">Who asks: its kind decides the class of service.</param>
    /// <param name="item">The item.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="reference">The facilities and the price list.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataReferenceUnknown"/>.</exception>
    public static double? PriceOf(Company company, SonataItem item, SonataRules rules, ReferenceData reference)
    {
        var (configuration, duration) = (item.Configuration!, item.Term!.Duration);
        if (item.Offering == SonataItem.Uni)
        {
            return (double?)PortPricing.Of(
                reference.Prices.List,
                FacilityOf(item, rules, reference),
                configuration.Bandwidth,
                monthly: UnitOf(duration) == "m",
                crossConnect: false,
                discount: null)?.Price;
        }

        return (double?)ConnectionPricing.Of(
            reference.Prices.List,
            PlaceOf(item, 0, rules, reference),
            PlaceOf(item, 1, rules, reference),
            configuration.Bandwidth,
            ClassesOfService.For(company, configuration.ClassOfService) ?? "SILVER",
            new Span(duration.Amount, UnitOf(duration)),
            discount: null)?.Total;
    }

    /// <summary>What a UNI's order asks of a port.</summary>
    public static PlacingAPortOrder.Wish Uni(
        Company company, SonataItem item, SonataRules rules, ReferenceData reference) => new(
            company,
            FacilityOf(item, rules, reference),
            rules.NameToOrder(),
            item.Configuration!.Bandwidth,
            "invoice",
            Subscription: null,
            PortsOnIt: 0,
            Monthly: item.Term!.Duration.Units == "calendarMonths",
            BundleCrossConnect: false,
            DiscountCode: null);

    /// <summary>The connection that an E-Line's order asks for, before it is opened.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="src">Who orders.</param>
    /// <param name="item">The item.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="ports">The source port and the destination port.</param>
    /// <param name="reference">Companies, facilities and metros.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SonataReferenceUnknown"/>, <see cref="ServiceErrors.PortNotFound"/>.
    /// </exception>
    public static Connection ELine(
        string id,
        Company src,
        SonataItem item,
        SonataRules rules,
        (Port From, Port To) ports,
        ReferenceData reference,
        Moment moment)
    {
        var configuration = item.Configuration!;
        var dest = reference.FindCompany(configuration.BuyerCompanyId!) ?? throw rules.Unknown(
            "product/productConfiguration/buyerCompanyId",
            "company",
            $"No company has the username {configuration.BuyerCompanyId}.");
        if (ports.To.CompanyId != dest.Id)
        {
            throw ServiceErrors.PortNotFound.Because($"Port {ports.To.Id} is none of {dest.Username}'s.");
        }

        MustStandAt(item, 0, ports.From, rules, reference);
        MustStandAt(item, 1, ports.To, rules, reference);
        if (configuration.DestUniMetroId is { } metroId && metroId != ports.To.MetroId)
        {
            throw rules.Unknown(
                "product/productConfiguration/destUNIMetroId",
                "metro of the destination",
                $"The destination port is in the metro {ports.To.MetroId}.");
        }

        var (srcMetro, destMetro) = (reference.Metro(ports.From.MetroId), reference.Metro(ports.To.MetroId));
        var name = rules.NameToOrder();
        return new Connection
        {
            Id = id,
            SrcCompanyId = src.Id,
            DestCompanyId = dest.Id,
            SrcPortId = ports.From.Id,
            DestPortId = ports.To.Id,
            SrcMetroId = srcMetro.Id,
            DestMetroId = destMetro.Id,
            SrcRegionId = srcMetro.RegionIds.FirstOrDefault(),
            DestRegionId = destMetro.RegionIds.FirstOrDefault(),
            DestFacilityId = ports.To.FacilityId,
            Speed = configuration.Bandwidth,
            SrcName = name,
            DestName = name,
            ClassOfService = ClassesOfService.For(src, configuration.ClassOfService),
            PaymentType = "invoice",
            Duration = item.Term!.Duration.Amount,
            DurationUnit = UnitOf(item.Term.Duration),
            Evergreen = true,
            CreatedAt = moment.At,
        };
    }

    /// <summary>A term's unit, as the service has it: <c>d</c>, <c>m</c> or <c>y</c>.</summary>
    public static string UnitOf(SonataDuration duration) => duration.Units switch
    {
        "calendarDays" => "d",
        "calendarMonths" => "m",
        _ => "y",
    };

    private static void MustStandAt(
        SonataItem item, int index, Port port, SonataRules rules, ReferenceData reference)
    {
        if (PlaceOf(item, index, rules, reference).Id != port.FacilityId)
        {
            throw rules.Unknown(
                $"product/place/{index}/id",
                "address of the port",
                $"Port {port.Id} is in the facility {port.FacilityId ?? "of no address"}.");
        }
    }
}
