using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Peerings of connections to Azure.</summary>
public sealed class AzurePeeringTests
{
    private const string Seeded = "66f4c0d2c2e6a1b4d75e91a6";
    private const string Body =
        """{"vlanId":1001,"peerAsn":65010,"primaryPeerSubnet":"10.20.3.0/30","secondaryPeerSubnet":"10.20.4.0/30"}""";

    [Fact]
    public async Task It_is_set_once_the_connection_is_in_service_and_comes_into_force_by_itself()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = CloudWorld.IdIn(await stan.Ordered("AZURE", CloudWorld.Order("AZURE")));
        var route = Route(id, "PRIVATE", "Acme");
        (await stan.Get(route)).MustRefuse(404, "A peering config can not be found with the given type");
        (await stan.Post(route, Body)).MustRefuse(
            409, "The connection can not be peered while its status is CREATING");
        await emulator.Pass(10);
        var set = (await stan.Post(route, Body)).MustBeOk();
        Assert.Equal("PENDING", set.TextOf("syncStatus"));
        Assert.Equal("Enabled", set.TextOf("state"));
        Assert.Equal(12076, set["azureAsn"]!.GetValue<int>());
        Assert.Equal(65010, set["peerAsn"]!.GetValue<int>());
        Assert.Equal(1001, set["vlanId"]!.GetValue<int>());
        Assert.Equal("10.20.3.0/30", set.TextOf("primaryPeerSubnet"));
        Assert.Equal("10.20.4.0/30", set.TextOf("secondaryPeerSubnet"));
        Assert.Equal("London primary", set.TextOf("primaryAzurePort"));
        Assert.Equal("London secondary", set.TextOf("secondaryAzurePort"));
        await emulator.Pass(1);
        Assert.Equal("SYNCING", (await stan.Get(route)).MustBeOk().TextOf("syncStatus"));
        await emulator.Pass(1);
        Assert.Equal("SYNCED", (await stan.Get(route)).MustBeOk().TextOf("syncStatus"));
        (await stan.Get(Route(id, "MICROSOFT", "Acme"))).MustRefuse(404);
        var shown = Assert.Single((await stan.Connection(id))["partner"]!["peering"]!.AsArray())!;
        Assert.Equal("PRIVATE", shown["type"]!.GetValue<string>());
        Assert.Equal("SYNCED", shown["syncStatus"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_connection_has_one_of_a_type_and_setting_it_again_takes_its_place()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var again = (await stan.Post(Route(Seeded, "PRIVATE"), Body)).MustBeOk();
        Assert.Equal("PENDING", again.TextOf("syncStatus"));
        Assert.Equal(1001, (await stan.Get(Route(Seeded, "PRIVATE"))).MustBeOk()["vlanId"]!.GetValue<int>());
        var both = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => stan.Post(Route(Seeded, "MICROSOFT"), Body.Replace(
                "1001", "1002", StringComparison.Ordinal))));
        Assert.All(both, answer => answer.MustBeOk());
        (await stan.Post(Route(Seeded, "MICROSOFT"), Body)).MustRefuse(
            409, "VLAN 1001 is already in use by another peering config of the connection");
    }

    [Fact]
    public async Task It_is_taken_back_and_can_be_set_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal("{}", (await stan.Delete(Route(Seeded, "PRIVATE"))).MustBeOk().Json.ToJsonString());
        (await stan.Get(Route(Seeded, "PRIVATE"))).MustRefuse(404);
        (await stan.Delete(Route(Seeded, "PRIVATE"))).MustRefuse(404);
        (await stan.Post(Route(Seeded, "PRIVATE"), Body)).MustBeOk();
        (await stan.Delete($"/api/v2/company/bloggs/connections/{Seeded}")).MustBeOk();
        (await stan.Get(Route(Seeded, "PRIVATE"))).MustRefuse(404);
        await emulator.Pass(10);
        (await stan.Get(Route(Seeded, "PRIVATE"))).MustRefuse(404);
    }

    [Theory]
    [InlineData("vlanId", "The request must have required property 'vlanId'")]
    [InlineData("peerAsn", "The request must have required property 'peerAsn'")]
    [InlineData("primaryPeerSubnet", "The request must have required property 'primaryPeerSubnet'")]
    [InlineData("secondaryPeerSubnet", "The request must have required property 'secondaryPeerSubnet'")]
    public async Task What_is_required_is_asked_for(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var body = JsonNode.Parse(Body)!.AsObject().Without(member);
        (await (await emulator.Stan()).Post(Route(Seeded, "PRIVATE"), body.ToJsonString())).MustRefuse(400, message);
    }

    [Theory]
    [InlineData("vlanId", "\"x\"", "The request/vlanId must be integer")]
    [InlineData("vlanId", "0", "The request/vlanId must be >= 1")]
    [InlineData("vlanId", "4095", "The request/vlanId must be <= 4094")]
    [InlineData("peerAsn", "true", "The request/peerAsn must be integer")]
    [InlineData("peerAsn", "0", "ASN 0 is not valid: ASN is out of range")]
    [InlineData("peerAsn", "65515", "ASN 65515 is not valid: ASN is reserved for use in Microsoft ExpressRoute "
        + "Peering")]
    [InlineData("peerAsn", "65520", "ASN 65520 is not valid: ASN is reserved for use in Microsoft ExpressRoute "
        + "Peering")]
    [InlineData("primaryPeerSubnet", "5", "The request/primaryPeerSubnet must be string")]
    [InlineData("primaryPeerSubnet", "\"10.0.0.0/29\"", "primaryPeerSubnet must be an IPv4 subnet with a mask of 30")]
    [InlineData("secondaryPeerSubnet", "\"10.0.0/30\"", "secondaryPeerSubnet must be an IPv4 subnet with a mask of 30")]
    [InlineData("secondaryPeerSubnet", "\"::1/30\"", "secondaryPeerSubnet must be an IPv4 subnet with a mask of 30")]
    [InlineData(
        "advertisedPublicPrefixes",
        "[\"203.0.113.0/24\"]",
        "advertisedPublicPrefixes is only allowed on a peering config of type MICROSOFT")]
    [InlineData(
        "routingRegistryName", "\"RIPE\"", "routingRegistryName is only allowed on a peering config of type MICROSOFT")]
    public async Task What_is_wrong_is_refused(string member, string value, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var body = JsonNode.Parse(Body)!.AsObject().With(member, JsonNode.Parse(value));
        (await (await emulator.Stan()).Post(Route(Seeded, "PRIVATE"), body.ToJsonString())).MustRefuse(400, message);
    }

    [Fact]
    public async Task Public_prefixes_are_Microsofts()
    {
        await using var emulator = new EmulatorUnderTest();
        var body = JsonNode.Parse(Body)!.AsObject()
            .With("advertisedPublicPrefixes", new JsonArray("203.0.113.0/24"))
            .With("routingRegistryName", "RIPE");
        var set = (await (await emulator.Stan()).Post(Route(Seeded, "MICROSOFT"), body.ToJsonString())).MustBeOk();
        Assert.Equal("""["203.0.113.0/24"]""", set["advertisedPublicPrefixes"]!.ToJsonString());
        Assert.Equal("RIPE", set.TextOf("routingRegistryName"));
    }

    [Fact]
    public async Task PUBLIC_is_taken_with_a_note_and_other_types_arent()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Contains(
            "later editions dropped it",
            (await stan.Post(Route(Seeded, "PUBLIC"), Body)).MustBeOk().Headers["X-Emulator-Note"],
            StringComparison.Ordinal);
        (await stan.Post(Route(Seeded, "SECRET"), Body)).MustRefuse(
            400, "The peering type must be equal to one of the allowed values");
        (await stan.Get(Route(Seeded, "SECRET"))).MustRefuse(400);
        (await stan.Get(Route(Seeded, "private"))).MustBeOk();
    }

    [Fact]
    public async Task Only_connections_to_Azure_have_peerings_and_a_groups_are_the_groups()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post(Route("55783e39519d254d36f6126e", "PRIVATE", "Acme"), Body)).MustRefuse(
            400, "The connection is not a connection to Azure");
        (await stan.Post(Route("66f4c0d2c2e6a1b4d75e91a4", "PRIVATE"), Body)).MustRefuse(
            400, "The connection is not a connection to Azure");
        (await stan.Get(Route("000000000000000000000001", "PRIVATE"))).MustRefuse(404);
        (await stan.Get(Route(Seeded, "PRIVATE", "Acme"))).MustRefuse(404);
        var imogen = await emulator.LoggedIn("imogen@kestrelbank.example");
        var alone = (await imogen.Post(Route("613f47d0c2e6a1b4d71f14c5", "PRIVATE", "kestrelbank"), Body)).MustBeOk();
        Assert.Equal("London primary", alone.TextOf("primaryAzurePort"));
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.Post(Route(Seeded, "PRIVATE", "Acme"), Body)).MustRefuse(401, "Access denied");
    }

    [Fact]
    public async Task It_is_moved_by_hand_where_the_service_is_held()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = await emulator.Stan();
        (await stan.Post(Route(Seeded, "PRIVATE"), Body)).MustBeOk();
        const string Peering = "/__admin/workflows/azure-peerings/66f4c9a7c2e6a1b4d75e91b3";
        (await emulator.Nobody().Post($"{Peering}/fire", """{"trigger":"Synced"}""")).MustRefuse(409);
        (await emulator.Nobody().Post($"{Peering}/fire", """{"trigger":"Sync"}""")).MustBeOk();
        Assert.Equal("SYNCING", (await stan.Get(Route(Seeded, "PRIVATE"))).MustBeOk().TextOf("syncStatus"));
    }

    private static string Route(string id, string type, string company = "bloggs") =>
        $"/api/company/{company}/connections/directConnectPartner/AZURE/layer2/{id}/peering/{type}";
}
