using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Connections that are ordered of Azure, with service keys.</summary>
public sealed class AzureTests
{
    private const string KeyRoute = "/api/company/Acme/connections/directConnectPartner/AZURE/serviceKey";

    [Theory]
    [InlineData("azureServiceKey", "The request must have required property 'azureServiceKey'")]
    [InlineData("name", "The request must have required property 'name'")]
    [InlineData("speed", "The request must have required property 'speed'")]
    [InlineData("srcPort", "The request must have required property 'srcPort'")]
    public async Task What_is_required_is_asked_for(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("AZURE", CloudWorld.Order("AZURE").Without(member))).MustRefuse(
            400, message);
    }

    [Theory]
    [InlineData("azureServiceKey", "The request/azureServiceKey must be string")]
    [InlineData("name", "The request/name must be string")]
    [InlineData("srcPort", "The request/srcPort must be array")]
    [InlineData("type", "The request/type must be string")]
    public async Task What_is_of_the_wrong_kind_is_refused(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("AZURE", CloudWorld.Order("AZURE").With(member, 5))).MustRefuse(
            400, message);
    }

    [Fact]
    public async Task Both_subconnections_come_from_one_port_or_each_from_its_own()
    {
        const string Ports = "One or two different source ports are required";
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Ordered("AZURE", From())).MustRefuse(400, Ports);
        (await stan.Ordered("AZURE", From(CloudWorld.SanJose, CloudWorld.SanJose))).MustRefuse(400, Ports);
        (await stan.Ordered("AZURE", From(CloudWorld.SanJose, CloudWorld.Backbone, CloudWorld.NewYork))).MustRefuse(
            400, Ports);
        var each = await stan.Connection(
            CloudWorld.IdIn(await stan.Ordered("AZURE", From(CloudWorld.SanJose, CloudWorld.Backbone))));
        Assert.Equal(
            [CloudWorld.SanJose, CloudWorld.Backbone],
            each["subconnections"]!.AsArray().Select(sub => sub!["srcPortId"]!.GetValue<string>()));
        Assert.Equal(900, await stan.LeftOn(CloudWorld.SanJose));

        static JsonObject From(params string[] ports) => CloudWorld.Order("AZURE").With(
            "srcPort", new JsonArray([.. ports.Select(port => new JsonObject { ["portId"] = port })]));
    }

    [Theory]
    [InlineData("00", 50, "Washington DC", 1 + 0x187)]
    [InlineData("11", 100, "London", 1 + 0x187)]
    [InlineData("22", 200, "Washington DC", 1 + 0x187)]
    [InlineData("3f", 500, "London", 1 + 0x187)]
    [InlineData("78", 10000, "Washington DC", 1 + 0x187)]
    [InlineData("F0", 10000, "Washington DC", 1 + 0x187)]
    public async Task What_a_key_is_for_follows_from_its_digits(string digits, int bandwidth, string location, int stag)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var told = (await stan.Post(KeyRoute, $$"""
            {"azureServiceKey":"{{digits}}4f7b2a-8e63-4c95-a7d0-3b9e5f6c2187"}
            """))
            .MustBeOk();
        var config = told["azureConfig"]!;
        Assert.Equal(bandwidth, config["bandwidth"]!.GetValue<int>());
        Assert.Equal(stag, config["stag"]!.GetValue<int>());
        Assert.Equal("NotProvisioned", config["provisionState"]!.GetValue<string>());
        Assert.Equal("Enabled", config["status"]!.GetValue<string>());
        Assert.Null(config["serviceKey"]);
        Assert.Equal($"{location} primary", told["primaryPort"]!["name"]!.GetValue<string>());
        Assert.Equal($"{location} secondary", told["secondaryPort"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_connection_leads_to_the_ports_of_its_key_and_is_no_faster()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var key = CloudWorld.Order("AZURE")["azureServiceKey"]!.GetValue<string>();
        var told = (await stan.Post(KeyRoute, $$"""{"azureServiceKey":"{{key}}"}""")).MustBeOk();
        var order = CloudWorld.Order("AZURE")
            .With("speed", 2000)
            .With("srcPort", new JsonArray(new JsonObject { ["portId"] = CloudWorld.Backbone }));
        (await stan.Ordered("AZURE", order)).MustRefuse(
            400, "The requested speed exceeds the bandwidth of the service key. Max is: 1000");
        var group = await stan.Connection(CloudWorld.IdIn(await stan.Ordered("AZURE", order.With("speed", 1000))));
        Assert.Equal(
            [told["primaryPort"]!["id"]!.GetValue<string>(), told["secondaryPort"]!["id"]!.GetValue<string>()],
            group["subconnections"]!.AsArray().Select(sub => sub!["destPortId"]!.GetValue<string>()));
        Assert.Equal("AZURE", group["partner"]!["type"]!.GetValue<string>());
        Assert.Equal("London", group["partner"]!["region"]!.GetValue<string>());
        Assert.Equal(
            "Provisioned",
            (await stan.Post(KeyRoute, $$"""{"azureServiceKey":"{{key}}"}""")).MustBeOk()["azureConfig"]![
                "provisionState"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_key_is_used_once_by_whichever_client()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        var hers = CloudWorld.Order("AZURE")
            .With("srcPort", new JsonArray(new JsonObject { ["portId"] = "58b5b4a9c2e6a1b4d777c52d" }));
        var answers = await Task.WhenAll(
            stan.Ordered("AZURE", CloudWorld.Order("AZURE")), meg.Ordered("AZURE", hers, "company2"));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict)
            .MustRefuse(409, "The service key has already been used");
        var upper = CloudWorld.Order("AZURE").With(
            "azureServiceKey", CloudWorld.Order("AZURE")["azureServiceKey"]!.GetValue<string>().ToUpperInvariant());
        (await stan.Ordered("AZURE", upper)).MustRefuse(409, "The service key has already been used");
    }

    [Fact]
    public async Task A_key_that_is_none_and_one_that_nobody_knows_are_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post(KeyRoute, "{}")).MustRefuse(400, "The request must have required property 'azureServiceKey'");
        (await stan.Post(KeyRoute, """{"azureServiceKey":5}""")).MustRefuse(
            400, "The request/azureServiceKey must be string");
        (await stan.Post(KeyRoute, """{"azureServiceKey":"my key"}""")).MustRefuse(400, "Invalid service key format");
        (await stan.Post(KeyRoute, """{"azureServiceKey":"00000000-0000-0000-0000-000000000000"}""")).MustRefuse(
            404, "Service key or associated port not found");
        (await stan.Ordered("AZURE", CloudWorld.Order("AZURE").With("azureServiceKey", "my key"))).MustRefuse(
            400, "Invalid service key format");
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.Post(KeyRoute, """{"azureServiceKey":"1d4f7b2a-8e63-4c95-a7d0-3b9e5f6c2187"}""")).MustBeOk();
        var max = await emulator.LoggedIn("max@example.com");
        (await max.Post(KeyRoute, """{"azureServiceKey":"1d4f7b2a-8e63-4c95-a7d0-3b9e5f6c2187"}""")).MustRefuse(
            401, "Access denied");
    }
}
