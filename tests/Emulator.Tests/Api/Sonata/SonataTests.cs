using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Sonata;

/// <summary>MEF's dialect: what is ordered in it is an ordinary port order or connection in every other view.</summary>
public sealed class SonataTests
{
    private const string ForAcme = "?buyerId=Acme";

    [Fact]
    public async Task A_port_is_ordered_followed_delivered_and_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var placed = (await Ordered(stan, SonataWorld.Uni())).MustBeCreated();
        Assert.Equal(("acknowledged", "acknowledged"), (placed.TextOf("state"), Item(placed, "state")));
        Assert.Equal("2026-03-01 12:00:00", placed.TextOf("orderDate"));
        var (id, orderId) = (placed.TextOf("id"), placed.TextOf("orderId"));

        // It is an ordinary order elsewhere, and nothing in the inventory yet.
        var ordinary = (await stan.Get($"/api/company/Acme/ports/orders/{orderId}")).MustBeOk();
        Assert.Equal(("Harbour port", "invoice"), (ordinary.TextOf("portName"), ordinary.TextOf("paymentType")));
        Assert.Empty((await Products(stan, $"&productOrderId={id}")).AsArray());

        await emulator.Pass(1);
        var followed = await Order(stan, id);
        Assert.Equal("inProgress", followed.TextOf("state"));
        Assert.Equal("inProgress", followed["productOrderItem"]![0]!["stateChange"]![0]!["state"]!.GetValue<string>());

        await emulator.Pass(3600);
        followed = await Order(stan, id);
        Assert.Equal("completed", followed.TextOf("state"));
        var product = Assert.Single((await Products(stan, $"&productOrderId={id}")).AsArray())!;
        var productId = product["id"]!.GetValue<string>();
        Assert.Equal(
            ((await stan.Get($"/api/company/Acme/ports/orders/{orderId}")).TextOf("portId"), "active", "PO-2001"),
            (productId, Text(product, "status"), Text(product, "externalId")));
        Assert.Equal(productId, followed["productOrderItem"]![0]!["product"]!["id"]!.GetValue<string>());
        var whole = (await stan.Get($"{SonataWorld.Products}/{productId}{ForAcme}")).MustBeOk();
        Assert.Equal(1000, whole["availableBandwidth"]!.GetValue<int>());

        // In service it can't be deleted; disabled, it can.
        var deletion = SonataWorld.Deletion(productId, "UNI").ToJsonString();
        Refused(
            await stan.Post(SonataWorld.Orders + ForAcme, deletion),
            "otherIssue",
            "The port can not be deleted while its status is ACTIVE",
            path: null);
        (await stan.Post($"/api/company/Acme/ports/{productId}/disable")).MustBeOk();
        await emulator.Pass(60);
        product = Assert.Single((await Products(stan, $"&productOrderId={id}")).AsArray())!;
        Assert.Equal("suspended", Text(product, "status"));
        var deleting = (await stan.Post(SonataWorld.Orders + ForAcme, deletion)).MustBeCreated();
        Assert.Equal("acknowledged", deleting.TextOf("state"));
        Assert.Equal("pendingTerminate", await StatusOf(stan, productId));
        await emulator.Pass(60);
        Assert.Equal("completed", (await Order(stan, deleting.TextOf("id"))).TextOf("state"));
        Assert.Equal("terminated", await StatusOf(stan, productId));
    }

    [Fact]
    public async Task An_E_Line_is_an_ordinary_connection_and_has_to_be_disabled_before_it_is_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var placed = (await Ordered(stan, SonataWorld.ELine())).MustBeCreated();
        var (id, connectionId) = (placed.TextOf("id"), placed.TextOf("orderId"));
        Assert.Equal(connectionId, placed.TextOf("instanceId"));
        Assert.Equal("2121-11-30T23:00:00Z", Item(placed, "expectedCompletionDate"));
        Assert.Equal("pendingActive", await StatusOf(stan, connectionId));

        await emulator.Pass(600);
        Assert.Equal("completed", (await Order(stan, id)).TextOf("state"));
        var connection = (await stan.Get($"/api/v2/company/Acme/connections/{connectionId}")).MustBeOk();
        Assert.Equal(("ACTIVE", "m"), (connection.TextOf("status"), connection.TextOf("durationUnit")));
        Assert.Equal(10, connection["speed"]!["value"]!.GetValue<int>());
        var product = (await stan.Get($"{SonataWorld.Products}/{connectionId}{ForAcme}")).MustBeOk();
        Assert.Equal("active", product.TextOf("status"));
        Assert.NotEqual(0, product["sourceVlan"]!.GetValue<int>());

        var deletion = SonataWorld.Deletion(connectionId).ToJsonString();
        Refused(
            await stan.Post(SonataWorld.Orders + ForAcme, deletion),
            "otherIssue",
            "The connection can not be deleted while its status is ACTIVE",
            path: null);
        (await stan.Put($"/api/v2/company/Acme/connections/{connectionId}/disable")).MustBeOk();
        await emulator.Pass(600);
        var deleting = (await stan.Post(SonataWorld.Orders + ForAcme, deletion)).MustBeCreated();
        Assert.Equal(connectionId, deleting.TextOf("orderId"));
        await emulator.Pass(600);
        Assert.Equal("completed", (await Order(stan, deleting.TextOf("id"))).TextOf("state"));
        Assert.Equal("terminated", await StatusOf(stan, connectionId));
    }

    [Fact]
    public async Task Addresses_are_the_facilities_of_a_city()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var sydney = await Validated(stan, "AU", "sydney");
        Assert.Equal("partial", sydney.TextOf("validationResult"));
        var found = sydney["alternateGeographicAddress"]!.AsArray();
        Assert.Contains(found, address => Text(address!, "id") == SonataWorld.Sydney);
        Assert.All(found, address => Assert.Equal("AU", Text(address!, "country")));

        var street = Text(found.First(address => Text(address!, "id") == SonataWorld.Sydney)!, "streetName");
        var exact = await Validated(stan, "AUS", "Sydney", street);
        Assert.Equal("success", exact.TextOf("validationResult"));
        Assert.Equal(SonataWorld.Sydney, Text(exact["bestMatchGeographicAddress"]!, "id"));
        Assert.Empty(exact["alternateGeographicAddress"]!.AsArray());
        Assert.Equal("fail", (await Validated(stan, "AU", "Nowhere")).TextOf("validationResult"));

        var read = (await stan.Get($"{SonataWorld.Addresses}/geographicAddress/{SonataWorld.Sydney}{ForAcme}"))
            .MustBeOk();
        Assert.Equal(
            SonataWorld.SydneyName,
            read["geographicSubAddress"]!["subUnit"]![0]!["subUnitNumber"]!.GetValue<string>());
        Refused(
            await stan.Get($"{SonataWorld.Addresses}/geographicAddress/nothing{ForAcme}"),
            HttpStatusCode.NotFound, "notFound", "The address with the id nothing was not found");
    }

    /// <summary>What an order can be asked and isn't granted: member, value, code, reason and where it is.</summary>
    public static TheoryData<string, string, string, string, string?> Refusals() => new()
    {
        { "action", "\"modify\"", "otherIssue", "this action is not supported due to business constraints", "/action" },
        { "product.productOffering.id", "\"EPL\"", "invalidValue", "*", "/product/productOffering/id" },
        { "product.productOffering", "null", "missingProperty", "*", "/product/productOffering" },
        {
            "product.productConfiguration.@type", "\"ACCESS_E_LINE\"", "invalidValue",
            "*", "/product/productConfiguration/@type"
        },
        {
            "product.productConfiguration.bandwidthUnit", "\"GBPS\"", "invalidValue",
            "*", "/product/productConfiguration/bandwidthUnit"
        },
        {
            "product.productConfiguration.bandwidth", "\"much\"", "invalidFormat",
            "*", "/product/productConfiguration/bandwidth"
        },
        {
            "product.productConfiguration.bandwidth", "-1", "invalidValue",
            "*", "/product/productConfiguration/bandwidth"
        },
        {
            "product.productConfiguration.bandwidth", "2000", "otherIssue",
            "The requested speed is not available at the data center facility", null
        },
        {
            "product.productConfiguration.dcfName", "\"mega-i\"", "referenceNotFound",
            "*", "/product/productConfiguration/dcfName"
        },
        { "product.place[0].id", "\"5a8ba936c2e6a1b4d7000000\"", "referenceNotFound", "*", "/product/place/0/id" },
        { "requestedItemTerm.duration.amount", "2", "invalidValue", "*", "/requestedItemTerm/duration" },
        { "requestedItemTerm.rollInterval.amount", "3", "invalidValue", "*", "/requestedItemTerm/rollInterval" },
        {
            "requestedItemTerm.endOfTermAction", "\"autoRenew\"", "invalidValue",
            "*", "/requestedItemTerm/endOfTermAction"
        },
        { "quoteItem", """{"quoteId":"none"}""", "referenceNotFound", "*", "/quoteItem/quoteId" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_order_that_cannot_be_is_refused_in_MEFs_words(
        string member, string value, string code, string reason, string? path)
    {
        await using var emulator = new EmulatorUnderTest();
        var order = SonataWorld.Uni();
        Set(order.Item(), member, JsonNode.Parse(value));
        Refused(
            await Ordered(emulator.With("key-stan"), order),
            code, reason, path is null ? null : "/productOrderItem/0" + path);
    }

    [Fact]
    public async Task One_item_one_contact_and_a_body_that_is_JSON_are_asked_for()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var two = SonataWorld.Uni();
        two["productOrderItem"]!.AsArray().Add(two.Item().DeepClone());
        Refused(await Ordered(stan, two), "invalidValue", "*", "/productOrderItem");
        var none = SonataWorld.Uni();
        none["productOrderItem"] = new JsonArray();
        Refused(await Ordered(stan, none), "invalidValue", "*", "/productOrderItem");
        var nobody = SonataWorld.Uni();
        nobody["relatedContactInformation"] = new JsonArray();
        Refused(
            await Ordered(stan, nobody),
            "missingProperty", "*", "/relatedContactInformation");
        Refused(
            await stan.Post(SonataWorld.Orders + ForAcme, "{"), HttpStatusCode.BadRequest, "invalidBody", "*");
        Refused(
            await Ordered(stan, SonataWorld.Deletion("5b30dc0fc2e6a1b4d7000000")),
            "referenceNotFound", "*", "/productOrderItem/0/product/id");
    }

    [Fact]
    public async Task An_E_Line_keeps_to_the_rules_of_connections()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var fast = SonataWorld.ELine(speed: 100_000);
        Refused(await Ordered(stan, fast), "otherIssue", "*", path: null);
        var foreign = SonataWorld.ELine();
        foreign.Item()["product"]!["productRelationship"]![0]!["id"] = SonataWorld.Sydney;
        Refused(
            await Ordered(stan, foreign),
            "referenceNotFound", "A port can not be found with the given id", path: null);
        var elsewhere = SonataWorld.ELine();
        elsewhere.Item()["product"]!["place"]![1]!["id"] = SonataWorld.Sydney;
        Refused(
            await Ordered(stan, elsewhere),
            "referenceNotFound", "*", "/productOrderItem/0/product/place/1/id");
        var stranger = SonataWorld.ELine();
        stranger.Configuration()["buyerCompanyId"] = "nobody";
        Refused(
            await Ordered(stan, stranger),
            "referenceNotFound", "*", "/productOrderItem/0/product/productConfiguration/buyerCompanyId");
        var oneEnd = SonataWorld.ELine();
        oneEnd.Item()["product"]!["productRelationship"]!.AsArray().RemoveAt(1);
        Refused(
            await Ordered(stan, oneEnd),
            "invalidValue", "*", "/productOrderItem/0/product/productRelationship");
    }

    [Fact]
    public async Task Who_asks_needs_a_buyers_key_a_role_and_a_company()
    {
        await using var emulator = new EmulatorUnderTest();
        Refused(
            await emulator.Nobody().Get(SonataWorld.Products),
            HttpStatusCode.Unauthorized, "missingCredentials", "The user is not logged in");
        Refused(
            await emulator.With("key-nobody").Get(SonataWorld.Products),
            HttpStatusCode.Unauthorized, "invalidCredentials", "The user is not logged in");
        var stan = emulator.With("key-stan");
        Refused(
            await Asked(stan, "key-stan", null, ForAcme),
            HttpStatusCode.Unauthorized, "missingCredentials", "The header x-sonata-buyer-key is missing");
        Refused(
            await Asked(stan, "key-stan", "bearer key-user-of-nobody", ForAcme),
            HttpStatusCode.Unauthorized, "invalidCredentials", "The buyer key is not valid for the buyer");
        Refused(
            await stan.Get(SonataWorld.Products),
            HttpStatusCode.BadRequest, "missingQueryParameter", "The query must have buyerId");
        Refused(
            await stan.Get(SonataWorld.Products + "?buyerId=nobody"),
            HttpStatusCode.BadRequest, "invalidQuery", "buyerId names no company");
        Refused(
            await emulator.With("key-olivia").Get(SonataWorld.Products + ForAcme),
            HttpStatusCode.Forbidden, "accessDenied", "Access denied");

        // One who is in one company needn't name it, and sees nothing of another's.
        Assert.Empty((await emulator.With("key-olivia").Get(SonataWorld.Products)).MustBeOk().Json.AsArray());
        Refused(
            await emulator.With("key-olivia").Get($"{SonataWorld.Products}/{SonataWorld.SeededELine}"),
            HttpStatusCode.NotFound, "notFound", "*");
        Refused(
            await emulator.With("key-olivia").Get($"{SonataWorld.Orders}/{SonataWorld.SeededUniOrder}"),
            HttpStatusCode.NotFound, "notFound", "*");
        Refused(
            await emulator.With("key-olivia").Get($"{SonataWorld.Quotes}/{SonataWorld.SeededQuote}"),
            HttpStatusCode.NotFound, "notFound", "*");
    }

    [Theory]
    [InlineData("&productOfferingId=UNI", 1)]
    [InlineData("&productOfferingId=ACCESS_E_LINE", 1)]
    [InlineData("&status=active", 2)]
    [InlineData("&status=terminated", 0)]
    [InlineData("&externalId=PO-2018-0087", 1)]
    [InlineData("&geographicalSiteId=56bda16ec2e6a1b4d76fd00d", 1)]
    [InlineData("&relatedProductId=5aaaac3bc2e6a1b4d7cc4c6d", 1)]
    [InlineData("&billingAccountId=ACME-1", 2)]
    [InlineData("&productSpecificationId=any", 0)]
    [InlineData("&startDate.lt=2018-05-01T00:00:00Z", 1)]
    [InlineData("&startDate.gt=2018-05-01T00:00:00Z", 1)]
    [InlineData("&offset=1", 1)]
    [InlineData("&limit=1", 1)]
    [InlineData("&offset=5&limit=5", 0)]
    public async Task Products_are_found_by_what_MEF_has_for_it(string query, int count)
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(count, (await Products(emulator.With("key-stan"), query)).AsArray().Count);
    }

    [Fact]
    public async Task A_query_that_cannot_be_read_is_an_invalid_one()
    {
        await using var emulator = new EmulatorUnderTest();
        Refused(
            await emulator.With("key-stan").Get(SonataWorld.Products + ForAcme + "&startDate.lt=soon"),
            HttpStatusCode.BadRequest, "invalidQuery", "*");
        Refused(
            await emulator.With("key-stan").Get(SonataWorld.Products + ForAcme + "&offset=-1"),
            HttpStatusCode.BadRequest, "invalidQuery", "*");
    }

    [Fact]
    public async Task A_quote_is_the_price_that_the_price_list_gives_everywhere()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var quote = (await Quoted(stan, SonataWorld.ELineQuote(20))).MustBeCreated();
        var priced = (await stan.Post("/api/pricing/calculate", $$"""
            {
              "ports": [{ "dcf": "{{SonataWorld.Sydney}}", "speed": 1000 }],
              "connections": [
                {
                  "bandwidth": 20, "classOfService": "SILVER", "duration": { "value": 3, "unit": "m" },
                  "srcDcf": "{{SonataWorld.NewYork}}", "destDcf": "{{SonataWorld.London}}"
                }
              ]
            }
            """)).MustBeOk()["results"]!;
        Assert.Equal("approved.orderable", quote.TextOf("state"));
        Assert.Equal(priced[1]!["price"]!.GetValue<double>(), PriceOf(quote));
        Assert.Equal(("2026-03-01 12:00:00", "2026-03-02 12:00:00"), (
            Text(quote["validFor"]!, "startDateTime"), Text(quote["validFor"]!, "endDateTime")));
        var read = (await stan.Get($"{SonataWorld.Quotes}/{quote.TextOf("id")}{ForAcme}")).MustBeOk();
        Assert.Equal(quote.Json.ToJsonString(), read.Json.ToJsonString());

        var uni = (await Quoted(stan, QuoteOf(SonataWorld.Uni()))).MustBeCreated();
        Assert.Equal(priced[0]!["price"]!.GetValue<double>(), PriceOf(uni));
        Assert.Equal("month", Text(uni["quoteItem"]![0]!["quoteItemPrice"]![0]!, "recurringChargePeriod"));

        // What has no price can't be provided; an order may follow a quote for a day.
        var none = (await Quoted(stan, QuoteOf(SonataWorld.Uni(speed: 4000))))
            .MustBeCreated();
        Assert.Equal("unableToProvide", none.TextOf("state"));
        Assert.Null(none["quoteItem"]![0]!["quoteItemPrice"]);
        var order = SonataWorld.Uni();
        order.Item()["quoteItem"] = new JsonObject { ["id"] = "UNI", ["quoteId"] = uni.TextOf("id") };
        (await Ordered(stan, order)).MustBeCreated();
        await emulator.Pass(90_000);
        Refused(
            await Ordered(stan, order),
            "referenceNotFound", "*", "/productOrderItem/0/quoteItem/quoteId");
    }

    [Fact]
    public async Task Only_firm_quotes_of_what_is_added_are_given()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var budgetary = SonataWorld.ELineQuote();
        budgetary["buyerRequestedQuoteLevel"] = "budgetary";
        Refused(
            await Quoted(stan, budgetary),
            "invalidValue", "*", "/buyerRequestedQuoteLevel");
        var later = SonataWorld.ELineQuote();
        later["instantSyncQuote"] = false;
        Refused(
            await Quoted(stan, later), "invalidValue", "*", "/instantSyncQuote");
        var deletion = SonataWorld.ELineQuote();
        deletion["quoteItem"]![0]!["action"] = "delete";
        Refused(
            await Quoted(stan, deletion),
            "otherIssue", "this action is not supported due to business constraints", "/quoteItem/0/action");
    }

    [Fact]
    public async Task An_order_cancelled_elsewhere_is_cancelled_here()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var placed = (await Ordered(stan, SonataWorld.Uni())).MustBeCreated();
        (await stan.Post($"/api/company/Acme/ports/orders/{placed.TextOf("orderId")}/cancel")).MustBeOk();
        await emulator.Pass(60);
        Assert.Equal("cancelled", (await Order(stan, placed.TextOf("id"))).TextOf("state"));
    }

    [Fact]
    public async Task Orders_at_once_never_oversell_a_port()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var left = (await stan.Get($"{SonataWorld.Products}/{SonataWorld.NewYorkPort}{ForAcme}"))
            .MustBeOk()["availableBandwidth"]!.GetValue<int>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n =>
            Ordered(stan, SonataWorld.ELine($"E-Line {n}", left / 4))));
        var taken = answers.Count(answer => answer.Status == HttpStatusCode.Created);
        Assert.InRange(taken, 1, 4);
        Assert.Equal(
            left - (taken * (left / 4)),
            (await stan.Get($"{SonataWorld.Products}/{SonataWorld.NewYorkPort}{ForAcme}"))
                .MustBeOk()["availableBandwidth"]!.GetValue<int>());
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.Created),
            answer => Refused(answer, "otherIssue", "*", path: null));
    }

    private static Task<Answer> Ordered(Client client, JsonObject order) =>
        client.Post(SonataWorld.Orders + ForAcme, order.ToJsonString());

    private static Task<Answer> Quoted(Client client, JsonObject quote) =>
        client.Post(SonataWorld.Quotes + ForAcme, quote.ToJsonString());

    /// <summary>The quote of what an order asks for.</summary>
    private static JsonObject QuoteOf(JsonObject order)
    {
        var quote = SonataWorld.ELineQuote();
        var item = order.Item().DeepClone().AsObject();
        item["requestedQuoteItemTerm"] = item["requestedItemTerm"]!.DeepClone();
        quote["quoteItem"] = new JsonArray(item);
        return quote;
    }

    private static double PriceOf(Answer quote) =>
        quote["quoteItem"]![0]!["quoteItemPrice"]![0]!["price"]!["dutyFreeAmount"]!["value"]!.GetValue<double>();

    private static async Task<Answer> Validated(Client client, string country, string city, string street = "") =>
        (await client.Post(
            $"{SonataWorld.Addresses}/geographicAddressValidation{ForAcme}",
            new JsonObject
            {
                ["provideAlternative"] = true,
                ["submittedGeographicAddress"] = new JsonObject
                {
                    ["@type"] = "FieldedAddress",
                    ["country"] = country,
                    ["city"] = city,
                    ["streetName"] = street,
                },
            }.ToJsonString())).MustBeOk();

    private static async Task<Answer> Asked(Client client, string credential, string? key, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SonataWorld.Products + query);
        request.Headers.Add("portal-token", credential);
        if (key is not null)
        {
            request.Headers.Add("x-sonata-buyer-key", key);
        }

        return await client.Send(request);
    }

    private static async Task<Answer> Order(Client client, string id) =>
        (await client.Get($"{SonataWorld.Orders}/{id}{ForAcme}")).MustBeOk();

    private static async Task<JsonNode> Products(Client client, string query) =>
        (await client.Get(SonataWorld.Products + ForAcme + query)).MustBeOk().Json;

    private static async Task<string> StatusOf(Client client, string productId) =>
        (await client.Get($"{SonataWorld.Products}/{productId}{ForAcme}")).MustBeOk().TextOf("status");

    private static string Item(Answer order, string member) =>
        order["productOrderItem"]![0]![member]!.GetValue<string>();

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static void Set(JsonObject item, string member, JsonNode? value)
    {
        JsonNode at = item;
        var steps = member.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(step)]! : at[step]!;
        }

        at[steps[^1]] = value;
    }

    /// <summary>A refusal of what was sent: 422 with a list.</summary>
    private static void Refused(Answer answer, string code, string reason, string? path)
    {
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, answer.Text);
        var only = Assert.Single(answer.Json.AsArray())!;
        Assert.Equal((code, path), (Text(only, "code"), only["propertyPath"]?.GetValue<string>()));
        Assert.True(reason == "*" || reason == Text(only, "reason"), answer.Text);
    }

    private static void Refused(Answer answer, HttpStatusCode status, string code, string reason)
    {
        Assert.True(answer.Status == status, answer.Text);
        Assert.Equal(code, answer.TextOf("code"));
        Assert.True(reason == "*" || reason == answer.TextOf("reason"), answer.Text);
    }
}
