using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Sonata;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Sonata;

/// <summary>Orders a port or a layer 2 connection, or its deletion, in MEF's dialect (OpenAPI 1.59.2).</summary>
internal static class CreateOrder
{
    private const string Items = "productOrderItem";
    private const string Term = "requestedItemTerm";

    private static readonly BodyMember<bool?> Expedite = Body.Flag(
        "expediteIndicator", "Whether it is urgent: repeated in the answer as accepted, and without effect.");

    private static readonly BodyMember<string?> RequestedCompletionDate = Body.Text(
        "requestedCompletionDate", "When it is wanted: repeated in the answer, and without effect.");

    private static readonly RequestSchema Item = SonataBodies.Item(Term)
        .Object(
            "billingAccount",
            "The buyer's billing account.",
            new RequestSchema().TextOrNull("id", "Its id: repeated in the answer."))
        .Object(
            "quoteItem",
            "The quote that it follows.",
            new RequestSchema()
                .TextOrNull("id", "The quote's item.")
                .TextOrNull("quoteId", "The quote's id; the text null, or an empty one, stands for none.")
                .TextOrNull("quoteHref", "It is ignored."))
        .With(Expedite, RequestedCompletionDate)
        .Objects("productOrderItemRelationship", "It is ignored.")
        .Objects("coordinatedAction", "It is ignored.")
        .TextOrNull("relatedBuyerPON", "It is ignored.")
        .TextOrNull("tspRestorationPriority", "It is ignored.")
        .TextOrNull("endCustomerName", "It is ignored.")
        .Integer("expediteValue", "It is ignored.", nullable: true);

    private static readonly RequestSchema Schema = SonataBodies.Common()
        .Objects(Items, "What is ordered: one item.", Item, required: true)
        .NullIsNothing();

    private const string Example = """
        {
          "externalId": "PO-1001", "projectId": "Harbour",
          "relatedContactInformation": [
            {
              "role": "productOrderContact", "name": "Stan", "emailAddress": "stan@acme.example",
              "number": "+1 555 0100", "organization": "Acme"
            }
          ],
          "productOrderItem": [
            {
              "id": "UNI", "action": "add",
              "product": {
                "productOffering": { "id": "UNI" },
                "productConfiguration": {
                  "@type": "UNI", "bandwidth": 1000, "bandwidthUnit": "MBPS", "name": "Harbour port",
                  "paymentType": "invoice", "dcfName": "equinix-sy3"
                },
                "place": [
                  { "role": "INSTALL_LOCATION", "id": "5a8ba936c2e6a1b4d75132f8", "@type": "GeographicAddressRef" }
                ]
              },
              "requestedItemTerm": {
                "name": "A year", "description": "By the year", "duration": { "amount": 1, "units": "calendarYears" },
                "endOfTermAction": "roll", "rollInterval": { "amount": 1, "units": "calendarMonths" }
              },
              "relatedContactInformation": [
                {
                  "role": "buyerTechnicalContact", "name": "Stan", "emailAddress": "stan@acme.example",
                  "number": "+1 555 0100"
                }
              ],
              "billingAccount": { "id": "ACME-1" },
              "quoteItem": { "id": "UNI", "quoteId": "null" },
              "expediteIndicator": false
            }
          ]
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/mefApi/sonata/productOrderingManagement/v10/productOrder", Handle)
        .Published("197", "Place a product order")
        .Tells("Orders a port (UNI) or a layer 2 connection (ACCESS_E_LINE), or deletes one that was ordered so. It is "
            + "an ordinary port order or connection on every other route; the order is acknowledged, then in progress, "
            + "and completed when the port or the connection is. An E-Line has to be disabled before it is deleted, "
            + "and so has a port.")
        .AskedByABuyer(NetworkAction.CreateProductOrder)
        .Takes(Schema, Example, "relatedContactInformation", Term)
        .Answers<ProductOrder>(201)
        .Answers(
            ServiceErrors.SonataOneItemOnly,
            ServiceErrors.SonataActionNotSupported,
            ServiceErrors.SonataMissing,
            ServiceErrors.SonataNotSupported,
            ServiceErrors.SonataReferenceUnknown,
            ServiceErrors.CompanyNotVerified,
            ServiceErrors.FacilityNotReady,
            ServiceErrors.SpeedNotOffered,
            ServiceErrors.MonthlyNotOffered,
            ServiceErrors.PortNotFound,
            ServiceErrors.SamePortTwice,
            ServiceErrors.NoActiveSourcePort,
            ServiceErrors.NoActiveDestinationPort,
            ServiceErrors.CapacityExceeded,
            ServiceErrors.PortClosed,
            ServiceErrors.PortIsSingleService,
            ServiceErrors.NoVlanLeft,
            ServiceErrors.EntitlementExceeded,
            ServiceErrors.PortOnboarded,
            ServiceErrors.PortHasConnections,
            ServiceErrors.PortHasServices,
            ServiceErrors.PortHasSites,
            ServiceErrors.WrongState)
        .Assumes(
            "What rules of the service forbid is refused with their own words, as 422 otherIssue or referenceNotFound. "
            + "A contact whose role is productOrderContact is asked for, as the guides have it. quoteItem.quoteId has "
            + "to be a quote of the buyer's own that is valid still; the order isn't held against it. "
            + "expediteIndicator and requestedCompletionDate change nothing. orderId is the port order's, the "
            + "connection's or the product's id. Only what was ordered here can be deleted here.");

    private static async Task<Answer<ProductOrder>> Handle(
        HttpRequest request, RequestBody body, Turn turn, CancellationToken ct)
    {
        var company = Buyer.Of(request, turn, NetworkAction.CreateProductOrder);
        var asked = body.Checked(Schema);
        var contacts = SonataBodies.Contacts(asked);
        var item = ItemOf(SonataBodies.OnlyOne(asked, Items));
        var rules = new SonataRules(item, $"/{Items}/0", Term);
        rules.MustNotModify();
        SonataRules.MustName(contacts, "productOrderContact");
        var (portOrder, port, connection) = item.Action == SonataItem.Delete
            ? await Deleted(company, item, rules, turn, ct)
            : await Added(company, item, rules, turn, ct);
        var order = new SonataOrder
        {
            Id = turn.Ids.NextUuid(),
            CompanyId = company.Id,
            ExternalId = asked.Text("externalId"),
            Contacts = contacts,
            Item = item,
            PlacedAt = turn.Now.At,
            PortOrderId = portOrder?.Id,
            PortOrder = portOrder,
            PortId = port?.Id,
            Port = port,
            ConnectionId = connection?.Id,
            Connection = connection,
        };
        turn.Db.Add(order);
        return new Answer<ProductOrder>(new ProductOrder(order, order.StateAt(turn.Now.At)), created: true);
    }

    private static SonataItem ItemOf(Asked item) => SonataBodies.ItemOf(item, Term) with
    {
        BillingAccountId = item.Object("billingAccount").Text("id"),
        Expedite = item.Of(Expedite),
        RequestedCompletionDate = item.Of(RequestedCompletionDate),
        Quote = item.Has("quoteItem")
            ? new(item.Object("quoteItem").Text("id"), item.Object("quoteItem").Text("quoteId"))
            : null,
    };

    private static async Task<(PortOrder?, Port?, Connection?)> Added(
        Company company, SonataItem item, SonataRules rules, Turn turn, CancellationToken ct)
    {
        rules.MustBeOrderable();
        if (item.Quote?.QuoteId is { Length: > 0 } quoteId and not "null")
        {
            var quote = await turn.Db.SonataQuotes.FindAsync([quoteId], ct);
            if (quote?.CompanyId != company.Id || quote.ValidUntil < turn.Now.At)
            {
                throw rules.Unknown(
                    "quoteItem/quoteId",
                    "valid quote",
                    "A quote is valid for a day: POST /mefApi/sonata/quoteManagement/v8/quote makes one. Leave "
                    + "quoteItem out to order without.");
            }
        }

        if (item.Offering == SonataItem.Uni)
        {
            var order = PlacingAPortOrder.Place(
                OrderingByMef.Uni(company, item, rules, turn.Reference), turn.Ids.Next, turn.Now);
            turn.Db.Add(order);
            return (order, order.Port, null);
        }

        var from = await turn.Db.Ports.OwnedBy(company, rules.PortOn(source: true), ct);
        var to = await turn.Db.Ports.Delivered(rules.PortOn(source: false), ct);
        var connection = OrderingByMef.ELine(
            turn.Ids.Next(), company, item, rules, (from, to), turn.Reference, turn.Now);
        OpeningAConnection.Open(
            connection, Standing(from), Standing(to), turn.Reference.Company(connection.DestCompanyId), turn.Now);
        UsingAPlan.MustCover(turn.Db, connection, turn.Reference);
        turn.Db.Add(connection);
        await GivingAReply.Ask(turn.Db, connection, turn.Now, ct);
        return (null, null, connection);

        OpeningAConnection.Standing Standing(Port port) => new(port, turn.Rows.UseOf(port));
    }

    private static async Task<(PortOrder?, Port?, Connection?)> Deleted(
        Company company, SonataItem item, SonataRules rules, Turn turn, CancellationToken ct)
    {
        var id = rules.ProductToDelete();
        var product = await turn.Db.SonataProductOf(company, id, ct)
            ?? throw rules.Unknown(
                "product/id",
                "product",
                $"{company.Username} has no product with the id {id.Named()}: "
                + "GET /mefApi/sonata/productInventory/v7/product lists them. What was ordered on other routes is "
                + "deleted there.");
        if (product.ConnectionId is { } connectionId)
        {
            var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
            SonataRules.MustBeDisabled(connection);
            connection.Delete(connection.SideOf(company.Id), turn.Now);
            return (null, null, connection);
        }

        var port = await turn.Db.Ports.OwnedBy(company, id, ct);
        port.Delete(turn.Rows.UseOf(port), turn.Now);
        return (null, port, null);
    }
}
