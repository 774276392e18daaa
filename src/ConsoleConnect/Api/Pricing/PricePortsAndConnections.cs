using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Says what ports and connections cost (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PricePortsAndConnections
{
    /// <summary>Speeds below it are Gbps, as the older edition sends them; no port is that slow in Mbps.</summary>
    private const long LeastMbps = 100;

    private static readonly BodyMember<string> Dcf = Body.NeededText("dcf", "The id of the facility.");

    private static readonly BodyMember<long> Speed = Body.NeededLongInteger(
        "speed", "Mbps; Gbps where it is less than 100.", minimum: 1);

    private static readonly BodyMember<string?> DurationUnit = Body.Text(
        "durationUnit", "y, or m for a port that is ordered by the month. y where it isn't sent.", "y", "m");

    private static readonly BodyMember<long> Bandwidth = Body.NeededLongInteger("bandwidth", "Mbps.", minimum: 1);

    private static readonly BodyMember<string> ClassOfService = Body.NeededText(
        "classOfService", "The class of service.", "GOLD", "SILVER", "BRONZE");

    private static readonly BodyMember<string> Src = Body.NeededText("srcDcf", "The id of the facility at one end.");

    private static readonly BodyMember<string> Dest = Body.NeededText("destDcf", "The id of that at the other.");

    private static readonly BodyMember<long> Value = Body.NeededLongInteger("value", "How many.", minimum: 1);

    private static readonly BodyMember<string> Unit = Body.NeededText(
        "unit", "d for days (up to 6), w for weeks (3), m for months (36), y for years (3).", Term.Units);

    private static readonly RequestSchema Connection = new RequestSchema()
        .With(Bandwidth, ClassOfService)
        .Object("duration", "How long.", new RequestSchema().With(Value, Unit), required: true)
        .With(
            Src,
            Dest,
            Body.Text("srcRegion", "A region; without effect, since the facility determines it."),
            Body.Text("destRegion", "The same at the other end."));

    private static readonly BodyMember<string?> DiscountCode = Body.Text(
        "discountCode", "A promotion or partner code.");

    private static readonly BodyMember<bool?> CrossConnect = Body.Flag(
        "includeCrossConnect", "Whether ports that can have a cross connect are priced with one.");

    private static readonly RequestSchema Schema = new RequestSchema()
        .Objects("ports", "Ports.", new RequestSchema().With(Dcf, Speed, DurationUnit))
        .Objects("connections", "Connections.", Connection)
        .With(DiscountCode, CrossConnect);

    private const string Example = """
        {
          "ports": [{ "dcf": "5639a0efc2e6a1b4d7f929f5", "speed": 1000, "durationUnit": "y" }],
          "connections": [
            {
              "bandwidth": 50, "classOfService": "GOLD", "duration": { "value": 12, "unit": "m" },
              "srcDcf": "5a8ba9aac2e6a1b4d7575bb1", "srcRegion": "5a370b4cc2e6a1b4d72c3de5",
              "destDcf": "5a8ba9cbc2e6a1b4d732e2bd", "destRegion": "5a370b4cc2e6a1b4d72c3de5"
            }
          ],
          "discountCode": "DISCOUNTDEMO",
          "includeCrossConnect": true
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/pricing/calculate", Handle)
        .Published("098", "Price ports and connections")
        .Tells("Says what ports cost a month, and what connections cost for their term, in the order of the request, "
            + "ports first. A connection's price comes with the formula and its factors. What has no price is left "
            + "out, and where nothing has one the answer is 204, without content.")
        .MayBeCalledBy("Every logged-in user.")
        .Takes(Schema, Example)
        .Answers<Results<PricedItem>>(200)
        .AnswersNothing(204)
        .Answers(
            ServiceErrors.PricedFacilityUnknown,
            ServiceErrors.PriceCodeInvalid,
            ServiceErrors.DurationTooLong)
        .Assumes("What isn't in the price list's printed figures. That each of several items is priced alone, and "
            + "one without a price left out. Speeds under 100 are Gbps. A facility that isn't ready, or doesn't offer "
            + "what is asked for, has no price. A discount's amounts are taken off to the cent, those of a month "
            + "first. That a code which is for other products is no error and gives nothing.");

    private static IResult Handle(RequestBody body, Turn turn)
    {
        var asked = body.Checked(Schema);
        var (ports, connections) = (asked.Objects("ports"), asked.Objects("connections"));
        foreach (var port in ports)
        {
            turn.Reference.FacilityPriced(port.Of(Dcf), "dcf");
        }

        foreach (var connection in connections)
        {
            turn.Reference.FacilityPriced(connection.Of(Src), "srcDcf");
            turn.Reference.FacilityPriced(connection.Of(Dest), "destDcf");
            SpanOf(connection.Object("duration"));
        }

        var discount = turn.DiscountFor(asked.Of(DiscountCode), ServiceErrors.PriceCodeInvalid);
        List<PricedItem> priced =
        [
            .. ports
                .Select(port => Priced(port, asked.Of(CrossConnect) == true, discount, turn))
                .Concat(connections.Select(connection => Priced(connection, discount, turn)))
                .OfType<PricedItem>(),
        ];
        return priced.Count == 0
            ? TypedResults.NoContent()
            : new Answer<Results<PricedItem>>(new(priced));
    }

    private static PricedItem? Priced(Asked port, bool crossConnect, Discount? discount, Turn turn)
    {
        var facility = turn.Reference.FacilityPriced(port.Of(Dcf), "dcf");
        var speed = port.Of(Speed);
        var unit = port.Of(DurationUnit) ?? "y";
        var mbps = speed < LeastMbps ? speed * 1000 : speed;
        return PortPricing.Of(turn.Reference.Prices.List, facility, mbps, unit == "m", crossConnect, discount)
            is { } price
            ? PricedItem.Of(
                price,
                new PricedThing
                {
                    Dcf = new(facility),
                    Speed = speed,
                    DiscountId = price.Discount?.Id ?? "",
                    DurationUnit = unit,
                })
            : null;
    }

    private static PricedItem? Priced(Asked connection, Discount? discount, Turn turn)
    {
        var (src, dest) = (
            turn.Reference.FacilityPriced(connection.Of(Src), "srcDcf"),
            turn.Reference.FacilityPriced(connection.Of(Dest), "destDcf"));
        var span = SpanOf(connection.Object("duration"));
        var (bandwidth, classOfService) = (connection.Of(Bandwidth), connection.Of(ClassOfService));
        return ConnectionPricing.Of(
            turn.Reference.Prices.List, src, dest, bandwidth, classOfService, span, discount) is { } price
            ? PricedItem.Of(
                price,
                new PricedThing
                {
                    SrcDcf = new(src),
                    DestDcf = new(dest),
                    Duration = new(span),
                    Bandwidth = bandwidth,
                    ClassOfService = classOfService,
                    DiscountId = price.Discount?.Id ?? "",
                },
                PriceFactor.Of(price, src, dest, turn.Reference))
            : null;
    }

    private static Span SpanOf(Asked duration)
    {
        var (value, unit) = ((int)Math.Min(duration.Of(Value), int.MaxValue), duration.Of(Unit));
        Term.MustBeOffered(value, unit);
        return new Span(value, unit);
    }
}
