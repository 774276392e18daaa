using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.EdgeSim;

/// <summary>Orders of SIM cards: from ORDERED to PROCESSED, and what they bring.</summary>
public sealed class SimOrderTests
{
    [Fact]
    public async Task An_order_is_processed_by_itself_and_then_its_pool_is_there_with_its_cards()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var ordered = (await stan.OrderSims(SimWorld.Order(3))).MustBeOk();
        Assert.Equal("ORDERED", ordered.TextOf("status"));
        Assert.Matches("^IOTC[0-9A-F]{9}$", ordered.TextOf("friendlyId"));
        Assert.Equal("stan@example.com", ordered.TextOf("userEmail"));
        Assert.Null(ordered["simPoolId"]);
        var id = ordered.TextOf("id");
        Assert.Equal(2, (await stan.Pools()).Count);

        await emulator.Pass(1);
        Assert.Equal("PROCESSING", (await stan.ReadOrder(id)).MustBeOk().TextOf("status"));
        await emulator.Pass(1);
        var done = (await stan.ReadOrder(id)).MustBeOk();
        Assert.Equal("PROCESSED", done.TextOf("status"));
        Assert.Equal("2026-03-01T12:00:02.000Z", done.TextOf("updated_at"));

        var pool = (await stan.Pool(done.TextOf("simPoolId")))!;
        Assert.Equal("Bus pool", pool["name"]!.GetValue<string>());
        Assert.Equal(3, pool["simCount"]!.GetValue<int>());
        Assert.Equal("CREATED", pool["status"]!.GetValue<string>());
        Assert.Equal("DISABLED", pool["firewall"]!.GetValue<string>());
        Assert.Equal("10.192.80.0/20", pool["subnet"]!.GetValue<string>());
        var sims = await stan.Sims(done.TextOf("simPoolId"));
        Assert.Equal(
            [SimWorld.Imsi(7), SimWorld.Imsi(8), SimWorld.Imsi(9)],
            sims.Select(sim => sim["imsi"]!.GetValue<string>()));
        Assert.Equal(
            ["10.192.80.2", "10.192.80.3", "10.192.80.4"],
            sims.Select(sim => sim["ipAddress"]!.GetValue<string>()));
        Assert.All(sims, sim =>
        {
            Assert.Equal(id, sim["iotOrderId"]!.GetValue<string>());
            Assert.Equal("ACTIVE", sim["status"]!.GetValue<string>());
            Assert.Matches("^8999970[0-9]{12}$", sim["iccid"]!.GetValue<string>());
            Assert.Null(sim["label"]);
        });
    }

    [Fact]
    public async Task Cards_come_into_the_pool_that_the_order_names()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = SimWorld.Order(5).Changed("simPoolId", $"\"{SimWorld.Vans}\"");
        var ordered = (await stan.OrderSims(order)).MustBeOk();
        Assert.Equal(SimWorld.Vans, ordered.TextOf("simPoolId"));
        Assert.Equal("Vans", ordered.TextOf("simPoolName"));
        await emulator.Pass(2);
        Assert.Equal(2, (await stan.Pools()).Count);
        Assert.Equal(9, (await stan.Sims(SimWorld.Vans)).Count);
        Assert.Equal(9, (await stan.Pool(SimWorld.Vans))!["simCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_pool_of_a_PUBLIC_order_has_its_firewall_enabled_and_the_name_servers_that_were_asked_for()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = SimWorld.Order().Changed("connectivityType", "\"PUBLIC\"").Changed("useDefaultDNS", "\"false\"")
            .Changed("dnsPreferred", "\"192.0.2.7\"").Changed("simPoolName", null).Changed("apnId", null);
        var ordered = (await stan.OrderSims(order)).MustBeOk();
        Assert.False(ordered["useDefaultDNS"]!.GetValue<bool>());
        Assert.Equal("192.0.2.7", ordered.TextOf("dnsPreferred"));
        Assert.Equal(SimWorld.Private, ordered.TextOf("apnId"));
        await emulator.Pass(2);
        var pool = (await stan.Pools())[^1];
        Assert.Equal("Buses", pool["name"]!.GetValue<string>());
        Assert.Equal("ENABLED", pool["firewall"]!.GetValue<string>());
        Assert.Equal("192.0.2.7", pool["primaryDNS"]!.GetValue<string>());
        Assert.Null(pool["secondaryDNS"]);
    }

    [Fact]
    public async Task An_order_can_fail_and_be_tried_again_from_outside()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await stan.OrderSims(SimWorld.Order())).MustBeOk().TextOf("id");
        (await emulator.Fire("sim-orders", id, "Fail")).MustBeOk();
        var failed = (await stan.ReadOrder(id)).MustBeOk();
        Assert.Equal("FAILED", failed.TextOf("status"));
        Assert.Equal("Out of luck", failed.TextOf("error"));
        (await emulator.Fire("sim-orders", id, "Retry")).MustBeOk();
        (await emulator.Fire("sim-orders", id, "Processed")).MustBeOk();
        var done = (await stan.ReadOrder(id)).MustBeOk();
        Assert.Equal("PROCESSED", done.TextOf("status"));
        Assert.Null(done["error"]);
        Assert.Equal(2, (await stan.Sims(done.TextOf("simPoolId"))).Count);
        (await emulator.Fire("sim-orders", id, "Processed")).MustRefuse(409);
        Assert.Equal(2, (await stan.Sims(done.TextOf("simPoolId"))).Count);
    }

    [Fact]
    public async Task A_seeded_order_that_waits_is_processed_when_it_is_advanced()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        const string Order = "/__admin/workflows/sim-orders/" + SimWorld.Forklifts + "/advance";
        (await emulator.Nobody().Post(Order, "{}")).MustBeOk();
        (await emulator.Nobody().Post(Order, "{}")).MustBeOk();
        var done = (await stan.ReadOrder(SimWorld.Forklifts)).MustBeOk();
        Assert.Equal("PROCESSED", done.TextOf("status"));
        Assert.Equal("Forklifts", (await stan.Pool(done.TextOf("simPoolId")))!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_order_whose_name_asks_for_it_fails()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = SimWorld.Order().Changed("name", "\"Buses [sim:fail=processing]\"");
        var id = (await stan.OrderSims(order)).MustBeOk().TextOf("id");
        await emulator.Pass(5);
        Assert.Equal("FAILED", (await stan.ReadOrder(id)).MustBeOk().TextOf("status"));
        Assert.Equal(2, (await stan.Pools()).Count);
    }

    [Fact]
    public async Task An_order_for_a_pool_that_is_gone_by_then_fails()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = SimWorld.Order().Changed("simPoolId", $"\"{SimWorld.Spare}\"");
        var id = (await stan.OrderSims(order)).MustBeOk().TextOf("id");
        (await stan.DeletePool(SimWorld.Spare)).MustBeDone();
        await emulator.Pass(2);
        var failed = (await stan.ReadOrder(id)).MustBeOk();
        Assert.Equal("FAILED", failed.TextOf("status"));
        Assert.Equal("The SIM pool is gone", failed.TextOf("error"));
    }

    [Fact]
    public async Task A_pool_is_never_given_more_cards_than_its_subnet_has_addresses_for()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var into = SimWorld.Order(1000).Changed("simPoolId", $"\"{SimWorld.Vans}\"");
        for (var order = 0; order < 4; order++)
        {
            (await stan.OrderSims(into)).MustBeOk();
        }

        // All five are taken while the pool has four cards: the last finds no room for all of its own.
        var late = (await stan.OrderSims(into)).MustBeOk().TextOf("id");
        await emulator.Pass(2);
        Assert.Equal(4004, (await stan.Pool(SimWorld.Vans))!["simCount"]!.GetValue<int>());
        Assert.Equal("The SIM pool has room for 89 more SIMs only", (await stan.ReadOrder(late)).TextOf("error"));
        (await stan.OrderSims(SimWorld.Order(90).Changed("simPoolId", $"\"{SimWorld.Vans}\""))).MustRefuse(
            400, "The SIM pool has room for 89 more SIMs only");
        (await stan.OrderSims(SimWorld.Order(89).Changed("simPoolId", $"\"{SimWorld.Vans}\""))).MustBeOk();
        await emulator.Pass(2);
        Assert.Equal(4093, (await stan.Pool(SimWorld.Vans))!["simCount"]!.GetValue<int>());
        Assert.Equal(
            4093,
            (await stan.Sims(SimWorld.Vans)).Select(sim => sim["ipAddress"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Two_clients_at_once_get_cards_with_numbers_of_their_own()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, user) = (emulator.With("key-stan"), emulator.With("key-user"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            (number % 2 == 0 ? stan : user).OrderSims(SimWorld.Order(3))));
        Assert.Equal(16, answers.Select(answer => answer.MustBeOk().TextOf("friendlyId")).Distinct().Count());
        await emulator.Pass(2);
        var sims = await stan.Sims();
        Assert.Equal(52, sims.Count);
        Assert.All(
            new[] { "id", "imsi", "iccid", "msisdn", "ipAddress" },
            member => Assert.Equal(52, sims.Select(sim => sim[member]!.GetValue<string>()).Distinct().Count()));
        Assert.Equal(18, (await stan.Pools()).Select(pool => pool["subnet"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Orders_are_filtered_and_another_companys_are_never_shown()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var all = (await stan.Get(SimWorld.Acme + "/iot-order")).MustBeOk().Json.AsArray();
        Assert.Equal(["PROCESSED", "ORDERED"], all.Select(order => order!["status"]!.GetValue<string>()));
        var some = (await stan.Get(
            SimWorld.Acme + """/iot-order?filter={"where":{"status":"ORDERED"},"fields":["id","simQuantity"]}"""))
            .MustBeOk().Json;
        Assert.Equal($$"""[{"id":"{{SimWorld.Forklifts}}","simQuantity":2}]""", some.ToJsonString());
        (await stan.Get(SimWorld.Acme + "/iot-order?filter={")).MustRefuse(400);
        (await stan.Get(SimWorld.Meridian + "/iot-order")).MustRefuse(401, "Access denied");
        (await emulator.With("key-daan").ReadOrder(SimWorld.Forklifts, SimWorld.Meridian))
            .MustMiss(400, SimWorld.Forklifts);
    }

    [Fact]
    public async Task A_users_own_id_stands_for_a_company_and_nobody_elses_does()
    {
        await using var emulator = new EmulatorUnderTest();
        var user = emulator.With("key-user");
        var me = (await user.Get("/api/auth/token")).MustBeOk().TextOf("id");
        Assert.Equal(2, (await user.Pools($"/app-user/{me}")).Count);
        (await user.OrderSims(SimWorld.Order(), $"/app-user/{me}")).MustBeOk();
        var corps = SimWorld.Order().Changed("companyId", "\"5762451982894b9b1b1a5dbc\"");
        Assert.Equal(
            "5762451982894b9b1b1a5dbc",
            (await user.OrderSims(corps, $"/app-user/{me}")).MustBeOk().TextOf("companyId"));
        (await user.OrderSims(corps)).MustRefuse(
            400, "The companyId 5762451982894b9b1b1a5dbc is not the company of the path");
        var meridians = SimWorld.Order().Changed("companyId", "\"5cf63896c2e6a1b4d7e6a191\"");
        (await user.OrderSims(meridians, $"/app-user/{me}")).MustRefuse(401, "Access denied");
        const string Stan = "58980a25a77b4d7bf459d100";
        (await user.Get($"/app-user/{Stan}/iot-order")).MustMiss(404, Stan);
        (await user.OrderSims(SimWorld.Order(), $"/app-user/{Stan}")).MustMiss(404, Stan);
        (await user.ReadOrder(SimWorld.Forklifts, $"/app-user/{Stan}")).MustMiss(400, Stan);
    }

    [Fact]
    public async Task An_unverified_company_orders_nothing()
    {
        await using var emulator = new EmulatorUnderTest();
        var marcus = emulator.With("key-marcus");
        const string Pebblepine = "6703c662c2e6a1b4d787a1c7";
        var order = SimWorld.Order().Changed("companyId", $"\"{Pebblepine}\"");
        const string Unverified = "The company must be verified before Edge SIM can be used";
        (await marcus.OrderSims(order, $"/app-user/{Pebblepine}")).MustRefuse(400, Unverified);
        (await marcus.MakePool($$"""{"name":"X","apnId":"{{SimWorld.Private}}"}""", $"/app-user/{Pebblepine}"))
            .MustRefuse(400, Unverified);
    }

    [Theory]
    [InlineData("name", null, "The request must have required property 'name'")]
    [InlineData("companyId", null, "The request must have required property 'companyId'")]
    [InlineData("connectivityType", null, "The request must have required property 'connectivityType'")]
    [InlineData("simQuantity", null, "The request must have required property 'simQuantity'")]
    [InlineData("orderType", null, "The request must have required property 'orderType'")]
    [InlineData("paymentType", null, "The request must have required property 'paymentType'")]
    [InlineData("name", "7", "The request/name must be string")]
    [InlineData("name", "\"\"", "The request/name must NOT have fewer than 1 characters")]
    [InlineData("simPoolName", "[]", "The request/simPoolName must be string")]
    [InlineData("simQuantity", "0", "The request/simQuantity must be >= 1")]
    [InlineData("simQuantity", "-3", "The request/simQuantity must be >= 1")]
    [InlineData("simQuantity", "1.5", "The request/simQuantity must be integer")]
    [InlineData("simQuantity", "1e99", "The request/simQuantity must be integer")]
    [InlineData("simQuantity", "1001", "The request/simQuantity must be <= 1000")]
    [InlineData("simQuantity", "\"many\"", "The request/simQuantity must be integer")]
    [InlineData("orderType", "\"GIFT\"", "The request/orderType must be equal to one of the allowed values")]
    [InlineData(
        "connectivityType", "\"private\"",
        "The request/connectivityType must be equal to one of the allowed values")]
    [InlineData("paymentType", "\"CASH\"", "The request/paymentType must be equal to one of the allowed values")]
    [InlineData("simType", "\"NANO\"", "The request/simType must be equal to one of the allowed values")]
    [InlineData("status", "\"PROCESSED\"", "The request/status must be equal to one of the allowed values")]
    [InlineData("useDefaultDNS", "\"perhaps\"", "The request/useDefaultDNS must be boolean")]
    [InlineData("useDefaultDNS", "false", "The request must have required property 'dnsPreferred'")]
    [InlineData("dnsPreferred", "\"fe80::1\"", "The request/dnsPreferred must match format \"ipv4\"")]
    [InlineData("dnsAlternate", "\"10.1\"", "The request/dnsAlternate must match format \"ipv4\"")]
    public async Task A_bad_order_is_refused(string member, string? json, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").OrderSims(SimWorld.Order().Changed(member, json))).MustRefuse(400, message);
    }

    [Theory]
    [InlineData("apnId", SimWorld.MeridiansApn)]
    [InlineData("apnId", SimWorld.StaffsApn)]
    [InlineData("apnId", "nothing")]
    [InlineData("simPoolId", SimWorld.Containers)]
    [InlineData("simPoolId", "nothing")]
    public async Task What_an_order_names_must_be_there_for_its_company(string member, string id)
    {
        await using var emulator = new EmulatorUnderTest();
        var order = SimWorld.Order().Changed(member, JsonValue.Create(id).ToJsonString());
        (await emulator.With("key-stan").OrderSims(order)).MustMiss(404, id);
    }
}
