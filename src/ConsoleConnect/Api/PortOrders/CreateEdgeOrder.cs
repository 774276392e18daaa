using Emulator.Domain.Agreements;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Domain.PortOrders;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.PortOrders;

/// <summary>Orders an edge port (OpenAPI 1.59.2).</summary>
internal static class CreateEdgeOrder
{
    private static readonly BodyMember<string> PortName = Body.NeededText("portName", "The port's name.", 255, 1);

    private static readonly BodyMember<int> Speed = Body.NeededInteger(
        "speed", "The port's speed, Mbps: 100 at least.", EdgeRules.LeastSpeed, 1_000_000);

    private static readonly BodyMember<string> Payment = Body.NeededText(
        "paymentType", "invoice: nothing else is accepted.", "invoice");

    private static readonly BodyMember<string?> DiscountCode = Body.TextOrNull(
        "discountCode", "A discount code; it lowers the order's price if it is for edge ports.");

    private static readonly BodyMember<string> QuoteKey = Body.NeededText(
        "quoteKey", "The price that is chosen: of a search that is READY.", 64, 1);

    private static readonly BodyMember<string?> ShieldPortId = Body.Text(
        "shieldPortId", "The port in the provider's network, as the price has it.", 64);

    private static readonly BodyMember<string> Name = Body.NeededText(
        "primarySiteContactName", "Whom to turn to on site.", 255, 1);

    private static readonly BodyMember<string> Prefix = Body.NeededText(
        "primarySitePhonePrefix", "The country's phone prefix.", 16, 1);

    private static readonly BodyMember<string> Phone = Body.NeededText(
        "primarySiteContactPhone", "The contact's phone.", 64, 1);

    private static readonly BodyMember<string> Email = Body.NeededEmail(
        "primarySiteContactEmail", "The contact's address.");

    private static readonly BodyMember<string?> SecondName = Body.TextOrNull(
        "secondarySiteContactName", "Whom else to turn to.");

    private static readonly BodyMember<string?> SecondPrefix = Body.TextOrNull(
        "secondarySitePhonePrefix", "The country's phone prefix.");

    private static readonly BodyMember<string?> SecondPhone = Body.TextOrNull(
        "secondarySiteContactPhone", "The other contact's phone.");

    private static readonly BodyMember<string?> SecondEmail = Body.TextOrNull(
        "secondarySiteContactEmail", "The other contact's address.");

    private static readonly BodyMember<string> Demarcation = Body.NeededText(
        "demarcationPoint", "Where the line is handed over.", 1000, 1);

    private static readonly BodyMember<string> Access = Body.NeededText(
        "siteAccess", "How to get in.", 1000, 1);

    private static readonly BodyMember<string?> Interface = Body.TextOrNull(
        "interfaceType", "The kind of Ethernet interface.");

    private static readonly BodyMember<Asked> Contacts = Body.NeededObject(
        "siteContacts",
        "Whom to turn to on site, and how to get in.",
        Name,
        Prefix,
        Phone,
        Email,
        SecondName,
        SecondPrefix,
        SecondPhone,
        SecondEmail,
        Demarcation,
        Access,
        Interface);

    private static readonly BodyMember<string> Address = Body.NeededText(
        "formattedAddress", "The address, as the search has it.", 500, 1);

    private static readonly BodyMember<Asked> Payload = Body.NeededObject(
        "edgePayload",
        "The price that is chosen, as the search shows it, with whom to turn to on site.",
        [
            Body.NeededObject("country", "As the search has it.", Taken("iso"), Taken("name")),
            Address,
            Body.NeededText("interval", "How long it takes to build.", 64),
            Body.NeededText("latitude", "As the search has it.", 64),
            Body.NeededText("longitude", "As the search has it.", 64),
            QuoteKey,
            ShieldPortId,
            Contacts,
            Body.Object("metro", "As the price has it.", Taken("id"), Taken("name"), Taken("country")),
            Body.Flag("hasXcc", "As the price has it."),
            .. new[]
            {
                "bandwidth", "bandwidthUnit", "contractTerm", "contractTermUnit", "displayName", "lastMileProvider",
                "lastMileProviderKey", "mrc", "mrcCurrency", "nrc", "nrcCurrency", "remarks", "tcv", "tcvCurrency",
                "trc", "trcCurrency", "vendorName",
            }.Select(Taken),
        ]);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        PortName, Speed, Payment, DiscountCode, Payload);

    private const string Example = """
        {
          "portName": "Branch", "speed": 100, "paymentType": "invoice",
          "edgePayload": {
            "country": { "iso": "HK", "name": "Hong Kong" }, "formattedAddress": "18 Ferry Street, Hong Kong",
            "interval": "6 weeks", "latitude": "22.3027", "longitude": "114.1772",
            "quoteKey": "6f1d2c84-93ab-4e57-8b06-2d5a7c90e411", "shieldPortId": "5b7a1c90c2e6a1b4d7e00852",
            "bandwidth": "100", "bandwidthUnit": "Mbps", "contractTerm": "12", "contractTermUnit": "month",
            "displayName": "Lantau Fibre", "hasXcc": false, "lastMileProvider": "Not Provided",
            "lastMileProviderKey": "NOT_PROVIDED", "mrc": "180.00", "mrcCurrency": "USD", "nrc": "600.00",
            "nrcCurrency": "USD", "remarks": "-", "tcv": "2760.00", "tcvCurrency": "USD", "trc": "2160.00",
            "trcCurrency": "USD", "vendorName": "Lantau Fibre",
            "metro": { "id": "5a370fb8c2e6a1b4d749fba4", "name": "Hong Kong", "country": "hk" },
            "siteContacts": {
              "primarySiteContactName": "Stan", "primarySitePhonePrefix": "+852",
              "primarySiteContactPhone": "5550 0123", "primarySiteContactEmail": "stan@example.com",
              "secondarySiteContactName": null, "secondarySitePhonePrefix": null, "secondarySiteContactPhone": null,
              "secondarySiteContactEmail": null, "demarcationPoint": "Third floor, rack 2",
              "siteAccess": "Ring at the gate", "interfaceType": null
            }
          }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/company/{companyName}/ports/edge-orders", Handle)
        .Published("157", "Order an edge port")
        .Tells("Orders a port at the company's own site, by a price that a search has found. The answer is a port "
            + "order like any other, with isEdgePort true: after pending its site is surveyed and the line "
            + "installed; when it is done there is a port of type EDGE.")
        .ItselfNeeds(NetworkAction.CreatePortOrder)
        .With(Parameters.Company)
        .Takes(Schema, Example)
        .Answers<PortOrderDetails>(200)
        .Answers(
            ServiceErrors.AccessDenied,
            ServiceErrors.NotAgreed,
            ServiceErrors.EdgeCompanyNotFound,
            ServiceErrors.EdgeNotAllowed,
            ServiceErrors.EdgeNotVerified,
            ServiceErrors.EdgeQuoteInvalid,
            ServiceErrors.EdgePortUnknown)
        .Assumes("The order of the refusals. Prices count as the search has them, whatever is sent; speed is the "
            + "port's, whatever the price is for. A price can be ordered by more than once. discountCode, as other "
            + "orders have it. Another company's price, and one that is no longer good, isn't found.");

    private static async Task<Answer<PortOrderDetails>> Handle(
        string companyName, RequestBody body, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.FindCompany(companyName)
            ?? throw ServiceErrors.EdgeCompanyNotFound.Because($"No company has the username or the id {companyName}.");
        turn.Caller.Needs(NetworkAction.CreatePortOrder, company, turn.Access);
        if (await turn.Db.LacksAgreement(company, AgreementType.ConsolePortServiceTerms, ct))
        {
            throw AgreementRules.NotAgreed(company, AgreementType.ConsolePortServiceTerms);
        }

        var asked = body.Checked(Schema);
        EdgeRules.MustBeAllowed(company, asked.Of(Payment));
        var payload = asked.Of(Payload);
        var (quote, solution) = await turn.Db.EdgeSolutionWith(payload.Of(QuoteKey), [company], turn.Now.At, ct)
            ?? throw ServiceErrors.EdgeQuoteInvalid.Because("quoteKey is one that GET "
                + "/v2/edgeports/quotes/search/{responseId} shows the company, while it is good.");
        if (payload.Of(ShieldPortId) is { } port && port != solution.ShieldPortId)
        {
            throw ServiceErrors.EdgePortUnknown.Because(
                $"The price's shieldPortId is {solution.ShieldPortId}: send that, or none.");
        }

        var facility = turn.Reference.Facility(solution.FacilityId)
            ?? throw ServiceErrors.EdgePortUnknown.Because("The price leads to a facility that isn't there.");
        var code = asked.Of(DiscountCode);
        var order = PlacingAnEdgeOrder.Place(
            new(
                company,
                facility,
                asked.Of(PortName),
                asked.Of(Speed),
                new EdgeTerms(
                    quote.Id,
                    EdgeRules.PercentOff(turn.Reference.Prices.DiscountOf(code)) is { } percent
                        ? solution.Discounted(percent)
                        : solution,
                    quote.Place,
                    ContactsIn(payload.Of(Contacts))),
                code),
            PortOrderStatus.Created,
            turn.Ids.Next,
            turn.Now);
        turn.Db.Add(order);
        return turn.DetailsOf(order);
    }

    private static SiteContacts ContactsIn(Asked contacts) => new(
        contacts.Of(Name),
        contacts.Of(Prefix),
        contacts.Of(Phone),
        contacts.Of(Email),
        contacts.Of(SecondName),
        contacts.Of(SecondPrefix),
        contacts.Of(SecondPhone),
        contacts.Of(SecondEmail),
        contacts.Of(Demarcation),
        contacts.Of(Access),
        contacts.Of(Interface));

    /// <summary>A member that is sent along: what counts is the search's own.</summary>
    private static BodyMember<string?> Taken(string name) => Body.Text(name, "As the search has it.", 255);
}
