using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.EdgeSim;

/// <summary>SIM pools: making, changing and deleting them, and moving cards between them.</summary>
public sealed class SimPoolTests
{
    [Fact]
    public async Task A_pool_is_made_at_once_with_a_subnet_of_its_own_and_deleted_which_frees_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        const string Kiosks = $$"""{"name":"Kiosks","apnId":"{{SimWorld.Private}}","useDefaultDNS":true}""";
        var made = (await stan.MakePool(Kiosks)).MustBeOk();
        Assert.Equal("CREATED", made.TextOf("status"));
        Assert.Equal("SUCCESS", made.TextOf("firewallStatus"));
        Assert.Equal("10.192.80.0/20", made.TextOf("subnet"));
        Assert.Equal(0, made["simCount"]!.GetValue<int>());
        Assert.Equal("{}", made["apn"]!.ToJsonString());
        Assert.Equal("10.192.96.0/20", (await stan.MakePool(Kiosks)).MustBeOk().TextOf("subnet"));

        (await stan.DeletePool(made.TextOf("id"))).MustBeDone();
        Assert.Null(await stan.Pool(made.TextOf("id")));
        (await stan.DeletePool(made.TextOf("id"))).MustMiss(400, made.TextOf("id"));
        (await stan.ChangePool("{}", made.TextOf("id"))).MustMiss(404, made.TextOf("id"));
        Assert.Equal("10.192.80.0/20", (await stan.MakePool(Kiosks)).MustBeOk().TextOf("subnet"));
    }

    [Fact]
    public async Task Another_firewall_takes_a_moment_and_can_fail()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var changed = (await stan.ChangePool("""{"firewall":"ENABLED"}""")).MustBeOk();
        Assert.Equal(
            ["ENABLED", "PROCESSING", "PROCESSING"],
            new[] { "firewall", "firewallStatus", "status" }.Select(changed.TextOf));
        (await stan.ChangePool("""{"firewall":"DISABLED"}""")).MustRefuse(
            409, "The SIM pool can not be configured while its status is PROCESSING");
        (await stan.ChangePool("""{"name":"Vans again"}""")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("SUCCESS", (await stan.Pool(SimWorld.Vans))!["firewallStatus"]!.GetValue<string>());
        (await stan.ChangePool("""{"firewall":"DISABLED"}""")).MustBeOk();
        (await emulator.Fire("sim-pools", SimWorld.Vans, "Fail")).MustBeOk();
        var failed = (await stan.Pool(SimWorld.Vans))!;
        Assert.Equal("FAILED", failed["firewallStatus"]!.GetValue<string>());
        Assert.Equal("Out of luck", failed["error"]!.GetValue<string>());
        (await emulator.Fire("sim-pools", SimWorld.Vans, "Retry")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("CREATED", (await stan.Pool(SimWorld.Vans))!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_sent_of_a_pool_is_changed_and_the_rest_stays()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var changed = (await stan.ChangePool(
            """
            {"name":"Trucks","apnId":"1c7e93fa-0d42-4b68-a5e1-94b2d06f7c3a","useDefaultDNS":false,
            "primaryDNS":"192.0.2.9"}
            """)).MustBeOk();
        Assert.Equal("Trucks", changed.TextOf("name"));
        Assert.Equal("1c7e93fa-0d42-4b68-a5e1-94b2d06f7c3a", changed.TextOf("apn_id"));
        Assert.Equal("192.0.2.9", changed.TextOf("primaryDNS"));
        Assert.False(changed["useDefaultDNS"]!.GetValue<bool>());
        Assert.Equal(4, changed["simCount"]!.GetValue<int>());
        (await stan.ChangePool("""{"primaryDNS":null}""")).MustRefuse(
            400, "The request must have required property 'primaryDNS'");

        // As it was read it can be sent back, whatever the service has set of it.
        var read = (await stan.Pool(SimWorld.Vans))!.ToJsonString();
        Assert.Equal(read, (await stan.ChangePool(read)).MustBeOk().Json.ToJsonString());
        var meddled = (await stan.ChangePool(
            """{"id":"1","subnet":"10.0.0.0/8","status":"FAILED","firewallStatus":"FAILED","simCount":99}"""))
            .MustBeOk();
        Assert.Equal("10.192.0.0/20", meddled.TextOf("subnet"));
        Assert.Equal("CREATED", meddled.TextOf("status"));
    }

    [Fact]
    public async Task A_pool_with_cards_or_a_site_stays()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, daan) = (emulator.With("key-stan"), emulator.With("key-daan"));
        (await stan.DeletePool(SimWorld.Vans)).MustRefuse(400, "The SIM pool can not be deleted while it has SIMs");
        (await daan.DeletePool(SimWorld.Containers, SimWorld.Meridian)).MustRefuse(
            400, "The SIM pool can not be deleted while a CloudRouter site uses it");
        (await daan.DeletePool(SimWorld.Trucks, SimWorld.Meridian)).MustRefuse(
            409, "The SIM pool can not be deleted while its status is PROCESSING");
        (await emulator.Fire("sim-pools", SimWorld.Vans, "Delete")).MustRefuse(409);
        var site = await stan.PoolSite(SimWorld.Spare);
        (await stan.DeletePool(SimWorld.Spare)).MustRefuse(
            400, "The SIM pool can not be deleted while a CloudRouter site uses it");
        await emulator.Pass(1);
        await stan.DeleteSite(site);
        (await stan.DeletePool(SimWorld.Spare)).MustRefuse(
            400, "The SIM pool can not be deleted while a CloudRouter site uses it");
        await emulator.Pass(1);
        (await stan.DeletePool(SimWorld.Spare)).MustBeDone();
    }

    [Fact]
    public async Task Cards_move_between_pools_and_get_addresses_there()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.MoveSims(SimWorld.Spare, SimWorld.Vans, 1, 3, 3)).MustBeDone();
        Assert.Equal(2, (await stan.Pool(SimWorld.Vans))!["simCount"]!.GetValue<int>());
        var moved = await stan.Sims(SimWorld.Spare);
        Assert.Equal(["10.192.16.2", "10.192.16.3"], moved.Select(sim => sim["ipAddress"]!.GetValue<string>()));
        Assert.Equal(["ACTIVE", "PAUSED"], moved.Select(sim => sim["status"]!.GetValue<string>()));
        Assert.Single(moved.Select(sim => sim["simTransferId"]!.GetValue<string>()).Distinct());
        Assert.NotEqual(
            moved[0]["simTransferId"]!.GetValue<string>(),
            (await stan.Sims(SimWorld.Vans))[0]["simTransferId"]!.GetValue<string>());

        // Where they are already, nothing happens.
        (await stan.MoveSims(SimWorld.Spare, SimWorld.Spare, 1)).MustBeDone();
        Assert.Equal(moved[0].ToJsonString(), (await stan.Sims(SimWorld.Spare))[0].ToJsonString());

        // The lowest addresses that are free come first.
        (await stan.MoveSims(SimWorld.Vans, SimWorld.Spare, 3)).MustBeDone();
        Assert.Equal(
            "10.192.0.2",
            (await stan.Sims(SimWorld.Vans)).Single(sim => sim["id"]!.GetValue<string>() == SimWorld.Van3)["ipAddress"]!
                .GetValue<string>());
    }

    [Fact]
    public async Task All_cards_move_or_none()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.MoveSims(SimWorld.Spare, SimWorld.Vans, 1, 5)).MustRefuse(
            400, $"The SIM with IMSI {SimWorld.Imsi(5)} is not in the SIM pool {SimWorld.Vans}");
        (await stan.MoveSims(SimWorld.Spare, SimWorld.Vans, 99)).MustRefuse(400);
        (await stan.MoveSims(SimWorld.Spare, SimWorld.Containers, 5)).MustMiss(400, SimWorld.Containers);
        (await stan.MoveSims(SimWorld.Containers, SimWorld.Vans, 1)).MustMiss(400, SimWorld.Containers);
        Assert.Equal(4, (await stan.Sims(SimWorld.Vans)).Count);
        (await stan.ChangePool("""{"firewall":"ENABLED"}""", SimWorld.Spare)).MustBeOk();
        (await stan.MoveSims(SimWorld.Spare, SimWorld.Vans, 1)).MustRefuse(
            409, "The SIM pool can not be given SIMs while its status is PROCESSING");
    }

    [Fact]
    public async Task Two_clients_who_move_the_same_card_at_once_move_it_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, user) = (emulator.With("key-stan"), emulator.With("key-user"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            (number % 2 == 0 ? stan : user).MoveSims(SimWorld.Spare, SimWorld.Vans, 1)));
        Assert.Single(answers, answer => answer.Status == System.Net.HttpStatusCode.NoContent);
        Assert.Equal(3, (await stan.Sims(SimWorld.Vans)).Count);
        Assert.Single(await stan.Sims(SimWorld.Spare));
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'sims'")]
    [InlineData("""{"sims":[]}""", "The request/sims must be object")]
    [InlineData("""{"sims":null}""", "The request/sims must be object")]
    [InlineData("""{"sims":{"4f6f":"999700000000001"}}""", "The request/sims/4f6f must be array")]
    [InlineData("""{"sims":{"4f6f":[999700000000001]}}""", "The request/sims/4f6f/0 must be string")]
    public async Task A_bad_move_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Put($"{SimWorld.Acme}/iot-sim-pools/{SimWorld.Spare}/sims", body))
            .MustRefuse(400, message);
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'name'")]
    [InlineData("""{"name":"X"}""", "The request must have required property 'apnId'")]
    [InlineData("""{"name":5,"apnId":"A"}""", "The request/name must be string")]
    [InlineData(
        """{"name":"X","apnId":"A","firewall":"ON"}""",
        "The request/firewall must be equal to one of the allowed values")]
    [InlineData("""{"name":"X","apnId":"A","firewall":"CUSTOM"}""", "A CUSTOM firewall is not supported yet")]
    [InlineData("""{"name":"X","apnId":"A","customFirewallEnabled":true}""", "A CUSTOM firewall is not supported yet")]
    [InlineData(
        """{"name":"X","apnId":"A","primaryDNS":"300.1.1.1"}""",
        "The request/primaryDNS must match format \"ipv4\"")]
    [InlineData(
        """{"name":"X","apnId":"A","companyId":"bloggs"}""",
        "The companyId bloggs is not the company of the path")]
    [InlineData("""{"name":"X","apnId":"A"}""", "Could not find a model with id A")]
    [InlineData(
        """{"name":"X","apnId":"70d4e5b9-8c13-4f2a-96e0-1b5a3f8d72c4"}""",
        "Could not find a model with id 70d4e5b9-8c13-4f2a-96e0-1b5a3f8d72c4")]
    public async Task A_bad_pool_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").MakePool(body)).MustRefuse(400, message);
    }

    [Fact]
    public async Task A_name_may_be_as_long_as_it_may_and_no_longer()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.ChangePool($$"""{"name":"{{new string('x', 255)}}"}""")).MustBeOk();
        (await stan.ChangePool($$"""{"name":"{{new string('x', 256)}}"}""")).MustRefuse(400);
        (await stan.ChangePool("""{"name":""}""")).MustRefuse(400);
    }

    [Fact]
    public async Task Pools_are_filtered_and_another_companys_are_never_shown()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var some = (await stan.Get(
            SimWorld.Acme + """/iot-sim-pools?filter={"where":{"simCount":{"gt":0}},"fields":["name"]}""")).MustBeOk();
        Assert.Equal("""[{"name":"Vans"}]""", some.Json.ToJsonString());
        (await stan.Get(SimWorld.Meridian + "/iot-sim-pools")).MustRefuse(401, "Access denied");
        (await stan.ChangePool("""{"name":"Mine"}""", SimWorld.Containers)).MustMiss(404, SimWorld.Containers);
        (await stan.DeletePool(SimWorld.Containers)).MustMiss(400, SimWorld.Containers);
        (await stan.Get("/app-user/nobody/iot-sim-pools")).MustMiss(404, "nobody");
        (await stan.MakePool("{}", "/app-user/nobody")).MustMiss(400, "nobody");
    }
}
