using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Pricing;

/// <summary>Says what a flex of Internet On-Demand costs (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceInternetFlex
{
    private static readonly QueryParameter<string?> Bandwidth = Query.Text(
        "bandwidth", "250", "The service's total bandwidth, Mbps.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/pricing/flex-iod/{giaServiceId}", Handle)
        .Published("103", "Price an IO-D service's flex")
        .Tells("Says what an hour costs with another bandwidth for a service, as the history of its flexes will charge "
            + "it. Nothing is ordered; a bandwidth that wouldn't be accepted is refused as having no price.")
        .ItselfNeeds(NetworkAction.ReadIodService)
        .With(
            new ParameterExample(
                "giaServiceId", "06327dfa-4e86-438b-af4c-3086be0a2467", "The service's id."),
            Bandwidth,
            InternetRequest.DiscountCode)
        .Answers<FlexCharged>(200)
        .Answers(
            ServiceErrors.AccessDenied,
            ServiceErrors.PriceArgumentRequired,
            ServiceErrors.ValueNotANumber,
            ServiceErrors.PricedBandwidthNotPositive,
            ServiceErrors.CodeInvalid,
            ServiceErrors.IodServiceNotFound,
            ServiceErrors.FlexPriceNotAvailable)
        .Assumes("That flexCharge is what an hour costs, as in the history. That discountCode need not be sent, though "
            + "it is marked as required: its own words call it optional. That whatever a flex would be refused for has "
            + "no price, except for another flex in progress. The refusals of a bandwidth are those of the other "
            + "prices.");

    private static async Task<Answer<FlexCharged>> Handle(
        string giaServiceId, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var bandwidth = InternetRequest.BandwidthOf(InternetRequest.Needed(request, Bandwidth));
        var discount = turn.DiscountFor(InternetRequest.DiscountCode.Of(request), ServiceErrors.CodeInvalid);
        var service = await turn
            .Db.IodServices.Whole()
            .Include(service => service.AccessPort)
            .FirstOrDefaultAsync(
                service => service.Id == giaServiceId && service.Status != IodServiceStatus.Deleted, ct);

        // The route names no company: whose services the caller can't see don't exist for them.
        if (service is null || !turn.Caller.RolesByCompany.ContainsKey(service.CompanyId))
        {
            throw ServiceErrors.IodServiceNotFound.Because(
                "None of your companies has an IO-D service with that id.", giaServiceId);
        }

        turn.Caller.Needs(NetworkAction.ReadIodService, turn.Reference.Company(service.CompanyId), turn.Access);
        var list = turn.Reference.Prices.List;
        try
        {
            IodRules.MustBePossible(
                service,
                bandwidth,
                Capacity.Of(service.AccessPort, turn.Rows.UseOf(service.AccessPort)),
                list);
        }
        catch (Refusal why)
        {
            throw ServiceErrors.FlexPriceNotAvailable.Because($"{why.Message} {why.Explanation}");
        }

        var price = FlexPricing.Of(
            list, bandwidth - service.ContractBandwidth, discount, service.AccessPort.Spot)!.Value;
        return new FlexCharged(price.Hourly, price.Saved);
    }

    /// <summary>What an hour costs.</summary>
    internal sealed record FlexCharged(decimal FlexCharge, decimal AmountSaved);
}
