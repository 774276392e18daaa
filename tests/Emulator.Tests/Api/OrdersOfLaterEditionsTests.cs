using Xunit;

namespace Emulator.Tests.Api;

/// <summary>What later editions add to port orders (OpenAPI 1.0.0, 1.59.2): states, members, discounts.</summary>
public sealed class OrdersOfLaterEditionsTests
{
    private const string Orders = "/api/company/Acme/ports/orders";
    private const string Machines = "/__admin/workflows/port-orders/";

    private const string Bundled =
        """
        {"dataCenterFacility":"coresite-sv1","speed":1000,"portName":"With cable","paymentType":"invoice",
        "durationUnit":"y","bundleCrossConnect":true,"discountCode":"discountdemo"}
        """;

    private const string Plain =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Plain","paymentType":"invoice"}""";

    [Fact]
    public async Task What_is_wrong_with_an_order_is_told_as_either_edition_has_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await (await emulator.Stan()).Put(Orders, "{}")).MustRefuse(400);
        Assert.Equal(400, refused["error"]!["statusCode"]!.GetValue<int>());
        Assert.Equal(
            (400, refused["error"]!["message"]!.GetValue<string>()),
            (refused["code"]!.GetValue<int>(), refused.TextOf("message")));

        // What isn't a port order's is told once, and so is what isn't wrong with its body.
        Assert.Null((await emulator.Nobody().Put(Orders, "{}")).MustRefuse(401).Json["code"]);
    }

    [Fact]
    public async Task An_order_tells_the_facility_the_metro_the_company_and_how_it_is_paid()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = (await stan.Put(Orders, Bundled)).MustBeOk();
        Assert.Equal("coresite-sv1", order["dataCenterFacility"]!["username"]!.GetValue<string>());
        Assert.Equal(order.TextOf("dataCenterFacilityId"), order["dataCenterFacility"]!["id"]!.GetValue<string>());
        Assert.Equal(order.TextOf("metroId"), order["metro"]!["id"]!.GetValue<string>());
        Assert.Equal(
            order.TextOf("metroId"),
            order["dataCenterFacility"]!["dataCenterFacility"]!["metroId"]!.GetValue<string>());
        Assert.Equal("557679e2c2e6a1b4d7756472", order.TextOf("companyId"));
        Assert.Equal(order["company"]!["id"]!.GetValue<string>(), order.TextOf("companyId"));
        Assert.True(order["company"]!["portsActive"]!.GetValue<int>() > 0);
        Assert.True(order["payg"]!.GetValue<bool>());
        Assert.Equal("y", order.TextOf("durationUnit"));
        Assert.Equal("PHYSICAL", order.TextOf("type"));
        Assert.NotNull(order["discountId"]);
        var planned = (await stan.Put(
            Orders,
            """
            {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"On a plan","paymentType":"plan",
            "billingId":"56d691309a90128d55831db2","discountCode":"NOBODYKNOWSIT"}
            """)).MustBeOk();
        Assert.False(planned["payg"]!.GetValue<bool>());
        Assert.Null(planned["discountId"]);
        Assert.NotEqual(order.TextOf("dataCenterFacilityId"), planned.TextOf("dataCenterFacilityId"));
        var offNet = (await stan.Put(Orders, Plain.Replace("supernetpa4", "nextdc-b2"))).MustBeOk();
        Assert.Equal("PHYSICAL_NSP", offNet.TextOf("type"));
        Assert.NotEqual(order.TextOf("metroId"), offNet.TextOf("metroId"));
        (await stan.Put(Orders, Plain.Replace("}", ""","discountCode":7}"""))).MustRefuse(
            400,
            "The request/discountCode must be string");
    }

    [Fact]
    public async Task With_a_cross_connect_bundled_an_order_passes_setup_xc_and_its_port_has_the_cross_connect()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = (await stan.Put(Orders, Bundled)).MustBeOk();
        Assert.NotNull(order["crossConnectId"]);
        foreach (var (status, loa) in new[]
        {
            ("created", "TODO"), ("pending", "TODO"), ("allocated", "READY"), ("loa_sent", "READY"),
            ("setup_xc", "READY"), ("done", "READY"),
        })
        {
            var now = (await stan.Get($"{Orders}/{order.TextOf("id")}")).MustBeOk();
            Assert.Equal(status, now.TextOf("status"));
            Assert.Equal(loa, now.TextOf("loaStatus"));
            Assert.Equal(status is "created" or "pending" or "allocated", now["loaSentAt"] is null);
            if (status == "setup_xc")
            {
                (await stan.Post($"{Orders}/{order.TextOf("id")}/sendloa")).MustBeOk();
            }

            await emulator.Pass(1);
        }

        var done = (await stan.Get($"{Orders}/{order.TextOf("id")}")).MustBeOk();
        var port = (await stan.Get($"/api/company/Acme/ports/{done.TextOf("createdPortId")}")).MustBeOk();
        Assert.Equal(order.TextOf("crossConnectId"), port.TextOf("crossConnectId"));
        Assert.True(port["payg"]!.GetValue<bool>());
        Assert.Equal("invoice", port.TextOf("paymentType"));
        var listed = (await stan.Get("/api/company/Acme/ports")).MustBeOk()["results"]!.AsArray();
        Assert.Equal(
            order.TextOf("crossConnectId"),
            listed.Single(one => one!["id"]!.GetValue<string>() == port.TextOf("id"))!["crossConnectId"]!
                .GetValue<string>());
        Assert.Null((await stan.Put(Orders, Plain)).MustBeOk()["crossConnectId"]);
    }

    [Fact]
    public async Task The_list_tells_the_created_port_once_there_is_one()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put(Orders, Plain)).MustBeOk().TextOf("id");
        Assert.Null((await Listed(stan, id))["createdPortId"]);
        Assert.Null((await Listed(stan, id))["loaSentAt"]);
        await emulator.Pass(10);
        var listed = await Listed(stan, id);
        var alone = (await stan.Get($"{Orders}/{id}")).MustBeOk();
        foreach (var member in new[]
        {
            "createdPortId", "loaSentAt", "paymentType", "metroId", "dataCenterFacilityId", "type",
        })
        {
            Assert.Equal(alone.TextOf(member), listed[member]!.GetValue<string>());
        }

        Assert.Equal(alone["dataCenterFacility"]!.ToJsonString(), listed["dataCenterFacility"]!.ToJsonString());
        Assert.Equal(alone["metro"]!.ToJsonString(), listed["metro"]!.ToJsonString());
        (await stan.Get($"/api/company/Acme/ports/{alone.TextOf("createdPortId")}")).MustBeOk();
    }

    [Fact]
    public async Task An_order_that_is_made_to_reserve_is_processing_then_allocated()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put(Orders, Plain)).MustBeOk().TextOf("id");
        (await Fire(emulator, id, "Reserve")).MustBeOk();
        Assert.Equal("processing", (await stan.Get($"{Orders}/{id}")).TextOf("status"));
        await emulator.Pass(1);
        Assert.Equal("allocated", (await stan.Get($"{Orders}/{id}")).TextOf("status"));
    }

    [Fact]
    public async Task An_order_that_fails_says_why_goes_on_when_it_is_reserved_again_and_can_be_cancelled()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put(Orders, Plain)).MustBeOk().TextOf("id");
        (await emulator.Nobody().Post(
            $"{Machines}{id}/fire",
            """{"trigger":"Fail","reason":"No port is free"}""")).MustBeOk();
        await emulator.Pass(60);
        var failed = (await stan.Get($"{Orders}/{id}")).MustBeOk();
        Assert.Equal("error", failed.TextOf("status"));
        Assert.Equal("ERROR", failed.TextOf("loaStatus"));
        Assert.Equal("No port is free", failed.TextOf("message"));
        Assert.Equal("No port is free", failed.TextOf("statusDetail"));
        Assert.Equal("No port is free", (await Listed(stan, id))["statusDetail"]!.GetValue<string>());
        Assert.Null(failed["createdPortId"]);
        (await stan.Post($"{Orders}/{id}/sendloa")).MustRefuse(409);
        (await stan.Post($"{Orders}/{id}/loasent")).MustRefuse(409);
        (await Fire(emulator, id, "Reserve")).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal("done", (await stan.Get($"{Orders}/{id}")).TextOf("status"));

        var other = (await stan.Put(Orders, Plain)).MustBeOk().TextOf("id");
        (await Fire(emulator, other, "Fail")).MustBeOk();
        (await stan.Post($"{Orders}/{other}/cancel")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("cancelled", (await stan.Get($"{Orders}/{other}")).TextOf("status"));
    }

    [Fact]
    public async Task An_order_whose_LOA_was_sent_before_it_failed_has_its_LOA()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put(Orders, Bundled)).MustBeOk().TextOf("id");
        await emulator.Pass(4);
        Assert.Equal("setup_xc", (await stan.Get($"{Orders}/{id}")).TextOf("status"));
        (await Fire(emulator, id, "Fail")).MustBeOk();
        Assert.Equal("READY", (await stan.Get($"{Orders}/{id}")).TextOf("loaStatus"));
    }

    [Fact]
    public async Task A_site_that_is_surveyed_is_installed_and_the_order_done()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put(Orders, Plain)).MustBeOk().TextOf("id");
        await emulator.Pass(1);
        (await Fire(emulator, id, "Survey")).MustBeOk();
        foreach (var status in new[] { "site_survey", "installation", "done" })
        {
            Assert.Equal(status, (await stan.Get($"{Orders}/{id}")).TextOf("status"));
            await emulator.Pass(1);
        }

        Assert.Equal(
            ["done"],
            (await stan.Get(Orders + "?status=done")).MustBeOk()["results"]!.AsArray()
                .Select(order => order!["status"]!.GetValue<string>()).Distinct());
    }

    private static Task<Answer> Fire(EmulatorUnderTest emulator, string id, string trigger) =>
        emulator.Nobody().Post($"{Machines}{id}/fire", $$"""{"trigger":"{{trigger}}"}""");

    private static async Task<System.Text.Json.Nodes.JsonNode> Listed(Client client, string id) =>
        (await client.Get(Orders)).MustBeOk()["results"]!.AsArray()
            .Single(order => order!["id"]!.GetValue<string>() == id)!;
}
