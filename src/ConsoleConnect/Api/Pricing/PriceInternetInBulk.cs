using System.Text.Json;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Answers several prices of Internet On-Demand in a facility at once (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceInternetInBulk
{
    private static readonly QueryParameter<string?> PriceRequests = Query.Text(
        "priceRequests",
        """
        [{"bandwidth":10,"durationValue":24,"durationUnit":"m"},{"bandwidth":10,"durationValue":6,"durationUnit":"d"}]
        """,
        "A list in JSON; each item has bandwidth, durationValue and durationUnit.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/pricing/gia/bulkByDcf", Handle)
        .Published("102", "Price Internet On-Demand in a facility, several at once")
        .Tells("Answers a price for each item of priceRequests, in their order: bandwidths and durations in one "
            + "facility. Prices by the month and those that are paid once may be mixed.")
        .ItselfNeeds(NetworkAction.ReadPort)
        .With(InternetRequest.DcfId, PriceRequests, InternetRequest.DiscountCode, InternetRequest.CompanyId)
        .Answers<IReadOnlyList<InternetPriced>>(200)
        .Answers(
            ServiceErrors.PriceArgumentRequired,
            ServiceErrors.InternetPriceInvalid,
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
        .Assumes("What the price in one facility assumes; discountCode and companyId as there. That the first item "
            + "that is wrong is refused, and priceRequests that are no list of objects as an invalid request.");

    private static Answer<IReadOnlyList<InternetPriced>> Handle(HttpRequest request, Turn turn)
    {
        var id = InternetRequest.Needed(request, InternetRequest.DcfId);
        var asked = Read(InternetRequest.Needed(request, PriceRequests));
        var facility = PriceInternetInFacility.FacilityFor(request, id, turn);
        var rate = facility.Ready ? turn.Reference.InternetRateIn(facility.MetroId) : null;
        var discount = turn.DiscountFor(InternetRequest.DiscountCode.Of(request), ServiceErrors.CodeInvalid);
        return asked.ConvertAll(one => InternetPriced.Of(rate, one, discount, facility.Spot));
    }

    private static List<InternetRequest> Read(string json)
    {
        try
        {
            using var list = JsonDocument.Parse(json);
            return list.RootElement.ValueKind == JsonValueKind.Array
                ? [.. list.RootElement.EnumerateArray().Select(Read)]
                : throw Unreadable("it is no list");
        }
        catch (JsonException)
        {
            throw Unreadable("it is no JSON");
        }
    }

    private static InternetRequest Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Unreadable("an item is no object");
        }

        string Needed(string name) => item.TryGetProperty(name, out var value) && value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        } is { Length: > 0 } sent
            ? sent
            : throw InternetRequest.Missing(name, "each item of priceRequests has one.");

        return InternetRequest.Of(Needed("bandwidth"), Needed("durationValue"), () => Needed("durationUnit"));
    }

    private static Refusal Unreadable(string why) => ServiceErrors.InternetPriceInvalid.Because(
        "priceRequests is a list of {\"bandwidth\": 10, \"durationValue\": 1, \"durationUnit\": \"y\"}: " + $"{why}.");
}
