using Xunit;

namespace Emulator.Tests.Api;

/// <summary>What later editions add to ports and facilities (OpenAPI 1.0.0, 1.59.2).</summary>
public sealed class PortsOfLaterEditionsTests
{
    private const string Ports = "/api/company/Acme/ports";
    private const string Id = "569fbfdec2e6a1b4d74c2c70";
    private const string Backbone = Ports + "/" + Id;
    private const string Admin = "/__admin/ports/";
    private const string Closed = "The port is closed for new services and for changes of services";

    [Fact]
    public async Task An_asn_is_taken_as_an_object_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var port = (await stan.Post(Backbone, """{"name":"Renamed","asn":{"asn":"176252"}}""")).MustBeOk();
        Assert.Equal("176252", port["asn"]!["asn"]!.GetValue<string>());
        Assert.Equal("Renamed", port.TextOf("name"));
        Assert.Equal("176253", (await stan.Post(Backbone, """{"asn":"176253"}""")).MustBeOk()["asn"]!["asn"]!
            .GetValue<string>());
    }

    [Theory]
    [InlineData("""{"asn":7}""", "The request/asn must be string")]
    [InlineData("""{"asn":[]}""", "The request/asn must be string")]
    [InlineData("""{"asn":{}}""", "The request/asn must have required property 'asn'")]
    [InlineData("""{"asn":{"asn":7}}""", "The request/asn/asn must be string")]
    public async Task An_asn_of_another_kind_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Post(Backbone, body)).MustRefuse(400, message);
    }

    [Fact]
    public async Task A_port_read_alone_tells_how_it_is_paid()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var invoiced = (await stan.Get(Backbone)).MustBeOk();
        Assert.Equal("invoice", invoiced.TextOf("paymentType"));
        Assert.True(invoiced["payg"]!.GetValue<bool>());
        var planned = (await stan.Get(Ports + "/5aaaac3bc2e6a1b4d7cc4c6d")).MustBeOk();
        Assert.Equal("plan", planned.TextOf("paymentType"));
        Assert.Null(planned["payg"]);
    }

    [Fact]
    public async Task A_CLOSED_port_takes_no_service_and_no_change_and_what_it_has_goes_on()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        const string Connection = "/api/company/Acme/connections/55783e39519d254d36f6126e";
        const string Request =
            """
            {"type":"LAYER2","name":"New","portId":"569fbfdec2e6a1b4d74c2c70","speed":10,
            "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
            """;
        var requested = (await stan.Put("/api/v2/company/Acme/connections/layer2", Request)).MustBeOk();
        (await emulator.Nobody().Post(Admin + Id, """{"serviceStatus":"CLOSED"}""")).MustBeOk();
        Assert.Equal("CLOSED", (await stan.Get(Backbone)).MustBeOk().TextOf("serviceStatus"));
        (await stan.Put("/api/v2/company/Acme/connections/layer2", Request)).MustRefuse(409, Closed);
        (await stan.Put(Connection + "/change", """{"speed":250}""")).MustRefuse(409, Closed);
        (await meg.Put($"/api/v2/company/company2/connections/{requested.TextOf("id")}/approve")).MustRefuse(
            409,
            Closed);
        (await stan.Post("/api/v2/company/Acme/connections/55783e39519d254d36f6126e", """{"name":"Renamed"}"""))
            .MustBeOk();
        Assert.Equal("ACTIVE", (await stan.Get("/api/v2/company/Acme/connections/55783e39519d254d36f6126e"))
            .MustBeOk().TextOf("status"));
        (await emulator.Nobody().Post(Admin + Id, """{"serviceStatus":"OPEN"}""")).MustBeOk();
        (await stan.Put(Connection + "/change", """{"speed":250}""")).MustBeOk();
        (await stan.Put("/api/v2/company/Acme/connections/layer2", Request)).MustBeOk();
    }

    [Fact]
    public async Task A_CLOSED_port_takes_no_Internet_On_Demand_and_no_flex()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var port in new[] { InternetOnDemand.IodWorld.London, InternetOnDemand.IodWorld.HongKong })
        {
            (await emulator.Nobody().Post(Admin + port, """{"serviceStatus":"CLOSED"}""")).MustBeOk();
        }

        (await stan.Post(
            InternetOnDemand.IodWorld.Company + "/gia-service",
            InternetOnDemand.IodWorld.Order().ToJsonString())).MustRefuse(409, Closed);
        (await stan.Post(
            $"{InternetOnDemand.IodWorld.Company}/gia-service/{InternetOnDemand.IodWorld.Seeded}/flex",
            """{"bandwidth":400}""")).MustRefuse(409, Closed);
    }

    [Theory]
    [InlineData("DOWN")]
    [InlineData("NOTFOUND")]
    [InlineData("UNKNOWN")]
    public async Task A_links_state_is_what_is_seen_of_it_until_the_port_moves(string state)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal("UP", (await Listed(stan))["linkState"]!.GetValue<string>());
        (await emulator.Nobody().Post(Admin + Id, $$"""{"linkState":"{{state}}"}""")).MustBeOk();
        Assert.Equal(state, (await Listed(stan))["linkState"]!.GetValue<string>());
        Assert.Null((await Listed(stan))["linkStateUpSince"]);
        await emulator.Pass(60);
        (await emulator.Nobody().Post(Admin + Id, """{"linkState":"UP"}""")).MustBeOk();
        Assert.Equal(
            EmulatorUnderTest.Start.AddSeconds(60),
            (await Listed(stan))["linkStateUpSince"]!.GetValue<DateTimeOffset>());
    }

    [Theory]
    [InlineData(Admin + Id, """{"serviceStatus":"AJAR"}""", 400)]
    [InlineData(Admin + Id, """{"linkState":7}""", 400)]
    [InlineData(Admin + Id, """{"status":"OPEN"}""", 400)]
    [InlineData(Admin + "569fbfdec2e6a1b4d7000000", """{"serviceStatus":"OPEN"}""", 404)]
    public async Task What_no_port_can_be_is_refused(string path, string body, int status)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post(path, body)).MustRefuse(status);
    }

    [Theory]
    [InlineData("""{"where":{"tags":{"in":"free-cross-connect"}}}""", "coresite-sv1 mega-i")]
    [InlineData("""{"where":{"tags":{"in":["free-cross-connect"]}}}""", "coresite-sv1 mega-i")]
    [InlineData("""{"where":{"tags":{"in":"offnet"},"company.addresses.country":"AU"}}""", "nextdc-b2")]
    public async Task In_with_one_text_is_a_list_of_one(string filter, string usernames)
    {
        await using var emulator = new EmulatorUnderTest();
        var found = (await (await emulator.Stan()).Get("/v2/data-center-facility?filter=" + filter)).MustBeOk();
        Assert.Equal(
            usernames.Split(' '),
            found.Json.AsArray().Select(facility => facility!["username"]!.GetValue<string>()).Order());
        var addresses = found.Json.AsArray().SelectMany(facility => facility!["company"]!["addresses"]!.AsArray());
        Assert.All(addresses, address =>
            Assert.Equal(address!["address"]!.GetValue<string>(), address["street"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Nin_with_one_text_leaves_it_out()
    {
        await using var emulator = new EmulatorUnderTest();
        var found = (await (await emulator.Stan()).Get(
            """/v2/data-center-facility?filter={"where":{"tags":{"nin":"offnet"}}}""")).MustBeOk().Json.AsArray();
        Assert.NotEmpty(found);
        Assert.All(found, facility => Assert.DoesNotContain(
            "offnet",
            facility!["tags"]!.AsArray().Select(tag => tag!.GetValue<string>())));
    }

    [Fact]
    public async Task A_metro_tells_both_names_of_its_first_facility()
    {
        await using var emulator = new EmulatorUnderTest();
        var metros = (await (await emulator.Stan()).Get("/api/company/company2/metro/capabilities")).MustBeOk();
        Assert.All(metros["results"]!.AsArray(), metro =>
        {
            Assert.Equal(
                metro!["firstDataCenterFacilityIdInMetro"]!.GetValue<string>(),
                metro["firstDataCenterFacilityId"]!.GetValue<string>());
            Assert.False(metro["capabilities"]!["layer3"]!.GetValue<bool>());
        });
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Listed(Client client) =>
        (await client.Get(Ports)).MustBeOk()["results"]!.AsArray()
            .Single(port => port!["id"]!.GetValue<string>() == Id)!;
}
