using Xunit;

namespace Emulator.Tests.Api.Pricing;

/// <summary>What Internet On-Demand and its flexes cost: refusals, and what has no price.</summary>
public sealed class InternetPriceTests
{
    private const string OnPort = "/v2/pricing/gia/byCompanyAndPort";
    private const string InFacility = "/v2/pricing/gia/byDcf";
    private const string Bulk = "/v2/pricing/gia/bulkByDcf";
    private const string Flex = "/v2/pricing/flex-iod/06327dfa-4e86-438b-af4c-3086be0a2467";
    private const string Where = $"companyId={PriceWorld.Bloggs}&portId={PriceWorld.BloggsLondon}";

    [Theory]
    [InlineData("", 400, "companyId is a required argument")]
    [InlineData($"companyId={PriceWorld.Bloggs}", 400, "portId is a required argument")]
    [InlineData(Where, 400, "bandwidth is a required argument")]
    [InlineData($"{Where}&bandwidth=10", 400, "durationValue is a required argument")]
    [InlineData($"{Where}&bandwidth=10&durationValue=1", 400, "durationUnit is a required argument")]
    [InlineData($"{Where}&bandwidth=ten&durationValue=one&durationUnit=x", 400, "Value is not a number.")]
    [InlineData($"{Where}&bandwidth=0&durationValue=one&durationUnit=x", 400,
        "Port bandwidth must be a positive integer in Mbps.")]
    [InlineData($"{Where}&bandwidth=-10&durationValue=1&durationUnit=m", 400,
        "Port bandwidth must be a positive integer in Mbps.")]
    [InlineData($"{Where}&bandwidth=1.5&durationValue=1&durationUnit=m", 400,
        "Port bandwidth must be a positive integer in Mbps.")]
    [InlineData($"{Where}&bandwidth=10&durationValue=one&durationUnit=x", 400, "Value is not a number.")]
    [InlineData($"{Where}&bandwidth=10&durationValue=2.1&durationUnit=x", 400,
        "2.1 is not a positive integer. Duration quantity must be a positive integer")]
    [InlineData($"{Where}&bandwidth=10&durationValue=-2&durationUnit=x", 400,
        "-2 is not a positive integer. Duration quantity must be a positive integer")]
    [InlineData($"{Where}&bandwidth=10&durationValue=2&durationUnit=x", 400,
        "x is not a valid duration unit. Valid units are: \"d\", \"w\", \"m\", \"y\"")]
    [InlineData($"{Where}&bandwidth=10&durationValue=37&durationUnit=m", 400,
        "37 is not a valid quantity for duration unit: m. The maximum quantity for this unit is 36")]
    [InlineData($"companyId=X&portId=X&bandwidth=10&durationValue=1&durationUnit=m", 404,
        "A company can not be found with the given id")]
    [InlineData($"companyId={PriceWorld.Bloggs}&portId=X&bandwidth=10&durationValue=1&durationUnit=m", 404,
        "A port can not be found with the given id")]
    [InlineData($"companyId=Acme&portId={PriceWorld.BloggsLondon}&bandwidth=10&durationValue=1&durationUnit=m", 404,
        "A port can not be found with the given id")]
    [InlineData("companyId=Acme&portId=55767b5652a693344a015744&bandwidth=10&durationValue=1&durationUnit=m", 400,
        "Internet on demand is not available on port with ID 55767b5652a693344a015744 .  Please select another port or "
        + "contact support@consoleconnect.com if you want Internet on demand at this location.")]
    [InlineData($"{Where}&bandwidth=10&durationValue=1&durationUnit=m&discountCode=X", 400, "Invalid code.")]
    public async Task On_a_port_the_first_thing_that_is_wrong_is_told(string query, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var error = (await emulator.With("key-stan").Get($"{OnPort}?{query}")).MustRefuse(status, message)["error"]!;
        Assert.Equal(["code", "message"], error.AsObject().Select(member => member.Key));
        Assert.Equal(status, error["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("20000")]
    [InlineData("99999999999999999999999999999999999999999")]
    public async Task A_port_prices_no_more_than_it_has_left(string bandwidth)
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var port = (await joe.Get($"/api/company/bloggs/ports/{PriceWorld.BloggsLondon}")).MustBeOk();
        var left = port["capacity"]!["remaining"]!.GetValue<int>();
        (await joe.Get($"{OnPort}?{Where}&bandwidth={bandwidth}&durationValue=1&durationUnit=m")).MustRefuse(
            400, $"The requested bandwidth exceeds the available capacity for the Port. Max is: {left}");
        (await joe.Get($"{OnPort}?{Where}&bandwidth={left}&durationValue=1&durationUnit=m")).MustBeOk();
    }

    [Theory]
    [InlineData("bandwidth=10&durationValue=1&durationUnit=m", 400, "dcfId is a required argument")]
    [InlineData($"dcfId=X&bandwidth=10&durationValue=1&durationUnit=m&companyId=X", 404,
        "A company can not be found with the given id")]
    [InlineData("dcfId=X&bandwidth=10&durationValue=1&durationUnit=m", 404,
        "A data centre facility can not be found with the given id")]
    [InlineData("dcfId=equinix-ld8&bandwidth=10&durationValue=1&durationUnit=m", 404,
        "A data centre facility can not be found with the given id")]
    public async Task In_a_facility_the_first_thing_that_is_wrong_is_told(string query, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Get($"{InFacility}?{query}")).MustRefuse(status, message);
    }

    [Theory]
    [InlineData(PriceWorld.SaoPaulo, "10", "No prices are available for GIA in the specified Port's Metro")]
    [InlineData(PriceWorld.NotReady, "10", "No prices are available for GIA in the specified Port's Metro")]
    [InlineData(PriceWorld.London, "10001", "Sorry! We can’t find a price for this rate limit. Please email "
        + "support@consoleconnect.com to request a price.")]
    public async Task Where_there_is_no_price_words_say_so(string dcf, string bandwidth, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await emulator.With("key-stan").Internet(bandwidth, 1, "m", dcf)).MustBeOk();
        Assert.Equal(["message"], answer.Json.AsObject().Select(member => member.Key));
        Assert.Equal(message, answer.TextOf("message"));
    }

    [Theory]
    [InlineData("5", 400, "Invalid request for GIA pricing")]
    [InlineData("{}", 400, "Invalid request for GIA pricing")]
    [InlineData("[7]", 400, "Invalid request for GIA pricing")]
    [InlineData("[{]", 400, "Invalid request for GIA pricing")]
    [InlineData("", 400, "priceRequests is a required argument")]
    [InlineData("[{\"bandwidth\":10}]", 400, "durationValue is a required argument")]
    [InlineData("[{\"bandwidth\":true,\"durationValue\":1,\"durationUnit\":\"m\"}]", 400, "Value is not a number.")]
    [InlineData("[{\"bandwidth\":1,\"durationValue\":1,\"durationUnit\":\"m\"},{\"bandwidth\":-1,\"durationValue\":1}]",
        400, "Port bandwidth must be a positive integer in Mbps.")]
    public async Task Of_several_at_once_the_first_that_is_wrong_is_told(string requests, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Get(
            $"{Bulk}?dcfId={PriceWorld.London}&priceRequests={Uri.EscapeDataString(requests)}")).MustRefuse(
            status, message);
    }

    [Fact]
    public async Task Weeks_cost_their_days_and_no_term_under_a_month_more_than_a_month()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        Assert.Equal(86.3m, await Once(1, "w"));
        Assert.Equal(150, await Once(2, "w"));
        Assert.Equal(150, await Once(3, "w"));

        async Task<decimal> Once(int value, string unit) =>
            (await stan.Internet(10, value, unit)).MustBeOk()["onceOff"]!.Number("giaCost")!.Value;
    }

    [Fact]
    public async Task A_discount_is_told_by_the_month_and_for_the_whole()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await emulator.With("key-stan").Internet(10, 24, "m", code: "20percent")).MustBeOk();
        Assert.Equal(
            (114, 2736, 28.5m, 684),
            (answer["unitCosts"]!.Number("giaCost"), answer["contractTotals"]!.Number("giaCost"),
                answer["unitCostsAmountSaved"]!.Number("giaCost"),
                answer["contractTotalsAmountSaved"]!.Number("giaCost")));
        Assert.Equal(53.2m, answer["unitCosts"]!["ipCosts"]!.Number("ipv426Cost"));
        Assert.Null(answer["unitCosts"]!["ipCosts"]!["ipv430Cost"]);
    }

    [Fact]
    public async Task Without_anything_in_the_list_the_product_is_turned_off()
    {
        using var seed = new Catalogue.SeedCopy();
        var file = Path.Combine(seed.Folder, "price-list.json");
        var list = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        list["rows"]![0]!["prices"]!.AsObject().Remove("internet");
        await File.WriteAllTextAsync(file, list.ToJsonString());
        await using var emulator = new EmulatorUnderTest($"seed-data={seed.Folder}");
        var joe = emulator.With("key-joe");
        (await joe.Internet(10, 1, "m")).MustRefuse(404, "Gia Service is turned off now.");
        (await joe.Get($"{OnPort}?{Where}&bandwidth=10&durationValue=1&durationUnit=m")).MustRefuse(
            404, "Gia service is turned off now.");
    }

    [Theory]
    [InlineData("", 400, "bandwidth is a required argument")]
    [InlineData("bandwidth=many", 400, "Value is not a number.")]
    [InlineData("bandwidth=0", 400, "Port bandwidth must be a positive integer in Mbps.")]
    [InlineData("bandwidth=250&discountCode=X", 400, "Invalid code.")]
    [InlineData("bandwidth=99", 422, "Flex price is not available for the requested bandwidth for this service")]
    [InlineData("bandwidth=100000", 422, "Flex price is not available for the requested bandwidth for this service")]
    public async Task A_flex_that_could_not_be_asked_for_has_no_price(string query, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var error = (await emulator.With("key-joe").Get($"{Flex}?{query}")).MustRefuse(status, message)["error"]!;
        Assert.Equal(status, error["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task Nobody_prices_for_another_company()
    {
        await using var emulator = new EmulatorUnderTest();
        var meg = emulator.With("key-meg");
        (await meg.Get($"{Flex}?bandwidth=250")).MustRefuse(
            404, "GiaService not found: 06327dfa-4e86-438b-af4c-3086be0a2467");
        var port = (await meg.Get($"{OnPort}?{Where}&bandwidth=10&durationValue=1&durationUnit=m")).MustRefuse(401);
        Assert.Equal("network:ReadPort", port["error"]!["accessRequests"]![0]!["action"]!.GetValue<string>());
        (await meg.Get($"{InFacility}?dcfId={PriceWorld.London}&bandwidth=1&durationValue=1&durationUnit=m&companyId="
            + PriceWorld.Bloggs)).MustRefuse(401);
        (await emulator.Nobody().Internet(10, 1, "m")).MustRefuse(401);
    }
}
