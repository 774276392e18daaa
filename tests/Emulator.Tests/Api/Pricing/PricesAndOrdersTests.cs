using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.Pricing;

/// <summary>What is ordered costs what its price said, with the discount code that it is ordered with.</summary>
public sealed class PricesAndOrdersTests
{
    [Fact]
    public async Task A_port()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var asked = PriceWorld.Port(PriceWorld.CoreSite, 1000);
        var price = (await stan.Price(asked, code: "DISCOUNTDEMO", crossConnect: true)).MustBeOk()["results"]![0]!;
        var order = (await stan.Put("/api/company/Acme/ports/orders", """
            {"dataCenterFacility":"coresite-sv1","speed":1000,"portName":"P","paymentType":"invoice",
            "bundleCrossConnect":true,"discountCode":"discountdemo"}
            """)).MustBeOk();
        var charge = await emulator.Charge("Acme", order.TextOf("id"));
        Assert.Equal(price.Number("price") + price.Number("crossConnectAmount"), charge.Number("amount"));
        Assert.Equal(
            (PriceWorld.Discounted, PriceWorld.Discounted),
            (charge["discountId"]!.GetValue<string>(), order.TextOf("discountId")));
    }

    [Theory]
    [InlineData(50, 12, "m", "DISCOUNTDEMO")]
    [InlineData(150, 2, "w", "20PERCENT")]
    [InlineData(300, 3, "m", "FIRSTCONNECTION")]
    [InlineData(300, 1, "y", "L3VPNDISCOUNT")]
    public async Task A_connection(int mbps, int value, string unit, string code)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = (await stan.Put(
            "/api/v2/company/Acme/connections/layer2",
            $$"""
            {"type":"LAYER2","name":"C","portId":"{{RouterWorld.Backbone}}","destCompany":"Acme",
            "destPortId":"5ad8849ac2e6a1b4d7c364cb","destMetroId":"56bd9f93c2e6a1b4d7481c5a","speed":{{mbps}},
            "classOfService":"GOLD","paymentType":"invoice","duration":{{value}},"durationUnit":"{{unit}}",
            "discountCode":"{{code}}"}
            """)).MustBeOk();
        var asked = PriceWorld.Connection(
            mbps, order.TextOf("classOfService"), value, unit, PriceWorld.CoreSite, PriceWorld.LondonNorth);
        var price = (await stan.Price(connections: asked, code: code)).MustBeOk()["results"]![0]!;
        var charge = await emulator.Charge("Acme", order.TextOf("id"));
        Assert.Equal(
            (price.Number("price"), price.Number("basicMonthlyAmount")),
            (charge.Number("total"), charge.Number("amount")));
    }

    [Fact]
    public async Task Internet_On_Demand_with_a_block_of_addresses()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var price = (await joe.Get($"/v2/pricing/gia/byCompanyAndPort?companyId={PriceWorld.Bloggs}"
            + $"&portId={PriceWorld.BloggsLondon}&bandwidth=40&durationValue=24&durationUnit=m&discountCode=20PERCENT"))
            .MustBeOk();
        var order = (await joe.Post($"/app-user/{PriceWorld.Bloggs}/gia-service", $$"""
            {"accessPortId":"{{PriceWorld.BloggsLondon}}","duration":{"quantity":24,"unit":"m"},"enableIpv6":false,
            "ipblock":26,"name":"I","paymentType":"invoice","rateLimit":40,"type":"STATIC","defaultOriginate":false,
            "discountCode":"20percent"}
            """)).MustBeOk();
        var charge = await emulator.Charge("bloggs", order.TextOf("id"));
        Assert.Equal(
            (Sum("unitCosts"), Sum("contractTotals")), (charge.Number("amount"), charge.Number("total")));

        decimal? Sum(string what) =>
            price[what]!.Number("giaCost") + price[what]!["ipCosts"]!.Number("ipv426Cost");
    }

    [Fact]
    public async Task A_flex_of_Internet_On_Demand_in_its_history()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        const string Service = "06327dfa-4e86-438b-af4c-3086be0a2467";
        const string Flex = $"/app-user/{PriceWorld.Bloggs}/gia-service/{Service}/flex";
        var price = (await joe.Get($"/v2/pricing/flex-iod/{Service}?bandwidth=250&discountCode=20PERCENT")).MustBeOk();
        Assert.Equal((33.92m, 8.48m), (price.Json.Number("flexCharge"), price.Json.Number("amountSaved")));
        (await joe.Post(Flex, """{"bandwidth":250,"discountCode":"20percent"}""")).MustBeOk();
        await emulator.Pass(2);
        Assert.Equal(33.92m, (await joe.Get($"{Flex}/history")).MustBeOk()["active"]!.Number("rate"));
        await emulator.Pass(7200 - 2);
        (await joe.Post(Flex, """{"bandwidth":100}""")).MustBeOk();
        await emulator.Pass(2);
        var past = (await joe.Get($"{Flex}/history")).MustBeOk()["results"]!.AsArray()[^1]!;
        Assert.Equal(33.92m, past.Number("rate"));
        Assert.Equal("2.0000", past["hours"]!.GetValue<string>());
        Assert.Equal(67.84m, past.Number("total"));
    }

    [Fact]
    public async Task A_CloudRouter_and_its_sites()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var sites = $"{PriceWorld.Site("a", PriceWorld.CoreSite)},"
            + PriceWorld.Site("b", PriceWorld.LondonNorth, 200);
        var price = (await stan.Router("1GB", 12, sites, "CLOUDROUTER10")).MustBeOk();
        var router = (await stan.OrderRouter(RouterWorld.Order("1GB", 12)
            .Changed("discountCode", "\"cloudrouter10\""))).MustBeOk().TextOf("id");
        await emulator.Pass(1);
        var charge = await emulator.Charge("Acme", router);
        Assert.Equal(
            (price.Json.Number("baseL3vpnCost"), price.Json.Number("totalContractCost")),
            (charge.Number("amount"), charge.Number("total")));

        // The first site is free; with the second, both cost what was told.
        var first = (await stan.AddSite(Bronze(RouterWorld.Backbone, 100), router)).MustBeOk();
        Assert.Equal(0, (await emulator.Charge("Acme", IdOf(first))).Number("amount"));
        var added = (await stan.Post($"/v2/pricing/l3vpn/{router}/add-site", """
            {"site":{"portId":"5ad8849ac2e6a1b4d7c364cb","rateLimit":{"unit":"Mbps","value":200},
            "classOfService":[{"name":"BRONZE","value":100}]}}
            """)).MustBeOk()["sites"]!.AsArray();
        var second = (await stan.AddSite(Bronze("5ad8849ac2e6a1b4d7c364cb", 200), router)).MustBeOk();
        foreach (var (site, index) in new[] { first, second }.Select((site, index) => (site, index)))
        {
            var told = price["sites"]![index]!["prices"]!["BRONZE"]!.Number("hourlyCost");
            Assert.Equal(told, added[index]!.Number("hourlyCost"));
            Assert.Equal(told, (await emulator.Charge("Acme", IdOf(site))).Number("amount"));
        }

        static string IdOf(Answer site) => site["service"]!["id"]!.GetValue<string>();
        static System.Text.Json.Nodes.JsonObject Bronze(string port, int mbps) => RouterWorld.Own(port, mbps)
            .Changed("accessCircuit.classOfService", """[{"name":"BRONZE","value":100}]""");
    }

    [Fact]
    public async Task Charges_are_those_of_a_company_that_is_there_and_a_plan_pays_for_its_own()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Get("/__admin/companies/nobody/charges")).MustRefuse(404);
        Assert.Equal(0, (await emulator.Charge("Acme", "5aaaac3bc2e6a1b4d7748f2f")).Number("amount"));
        var none = (await emulator.Nobody().Get("/__admin/companies/amazon/charges")).MustBeOk();
        Assert.Empty(none["charges"]!.AsArray());
    }
}
