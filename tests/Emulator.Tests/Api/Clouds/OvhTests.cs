using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Connections that are ordered of OVHcloud, and its service keys.</summary>
public sealed class OvhTests
{
    private const string KeyRoute = "/v2/ovh-service-key/validate";

    [Theory]
    [InlineData("EU.00a1b2c3-0000-4000-8000-000000000001", 200, "5ee79e8ac2e6a1b4d7674c78", "[200]")]
    [InlineData("11a1b2c3-0000-4000-8000-000000000001", 500, "5ee8bb70c2e6a1b4d7f59f22", "[200,500]")]
    [InlineData("32a1b2c3-0000-4000-8000-000000000001", 2000, "5ee79e8ac2e6a1b4d7674c78", "[200,500,1000,2000]")]
    public async Task What_a_key_is_for_follows_from_its_digits(string key, int bandwidth, string port, string tiers)
    {
        await using var emulator = new EmulatorUnderTest();
        var told = (await (await emulator.Stan()).Post(KeyRoute, $$"""{"serviceKey":"{{key}}"}""")).MustBeOk();
        Assert.Equal(bandwidth, told["bandwidth"]!.GetValue<int>());
        Assert.Equal(port, told.TextOf("portId"));
        Assert.Equal(
            tiers,
            new JsonArray([.. told["bandwidthTiers"]!.AsArray().Select(tier => tier!["value"]!.DeepClone())])
                .ToJsonString());
        Assert.Equal(port == "5ee79e8ac2e6a1b4d7674c78" ? "eu-west-par" : "eu-west-fra", told.TextOf("region"));
        Assert.NotNull(told["dataCenterFacilityId"]);
    }

    [Fact]
    public async Task A_key_that_is_none_and_one_that_nobody_knows_are_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post(KeyRoute, "{}")).MustRefuse(400, "The request must have required property 'serviceKey'");
        (await stan.Post(KeyRoute, """{"serviceKey":5}""")).MustRefuse(400, "The request/serviceKey must be string");
        (await stan.Post(KeyRoute, """{"serviceKey":"EU.key"}""")).MustRefuse(400, "Invalid service key format");
        (await stan.Post(KeyRoute, """{"serviceKey":"EU.00000000-0000-0000-0000-000000000000"}""")).MustRefuse(
            404, "Service key or associated port not found");
        (await emulator.Nobody().Post(KeyRoute, """{"serviceKey":"EU.key"}""")).MustRefuse(401);
    }

    [Theory]
    [InlineData("partnerAccountId")]
    [InlineData("srcPortId")]
    [InlineData("destPortId")]
    [InlineData("name")]
    [InlineData("speed")]
    [InlineData("paymentType")]
    [InlineData("duration")]
    [InlineData("durationUnit")]
    [InlineData("classOfService")]
    public async Task What_is_required_is_asked_for(string member)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("OVHCLOUD", CloudWorld.Order("OVHCLOUD").Without(member))).MustRefuse(
            400, $"{member} is a required arg");
    }

    [Fact]
    public async Task It_leads_to_the_port_of_its_key_at_one_of_its_tiers()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Ordered("OVHCLOUD", CloudWorld.Order("OVHCLOUD").With("destPortId", "5ee8bb70c2e6a1b4d7f59f22")))
            .MustRefuse(400, "Cannot find an ACTIVE destination port");
        (await stan.Ordered("OVHCLOUD", CloudWorld.Order("OVHCLOUD")
            .With("speed", 5000)
            .With("srcPortId", CloudWorld.Backbone)))
            .MustRefuse(400, "Cannot find a speed of 5000 Mbps at the destination port");
        (await stan.Ordered("OVHCLOUD", CloudWorld.Order("OVHCLOUD").With("partnerAccountId", "my account")))
            .MustRefuse(400, "Invalid service key format");
        var results = (await stan.Ordered("OVHCLOUD", CloudWorld.Order("OVHCLOUD"))).MustBeOk()["results"]!;
        Assert.Matches(
            "^createL2CloudConnection:194:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            results["definitionId"]!.GetValue<string>());
        var connection = await stan.Connection(results["connection"]!["id"]!.GetValue<string>());
        Assert.Equal("CREATING", connection.TextOf("status"));
        Assert.Equal("OVHCLOUD", connection["partner"]!["type"]!.GetValue<string>());
        Assert.Equal("eu-west-par", connection["partner"]!["region"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_key_is_used_once_with_its_region_or_without()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = CloudWorld.Order("OVHCLOUD");
        (await stan.Ordered("OVHCLOUD", order)).MustBeOk();
        var bare = order["partnerAccountId"]!.GetValue<string>()[3..];
        (await stan.Ordered("OVHCLOUD", CloudWorld.Order("OVHCLOUD").With("partnerAccountId", bare))).MustRefuse(
            409, "The service key has already been used");
        (await stan.Post(KeyRoute, $$"""{"serviceKey":"{{bare}}"}""")).MustBeOk();
    }
}
