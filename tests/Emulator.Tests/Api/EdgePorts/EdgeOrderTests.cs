using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.EdgePorts;

/// <summary>Drafts, orders and ports at the edge (OpenAPI 1.59.2, 156 and 157).</summary>
public sealed class EdgeOrderTests
{
    private const string Listed = "/v2/edgeports/orders";

    [Fact]
    public async Task An_order_passes_the_survey_and_the_installation_and_ends_in_a_port_of_type_EDGE()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = (await stan.OrderAtTheEdge(EdgeWorld.Order())).MustBeOk();
        Assert.Equal(("created", true, "PHYSICAL"), (
            order.TextOf("status"), order["isEdgePort"]!.GetValue<bool>(), order.TextOf("type")));
        Assert.Equal("equinix-hk1", order["dataCenterFacility"]!["username"]!.GetValue<string>());
        var terms = order["edgePayload"]!;
        Assert.Equal(("180.00", "2160.00", "600.00", "2760.00"), (
            terms["mrc"]!.GetValue<string>(), terms["trc"]!.GetValue<string>(),
            terms["nrc"]!.GetValue<string>(), terms["tcv"]!.GetValue<string>()));
        Assert.Equal("Ring", terms["siteContacts"]!["siteAccess"]!.GetValue<string>());
        var listed = (await stan.Get("/api/company/Acme/ports/orders")).MustBeOk()["results"]!.AsArray()
            .Single(one => one!["id"]!.GetValue<string>() == order.TextOf("id"))!;
        Assert.Equal(terms.ToJsonString(), listed["edgePayload"]!.ToJsonString());
        var path = $"/api/company/Acme/ports/orders/{order.TextOf("id")}";
        foreach (var status in new[] { "pending", "site_survey", "installation", "done" })
        {
            await emulator.Pass(1);
            Assert.Equal(status, (await stan.Get(path)).MustBeOk().TextOf("status"));
        }

        var id = (await stan.Get(path)).MustBeOk().TextOf("createdPortId");
        await emulator.Pass(1);
        var port = (await stan.Get($"/api/company/Acme/ports/{id}")).MustBeOk();
        Assert.Equal(("EDGE", "ACTIVE"), (port.TextOf("type"), port.TextOf("status")));
        var connection = await stan.Put(
            "/api/v2/company/Acme/connections/layer2",
            $$"""
            {"type":"LAYER2","name":"From the edge","portId":"{{id}}","speed":50,
            "destMetroId":"1232413986c08c061dd8c45f","destCompany":"Acme","destPortId":"576247795c9de0b91e8b8576"}
            """);
        connection.MustBeOk();
    }

    [Fact]
    public async Task Orders_of_other_ports_do_not_pass_the_survey_by_themselves()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await stan.Put(
            "/api/company/Acme/ports/orders",
            """{"dataCenterFacility":"equinix-hk1","speed":1000,"portName":"Plain","paymentType":"invoice"}"""))
            .MustBeOk().TextOf("id");
        await emulator.Pass(2);
        var order = (await stan.Get($"/api/company/Acme/ports/orders/{id}")).MustBeOk();
        Assert.Equal("allocated", order.TextOf("status"));
        Assert.False(order["isEdgePort"]!.GetValue<bool>());
        Assert.Null(order["edgePayload"]);
    }

    [Fact]
    public async Task Drafts_orders_and_ports_are_one_list_with_pages_and_a_status()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        Assert.Empty((await stan.Get(Listed)).MustBeOk().Json.AsArray());
        var draft = await emulator.EdgeDraft();
        var port = await emulator.EdgePort(stan);
        var order = (await stan.OrderAtTheEdge(EdgeWorld.Order())).MustBeOk().TextOf("id");
        var all = (await stan.Get(Listed)).MustBeOk().Json.AsArray();
        Assert.Equal(
            [(draft, "DRAFT ORDER", "draft"), (port, "PORT", "active"), (order, "ORDER", "created")],
            all.Select(one => (
                one!["id"]!.GetValue<string>(), one["objectType"]!.GetValue<string>(),
                one["status"]!.GetValue<string>())));
        Assert.Equal(30, all[0]!["daysUntilDelete"]!.GetValue<int>());
        Assert.Equal("stan@example.com", all[0]!["createdByEmail"]!.GetValue<string>());
        Assert.Equal([order], Ids(await stan.Get($"{Listed}?page=2&size=2")));
        Assert.Equal([draft, port], Ids(await stan.Get($"{Listed}?page=1&size=2")));
        Assert.Equal(3, Ids(await stan.Get($"{Listed}?page=2")).Count);
        Assert.Equal(3, Ids(await stan.Get($"{Listed}?size=1")).Count);
        Assert.Equal([port], Ids(await stan.Get($"{Listed}?status=ACTIVE")));
        Assert.Equal([draft], Ids(await stan.Get($"{Listed}?status=draft")));
        Assert.Empty(Ids(await stan.Get($"{Listed}?page=2147483647&size=2147483647")));
        (await stan.Get($"{Listed}?page=0&size=1")).MustRefuse(400);
        (await stan.Get($"{Listed}?page=1&size=x")).MustRefuse(400);
        Assert.Empty((await emulator.With("key-olivia").Get(Listed)).MustBeOk().Json.AsArray());
    }

    [Fact]
    public async Task A_draft_counts_its_days_down_and_is_gone_or_becomes_an_order()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var kept = await emulator.EdgeDraft();
        await emulator.EdgeDraft();
        await emulator.Pass(29 * 86_400);
        var drafts = (await stan.Get($"{Listed}?status=draft")).MustBeOk().Json.AsArray();
        Assert.Equal([1, 1], drafts.Select(one => one!["daysUntilDelete"]!.GetValue<int>()));
        (await emulator.Fire("port-orders", kept, "Confirm")).MustBeOk();
        await emulator.Pass(86_400);
        var left = Assert.Single((await stan.Get(Listed)).MustBeOk().Json.AsArray())!;
        Assert.Equal("PORT", left["objectType"]!.GetValue<string>());
        (await emulator.Nobody().Post(
            "/__admin/companies/Acme/edge-drafts", """{"quoteKey":"none"}""")).MustRefuse(400);
        (await emulator.Nobody().Post(
            "/__admin/companies/nobody/edge-drafts", """{"quoteKey":"none"}""")).MustRefuse(404);
    }

    [Fact]
    public async Task A_discount_code_lowers_what_recurs_and_another_is_kept_without_effect()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = (await stan.OrderAtTheEdge(EdgeWorld.Order().Changed("discountCode", "\"testing\""))).MustBeOk();
        Assert.Equal("90.00", order["edgePayload"]!["mrc"]!.GetValue<string>());
        Assert.Equal("1680.00", order["edgePayload"]!["tcv"]!.GetValue<string>());
        Assert.NotNull(order["discountId"]);
        order = (await stan.OrderAtTheEdge(EdgeWorld.Order().Changed("discountCode", "\"NOPE\""))).MustBeOk();
        Assert.Equal("180.00", order["edgePayload"]!["mrc"]!.GetValue<string>());
        Assert.Null(order["discountId"]);
    }

    [Theory]
    [InlineData("edgePayload.quoteKey", "\"none\"", 400, "Invalid quote key or quote details not found")]
    [InlineData("edgePayload.quoteKey", "\"6f1d2c84-93ab-4e57-8b06-2d5a7c90e41f\"", 400,
        "Invalid quote key or quote details not found")]
    [InlineData("edgePayload.quoteKey", "\"a9c4e1f7-08d2-4b63-95ef-7d31b0c2a681\"", 400,
        "Invalid quote key or quote details not found")]
    [InlineData("edgePayload.shieldPortId", "\"576247795c9de0b91e8b8576\"", 400,
        "Cannot find DCF for given port id")]
    [InlineData("portName", null, 400, "The request must have required property 'portName'")]
    [InlineData("speed", "99", 400, "The request/speed must be >= 100")]
    [InlineData("speed", "-1", 400, "The request/speed must be >= 100")]
    [InlineData("speed", "100000000", 400, "The request/speed must be <= 1000000")]
    [InlineData("speed", "\"fast\"", 400, "The request/speed must be integer")]
    [InlineData("paymentType", "\"plan\"", 400,
        "The request/paymentType must be equal to one of the allowed values")]
    [InlineData("edgePayload", null, 400, "The request must have required property 'edgePayload'")]
    [InlineData("edgePayload", "[]", 400, "The request/edgePayload must be object")]
    [InlineData("edgePayload.country", null, 400, "The request/edgePayload must have required property 'country'")]
    [InlineData("edgePayload.siteContacts.siteAccess", null, 400,
        "The request/edgePayload/siteContacts must have required property 'siteAccess'")]
    [InlineData("edgePayload.siteContacts.primarySiteContactEmail", "\"nobody\"", 400,
        "The request/edgePayload/siteContacts/primarySiteContactEmail must match format \"email\"")]
    public async Task What_can_not_be_ordered_is_refused_flat_and_leaves_nothing(
        string member, string? json, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var refused = (await stan.OrderAtTheEdge(EdgeWorld.Order().Changed(member, json))).MustRefuse(status, message);
        Assert.Equal(
            ["message", "status", "statusCode"],
            refused.Json.AsObject().Select(one => one.Key).Order());
        Assert.Empty((await stan.Get(Listed)).MustBeOk().Json.AsArray());
    }

    [Fact]
    public async Task Companies_not_there_not_verified_or_without_the_feature_are_refused_in_the_printed_words()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.OrderAtTheEdge(EdgeWorld.Order(), "nobody"))
            .MustRefuse(400, "A company can not be found with the given id");
        (await (await emulator.LoggedIn("chloe@pebblepine.example")).OrderAtTheEdge(EdgeWorld.Order(), "pebblepine"))
            .MustRefuse(
                400,
                "Your company has not yet been verified to use invoice payment method, If you wish to order Edge Port, "
                + "please get verified first.");
        (await emulator.Nobody().Post("/__admin/companies/Acme/edge-module", """{"enabled":false}""")).MustBeOk();
        var refused = (await stan.OrderAtTheEdge(EdgeWorld.Order())).MustRefuse(404, "An edge order is not allowed");
        Assert.Equal("""{"code":404,"message":"An edge order is not allowed"}""", refused.Json.ToJsonString());
    }

    [Fact]
    public async Task Roles_and_agreements_count_as_for_other_orders()
    {
        await using var emulator = new EmulatorUnderTest();
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.OrderAtTheEdge(EdgeWorld.Order())).MustRefuse(401, "Access denied");
        (await vera.Get(Listed)).MustBeOk();
        (await (await emulator.LoggedIn("ruben@meridian.example")).Get(Listed)).MustRefuse(401, "Access denied");
        (await emulator.With("key-olivia").OrderAtTheEdge(EdgeWorld.Order())).MustRefuse(401, "Access denied");
        (await emulator.Nobody().Put(
            "/__admin/agreements", """{"required":["CONSOLE_PORT_SERVICE_TERMS"]}""")).MustBeOk();
        (await emulator.With("key-stan").OrderAtTheEdge(EdgeWorld.Order())).MustBeOk();
        var olivia = emulator.With("key-olivia");
        (await olivia.OrderAtTheEdge(EdgeWorld.Order(), "harbourlight"))
            .MustRefuse(401, "You are not authorized to do that.");
    }

    [Fact]
    public async Task A_price_is_ordered_by_its_company_while_it_is_good()
    {
        await using var emulator = new EmulatorUnderTest();
        var olivia = emulator.With("key-olivia");
        var ready = await emulator.Searched(olivia, EdgeWorld.Search("AU"));
        var key = ready["data"]![1]!["quoteKey"]!.GetValue<string>();
        var order = (await olivia.OrderAtTheEdge(EdgeWorld.Order(key), "harbourlight")).MustBeOk();
        Assert.Equal("Harbour Ethernet", order["edgePayload"]!["vendorName"]!.GetValue<string>());
        Assert.Equal("1 New Road", order["edgePayload"]!["formattedAddress"]!.GetValue<string>());
        (await emulator.With("key-stan").OrderAtTheEdge(EdgeWorld.Order(key)))
            .MustRefuse(400, "Invalid quote key or quote details not found");
        await emulator.Pass(30 * 86_400);
        (await olivia.OrderAtTheEdge(EdgeWorld.Order(key), "harbourlight"))
            .MustRefuse(400, "Invalid quote key or quote details not found");
    }

    private static List<string> Ids(Answer listed) =>
        [.. listed.MustBeOk().Json.AsArray().Select(one => one!["id"]!.GetValue<string>())];
}
