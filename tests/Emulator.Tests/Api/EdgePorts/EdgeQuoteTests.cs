using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.EdgePorts;

/// <summary>Prices of edge ports, discounts and enquiries (OpenAPI 1.59.2, 149 to 155).</summary>
public sealed class EdgeQuoteTests
{
    private const string Quotes = EdgeWorld.Quotes;

    [Fact]
    public async Task A_search_is_PROCESSING_for_a_while_and_then_READY_with_its_prices()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var begun = (await stan.Post($"{Quotes}/search", EdgeWorld.Search().ToJsonString())).MustBeOk();
        Assert.Equal("PROCESSING", begun.TextOf("status"));
        var path = $"{Quotes}/search/{begun.TextOf("responseId")}";
        Assert.Equal(
            $$"""{"responseId":"{{begun.TextOf("responseId")}}","status":"PROCESSING"}""",
            (await stan.Get(path)).MustBeOk().Json.ToJsonString());
        await emulator.Pass(2);
        Assert.Equal("PROCESSING", (await stan.Get(path)).MustBeOk().TextOf("status"));
        await emulator.Pass(1);
        var ready = (await stan.Get(path)).MustBeOk();
        Assert.Equal("READY", ready.TextOf("status"));
        Assert.Equal("1 New Road", ready.TextOf("formatted-address"));
        Assert.Equal("Hong Kong", ready["addressResult"]!["country"]!["name"]!.GetValue<string>());
        var prices = ready["data"]!.AsArray();
        Assert.Equal(["180.00", "207.00"], prices.Select(price => price!["mrc"]!.GetValue<string>()));
        Assert.Equal("Hong Kong", prices[0]!["metro"]!["name"]!.GetValue<string>());
        Assert.Equal(2, prices.Select(price => price!["quoteKey"]!.GetValue<string>()).Distinct().Count());
    }

    [Theory]
    [InlineData("HK", "100", "12", "180.00", "600.00")]
    [InlineData("HK", "1000", "12", "648.00", "600.00")]
    [InlineData("HK", "100", "24", "162.00", "300.00")]
    [InlineData("AU", "500", "36", "629.76", "0.00")]
    [InlineData("sg", "200", "12", "304.50", "650.00")]
    public async Task Prices_go_by_country_bandwidth_and_term_and_add_up(
        string iso, string bandwidth, string term, string monthly, string once)
    {
        await using var emulator = new EmulatorUnderTest();
        var ready = await emulator.Searched(
            emulator.With("key-stan"), EdgeWorld.Search(iso, bandwidth, term));
        var price = ready["data"]![0]!;
        Assert.Equal(
            (monthly, once), (price["mrc"]!.GetValue<string>(), price["nrc"]!.GetValue<string>()));
        foreach (var one in ready["data"]!.AsArray())
        {
            Assert.Equal(Amount(one, "mrc") * int.Parse(term, CultureInfo.InvariantCulture), Amount(one, "trc"));
            Assert.Equal(Amount(one, "trc") + Amount(one, "nrc"), Amount(one, "tcv"));
        }
    }

    [Theory]
    [InlineData("JP", "100", "12")]
    [InlineData("XX", "100", "12")]
    [InlineData("HK", "101", "12")]
    [InlineData("HK", "100", "13")]
    public async Task Where_nobody_sells_a_search_finds_nothing(string iso, string bandwidth, string term)
    {
        await using var emulator = new EmulatorUnderTest();
        var ready = await emulator.Searched(emulator.With("key-stan"), EdgeWorld.Search(iso, bandwidth, term));
        Assert.Equal("READY", ready.TextOf("status"));
        Assert.Empty(ready["data"]!.AsArray());
    }

    [Fact]
    public async Task Gigabits_and_years_are_read_and_metros_can_be_left_out()
    {
        await using var emulator = new EmulatorUnderTest();
        var search = EdgeWorld.Search(bandwidth: "1", term: "1")
            .Changed("bandwidthUnit", "\"Gbps\"").Changed("contractTermUnit", "\"year\"")
            .Changed("withMetro", "false").Changed("postCode", "null");
        var price = (await emulator.Searched(emulator.With("key-stan"), search))["data"]![0]!;
        Assert.Equal(
            ("1000", "12"),
            (price["bandwidth"]!.GetValue<string>(), price["contractTerm"]!.GetValue<string>()));
        Assert.Null(price["metro"]);
    }

    [Fact]
    public async Task What_can_be_searched_for_is_listed()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var bandwidths = (await stan.Get($"{Quotes}/bandwidths")).MustBeOk();
        Assert.Equal(
            [100, 200, 300, 500, 1000],
            bandwidths["data"]!.AsArray().Select(one => one!["bandwidth"]!.GetValue<int>()));
        Assert.Equal((5, 5, 1), (
            bandwidths["total"]!.GetValue<int>(),
            bandwidths["size"]!.GetValue<int>(),
            bandwidths["page"]!.GetValue<int>()));
        var terms = (await stan.Get($"{Quotes}/contract-terms")).MustBeOk()["data"]!.AsArray();
        Assert.Equal([12, 24, 36], terms.Select(one => one!["contractTerm"]!.GetValue<int>()));
        var countries = (await stan.Get($"{Quotes}/countries")).MustBeOk()["data"]!.AsArray();
        Assert.Equal(
            ["au", "de", "hk", "jp", "sg", "za", "gb", "us"],
            countries.Select(one => one!["countryIso"]!.GetValue<string>()));
        Assert.Equal(
            ["jp", "za"],
            countries.Where(one => one!["provider"] is null)
                .Select(one => one!["countryIso"]!.GetValue<string>())
                .Order());
    }

    [Fact]
    public async Task A_discount_halves_what_recurs_and_nothing_is_kept()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        foreach (var code in new[] { "TESTING", "testing" })
        {
            var price = (await Discounted(stan, EdgeWorld.QuoteKey, code)).MustBeOk()["data"]![0]!;
            Assert.Equal(
                $$"""
                {"quoteKey":"{{EdgeWorld.QuoteKey}}","mrc":"90.00","mrcCurrency":"USD",
                """
                + """
                "trc":"1080.00","discountValue":"50%"}
                """,
                price.ToJsonString());
        }

        var search = (await stan.Get($"{Quotes}/search/6f1d2c84-93ab-4e57-8b06-2d5a7c90e410")).MustBeOk();
        Assert.Equal("180.00", search["data"]![0]!["mrc"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(EdgeWorld.QuoteKey, "NOPE", "The discount code is invalid or not found")]
    [InlineData(EdgeWorld.QuoteKey, "CLOUDROUTER10", "The discount code is invalid or not found")]
    [InlineData(EdgeWorld.QuoteKey, "", "The discount code is invalid or not found")]
    [InlineData("6f1d2c84-93ab-4e57-8b06-2d5a7c90e410", "TESTING", "Quote not found")]
    [InlineData("none", "TESTING", "Quote not found")]
    [InlineData("", "TESTING", "Quote not found")]
    [InlineData("a9c4e1f7-08d2-4b63-95ef-7d31b0c2a681", "TESTING", "Quote not found")]
    public async Task A_code_or_a_price_that_is_not_there_is_refused(string key, string code, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await Discounted(emulator.With("key-stan"), key, code)).MustRefuse(404, message);
        Assert.Equal(
            message != "Quote not found", refused["error"]!["details"] is JsonObject { Count: 0 });
    }

    [Fact]
    public async Task A_search_is_its_companys_alone_and_its_prices_are_good_for_days()
    {
        await using var emulator = new EmulatorUnderTest();
        var olivia = emulator.With("key-olivia");
        var ready = await emulator.Searched(olivia, EdgeWorld.Search());
        var key = ready["data"]![0]!["quoteKey"]!.GetValue<string>();
        var path = $"{Quotes}/search/{ready.TextOf("responseId")}";
        var stan = emulator.With("key-stan");
        (await stan.Get(path)).MustRefuse(404, "Quote not found");
        (await Discounted(stan, key, "TESTING")).MustRefuse(404, "Quote not found");
        (await olivia.Get($"{Quotes}/search/6f1d2c84-93ab-4e57-8b06-2d5a7c90e410")).MustRefuse(404);
        (await olivia.Get($"{Quotes}/search/none")).MustRefuse(404, "Quote not found");
        await emulator.Pass((59 * 86_400) + 86_000);
        (await Discounted(olivia, key, "TESTING")).MustBeOk();
        await emulator.Pass(500);
        (await Discounted(olivia, key, "TESTING")).MustRefuse(404, "Quote not found");
        (await olivia.Get(path)).MustBeOk();
    }

    [Fact]
    public async Task An_enquiry_is_mailed_to_support()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = await emulator.With("key-stan").Post(
            $"{Quotes}/enquiry", EdgeWorld.Search("JP").ToJsonString());
        Assert.Equal((204, ""), ((int)answer.Status, answer.Text));
        var letter = Assert.Single(await emulator.Letters("EdgeEnquiry", "support@consoleconnect.com"))!;
        Assert.Contains("100 Mbps for 12 months at 1 New Road, JP", letter["text"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country", null, "The request must have required property 'country'")]
    [InlineData("country", "{}", "The request/country must have required property 'iso'")]
    [InlineData("country", """{"iso":"HKG"}""", "The request/country/iso must NOT have more than 2 characters")]
    [InlineData("bandwidth", "100", "The request/bandwidth must be string")]
    [InlineData("bandwidth", "\"fast\"", "The request/bandwidth must be integer")]
    [InlineData("bandwidth", "\"0\"", "The request/bandwidth must be integer")]
    [InlineData("bandwidth", "\"-5\"", "The request/bandwidth must be integer")]
    [InlineData("bandwidth", "\"1.5\"", "The request/bandwidth must be integer")]
    [InlineData("bandwidthUnit", "\"Tbps\"", "The request/bandwidthUnit must be equal to one of the allowed values")]
    [InlineData("contract-term", "\"long\"", "The request/contract-term must be integer")]
    [InlineData("contractTermUnit", "\"day\"",
        "The request/contractTermUnit must be equal to one of the allowed values")]
    [InlineData("formatted-address", "\"\"", "The request/formatted-address must NOT have fewer than 1 characters")]
    [InlineData("withMetro", "\"yes\"", "The request/withMetro must be boolean")]
    public async Task What_is_no_search_is_refused_and_no_enquiry_either(string member, string? json, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var body = EdgeWorld.Search().Changed(member, json).ToJsonString();
        (await stan.Post($"{Quotes}/search", body)).MustRefuse(400, message);
        (await stan.Post($"{Quotes}/enquiry", body)).MustRefuse(400, message);
        Assert.Equal(0, await emulator.Count());
    }

    [Fact]
    public async Task Prices_are_for_those_who_write_the_network_of_a_company_with_the_feature()
    {
        await using var emulator = new EmulatorUnderTest();
        string[] paths =
        [
            $"{Quotes}/bandwidths", $"{Quotes}/contract-terms", $"{Quotes}/countries",
            $"{Quotes}/search/6f1d2c84-93ab-4e57-8b06-2d5a7c90e410",
        ];
        var vera = await emulator.LoggedIn("vera@example.com");
        var body = EdgeWorld.Search().ToJsonString();
        foreach (var path in paths)
        {
            (await vera.Get(path)).MustRefuse(401, "Access denied");
        }

        (await vera.Post($"{Quotes}/search", body)).MustRefuse(401, "Access denied");
        (await vera.Post($"{Quotes}/enquiry", body)).MustRefuse(401, "Access denied");
        (await emulator.Nobody().Post("/__admin/companies/harbourlight/edge-module", """{"enabled":false}"""))
            .MustBeOk();
        var olivia = emulator.With("key-olivia");
        var refused = (await olivia.Get(paths[0])).MustRefuse(401, "Access denied");
        Assert.Equal(
            "feature:EnableEdgeModule",
            refused["error"]!["accessRequests"]![0]!["action"]!.GetValue<string>());
        (await olivia.Post($"{Quotes}/search", body)).MustRefuse(401, "Access denied");
        (await emulator.Nobody().Post("/__admin/companies/harbourlight/edge-module", "{}")).MustBeOk();
        (await olivia.Get(paths[0])).MustBeOk();
    }

    private static Task<Answer> Discounted(Client client, string key, string code) =>
        client.Get($"{Quotes}/discount?quoteKey={key}&discountCode={code}");

    private static decimal Amount(JsonNode? price, string name) =>
        decimal.Parse(price![name]!.GetValue<string>(), CultureInfo.InvariantCulture);
}
