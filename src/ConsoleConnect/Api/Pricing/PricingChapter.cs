using Emulator.Domain;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Api.Pricing;

/// <summary>What things cost, before they are ordered (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PricingChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        PricePortsAndConnections.Map(routes);
        PriceConnectionFlex.Map(routes);
        PriceInternetOnPort.Map(routes);
        PriceInternetInFacility.Map(routes);
        PriceInternetInBulk.Map(routes);
        PriceInternetFlex.Map(routes);
        PriceRouter.Map(routes);
        PriceAddingSite.Map(routes);
        PriceDeletingSite.Map(routes);
        GeneratePdf.Map(routes);
    }

    /// <summary>The discount of a code that is taken; null where none is sent, or an empty one.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="code">The code.</param>
    /// <param name="otherwise">How the operation refuses one that isn't.</param>
    /// <exception cref="Refusal">There is no such code, or it is no longer taken.</exception>
    public static Discount? DiscountFor(this Turn turn, string? code, ServiceError otherwise)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var discounts = turn.Reference.Prices.Discounts;
        return discounts.With(code) switch
        {
            null => throw otherwise.Because(
                $"There is no discount with the code {code.Named()}. There are {string.Join(", ", discounts.Codes)}."),
            { DeletedAt: { } ended } => throw otherwise.Because(
                $"The discount with the code {code.Named()} ended at {ended:yyyy-MM-ddTHH:mm:ss.fffZ}."),
            var discount => discount,
        };
    }

    /// <summary>What a price list has for a facility's metro; null where it has nothing.</summary>
    public static InternetRate? InternetRateIn(this ReferenceData reference, string metroId) =>
        InternetPricing.RateIn(reference.Prices.List, reference.Metro(metroId));

    /// <summary>A facility, by its id and nothing else, as prices want it.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public static DataCenterFacility FacilityPriced(this ReferenceData reference, string id, string property) =>
        reference.Facility(id) ?? throw ServiceErrors.PricedFacilityUnknown.Because(
            $"No data center facility has the id {id.Named()}; GET /v2/data-center-facility lists them.", property);
}
