using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.Pricing;

/// <summary>What CloudRouters cost, and adding and deleting their sites.</summary>
public sealed class RouterPriceTests
{
    private const string Price = "/v2/pricing/l3vpn";
    private const string Add = $"{Price}/{RouterWorld.Core}/add-site";
    private const string Delete = $"{Price}/{RouterWorld.Core}/delete-site";
    private const string RateFormat = "Requested rateLimit is not valid. Please provide rateLimit in this format: "
        + """{"unit": "Mbps", "value": 200}""";

    private const string DurationFormat = "Duration should be in the format { unit: String, value: Number } where unit "
        + "is one of \"m\" | \"y\" and value is a number greater than 0";

    private static JsonObject Asked() => JsonNode.Parse(
        $$"""
        {"companyId":"Acme","bandwidth":"1GB","duration":{"unit":"m","value":6},
        "sites":[{{PriceWorld.Site("1", PriceWorld.London)}},{{PriceWorld.Site("2", PriceWorld.Frankfurt)}}]}
        """)!.AsObject();

    [Theory]
    [InlineData(" ", "the id \" \".")]
    [InlineData("", "the id \"\".")]
    [InlineData("a  b", "the id \"a  b\".")]
    [InlineData("nobody", "the id nobody.")]
    public async Task What_was_sent_can_be_seen_in_the_explanation_even_where_it_is_blank(string id, string words)
    {
        await using var emulator = new EmulatorUnderTest();
        var asked = Asked();
        asked["companyId"] = id;
        var refused = await emulator.With("key-stan").Post(Price, asked.ToJsonString());
        Assert.NotEqual(System.Net.HttpStatusCode.OK, refused.Status);
        Assert.Contains(words, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bandwidth", null, "bandwidth is a required argument")]
    [InlineData("bandwidth", "\"3GB\"", "Bandwidth must be one of (500MB,1GB,2.5GB,5GB,10GB,>10GB)")]
    [InlineData("bandwidth", "500", "The request/bandwidth must be string")]
    [InlineData("duration", null, "duration is a required argument")]
    [InlineData("duration", "{}", DurationFormat)]
    [InlineData("duration.value", "\"6\"", DurationFormat)]
    [InlineData("duration.value", "null", DurationFormat)]
    [InlineData("duration.unit", null, DurationFormat)]
    [InlineData("duration.unit", "\"d\"", "d is not a valid duration unit. Valid units are: \"m\", \"y\"")]
    [InlineData("duration.value", "-6", "-6 is not a positive integer. Duration value must be a positive integer")]
    [InlineData("duration.value", "0", "0 is not a positive integer. Duration value must be a positive integer")]
    [InlineData("duration.value", "2.5", "2.5 is not a positive integer. Duration value must be a positive integer")]
    [InlineData("duration.value", "100",
        "100 is not a valid quantity for duration unit: m. The maximum quantity for this unit is 36")]
    [InlineData("duration.value", "1e300",
        "2147483647 is not a valid quantity for duration unit: m. The maximum quantity for this unit is 36")]
    [InlineData("sites.0.dcfId", null, "dcfId is a required site field")]
    [InlineData("sites.0.rateLimit", null, RateFormat)]
    [InlineData("sites.0.rateLimit.unit", "\"furlongs\"", RateFormat)]
    [InlineData("sites.0.rateLimit.value", "\"fast\"", RateFormat)]
    [InlineData("sites.0.rateLimit.value", "-1", "Requested rateLimit.value must be a number greater than 0")]
    [InlineData("sites.0.priceRefId", "1", "priceRefId must be a valid string")]
    [InlineData("sites.0.priceRefId", "\"\"", "priceRefId must be a valid string")]
    [InlineData("sites.0.priceRefId", "\"2\"", "priceRefId for each site must be unique")]
    [InlineData("discountCode", "\"NOBODYKNOWSIT\"", "Invalid code.")]
    [InlineData("sites.0.discountId", "\"NOBODYKNOWSIT\"", "Invalid code.")]
    [InlineData("companyId", null, "companyId is a required argument")]
    [InlineData("sites", "5", "The request/sites must be object")]
    [InlineData("sites", "[5]", "The request/sites/0 must be object")]
    public async Task What_is_wrong_is_told_in_the_printed_words(string member, string? json, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.With("key-stan").Post(Price, Asked().At(member, json).ToJsonString()))
            .MustRefuse(400, message)["error"]!;
        Assert.Equal(["statusCode", "name", "message"], refused.AsObject().Select(part => part.Key));
    }

    [Fact]
    public async Task Members_price_for_their_company_and_facilities_must_be_there()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Post(Price, Asked().ToJsonString())).MustRefuse(
            401, "You are not authorized to do that.");
        (await emulator.With("key-stan").Post(Price, Asked().At("companyId", "\"X\"").ToJsonString())).MustRefuse(
            401, "You are not authorized to do that.");
        (await emulator.With("key-stan").Post(Price, Asked().At("sites.1.dcfId", "\"X\"").ToJsonString())).MustRefuse(
            404, "One or more requested datacenter facilities could not be found.");
        (await (await emulator.LoggedIn("max@example.com")).Post(Price, Asked().ToJsonString())).MustBeOk();
    }

    [Theory]
    [InlineData("bandwidth", "\">10GB\"")]
    [InlineData("sites.0.dcfId", $"\"{PriceWorld.NotReady}\"")]
    [InlineData("sites.0.rateLimit.value", "20000")]
    public async Task What_is_priced_on_application_keeps_its_sites_and_has_no_costs(string member, string json)
    {
        await using var emulator = new EmulatorUnderTest();
        var priced = (await emulator.With("key-stan").Post(Price, Asked().At(member, json).ToJsonString())).MustBeOk();
        Assert.Null(priced["baseL3vpnCost"]);
        Assert.Null(priced["totalContractCost"]);
        Assert.Equal(2, priced["sites"]!.AsArray().Count);
        Assert.All(priced["sites"]!.AsArray(), site => Assert.Null(site!["prices"]!["GOLD"]!["monthlyCost"]));
    }

    [Fact]
    public async Task One_site_and_one_class_may_stand_alone_and_pools_of_SIM_cards_are_free_among_themselves()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var alone = Asked();
        alone["sites"] = JsonNode.Parse(PriceWorld.Site("1", PriceWorld.London))!.AsObject()
            .At("classOfService", """{"name":"GOLD","value":100}""");
        Assert.Equal(0, Costs(await stan.Post(Price, alone.ToJsonString())).Single());

        var pools = Asked().At("sites", """[{"priceRefId":"a","simPool":true},{"simPool":true}]""");
        var answer = (await stan.Post(Price, pools.ToJsonString())).MustBeOk();
        Assert.Equal([0m, 0m], Costs(answer));
        Assert.Equal(["a", "2"], answer["sites"]!.AsArray().Select(site => site!["priceRefId"]!.GetValue<string>()));
        Assert.Equal("{}", answer["sites"]![0]!["site"]!["rateLimit"]!.ToJsonString());
        Assert.Null(answer["sites"]![0]!["site"]!["providerInfo"]);

        var mixed = Asked().At(
            "sites", $$"""[{"priceRefId":"a","simPool":true},{{PriceWorld.Site("1", PriceWorld.London)}}]""");
        Assert.Equal([10m, 10m], Costs(await stan.Post(Price, mixed.ToJsonString())));

        static IEnumerable<decimal> Costs(Answer answer) => answer.MustBeOk()["sites"]!.AsArray()
            .Select(site => site!["prices"]!["BRONZE"]!.Number("hourlyCost")!.Value);
    }

    [Fact]
    public async Task A_discount_is_for_the_base_or_for_sites_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var sites = $"{PriceWorld.Site("a", PriceWorld.London)},{PriceWorld.Site("b", PriceWorld.Frankfurt)}";
        var first = (await stan.Router("500MB", 2, sites, "L3VPNDISCOUNT")).MustBeOk();
        Assert.Equal(
            (180, 360, 20, 40, 0),
            (first.Json.Number("baseL3vpnCost"), first.Json.Number("totalContractCost"),
                first.Json.Number("baseL3vpnCostAmountSaved"), first.Json.Number("totalContractCostAmountSaved"),
                first.Json.Number("totalHourlySiteCostAmountSaved")));
        Assert.Equal(10, first["discount"]!["redemptions"]!.GetValue<int>());
        Assert.Null(first["sites"]![0]!["prices"]!["BRONZE"]!["hourlyCostAmountSaved"]);

        var second = (await stan.Router("500MB", 2, sites, "cloudrouter10")).MustBeOk();
        Assert.Equal(180, second.Json.Number("baseL3vpnCost"));
        Assert.Equal(2, second.Json.Number("totalHourlySiteCostAmountSaved"));
        var bronze = second["sites"]![0]!["prices"]!["BRONZE"]!;
        Assert.Equal((9, 1), (bronze.Number("hourlyCost"), bronze.Number("hourlyCostAmountSaved")));
    }

    [Theory]
    [InlineData("site", null, "site is a required argument")]
    [InlineData("site.portId", null, "portId is a required site field")]
    [InlineData("site.portId", "\"5e5f9b85c2e6a1b4d782bcd0\"",
        "Port with id: 5e5f9b85c2e6a1b4d782bcd0 does not belong to the company")]
    [InlineData("site.rateLimit", null, "rateLimit is required")]
    [InlineData("site.rateLimit", "{}", RateFormat)]
    [InlineData("site.rateLimit.value", "0", "Requested rateLimit.value must be a number greater than 0")]
    [InlineData("site.classOfService", null, "Site has an invalid Class of Service.")]
    [InlineData("site.classOfService", "[]", "Site has an invalid Class of Service.")]
    [InlineData("site.classOfService.0.name", "\"LEAD\"", "In Site there is an invalid Class of Service name.")]
    [InlineData("site.classOfService", """[{"name":"GOLD","value":50},{"name":"GOLD","value":50}]""",
        "In Site the Class of Service names cannot be repeated.")]
    [InlineData("site.classOfService.0.value", "99", "In Site the Class of Service percentages must sum to 100%.")]
    [InlineData("site.rateLimit.value", "701",
        "The combined bandwidth of all sites is greater than the allowed CloudRouter bandwidth of 1GB. Please contact "
        + "support@consoleconnect.com to increase your CloudRouter bandwidth.")]
    public async Task What_is_wrong_with_a_new_site_is_told_without_error_round_it(
        string member, string? json, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.With("key-stan").Post(Add, Site().At(member, json).ToJsonString()))
            .MustRefuse(400, message);
        Assert.Equal(["statusCode", "name", "message"], refused.Json.AsObject().Select(part => part.Key));
    }

    [Fact]
    public async Task A_new_site_on_a_port_or_router_that_is_not_there_is_a_404()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var refused = (await stan.Post(Add, Site().At("site.portId", "\"X\"").ToJsonString())).MustRefuse(404);
        Assert.Equal(
            """{"error":{"statusCode":404,"name":"Error","message":"A port can not be found with the given id"}}""",
            refused.Json.ToJsonString());
        (await stan.Post($"{Price}/X/add-site", Site().ToJsonString())).MustRefuse(
            404, "A CloudRouter can not be found with the given id");
        (await emulator.With("key-joe").Post(Add, Site().ToJsonString())).MustRefuse(
            404, "A CloudRouter can not be found with the given id");
        (await (await emulator.LoggedIn("max@example.com")).Post(Add, Site().ToJsonString())).MustRefuse(401);
        (await (await emulator.LoggedIn("vera@example.com")).Post(Add, Site().ToJsonString())).MustBeOk();
    }

    [Fact]
    public async Task A_site_may_stand_on_a_cloud_s_port_or_be_a_pool_of_SIM_cards()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var cloud = (await stan.Post(Add, Site()
            .At("site.portId", $"\"{RouterWorld.AmazonLondon}\"").ToJsonString())).MustBeOk();
        Assert.Equal(
            "AWS",
            cloud["sites"]![2]!["site"]!["providerInfo"]!["portPartner"]!["type"]!.GetValue<string>());
        var pool = (await stan.Post(Add, """{"site":{"simPoolId":"p-1"}}""")).MustBeOk()["sites"]![2]!;
        Assert.Equal("p-1", pool["site"]!["simPoolId"]!.GetValue<string>());
        Assert.Null(pool["site"]!["providerInfo"]);
        Assert.True(pool.Number("hourlyCost") > 0);
        var alone = await stan.Post($"{Price}/{RouterWorld.Lab}/add-site", """{"site":{"simPool":true}}""");
        Assert.Equal(0, alone.MustBeOk().Json.Number("totalHourlySiteCost"));
    }

    [Fact]
    public async Task The_site_that_is_left_alone_when_another_goes_is_free_and_nothing_is_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var left = (await stan.Post(Delete, $$"""{"siteId":"{{RouterWorld.London}}"}""")).MustBeOk();
        Assert.Equal((0, 0), (left.Json.Number("totalHourlySiteCost"), left.Json.Number("totalMonthlySiteCost")));
        Assert.Single(left["sites"]!.AsArray());
        Assert.Equal(2, (await stan.Listed(RouterWorld.Core))!["sites"]!.AsArray().Count);
        Assert.Equal(
            """{"statusCode":400,"name":"Error","message":"siteId is a required argument"}""",
            (await stan.Post(Delete, "{}")).MustRefuse(400).Json.ToJsonString());
        (await stan.Post(Delete, """{"siteId":"X"}""")).MustRefuse(
            404, "CloudRouter site record with specified id was not found");
        (await stan.Post(Delete, """{"siteId":7}""")).MustRefuse(400, "The request/siteId must be string");
    }

    private static JsonObject Site() => JsonNode.Parse(
        $$"""
        {"site":{"portId":"{{RouterWorld.SanJose}}","rateLimit":{"unit":"mbps","value":100},
        "classOfService":[{"name":"BRONZE","value":100}],"simPool":false} }
        """)!.AsObject();
}

/// <summary>Changes in bodies.</summary>
internal static class BodyChanges
{
    /// <summary>Puts JSON at a path of members and places in lists, or takes away what is there.</summary>
    public static JsonObject At(this JsonObject body, string path, string? json)
    {
        var steps = path.Split('.');
        JsonNode place = body;
        foreach (var step in steps.SkipLast(1))
        {
            place = int.TryParse(step, out var index) ? place[index]! : place[step]!;
        }

        if (json is null)
        {
            place.AsObject().Remove(steps[^1]);
        }
        else
        {
            place[steps[^1]] = JsonNode.Parse(json);
        }

        return body;
    }
}
