using System.Net;
using System.Text.Json.Nodes;
using Emulator.Tests.Api.Clouds;
using Xunit;

namespace Emulator.Tests.Api.CloudRouters;

/// <summary>Sites in clouds: whose port, which key, which speed, and two that stand in for each other.</summary>
public sealed class CloudSiteTests
{
    public static TheoryData<string, string, string, int?, long?, long> Clouds() => new()
    {
        { "GOOGLE", RouterWorld.GoogleFrankfurt, RouterWorld.PairingKey, 1000, null, 16550 },
        { "AWS", RouterWorld.AmazonLondon, "428810367725", 100, 64600, 64600 },
        { "AWS", RouterWorld.AmazonLondon, "428810367725", 100, null, 64512 },
        { "ORACLE", RouterWorld.OracleLondon, "ocid1.virtualcircuit.oc1.uk-london-1.aaaa", 1000, null, 31898 },
        { "OVHCLOUD", RouterWorld.OvhParis, "666e1180-b0c6-493b-901a-b19a0bc999d2", 500, 64512, 64512 },
        { "OVHCLOUD", RouterWorld.OvhParis, "EU.666e1180-b0c6-493b-901a-b19a0bc999d3", 200, 65534, 65534 },
        { "IBM", "5bfd1cd8c2e6a1b4d74c8529", "a-project", 1000, 13884, 13884 },
        { "ALICLOUD", "5b4f0616c2e6a1b4d7a5fdee", "an-account", 100, null, 45104 },
        { "TENCENT", "5b4c6345c2e6a1b4d7a3b9ed", "an-account", 100, null, 132203 },
        { "Gamma", RouterWorld.GammaLondon, "an-account", null, null, 31655 },
        { "Salesforce", "5b150288c2e6a1b4d76dbd08", "an-account", null, null, 14340 },
        { "wasabi", "62271422c2e6a1b4d735a2b7", "an-account", null, null, 395717 },
    };

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task A_site_comes_up_in_every_cloud(
        string type, string port, string account, int? tier, long? asn, long peerAsn)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var ordered = (await stan.AddSite(RouterWorld.InCloud(type, port, account, 100, tier, asn)))
            .MustBeOk()["service"]!;
        Assert.Equal(type, Text(ordered, "type"), ignoreCase: true);
        Assert.Equal(peerAsn, ordered["peerData"]!["asn"]!.GetValue<long>());
        Assert.Equal(tier ?? 100, ordered["peerData"]!["speed"]!.GetValue<int>());
        Assert.Equal(account, Text(ordered["peerData"]!, type == "GOOGLE" ? "pairingKey" : "accountId"));
        await emulator.Pass(1);
        var site = (await stan.Site(Text(ordered, "id")))!;
        Assert.Equal(("ACTIVE", port), (Text(site, "status"), Text(site, "portId")));
        var peer = Assert.Single(site["peers"]!.AsArray())!;
        Assert.Equal((Text(site, "type"), peerAsn), (Text(peer, "type"), peer["asn"]!.GetValue<long>()));
        Assert.DoesNotContain(account, site.ToJsonString(), StringComparison.Ordinal); // The key is a secret.
        (await stan.DeleteSite(Text(ordered, "id"))).MustBeOk();
        await emulator.Pass(1);
        (await stan.AddSite(RouterWorld.InCloud(type, port, account, 100, tier, asn))).MustBeOk();
    }

    [Theory]
    [InlineData("peer.data", null, "The request/peer must have required property 'data'")]
    [InlineData("peer.data", "[]", "The request/peer/data must be object")]
    [InlineData("peer.data.pairingKey", null, "The request/peer/data must have required property 'pairingKey'")]
    [InlineData("peer.data.pairingKey", "1", "The request/peer/data/pairingKey must be string")]
    [InlineData("peer.data.pairingKey", "\"mine\"", "The request/peer/data/pairingKey must match pattern "
        + "\"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[a-z0-9-]+/[12]$\"")]
    [InlineData("peer.data.tierRateLimit", null, "The request/peer/data must have required property 'tierRateLimit'")]
    [InlineData("peer.data.tierRateLimit", "500", "The request/peer/data/tierRateLimit must be object")]
    [InlineData("peer.data.tierRateLimit.unit", null, RateFormat)]
    [InlineData("peer.data.tierRateLimit.value", "\"5\"", RateFormat)]
    [InlineData("peer.data.tierRateLimit.value", "0", "Requested rateLimit.value must be a number greater than 0")]
    [InlineData("peer.data.tierRateLimit.value", "150",
        "The tierRateLimit must be one of the speed tiers available on the port")]
    [InlineData("peer.data.tierRateLimit.value", "50",
        "The tierRateLimit must be greater than or equal to the rateLimit")]
    [InlineData("peer.asn", "15169", "ASN 15169 is not valid for the cloud provider GOOGLE")]
    [InlineData("accessCircuit.classOfService", """[{"name":"GOLD","value":50},{"name":"SILVER","value":50}]""",
        "Site has an invalid Class of Service.")]
    [InlineData("accessCircuit.classOfService", """[{"name":"GOLD","value":99}]""",
        "In Site the Class of Service percentages must sum to 100%.")]
    [InlineData("accessCircuit.portId", "\"576247795c9de0b91e8b8576\"",
        "Port with id: 576247795c9de0b91e8b8576 does not belong to the cloud provider GOOGLE")]
    [InlineData("accessCircuit.portId", "\"5a9e3f2dc2e6a1b4d7c45cfe\"",
        "Port with id: 5a9e3f2dc2e6a1b4d7c45cfe does not belong to the cloud provider GOOGLE")]
    public async Task A_site_at_Google_that_lacks_something_or_makes_no_sense_is_refused(
        string member, string? value, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.AddSite(RouterWorld.Google().Changed(member, value))).MustRefuse(400, message);
        Assert.Equal(2, (await stan.Sites()).Count);
    }

    private const string RateFormat = "Requested rateLimit is not valid. Please provide rateLimit in this format: "
        + "{\"unit\": \"Mbps\", \"value\": 200}";

    [Fact]
    public async Task OVHcloud_needs_a_number_of_its_range_and_a_key_of_its_form()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        const string Key = "666e1180-b0c6-493b-901a-b19a0bc999d2";
        (await stan.AddSite(Site(Key, null))).MustRefuse(400, "The request/peer must have required property 'asn'");
        (await stan.AddSite(Site(Key, 64511)))
            .MustRefuse(400, "ASN 64511 is not valid for the cloud provider OVHCLOUD");
        (await stan.AddSite(Site(Key, 65535)))
            .MustRefuse(400, "ASN 65535 is not valid for the cloud provider OVHCLOUD");
        (await stan.AddSite(Site("mine", 64512))).MustRefuse(400, "The request/peer/data/accountId must match pattern "
            + "\"^(EU\\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$\"");
        (await stan.AddSite(Site(Key, 64512).Changed("peer.data.accountId", null))).MustRefuse(
            400, "The request/peer/data must have required property 'accountId'");

        static JsonObject Site(string key, long? asn) =>
            RouterWorld.InCloud("OVHCLOUD", RouterWorld.OvhParis, key, 100, 500, asn);
    }

    [Fact]
    public async Task A_port_that_lists_no_speeds_needs_none()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.AddSite(RouterWorld.InCloud("Gamma", RouterWorld.GammaLondon, "a", 130, tier: null))).MustBeOk();
        (await stan.AddSite(RouterWorld.InCloud("Gamma", RouterWorld.GammaLondon, "a", 130, tier: 77))).MustBeOk();
    }

    [Fact]
    public async Task Azure_makes_two_sites_that_stand_in_for_each_other_and_go_together()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var ordered = (await stan.AddSite(RouterWorld.Azure(mbps: 300))).MustBeOk()["service"]!;
        var (first, second) = (Text(ordered, "id"), Text(ordered, "redundancyLinkedSiteId"));
        Assert.Equal("primary", Text(ordered, "redundancySiteType"));
        await emulator.Pass(1);
        var (primary, secondary) = ((await stan.Site(first))!, (await stan.Site(second))!);
        Assert.Equal(
            ("primary", second, RouterWorld.AzurePrimary, "ACTIVE"),
            (
                Text(primary, "redundancySiteType"),
                Text(primary, "redundancyLinkedSiteId"),
                Text(primary, "portId"),
                Text(primary, "status")));
        Assert.Equal(
            ("secondary", first, RouterWorld.AzureSecondary, "ACTIVE"),
            (
                Text(secondary, "redundancySiteType"),
                Text(secondary, "redundancyLinkedSiteId"),
                Text(secondary, "portId"),
                Text(secondary, "status")));
        Assert.NotEqual(Text(primary["peers"]![0]!, "subnet"), Text(secondary["peers"]![0]!, "subnet"));
        Assert.Equal(
            """{"total":1000,"used":900,"remaining":100}""",
            primary["l3vpn"]!["calculatedCapacity"]!.ToJsonString());

        (await stan.DeleteSite(second)).MustBeOk();
        Assert.Equal("DELETING", Text((await stan.Site(first))!, "status"));
        await emulator.Pass(1);
        Assert.Equal(2, (await stan.Sites()).Count);
    }

    [Fact]
    public async Task Azure_needs_both_ports_and_room_for_both()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.AddSite(RouterWorld.Azure().Changed("accessCircuit.secondaryPortId", null))).MustRefuse(
            400, "The request/accessCircuit must have required property 'secondaryPortId'");
        (await stan.AddSite(RouterWorld.Azure()
            .Changed("accessCircuit.secondaryPortId", $"\"{RouterWorld.AzurePrimary}\""))).MustRefuse(
            400, "The secondaryPortId must be another port than the portId");
        (await stan.AddSite(RouterWorld.Azure()
            .Changed("accessCircuit.secondaryPortId", $"\"{RouterWorld.GoogleFrankfurt}\""))).MustRefuse(
            400, $"Port with id: {RouterWorld.GoogleFrankfurt} does not belong to the cloud provider AZURE");
        (await stan.AddSite(RouterWorld.Azure(mbps: 400))).MustRefuse(400); // Two times 400 beside the 300 of 1000.
        Assert.Equal(2, (await stan.Sites()).Count);
        (await stan.AddSite(RouterWorld.Azure(mbps: 350))).MustBeOk();
    }

    [Fact]
    public async Task A_key_is_one_sites_at_a_time_and_an_account_anybodys()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await stan.AddSite(RouterWorld.Google())).SiteId();
        (await stan.AddSite(RouterWorld.Google())).MustRefuse(409, "The pairingKey is already in use");
        (await stan.AddSite(RouterWorld.Azure())).MustBeOk();
        (await stan.AddSite(RouterWorld.Azure())).MustRefuse(409, "The accountId is already in use");
        (await stan.AddSite(RouterWorld.InCloud("AWS", RouterWorld.AmazonLondon, "428810367725"))).MustBeOk();
        (await stan.AddSite(RouterWorld.InCloud("AWS", RouterWorld.AmazonLondon, "428810367725"))).MustBeOk();
        await emulator.Pass(1);
        (await stan.DeleteSite(id)).MustBeOk();
        (await stan.AddSite(RouterWorld.Google())).MustRefuse(409, "The pairingKey is already in use");
        await emulator.Pass(1);
        (await stan.AddSite(RouterWorld.Google())).MustBeOk();
    }

    [Theory]
    [InlineData("OVHCLOUD", RouterWorld.OvhParis, "partnerAccountId", 64512L)]
    [InlineData("AZURE", RouterWorld.AzurePrimary, "azureServiceKey", null)]
    public async Task A_key_is_a_sites_or_a_connections(string cloud, string port, string member, long? asn)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var (first, second) = (CloudWorld.Order(cloud), CloudWorld.Order(cloud, key: 2));
        JsonObject Site(JsonObject order) => cloud == "AZURE"
            ? RouterWorld.Azure(mbps: 50).Changed("peer.data.accountId", $"\"{order[member]}\"")
            : RouterWorld.InCloud(cloud, port, order[member]!.GetValue<string>(), 100, 500, asn);
        (await stan.Ordered(cloud, first)).MustBeOk();
        (await stan.AddSite(Site(first))).MustRefuse(409, "The accountId is already in use");
        (await stan.AddSite(Site(second))).MustBeOk();
        (await stan.Ordered(cloud, second)).MustRefuse(409);
    }

    [Fact]
    public async Task Two_clients_at_once_do_not_use_one_key_twice()
    {
        await using var emulator = new EmulatorUnderTest();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            emulator.With("key-stan").AddSite(RouterWorld.Google(mbps: 10, tier: 50))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => answer.MustRefuse(409, "The pairingKey is already in use"));
    }

    [Fact]
    public async Task A_clouds_port_has_only_so_much_and_a_VLAN_for_each_site()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var router = await emulator.Router(">10GB");
        var sizes = new[] { 9000, 1000 };
        for (var number = 0; number < sizes.Length; number++)
        {
            (await stan.AddSite(Site(number, sizes[number]), router)).MustBeOk();
        }

        (await stan.AddSite(Site(7, 1), router)).MustRefuse(
            400, "The requested bandwidth exceeds the available capacity for the Port. Max is: 0");
        var sites = await stan.Sites(router);
        Assert.Equal(2, sites.Select(site => site["slVlanId"]!.GetValue<int>()).Distinct().Count());

        static JsonObject Site(int number, int mbps) => RouterWorld.Google(
            $"0d8f2c1e-3b5a-4d77-9e60-1f2a3b4c5d6{number}/europe-west3/1", mbps, tier: 10_000);
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
