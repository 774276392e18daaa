using System.Net;
using Xunit;

namespace Emulator.Tests.Api.Pricing;

/// <summary>What ports, connections and their flexes cost: what has no price, what is refused, and for whom.</summary>
public sealed class PortAndConnectionPriceTests
{
    private const string Flex = "/api/company/Acme/pricing/calculate/flex";

    private const string Loop = "5b30dc0fc2e6a1b4d7dea069";

    [Fact]
    public async Task Prices_stand_in_the_order_asked_ports_first_and_what_has_none_is_left_out()
    {
        await using var emulator = new EmulatorUnderTest();
        var results = (await emulator.With("key-stan").Price(
            $"{PriceWorld.Port(PriceWorld.London, 10)},{PriceWorld.Port(PriceWorld.NotReady, 1)},"
            + PriceWorld.Port(PriceWorld.London, 1),
            $"{PriceWorld.Connection(20, "SILVER", 1, "m")},{PriceWorld.Connection(20_000, "SILVER", 1, "m")}"))
            .MustBeOk()["results"]!.AsArray();
        Assert.Equal(
            [("PORT", 400m), ("PORT", 300), ("CONNECTION", 80)],
            results.Select(one => (one!["type"]!.GetValue<string>(), one.Number("price")!.Value)));
    }

    [Theory]
    [InlineData(PriceWorld.NotReady, "1000", "y")]
    [InlineData(PriceWorld.London, "40000", "y")]
    [InlineData(PriceWorld.London, "9223372036854775807", "y")]
    [InlineData(PriceWorld.London, "1000", "m")]
    [InlineData("5a8ba8bfc2e6a1b4d77317c1", "100", "y")]
    public async Task A_port_that_could_not_be_ordered_has_no_price(string dcf, string speed, string unit)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = await emulator.With("key-stan").Price(PriceWorld.Port(dcf, speed, unit));
        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Nothing_asked_for_has_no_price()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        Assert.Equal(HttpStatusCode.NoContent, (await stan.Post(PriceWorld.Calculate, "{}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await stan.Price()).Status);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("equinix-ld8")]
    [InlineData("")]
    [InlineData("56bd9f93c2e6a1b4d7481c5a")]
    public async Task A_facility_goes_by_its_id_only(string dcf)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        Assert.Equal(
            """{"code":400,"message":"Invalid dcf property. This value should be the dcf ID."}""",
            (await stan.Price(PriceWorld.Port(dcf, 1))).MustRefuse(400).Json.ToJsonString());
        (await stan.Price(connections: PriceWorld.Connection(1, "GOLD", 1, "m", src: dcf))).MustRefuse(
            400, "Invalid srcDcf property. This value should be the srcDcf ID.");
        (await stan.Price(connections: PriceWorld.Connection(1, "GOLD", 1, "m", dest: dcf))).MustRefuse(
            400, "Invalid destDcf property. This value should be the destDcf ID.");

        // The facility is refused before the code.
        (await stan.Price(PriceWorld.Port(dcf, 1), code: "NOBODYKNOWSIT")).MustRefuse(
            400, "Invalid dcf property. This value should be the dcf ID.");
    }

    [Theory]
    [InlineData("NOBODYKNOWSIT")]
    [InlineData("SUMMER2024")]
    public async Task A_code_that_is_not_taken_is_refused_and_one_for_other_things_gives_nothing(string code)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        Assert.Equal(
            """{"code":400,"message":"INVALID CODE"}""",
            (await stan.Price(PriceWorld.Port(PriceWorld.London, 1), code: code)).MustRefuse(400).Json.ToJsonString());
        var port = (await stan.Price(PriceWorld.Port(PriceWorld.London, 1), code: "L3VPNDISCOUNT"))
            .MustBeOk()["results"]![0]!;
        Assert.Equal(300, port.Number("price"));
        Assert.Null(port["discount"]);
        Assert.Equal("", port["entity"]!["discountId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_discount_can_be_for_a_metro_and_for_a_first_month()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var ports = (await stan.Price(
            $"{PriceWorld.Port(PriceWorld.London, 1)},{PriceWorld.Port(PriceWorld.Frankfurt, 1)}", code: "londonports"))
            .MustBeOk()["results"]!.AsArray();
        Assert.Equal([225m, 300m], ports.Select(port => port!.Number("price")!.Value));
        var year = (await stan.Price(connections: PriceWorld.Connection(50, "GOLD", 12, "m"), code: "FIRSTCONNECTION"))
            .MustBeOk()["results"]![0]!;
        Assert.Equal(
            (892.4m, 77.6m, 38.8m, 38.8m, 38.8m),
            (year.Number("price"), year.Number("basicMonthlyAmount"), year.Number("preAuthAmount"),
                year.Number("amountSaved"), year.Number("amountSavedTotal")));
    }

    [Theory]
    [InlineData("\"speed\":1", "\"speed\":-1", "The request/ports/0/speed must be >= 1")]
    [InlineData("\"speed\":1", "\"speed\":0", "The request/ports/0/speed must be >= 1")]
    [InlineData("\"speed\":1", "\"speed\":1.5", "The request/ports/0/speed must be integer")]
    [InlineData("\"speed\":1", "\"speed\":1e99", "The request/ports/0/speed must be integer")]
    [InlineData("\"speed\":1", "\"speed\":\"fast\"", "The request/ports/0/speed must be integer")]
    [InlineData("\"speed\":1", "\"speed\":null", "The request/ports/0/speed must be integer")]
    [InlineData("\"speed\":1", "\"pace\":1", "The request/ports/0 must have required property 'speed'")]
    [InlineData("\"durationUnit\":\"y\"", "\"durationUnit\":\"d\"",
        "The request/ports/0/durationUnit must be equal to one of the allowed values")]
    [InlineData("\"dcf\":\"5a8ba9aac2e6a1b4d7575bb1\"", "\"dcf\":5", "The request/ports/0/dcf must be string")]
    [InlineData("\"ports\":[{", "\"connections\":7,\"ports\":[{", "The request/connections must be array")]
    public async Task What_is_no_port_is_refused_by_the_validator(string sound, string broken, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var body = $$"""{"ports":[{{PriceWorld.Port(PriceWorld.London, 1)}}]}""";
        Assert.Contains(sound, body, StringComparison.Ordinal);
        var refused = (await emulator.With("key-stan").Post(
            PriceWorld.Calculate, body.Replace(sound, broken, StringComparison.Ordinal))).MustRefuse(400, message);
        Assert.Equal(400, refused["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("-5", "SILVER", "1", "m", "The request/connections/0/bandwidth must be >= 1")]
    [InlineData("\"wide\"", "SILVER", "1", "m", "The request/connections/0/bandwidth must be integer")]
    [InlineData("5", "PLATINUM", "1", "m",
        "The request/connections/0/classOfService must be equal to one of the allowed values")]
    [InlineData("5", "GOLD", "0", "m", "The request/connections/0/duration/value must be >= 1")]
    [InlineData("5", "GOLD", "\"long\"", "m", "The request/connections/0/duration/value must be integer")]
    [InlineData("5", "GOLD", "1", "x",
        "The request/connections/0/duration/unit must be equal to one of the allowed values")]
    [InlineData("5", "GOLD", "7", "d",
        "7 is not a valid quantity for duration unit: d. The maximum quantity for this unit is 6")]
    [InlineData("5", "GOLD", "9223372036854775807", "y",
        "2147483647 is not a valid quantity for duration unit: y. The maximum quantity for this unit is 3")]
    public async Task What_is_no_connection_is_refused(
        string bandwidth, string cos, string value, string unit, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Price(connections: PriceWorld.Connection(bandwidth, cos, value, unit)))
            .MustRefuse(400, message);
    }

    [Fact]
    public async Task A_thousand_items_are_priced_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var results = (await emulator.With("key-stan").Price(
            string.Join(',', Enumerable.Repeat(PriceWorld.Port(PriceWorld.London, 1), 500)),
            string.Join(',', Enumerable.Range(1, 500).Select(mbps => PriceWorld.Connection(mbps, "GOLD", 1, "m")))))
            .MustBeOk()["results"]!.AsArray();
        Assert.Equal(1000, results.Count);
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_told_so_as_everywhere()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.Nobody().Post(PriceWorld.Calculate, "{}")).MustRefuse(401);
        Assert.NotNull(refused["error"]);
    }

    [Theory]
    [InlineData("{}", 400, "The request must have required property 'flexBandwidth'")]
    [InlineData("""{"flexBandwidth":"100"}""", 400, "flex price calculate payload must have a connectionId")]
    [InlineData("""{"flexBandwidth":"100","connectionId":""}""", 400,
        "flex price calculate payload must have a connectionId")]
    [InlineData("""{"flexBandwidth":"100","connectionId":"X","discountCode":"X"}""", 400, "Invalid Code")]
    [InlineData("""{"flexBandwidth":"0","connectionId":"X"}""", 400, "The request/flexBandwidth must be >= 1")]
    [InlineData("""{"flexBandwidth":"lots","connectionId":"X"}""", 400, "The request/flexBandwidth must be integer")]
    [InlineData("""{"flexBandwidth":1.5,"connectionId":"X"}""", 400, "The request/flexBandwidth must be integer")]
    [InlineData("""{"flexBandwidth":1,"connectionId":"X"}""", 404, "A connection can not be found with the given id")]
    [InlineData("""{"flexBandwidth":1,"connectionId":"5de524cdc2e6a1b4d7895706"}""", 404,
        "A connection can not be found with the given id")]
    public async Task A_flex_that_is_asked_for_wrongly_is_refused(string body, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(
            $$"""{"code":{{status}},"message":"{{message}}"}""",
            (await emulator.With("key-stan").Post(Flex, body)).MustRefuse(status).Json.ToJsonString(new()
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }));
    }

    [Theory]
    [InlineData(Loop, "701", "exceeds the available capacity")]
    [InlineData(Loop, "9223372036854775807", "exceeds the available capacity")]
    [InlineData("55783e39519d254d36f6126e", "10", "which has to agree to more")]
    [InlineData("593e5b5ec2e6a1b4d7eb581c", "10", "DISABLED")]
    public async Task A_flex_that_would_be_refused_has_no_price_and_a_note_tells_why(
        string connection, string added, string why)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = await emulator.With("key-stan").Post(
            Flex, $$"""{"connectionId":"{{connection}}","flexBandwidth":{{added}}}""");
        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
        Assert.Contains(why, answer.Headers["X-Emulator-Note"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flex_costs_less_with_a_code_and_viewers_may_ask_but_others_may_not()
    {
        await using var emulator = new EmulatorUnderTest();
        const string Body = $$"""{"connectionId":"{{Loop}}","flexBandwidth":200,"discountCode":"firstconnection"}""";
        var vera = await emulator.LoggedIn("vera@example.com");
        Assert.Equal(97, (await vera.Post(Flex, Body)).MustBeOk().Json.Number("flexCharge"));
        var refused = (await (await emulator.LoggedIn("max@example.com")).Post(Flex, Body)).MustRefuse(401);
        Assert.Equal("network:ReadConnection", refused["error"]!["accessRequests"]![0]!["action"]!.GetValue<string>());
        (await emulator.With("key-joe").Post(Flex, Body)).MustRefuse(401);
    }
}
