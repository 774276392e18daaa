using Emulator.Tests.Api.EdgeSim;
using Xunit;

namespace Emulator.Tests.Api.CloudRouters;

/// <summary>SIM pools as sites of a CloudRouter.</summary>
public sealed class SimPoolSiteTests
{
    [Fact]
    public async Task A_pool_is_a_site_with_what_the_service_gives_it_until_it_is_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var ordered = (await stan.AddSite(SimWorld.Site())).MustBeOk()["service"]!;
        Assert.Equal("CREATING", ordered["status"]!.GetValue<string>());
        Assert.Equal("COMPANY", ordered["type"]!.GetValue<string>());
        Assert.Equal(SimWorld.Vans, ordered["simPoolId"]!.GetValue<string>());
        Assert.Null(ordered["peerData"]);
        await emulator.Pass(1);

        var id = ordered["id"]!.GetValue<string>();
        var listed = (await stan.Site(id))!;
        Assert.Equal("ACTIVE", listed["status"]!.GetValue<string>());
        Assert.Equal(SimWorld.Vans, listed["simPoolId"]!.GetValue<string>());
        Assert.Equal(SimWorld.Vans, listed["sim_pool_id"]!.GetValue<string>());
        Assert.Equal("""{"rate":10,"unit":"Mbps"}""", listed["rateLimit"]!.ToJsonString());
        Assert.Equal("""[{"name":"BRONZE","value":100}]""", listed["classOfService"]!.ToJsonString());
        Assert.All(
            new[] { "portId", "port_id", "slVlanId", "mtu", "providerInfo" }, member => Assert.Null(listed[member]));
        Assert.Empty(listed["peers"]!.AsArray());
        var router = (await stan.Listed(RouterWorld.Core))!;
        Assert.Equal("""{"total":1000,"used":310,"remaining":690}""", router["calculatedCapacity"]!.ToJsonString());
        var inRouter = router["sites"]!.AsArray().Single(site => site!["id"]!.GetValue<string>() == id)!;
        Assert.Equal(SimWorld.Vans, inRouter["simPoolId"]!.GetValue<string>());
        Assert.Null(inRouter["slVlanId"]);

        (await stan.DeleteSite(id)).MustBeOk();
        await emulator.Pass(1);
        Assert.Null(await stan.Site(id));
        (await stan.AddSite(SimWorld.Site())).MustBeOk();
    }

    [Theory]
    [InlineData("accessCircuit.simPoolId", null, 400, "Access circuit must contain either a portId or simPoolId")]
    [InlineData(
        "accessCircuit.portId", "\"576247795c9de0b91e8b8576\"", 400,
        "Access circuit must contain either a portId or simPoolId")]
    [InlineData("peer", """{"type":"SELF"}""", 400, "SIM pool sites do not require peer object")]
    [InlineData("accessCircuit.mtu", "1500", 400, "SIM pool sites do not need an MTU")]
    [InlineData(
        "accessCircuit.rateLimit", """{"unit":"Mbps","value":10}""", 400,
        "Rate limit can not be set for SIM pool sites.")]
    [InlineData(
        "accessCircuit.classOfService", """[{"name":"GOLD","value":100}]""", 400,
        "Class of Service can not be set for SIM pool sites.")]
    [InlineData("accessCircuit.simPoolId", "\"nothing\"", 404, "A SIM pool can not be found with the given id")]
    [InlineData(
        "accessCircuit.simPoolId", "\"a81d37c5-4e60-4b9f-8c27-d5f0129e6b34\"", 404,
        "A SIM pool can not be found with the given id")]
    [InlineData("accessCircuit.simPoolId", "7", 400, "The request/accessCircuit/simPoolId must be string")]
    [InlineData("name", null, 400, "The request must have required property 'name'")]
    public async Task What_does_not_go_with_a_pool_is_refused(string path, string? json, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").AddSite(SimWorld.Site().Changed(path, json))).MustRefuse(status, message);
    }

    [Fact]
    public async Task The_refusals_come_in_the_printed_order()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var site = SimWorld.Site("nothing").Changed("peer", """{"type":"SELF"}""").Changed("accessCircuit.mtu", "1500")
            .Changed("accessCircuit.rateLimit", """{"unit":"Mbps","value":10}""")
            .Changed("accessCircuit.classOfService", """[{"name":"GOLD","value":100}]""");
        (await stan.AddSite(site)).MustRefuse(400, "SIM pool sites do not require peer object");
        (await stan.AddSite(site.Changed("peer", null))).MustRefuse(400, "SIM pool sites do not need an MTU");
        (await stan.AddSite(site.Changed("accessCircuit.mtu", null))).MustRefuse(
            400, "Rate limit can not be set for SIM pool sites.");
        (await stan.AddSite(site.Changed("accessCircuit.rateLimit", null))).MustRefuse(
            400, "Class of Service can not be set for SIM pool sites.");
        (await stan.AddSite(site.Changed("accessCircuit.classOfService", null))).MustRefuse(404);
    }

    [Fact]
    public async Task A_pool_is_one_site_at_a_time_whoever_asks_first()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, user) = (emulator.With("key-stan"), emulator.With("key-user"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            (number % 2 == 0 ? stan : user).AddSite(SimWorld.Site(), number < 3 ? RouterWorld.Core : RouterWorld.Lab)));
        Assert.Single(answers, answer => answer.Status == System.Net.HttpStatusCode.OK);
        Assert.All(
            answers.Where(answer => answer.Status != System.Net.HttpStatusCode.OK),
            answer => answer.MustRefuse(400, "The SIM pool is already used by a CloudRouter site"));
    }

    [Fact]
    public async Task A_pool_that_is_being_changed_and_a_router_without_room_take_no_site()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.ChangePool("""{"firewall":"ENABLED"}""")).MustBeOk();
        (await stan.AddSite(SimWorld.Site())).MustRefuse(
            409, "The SIM pool can not be used by a site while its status is PROCESSING");
        (await stan.AddSite(RouterWorld.Own(RouterWorld.Backbone, 695))).MustBeOk();
        (await stan.AddSite(SimWorld.Site(SimWorld.Spare))).MustRefuse(
            400,
            "The combined bandwidth of all sites is greater than the allowed CloudRouter bandwidth of 1GB. Please "
            + "contact support@consoleconnect.com to increase your CloudRouter bandwidth.");
    }

    [Fact]
    public async Task A_site_on_a_pool_fails_and_is_tried_again_as_others_are()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = await stan.PoolSite();
        (await emulator.Fire("cloudrouter-sites", id, "Fail")).MustBeOk();
        (await emulator.Fire("cloudrouter-sites", id, "Retry")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", (await stan.Site(id))!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_seeded_site_on_a_pool_is_listed()
    {
        await using var emulator = new EmulatorUnderTest();
        var sites = (await emulator.With("key-daan").Get(SimWorld.Meridian + "/l3vpn/66a2152cc2e6a1b4d70b3f74/sites"))
            .MustBeOk().Json.AsArray();
        var onPool = Assert.Single(sites, site => site!["simPoolId"] is not null)!;
        Assert.Equal(SimWorld.Containers, onPool["simPoolId"]!.GetValue<string>());
        Assert.Empty(onPool["peers"]!.AsArray());
    }
}
