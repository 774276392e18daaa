using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.Pricing;

/// <summary>
/// Each figure that the published editions print comes out of the price list (OpenAPI 1.0.0, 1.59.2). Left out are
/// those that contradict each other: a CloudRouter of 500MB for 100 a month in the older edition, 200 in the newer, and
/// placeholders such as a contract of 100 whose month costs 20.
/// </summary>
public sealed class PrintedFiguresTests
{
    [Theory]
    [InlineData(PriceWorld.London, 1000, "y", 300)]
    [InlineData(PriceWorld.London, 1, "y", 300)]
    [InlineData(PriceWorld.London, 10000, "y", 400)]
    [InlineData(PriceWorld.Hkg, 1000, "m", 450)]
    public async Task A_port(string dcf, int speed, string unit, int price)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var port = (await stan.Price(PriceWorld.Port(dcf, speed, unit))).MustBeOk()["results"]![0]!;
        Assert.Equal("PORT", port["type"]!.GetValue<string>());
        Assert.Equal((price, price), (port.Number("price"), port.Number("preAuthAmount")));
        Assert.Null(port["amountSaved"]);
        Assert.Null(port["basicTotalAmount"]);
        Assert.Null(port["crossConnectAmount"]);
        Assert.Equal(speed, port["entity"]!["speed"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_port_with_seventy_percent_off_and_a_cross_connect()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var asked = PriceWorld.Port(PriceWorld.CoreSite, 1000);
        var port = (await stan.Price(asked, code: "DISCOUNTDEMO", crossConnect: true)).MustBeOk()["results"]![0]!;
        Assert.Equal((90, 90, 210), (port.Number("price"), port.Number("preAuthAmount"), port.Number("amountSaved")));
        Assert.Null(port["amountSavedTotal"]);
        Assert.Equal(65, port.Number("crossConnectAmount"));
        Assert.Equal(PriceWorld.Discounted, port["entity"]!["discountId"]!.GetValue<string>());
        Assert.Equal(
            ("percentage", "DISCOUNTDEMO", "recurring", 70, "none"),
            (Of("discountType"), Of("marketingCode"), Of("duration"), port["discount"]!["value"]!.GetValue<int>(),
                Of("tierType")));

        string Of(string name) => port["discount"]![name]!.GetValue<string>();
    }

    [Fact]
    public async Task The_older_edition_s_cross_connect_is_that_of_Asia()
    {
        using var seed = new Catalogue.SeedCopy();
        seed.Replace(
            "data-center-facilities.json",
            "\"tags\": [\"free-cross-connect\", \"free\"],",
            "\"tags\": [], \"canBundleCrossConnect\": true,");
        await using var emulator = new EmulatorUnderTest($"seed-data={seed.Folder}");
        var port = (await emulator.With("key-stan").Price(PriceWorld.Port(PriceWorld.MegaI, 1), crossConnect: true))
            .MustBeOk()["results"]![0]!;
        Assert.Equal((300, 60), (port.Number("price"), port.Number("crossConnectAmount")));
    }

    [Theory]
    [InlineData(20, "SILVER", 1, "w", 28.8, 80, 0.36, 1, 1.75)]
    [InlineData(20, "SILVER", 1, "m", 80, 80, 1, 1, 1.75)]
    [InlineData(50, "GOLD", 12, "m", 931.2, 80, 0.97, 12, 3.23)]
    [InlineData(50, "GOLD", 1, "y", 931.2, 80, 0.97, 12, 3.23)]
    [InlineData(50, "SILVER", 1, "d", 11, 80, 0.1375, 1, 1.75)]
    public async Task A_connection_with_its_formula(
        int mbps, string cos, int value, string unit, double price, int cost, double multiplier, int count, double each)
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Price(
            connections: PriceWorld.Connection(mbps, cos, value, unit))).MustBeOk()["results"]![0]!;
        Assert.Equal((decimal)price, priced.Number("price"));
        Assert.Equal((decimal)price, priced.Number("basicTotalAmount"));
        var first = count == 12 ? 77.6m : (decimal)price;
        Assert.Equal((first, first), (priced.Number("preAuthAmount"), priced.Number("basicMonthlyAmount")));
        Assert.Equal(
            "(bandwidthCost*multiplier)*duration/(1-margin)+portFee", priced["formula"]!.GetValue<string>());
        var factors = priced["factors"]!.AsArray();
        Assert.Equal(
            [
                ("margin", 0), ("portFee", 0), ("nniFee", 0), ("bandwidthCost", cost),
                ("multiplier", (decimal)multiplier), ("duration", count),
            ],
            factors.Select(factor => (factor!["name"]!.GetValue<string>(), factor.Number("number")!.Value)));
        var entry = factors[3]!["ref"]!["price"]!;
        Assert.Equal(
            ((decimal)each, 1, 100, cos),
            (entry.Number("price")!.Value, entry["bandwidth"]!["from"]!.GetValue<int>(),
                entry["bandwidth"]!["to"]!.GetValue<int>(), entry["cos"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_connection_for_a_year_with_seventy_percent_off()
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Price(
            connections: PriceWorld.Connection(50, "GOLD", 12, "m"), code: "DISCOUNTDEMO")).MustBeOk()["results"]![0]!;
        Assert.Equal(
            (279.36m, 23.28m, 54.32m, 651.84m, 279.36m, 23.28m),
            (priced.Number("price"), priced.Number("preAuthAmount"), priced.Number("amountSaved"),
                priced.Number("amountSavedTotal"), priced.Number("basicTotalAmount"),
                priced.Number("basicMonthlyAmount")));
    }

    [Fact]
    public async Task A_week_of_10_Mbps_from_Hong_Kong_to_London()
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Price(connections: PriceWorld.Connection(
            10, "SILVER", 1, "w", PriceWorld.MegaI, PriceWorld.London))).MustBeOk()["results"]![0]!;
        Assert.Equal(36, priced.Number("price"));
    }

    [Fact]
    public async Task A_connection_s_flex_of_100_Mbps()
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Post(
            "/api/company/Acme/pricing/calculate/flex",
            """{"connectionId":"5b30dc0fc2e6a1b4d7dea069","flexBandwidth":"100"}""")).MustBeOk();
        Assert.Equal(
            """{"connectionId":"5b30dc0fc2e6a1b4d7dea069","flexBandwidth":100,"flexCharge":97}""",
            priced.Json.ToJsonString());
    }

    [Fact]
    public async Task Internet_On_Demand_for_two_years_and_for_six_days()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var years = $$"""
            {"contractTotals":{{Costs("3420", "1596", "1140")}},"unitCosts":{{Costs("142.5", "66.5", "47.5")}},
            "contractTotalsAmountSaved":null,"unitCostsAmountSaved":null,"burstRate":0.04681165489,
            "duration":{"unit":"m","value":24} }
            """;
        var days = $$"""
            {"onceOff":{{Costs("73.97", "34.52", "24.66")}},"burstRate":0.004050035038912062,
            "duration":{"unit":"d","value":6} }
            """;
        Same(years, (await stan.Internet(10, 24, "m")).MustBeOk());
        Same(
            years.Replace("\"m\",\"value\":24", "\"y\",\"value\":2", StringComparison.Ordinal),
            (await stan.Internet(10, 2, "y")).MustBeOk());
        Same(days, (await stan.Internet(10, 6, "d")).MustBeOk());
        Same(
            $"[{years},{days}]",
            (await stan.Get($"/api/v2/pricing/gia/bulkByDcf?dcfId={PriceWorld.London}&priceRequests="
                + Uri.EscapeDataString("""
                    [{"bandwidth":10,"durationValue":24,"durationUnit":"m"},
                    {"bandwidth":"10","durationValue":"6","durationUnit":"d"}]
                    """))).MustBeOk());
        Same(
            years,
            (await emulator.With("key-joe").Get($"/api/v2/pricing/gia/byCompanyAndPort?companyId={PriceWorld.Bloggs}"
                + $"&portId={PriceWorld.BloggsLondon}&bandwidth=10&durationValue=24&durationUnit=m")).MustBeOk());

        static string Costs(string service, string block26, string block27) =>
            $$"""
            {"giaCost":{{service}},"ipCosts":{"ipv426Cost":{{block26}},"ipv427Cost":{{block27}},"ipv428Cost":0,
            "ipv429Cost":null,"ipv430Cost":null} }
            """;

        static void Same(string expected, Answer answer) =>
            Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), answer.Json.ToJsonString());
    }

    [Fact]
    public async Task Internet_On_Demand_in_Asia_for_a_day_and_a_month_and_its_burst()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var day = (await stan.Internet(10, 1, "d", PriceWorld.MegaI)).MustBeOk();
        Assert.Equal(7.23m, day["onceOff"]!.Number("giaCost"));
        var month = (await stan.Internet(10, 12, "m", PriceWorld.MegaI)).MustBeOk();
        Assert.Equal((100, 0.99m), (month["unitCosts"]!.Number("giaCost"), month.Json.Number("burstRate")));
    }

    [Fact]
    public async Task An_hour_of_a_flex_of_Internet_On_Demand()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(
            """{"flexCharge":42.4,"amountSaved":0}""",
            (await emulator.With("key-joe").Get(
                "/v2/pricing/flex-iod/06327dfa-4e86-438b-af4c-3086be0a2467?bandwidth=250")).MustBeOk()
                .Json.ToJsonString());
    }

    [Fact]
    public async Task A_CloudRouter_of_500MB_for_half_a_year_whose_one_site_is_free()
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Router(
            "500MB", 6, PriceWorld.Site("1", "5a8ba984c2e6a1b4d76d5c9c"))).MustBeOk();
        Assert.Equal((1200, 200), (priced.Json.Number("totalContractCost"), priced.Json.Number("baseL3vpnCost")));
        var site = priced["sites"]![0]!;
        Assert.Equal(
            ("Tokyo", "JP", "Japan"),
            (Place("city"), Place("country"), Place("countryDisplayName")));
        Assert.All(["BRONZE", "SILVER", "GOLD"], name => Assert.Equal(
            """{"hourlyCost":0,"hourlyCostAmountSaved":null,"dailyCost":0,"monthlyCost":0}""",
            site["prices"]![name]!.ToJsonString()));

        string Place(string name) => site["site"]!["providerInfo"]![name]!.GetValue<string>();
    }

    /// <summary>In one metro, in one zone and across zones, of 10 Mbps and of 100 or 80.</summary>
    [Theory]
    [InlineData(PriceWorld.London, PriceWorld.LondonNorth, 100)]
    [InlineData(PriceWorld.London, PriceWorld.Frankfurt, 100)]
    [InlineData(PriceWorld.London, PriceWorld.CoreSite, 80)]
    public async Task Two_sites_cost_10_an_hour_each(string first, string second, int mbps)
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Router(
            "1GB", 1, $"{PriceWorld.Site("a", first, 10)},{PriceWorld.Site("b", second, mbps)}")).MustBeOk();
        Assert.Equal((500, 500), (priced.Json.Number("totalContractCost"), priced.Json.Number("baseL3vpnCost")));
        Assert.All(priced["sites"]!.AsArray(), site =>
        {
            var bronze = site!["prices"]!["BRONZE"]!;
            Assert.Equal(
                (10, 240, 7300),
                (bronze.Number("hourlyCost"), bronze.Number("dailyCost"), bronze.Number("monthlyCost")));
        });
    }

    [Fact]
    public async Task Sites_of_a_CloudRouter_that_is_there_cost_20_an_hour_together_and_14600_a_month()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var router = await emulator.Router("1GB");
        var site = RouterWorld.Own(RouterWorld.SanJose, 10)
            .Changed("accessCircuit.classOfService", """[{"name":"BRONZE","value":100}]""");
        (await stan.AddSite(site, router)).MustBeOk();
        await emulator.Pass(1);
        var priced = (await stan.Post(
            $"/v2/pricing/l3vpn/{router}/add-site",
            $$"""
            {"site":{"portId":"{{RouterWorld.Backbone}}","rateLimit":{"unit":"mbps","value":100},
            "classOfService":[{"name":"BRONZE","value":100}],"simPool":false} }
            """)).MustBeOk();
        Assert.Equal(
            (500, 500, 20, 14600),
            (priced.Json.Number("baseL3vpnCost"), priced.Json.Number("totalContractCost"),
                priced.Json.Number("totalHourlySiteCost"), priced.Json.Number("totalMonthlySiteCost")));
        Assert.All(priced["sites"]!.AsArray(), one => Assert.Equal(
            (10, 240, 7200),
            (one!.Number("hourlyCost"), one!.Number("dailyCost"), one!.Number("monthlyCost"))));
        Assert.Null(priced["discount"]);
    }

    [Fact]
    public async Task Sites_in_a_dear_metro_cost_by_their_bandwidth()
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Router(
            "500MB", 2, $"{PriceWorld.Site("0", PriceWorld.SaoPaulo)},{PriceWorld.Site("1", PriceWorld.SaoPaulo)}"))
            .MustBeOk();
        Assert.All(["BRONZE", "SILVER", "GOLD"], name => Assert.Equal(
            """{"hourlyCost":0.2397,"hourlyCostAmountSaved":null,"dailyCost":5.7528,"monthlyCost":174.981}""",
            priced["sites"]![0]!["prices"]![name]!.ToJsonString()));
    }
}
