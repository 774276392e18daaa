using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Says what Internet On-Demand costs on a port (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceInternetOnPort
{
    private static readonly QueryParameter<string?> PortId = Query.Text(
        "portId", "5e5f9b85c2e6a1b4d782bcd0", "One of the company's ports.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/pricing/gia/byCompanyAndPort", Handle)
        .Published("100", "Price Internet On-Demand on a port")
        .Tells("Says what Internet On-Demand costs on one of the company's ports: by the month and for the whole "
            + "contract if it is for months or years, once if it is for days or weeks. Blocks of IPv4 addresses cost "
            + "extra; null means not available, 0 means free. Where the list has no price, message says so.")
        .ItselfNeeds(NetworkAction.ReadPort)
        .With(
            InternetRequest.CompanyId,
            PortId,
            InternetRequest.BandwidthAsked,
            InternetRequest.DurationValue,
            InternetRequest.DurationUnit,
            InternetRequest.DiscountCode)
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
            ServiceErrors.PortNotFound,
            ServiceErrors.InternetTurnedOffByPort,
            ServiceErrors.CapacityExceeded,
            ServiceErrors.IodNotOnPort,
            ServiceErrors.CodeInvalid)
        .Assumes("Bandwidths other than the printed ones cost in proportion, and weeks their days, but never more than "
            + "a month. The order of the refusals, and which of them is the answer to a discount code that isn't "
            + "accepted. That the product is turned off where the price list has nothing for it. Ports take what they "
            + "have left.");

    private static async Task<Answer<InternetPriced>> Handle(HttpRequest request, Turn turn, CancellationToken ct)
    {
        var name = InternetRequest.Needed(request, InternetRequest.CompanyId);
        var portId = InternetRequest.Needed(request, PortId);
        var asked = InternetRequest.Of(request);
        var company = turn.Company(name, NetworkAction.ReadPort);
        var port = await turn.Db.Ports.OwnedBy(company, portId, ct);
        InternetPriced.MustBeOn(turn.Reference.Prices.List, ServiceErrors.InternetTurnedOffByPort);
        Capacity.Of(port, turn.Rows.UseOf(port)).MustHold((int)asked.Bandwidth);
        if (!port.HasIod)
        {
            throw IodRules.NotOnPort(port);
        }

        return InternetPriced.Of(
            turn.Reference.InternetRateIn(port.MetroId),
            asked,
            turn.DiscountFor(InternetRequest.DiscountCode.Of(request), ServiceErrors.CodeInvalid),
            port.Spot);
    }
}
