using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Says what Internet On-Demand costs in a facility (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceInternetInFacility
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/pricing/gia/byDcf", Handle)
        .Published("101", "Price Internet On-Demand in a facility")
        .Tells("Says what Internet On-Demand costs in a facility, in the form of its price on a port, before there is "
            + "a port. companyId is optional.")
        .ItselfNeeds(NetworkAction.ReadPort)
        .With(
            InternetRequest.DcfId,
            InternetRequest.BandwidthAsked,
            InternetRequest.DurationValue,
            InternetRequest.DurationUnit,
            InternetRequest.DiscountCode,
            InternetRequest.CompanyId)
        .Answers<InternetPriced>(200)
        .Answers(
            ServiceErrors.PriceArgumentRequired,
            ServiceErrors.ValueNotANumber,
            ServiceErrors.PricedBandwidthNotPositive,
            ServiceErrors.PricedQuantityNotPositive,
            ServiceErrors.PricedUnitUnknown,
            ServiceErrors.DurationTooLong,
            ServiceErrors.CompanyNotFound,
            ServiceErrors.AccessDenied,
            ServiceErrors.FacilityNotFound,
            ServiceErrors.InternetTurnedOff,
            ServiceErrors.CodeInvalid)
        .Assumes("What the price on a port assumes. That every logged-in user may ask where no company is named, and "
            + "that a facility which isn't ready has no price.");

    private static Answer<InternetPriced> Handle(HttpRequest request, Turn turn)
    {
        var id = InternetRequest.Needed(request, InternetRequest.DcfId);
        var asked = InternetRequest.Of(request);
        var facility = FacilityFor(request, id, turn);
        return InternetPriced.Of(
            facility.Ready ? turn.Reference.InternetRateIn(facility.MetroId) : null,
            asked,
            turn.DiscountFor(InternetRequest.DiscountCode.Of(request), ServiceErrors.CodeInvalid),
            facility.Spot);
    }

    /// <summary>The facility, for a company that the caller may price for.</summary>
    /// <exception cref="Refusal">The company or the facility isn't there, or the product is turned off.</exception>
    internal static DataCenterFacility FacilityFor(HttpRequest request, string id, Turn turn)
    {
        if (InternetRequest.CompanyId.Of(request) is { } name)
        {
            turn.Company(name, NetworkAction.ReadPort);
        }

        var facility = turn.Reference.Facility(id) ?? throw ServiceErrors.FacilityNotFound.Because(
            $"No data center facility has the id {id.Named()}; GET /v2/data-center-facility lists them.");
        InternetPriced.MustBeOn(turn.Reference.Prices.List, ServiceErrors.InternetTurnedOff);
        return facility;
    }
}
