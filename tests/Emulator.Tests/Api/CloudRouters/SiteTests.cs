using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.CloudRouters;

/// <summary>Sites of one's own: what they take of their port and their CloudRouter, and give back.</summary>
public sealed class SiteTests
{
    [Fact]
    public async Task A_site_comes_up_with_a_peer_and_gives_everything_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var before = (await stan.Remaining(RouterWorld.SanJose), (await stan.Listed(RouterWorld.Core))!.ToJsonString());
        var ordered = (await stan.AddSite(RouterWorld.Own(mbps: 400))).MustBeOk()["service"]!;
        var id = ordered["id"]!.GetValue<string>();
        Assert.Equal(("COMPANY", "CREATING"), (Text(ordered, "type"), Text(ordered, "status")));
        Assert.Equal("""{"unit":"Mbps","value":400}""", ordered["rateLimit"]!.ToJsonString());
        Assert.Equal("""{"asn":64512,"speed":400}""", ordered["peerData"]!.ToJsonString());
        Assert.Empty(ordered["peers"]!.AsArray());

        Assert.Equal(before.Item1 - 400, await stan.Remaining(RouterWorld.SanJose));
        var site = (await stan.Site(id))!;
        Assert.Equal("CREATING", Text(site, "status"));
        Assert.Empty(site["peers"]!.AsArray());
        Assert.Equal("""
            {"total":1000,"used":700,"remaining":300}
            """, site["l3vpn"]!["calculatedCapacity"]!.ToJsonString());

        await emulator.Pass(1);
        site = (await stan.Site(id))!;
        Assert.Equal("ACTIVE", Text(site, "status"));
        var vlan = site["slVlanId"]!.GetValue<int>();
        Assert.False(await IsFree(stan, vlan));
        var peer = Assert.Single(site["peers"]!.AsArray())!;
        Assert.Equal(("SELF", "ACTIVE"), (Text(peer, "type"), Text(peer, "status")));
        Assert.Matches("^[A-Za-z0-9]{24}$", Text(peer, "bgpKey"));
        Assert.Matches(@"^10\.124\.208\.\d+/30$", Text(peer, "subnet"));
        Assert.Equal("2026-03-01T12:00:01.000Z", Text(peer, "created_at"));

        (await stan.DeleteSite(id)).MustBeOk();
        site = (await stan.Site(id))!;
        Assert.Equal(("DELETING", "DELETING"), (Text(site, "status"), Text(site["peers"]![0]!, "status")));
        Assert.Equal(before.Item1 - 400, await stan.Remaining(RouterWorld.SanJose));
        (await stan.DeleteSite(id)).MustRefuse(
            409, "The CloudRouter site can not be deleted while its status is DELETING");
        await emulator.Pass(1);
        Assert.Null(await stan.Site(id));
        (await stan.DeleteSite(id)).MustRefuse(404, "CloudRouter site record with specified id was not found");
        Assert.Equal(
            before,
            (await stan.Remaining(RouterWorld.SanJose), (await stan.Listed(RouterWorld.Core))!.ToJsonString()));
        Assert.True(await IsFree(stan, vlan));
    }

    [Fact]
    public async Task The_list_of_routers_has_its_sites_as_printed_there()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var inList = (await stan.Listed(RouterWorld.Core))!["sites"]![0]!.AsObject();
        var alone = (await stan.Site(RouterWorld.London))!.AsObject();

        // Q-041: text here and a number there; an object here and null there.
        Assert.Equal("3001", Text(inList, "slVlanId"));
        Assert.Equal(3001, alone["slVlanId"]!.GetValue<int>());
        Assert.Empty(inList["peers"]![0]!["partner"]!.AsObject());
        Assert.Null(alone["peers"]![0]!["partner"]);
        Assert.Equal(
            inList.Select(member => member.Key).Order(),
            alone.Select(member => member.Key).Except(["l3vpn"]).Order());
        Assert.Equal(
            ("London", "GB", "United Kingdom", "London", "Telehouse - North", "Acme", "Acme London"),
            (
                Text(alone["providerInfo"]!, "city"),
                Text(alone["providerInfo"]!, "country"),
                Text(alone["providerInfo"]!, "countryDisplayName"),
                Text(alone["providerInfo"]!, "metroName"),
                Text(alone["providerInfo"]!, "dcfName"),
                Text(alone["providerInfo"]!, "companyUsername"),
                Text(alone["providerInfo"]!, "portName")));
        Assert.Equal("""
            {"type":"NONE","connectionSpeeds":[]}
            """, alone["providerInfo"]!["portPartner"]!.ToJsonString());
        foreach (var (camel, snake) in new[]
        {
            ("companyId", "company_id"), ("l3vpnId", "l3vpn_id"), ("portId", "port_id"), ("simPoolId", "sim_pool_id"),
        })
        {
            Assert.Equal(alone[camel]?.ToJsonString(), alone[snake]?.ToJsonString());
        }
    }

    [Theory]
    [InlineData("name", null, "The request must have required property 'name'")]
    [InlineData("accessCircuit", null, "The request must have required property 'accessCircuit'")]
    [InlineData("peer", null, "The request must have required property 'peer'")]
    [InlineData("peer.type", null, "The request/peer must have required property 'type'")]
    [InlineData("accessCircuit.portId", null, "Access circuit must contain either a portId or simPoolId")]
    [InlineData("accessCircuit.simPoolId", "\"7a7f\"", "Access circuit must contain either a portId or simPoolId")]
    [InlineData("accessCircuit.rateLimit", null, "rateLimit is required")]
    [InlineData("accessCircuit.rateLimit", "null", "The request/accessCircuit/rateLimit must be object")]
    [InlineData("accessCircuit.rateLimit", "100", "The request/accessCircuit/rateLimit must be object")]
    [InlineData("accessCircuit.rateLimit.unit", null, RateFormat)]
    [InlineData("accessCircuit.rateLimit.value", null, RateFormat)]
    [InlineData("accessCircuit.rateLimit.unit", "\"bps\"", RateFormat)]
    [InlineData("accessCircuit.rateLimit.value", "\"fast\"", RateFormat)]
    [InlineData("accessCircuit.rateLimit.value", "0.5", RateFormat)]
    [InlineData("accessCircuit.rateLimit.value", "0", "Requested rateLimit.value must be a number greater than 0")]
    [InlineData("accessCircuit.rateLimit.value", "-1", "Requested rateLimit.value must be a number greater than 0")]
    [InlineData("accessCircuit.classOfService", null, "Site has an invalid Class of Service.")]
    [InlineData("accessCircuit.classOfService", "[]", "Site has an invalid Class of Service.")]
    [InlineData("accessCircuit.classOfService", "\"GOLD\"", "The request/accessCircuit/classOfService must be array")]
    [InlineData("accessCircuit.classOfService", """[{"value":100}]""", "The request/accessCircuit/classOfService/0 "
        + "must have required property 'name'")]
    [InlineData("accessCircuit.classOfService", """[{"name":"GOLD"}]""", "The request/accessCircuit/classOfService/0 "
        + "must have required property 'value'")]
    [InlineData("accessCircuit.classOfService", """[{"name":"GOLD","value":-1},{"name":"SILVER","value":101}]""",
        "Site has an invalid Class of Service.")]
    [InlineData("accessCircuit.classOfService", """[{"name":"PLATINUM","value":100}]""",
        "In Site there is an invalid Class of Service name.")]
    [InlineData("accessCircuit.classOfService", """[{"name":"GOLD","value":50},{"name":"GOLD","value":50}]""",
        "In Site the Class of Service names cannot be repeated.")]
    [InlineData("accessCircuit.classOfService", """[{"name":"GOLD","value":50},{"name":"SILVER","value":49}]""",
        "In Site the Class of Service percentages must sum to 100%.")]
    [InlineData("accessCircuit.mtu", "\"big\"", "The request/accessCircuit/mtu must be integer")]
    [InlineData("accessCircuit.mtu", "20000", "The request/accessCircuit/mtu must be <= 9600")]
    [InlineData("accessCircuit.portId", "5", "The request/accessCircuit/portId must be string")]
    [InlineData("peer", "\"SELF\"", "The request/peer must be object")]
    [InlineData("peer.type", "\"NIMBUS\"", "The request/peer/type must be equal to one of the allowed values")]
    [InlineData("peer.asn", "\"mine\"", "The request/peer/asn must be integer")]
    [InlineData("peer.asn", "4294967296", "The request/peer/asn must be <= 4294967295")]
    [InlineData("name", "[]", "The request/name must be string")]
    public async Task An_order_that_lacks_something_or_makes_no_sense_is_refused(
        string member, string? value, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.AddSite(RouterWorld.Own().Changed(member, value))).MustRefuse(400, message);
        Assert.Equal(2, (await stan.Sites()).Count);
    }

    private const string RateFormat = "Requested rateLimit is not valid. Please provide rateLimit in this format: "
        + "{\"unit\": \"Mbps\", \"value\": 200}";

    [Fact]
    public async Task What_is_not_needed_is_taken_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var router = await emulator.Router("5GB");
        var site = RouterWorld.Own(RouterWorld.Backbone)
            .Changed("accessCircuit.rateLimit", """{"unit":"Gbps","value":2.5}""")
            .Changed("accessCircuit.mtu", "9000")
            .Changed("accessCircuit.classOfService", """[{"name":"BRONZE","value":0},{"name":"GOLD","value":100}]""")
            .Changed("peer.asn", "65001")
            .Changed("discountCode", "\"CLOUDROUTER10\"");
        var id = (await stan.AddSite(site, router)).SiteId();
        await emulator.Pass(1);
        var listed = (await stan.Site(id, router))!;
        Assert.Equal("""{"rate":2500,"unit":"Mbps"}""", listed["rateLimit"]!.ToJsonString());
        Assert.Equal(9000, listed["mtu"]!.GetValue<int>());
        Assert.Equal(65001, listed["peers"]![0]!["asn"]!.GetValue<int>());
        Assert.Equal(0, listed["classOfService"]![0]!["value"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_port_must_be_the_companys_in_service_and_on_its_own_network()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.AddSite(RouterWorld.Own("000000000000000000000000"))).MustRefuse(
            404, "A port can not be found with the given id");
        (await stan.AddSite(RouterWorld.Own("58b5b4a9c2e6a1b4d777c52d"))).MustRefuse(
            400, "Port with id: 58b5b4a9c2e6a1b4d777c52d does not belong to the company");
        (await stan.AddSite(RouterWorld.Own(RouterWorld.GoogleFrankfurt))).MustRefuse(
            400, $"Port with id: {RouterWorld.GoogleFrankfurt} does not belong to the company");
        (await stan.AddSite(RouterWorld.Own("5b15027fc2e6a1b4d7c3a05e"))).MustRefuse(
            409, "Cannot find an ACTIVE access port");
        const string OffNet = "5f68b8dac2e6a1b4d769396e";
        (await emulator.With("key-daan").Post(
            "/app-user/meridian/l3vpn/66a2152cc2e6a1b4d70b3f74/site", RouterWorld.Own(OffNet).ToJsonString()))
            .MustRefuse(400, $"CloudRouter is not available on port with ID {OffNet}");
    }

    [Fact]
    public async Task A_router_takes_sites_once_it_is_created_and_as_long_as_it_stays()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var router = (await stan.OrderRouter(RouterWorld.Order())).MustBeOk().TextOf("id");
        (await stan.AddSite(RouterWorld.Own(), router)).MustRefuse(
            409, "The CloudRouter can not be given a site while its status is CREATING");
        (await stan.DeleteRouter(RouterWorld.Lab)).MustBeOk();
        (await stan.AddSite(RouterWorld.Own(), RouterWorld.Lab)).MustRefuse(
            409, "The CloudRouter can not be given a site while its status is DELETING");
        (await stan.AddSite(RouterWorld.Own(), "nothing")).MustRefuse(
            404, "A CloudRouter can not be found with the given id");
    }

    [Fact]
    public async Task All_sites_together_have_no_more_than_their_router()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        const string TooMuch = "The combined bandwidth of all sites is greater than the allowed CloudRouter bandwidth "
            + "of 1GB. Please contact support@consoleconnect.com to increase your CloudRouter bandwidth.";
        (await stan.AddSite(RouterWorld.Own(mbps: 701))).MustRefuse(400, TooMuch);
        var id = (await stan.AddSite(RouterWorld.Own(mbps: 700))).SiteId();
        (await stan.AddSite(RouterWorld.Own(RouterWorld.Backbone, 1))).MustRefuse(400, TooMuch);
        (await stan.AddSite(RouterWorld.Own(RouterWorld.Backbone)
            .Changed("accessCircuit.rateLimit.value", "1e300"))).MustRefuse(400, TooMuch);
        await emulator.Pass(1);
        (await stan.DeleteSite(id)).MustBeOk();
        (await stan.AddSite(RouterWorld.Own(RouterWorld.Backbone, 1))).MustRefuse(400, TooMuch); // It still holds it.
        await emulator.Pass(1);
        (await stan.AddSite(RouterWorld.Own(RouterWorld.Backbone, 700))).MustBeOk();
    }

    [Fact]
    public async Task A_port_carries_what_it_has_and_connections_and_sites_share_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var router = await emulator.Router("10GB");
        (await stan.AddSite(RouterWorld.Own(mbps: 600), router)).MustBeOk();
        (await stan.AddSite(RouterWorld.Own(mbps: 401), router)).MustRefuse(
            400, "The requested bandwidth exceeds the available capacity for the Port. Max is: 400");
        (await stan.Put(
            "/api/v2/company/Acme/connections/layer2",
            $$"""
            {"type":"LAYER2","name":"C","speed":500,"portId":"{{RouterWorld.SanJose}}",
            "destPortId":"{{RouterWorld.Backbone}}","destCompany":"Acme",
             "destMetroId":"1232413986c08c061dd8c45f","classOfService":"GOLD","paymentType":"invoice"}
            """))
            .MustRefuse(400, "The requested bandwidth exceeds the available capacity for the Port. Max is: 400");
        (await stan.AddSite(RouterWorld.Own(mbps: 400), router)).MustBeOk();
        Assert.Equal(0, await stan.Remaining(RouterWorld.SanJose));
        var vlans = (await stan.Sites(router)).Select(site => site["slVlanId"]!.GetValue<int>()).ToList();
        Assert.Equal(2, vlans.Distinct().Count());
    }

    [Fact]
    public async Task A_port_stays_in_service_as_long_as_a_site_stands_on_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await stan.AddSite(RouterWorld.Own())).SiteId();
        await emulator.Pass(1);
        var refused = (await stan.Post($"/api/company/Acme/ports/{RouterWorld.SanJose}/disable")).MustRefuse(
            409, "The port can only be disabled when no CloudRouter site uses it");
        Assert.Contains(id, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        (await stan.DeleteSite(id)).MustBeOk();
        (await stan.Post($"/api/company/Acme/ports/{RouterWorld.SanJose}/disable")).MustBeOk();
    }

    [Fact]
    public async Task A_site_that_fails_can_be_tried_again_or_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await stan.AddSite(RouterWorld.Own())).SiteId();
        (await emulator.Fire("cloudrouter-sites", id, "Fail")).MustBeOk();
        var site = (await stan.Site(id))!;
        Assert.Equal("ERROR", Text(site, "status"));
        Assert.Empty(site["peers"]!.AsArray());
        (await emulator.Fire("cloudrouter-sites", id, "Retry")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", Text((await stan.Site(id))!, "status"));
        (await emulator.Fire("cloudrouter-sites", id, "Fail")).MustBeOk();
        Assert.Equal("ERROR", Text((await stan.Site(id))!["peers"]![0]!, "status"));
        (await stan.DeleteSite(id)).MustBeOk();
        await emulator.Pass(1);
        Assert.Null(await stan.Site(id));
    }

    [Fact]
    public async Task Two_clients_at_once_do_not_oversell_a_router()
    {
        await using var emulator = new EmulatorUnderTest();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            emulator.With("key-stan").AddSite(RouterWorld.Own(
                number % 2 == 0 ? RouterWorld.SanJose : RouterWorld.Backbone, 350))));
        Assert.Equal(2, answers.Count(answer => answer.Status == HttpStatusCode.OK)); // Of the 700 Mbps that are left.
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => answer.MustRefuse(400));
        Assert.Equal(
            0,
            (await emulator.With("key-stan").Listed(RouterWorld.Core))!["calculatedCapacity"]!["remaining"]!
                .GetValue<int>());
    }

    [Theory]
    [InlineData("peer", """{"type":"SELF"}""", "SIM pool sites do not require peer object")]
    [InlineData("accessCircuit.mtu", "1500", "SIM pool sites do not need an MTU")]
    [InlineData("accessCircuit.rateLimit", """{"unit":"Mbps","value":10}""", "Rate limit can not be set for SIM pool "
        + "sites.")]
    [InlineData("accessCircuit.classOfService", """[{"name":"GOLD","value":100}]""", "Class of Service can not be set "
        + "for SIM pool sites.")]
    public async Task A_site_of_SIM_cards_takes_nothing_else(string member, string value, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").AddSite(SimPool().Changed(member, value))).MustRefuse(400, message);
    }

    [Fact]
    public async Task There_is_no_SIM_pool_yet()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").AddSite(SimPool())).MustRefuse(
            404, "A SIM pool can not be found with the given id");
    }

    private static JsonObject SimPool() => JsonNode.Parse(
        """{"name":"Vans","accessCircuit":{"simPoolId":"7a7fcac6-7b70-4609-9fef-90dc20e86f1b"}}""")!.AsObject();

    /// <summary>Whether a VLAN of the port in San Jose is still to be had.</summary>
    private static async Task<bool> IsFree(Client client, int vlan) =>
        (await client.Get($"/api/company/Acme/ports/{RouterWorld.SanJose}/vlan")).MustBeOk()["available"]!.AsArray()
            .Any(free => free!.GetValue<int>() == vlan);

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
