using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.EdgeSim;

/// <summary>Orders SIM cards (OpenAPI 1.59.2).</summary>
internal static class OrderSims
{
    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "What the order is called.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string> OrderType = Body.NeededText(
        "orderType", "PAYG, paid by use, or TRIAL.", "PAYG", "TRIAL");

    private static readonly BodyMember<string?> SimPoolName = Body.Text(
        "simPoolName", "What the new pool is called; as the order where none is sent.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> SimPoolId = Body.Text(
        "simPoolId", "A pool that is there, for the cards to come into in place of a new one.", maxLength: 255);

    private static readonly BodyMember<string> CompanyId = Body.NeededText(
        "companyId", "The company that orders: the one of the path.", maxLength: 255);

    private static readonly BodyMember<string?> ApnId = Body.Text(
        "apnId", "The APN of the cards; the first of those for everybody where none is sent.", maxLength: 255);

    private static readonly BodyMember<string> Connectivity = Body.NeededText(
        "connectivityType", "PUBLIC, the Internet behind a firewall, or PRIVATE.", "PUBLIC", "PRIVATE");

    private static readonly BodyMember<int> SimQuantity = Body.NeededInteger(
        "simQuantity", "How many cards.", minimum: 1, maximum: EdgeSimRules.MostOrdered);

    private static readonly BodyMember<string?> SimType = Body.Text(
        "simType", "PHYSICAL-SIM, unless E-SIM is sent.", "PHYSICAL-SIM", "E-SIM");

    private static readonly BodyMember<string?> DnsPreferred = Body.Text(
        "dnsPreferred", "A name server of your own, IPv4.", maxLength: 255);

    private static readonly BodyMember<string?> DnsAlternate = Body.Text(
        "dnsAlternate", "Another one.", maxLength: 255);

    private static readonly BodyMember<bool?> UseDefaultDns = Body.Flag(
        "useDefaultDNS", "Whether the default name servers are used: they are, unless false is sent.", asText: true);

    private static readonly BodyMember<string> PaymentType = Body.NeededText(
        "paymentType", "INVOICE or CREDITCARD.", "INVOICE", "CREDITCARD");

    private static readonly BodyMember<string?> Status = Body.Text(
        "status", "ORDERED: what it is at first.", "ORDERED");

    private static readonly BodyMember<string?> DeliveryAddress = Body.Text(
        "deliveryAddress", "Where the cards are sent.", maxLength: 1000);

    private static readonly BodyMember<string?> DeliveryEmail = Body.Text(
        "deliveryEmail", "The e-mail address for news of the delivery.", maxLength: 255);

    private static readonly BodyMember<string?> OfferType = Body.Text("offerType", "Kept.", maxLength: 255);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Name,
        OrderType,
        SimPoolName,
        SimPoolId,
        CompanyId,
        ApnId,
        Connectivity,
        SimQuantity,
        SimType,
        DnsPreferred,
        DnsAlternate,
        UseDefaultDns,
        PaymentType,
        Status,
        DeliveryAddress,
        DeliveryEmail,
        OfferType);

    private const string Example = """
        {
          "name": "Vans in Nevada",
          "orderType": "PAYG",
          "simPoolName": "Vans in Nevada",
          "companyId": "557679e2c2e6a1b4d7756472",
          "apnId": "8a40d2c6-5b93-4e71-9f0c-3d1e7a62b854",
          "connectivityType": "PRIVATE",
          "simQuantity": 3,
          "simType": "PHYSICAL-SIM",
          "dnsPreferred": "192.0.2.53",
          "dnsAlternate": "192.0.2.54",
          "useDefaultDNS": "false",
          "paymentType": "INVOICE"
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{id}/iot-order", Handle)
        .Published("160", "Order SIM cards")
        .Tells("Orders SIM cards. The order is ORDERED, PROCESSING, then PROCESSED: its pool is there, simPoolId names "
            + "it, and it has as many cards as were ordered. With simPoolId the cards come into that pool.")
        .NeedsOfEither(NetworkAction.CreateSimOrder, "id", ServiceErrors.ModelNotFound)
        .With(EdgeSimChapter.Company)
        .Takes(Schema, Example)
        .Answers<SimOrderShape>(200)
        .Answers(
            ServiceErrors.CompanyNotVerifiedForEdgeSim,
            ServiceErrors.SimCompanyMismatch,
            ServiceErrors.SimPoolFull,
            ServiceErrors.WrongFormat)
        .Assumes(
            "The status PROCESSING, and that an order can fail. That an order may name a pool with simPoolId, as the "
            + "guide says that cards can be added to any of them. At most 1000 cards an order; a TRIAL is like any "
            + "other. The pool of a PUBLIC order has its firewall ENABLED. An unverified company is refused, as it is "
            + "for ports. The numbers of the cards are of ranges that no operator has. Of what the schema has besides, "
            + "nothing is taken from the body.");

    private static async Task<Answer<SimOrderShape>> Handle(
        Company company, string id, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        company = CompanyAsked.Of(asked.Of(CompanyId), id, company, NetworkAction.CreateSimOrder, turn);
        EdgeSimRules.MustBeVerified(company);
        var useDefault = asked.Of(UseDefaultDns) ?? true;
        var (preferred, alternate) = (asked.Of(DnsPreferred), asked.Of(DnsAlternate));
        EdgeSimRules.MustBeNameServers(useDefault, ("dnsPreferred", preferred), ("dnsAlternate", alternate));
        var pool = asked.Of(SimPoolId) is { Length: > 0 } named
            ? await turn.Db.SimPools.OwnedBy(company, named, ServiceErrors.ModelNotFound, ct)
            : null;
        var apn = pool is null && asked.Of(ApnId) is { Length: > 0 } apnId
            ? await turn.Db.ApnFor(company, apnId, ServiceErrors.ModelNotFound, ct)
            : null;
        var order = await OrderingSims.Order(
            turn.Db,
            company,
            new(
                asked.Of(Name),
                pool,
                asked.Of(SimPoolName),
                apn,
                asked.Of(SimQuantity),
                asked.Of(Connectivity),
                asked.Of(OrderType),
                asked.Of(PaymentType),
                asked.Of(SimType) ?? "PHYSICAL-SIM",
                turn.Caller.User.Email)
            {
                DeliveryAddress = asked.Of(DeliveryAddress),
                DeliveryEmail = asked.Of(DeliveryEmail),
                OfferType = asked.Of(OfferType),
                DnsPreferred = preferred,
                DnsAlternate = alternate,
                UseDefaultDns = useDefault,
            },
            new(turn.Ids.Next, turn.Ids.NextUuid),
            turn.Now,
            ct);
        return new SimOrderShape(order, company);
    }
}
