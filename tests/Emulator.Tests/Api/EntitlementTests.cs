using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Plans, and what orders and connections use of them (000:39, 000:5452-5565, 000:6503).</summary>
public sealed class EntitlementTests
{
    private const string TooMuch = "The subscription does not have sufficient entitlements available to complete the "
        + "request";
    private const string UsLondon = "000000000000000000000000-111111111111111111111111";
    private const string London = "56bd9f93c2e6a1b4d7481c5a";
    private const string SanJose = "1232413986c08c061dd8c45f";

    /// <summary>
    /// Acme's in New York, on a plan with 900 Mbps between the US and London, of which 300 are used; all its
    /// connections together can have 1000.
    /// </summary>
    private const string OnPlan = "5aaaac3bc2e6a1b4d7cc4c6d";
    private const string OwnConnection = "/api/v2/company/Acme/connections/5b30dc0fc2e6a1b4d7dea069";

    /// <summary>company1's plan covers three ports, of which two are used.</summary>
    private const string OrderOnPlan =
        """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"plan",
        "billingId":"56d6912ec2e6a1b4d7164cc1"}
        """;

    [Fact]
    public async Task The_company_of_the_sample_has_what_it_prints()
    {
        await using var emulator = new EmulatorUnderTest();
        var printed = await File.ReadAllTextAsync(
            Directory.GetFiles(OperationCatalogue.Samples, "058-*.response.200.json").Single());
        var answer = (await (await emulator.Meg()).Get("/api/company/acmeinc/ports/entitlement")).MustBeOk();
        Assert.Equal(JsonNode.Parse(printed)!.ToJsonString(), answer.Json.ToJsonString());
    }

    [Fact]
    public async Task A_port_on_a_plan_shows_what_of_it_is_used_and_left()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answer = (await stan.Get($"/api/company/Acme/ports/{OnPlan}/entitlement")).MustBeOk();
        var subscription = Assert.Single(answer["subscriptions"]!.AsArray())!;
        Assert.Equal("56d691309a90128d55831db2", subscription["id"]!.GetValue<string>());
        Assert.Equal(
            [OnPlan, "5ad8849ac2e6a1b4d7c364cb"],
            subscription["itemIds"]!.AsArray().Select(id => id!.GetValue<string>()));
        var expected = new JsonObject
        {
            ["portSpeed"] = new JsonObject { ["used"] = 1000, ["available"] = 9000 },
            ["maxControllerType"] = new JsonObject { ["used"] = "REGIONAL", ["available"] = null },
            ["maxControllers"] = new JsonObject { ["used"] = 0, ["available"] = 2 },
            ["cdrGlobal"] = new JsonObject
            {
                [UsLondon] = new JsonObject
                {
                    ["name"] = "US-London",
                    ["srcRegionId"] = UsLondon[..24],
                    ["destRegionId"] = UsLondon[25..],
                    ["used"] = 300,
                    ["available"] = 600,
                },
            },
        };
        Assert.Equal(expected.ToJsonString(), answer["entitlement"]!.ToJsonString());
        Assert.Equal(
            expected.ToJsonString(),
            (await stan.Get("/api/company/Acme/ports/entitlement"))["entitlement"]![OnPlan]!.ToJsonString());
    }

    [Fact]
    public async Task A_port_without_a_plan_has_no_subscription_and_no_limit()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (
            await (await emulator.Stan()).Get("/api/company/Acme/ports/569fbfdec2e6a1b4d74c2c70/entitlement")
        ).MustBeOk();
        Assert.Empty(answer["subscriptions"]!.AsArray());
        Assert.Equal("""{"used":null,"available":null}""", answer["entitlement"]!["portSpeed"]!.ToJsonString());
        Assert.Equal("""{"used":null,"available":null}""", answer["entitlement"]!["maxControllerType"]!.ToJsonString());
        Assert.Equal("""{"used":0,"available":null}""", answer["entitlement"]!["maxControllers"]!.ToJsonString());
        var rates = answer["entitlement"]!["cdrGlobal"]!
            .AsObject()
            .ToDictionary(rate => rate.Value!["name"]!.GetValue<string>(), rate => rate.Value!);
        Assert.Equal(["US-London", "US-Oceania"], rates.Keys);
        Assert.Equal([0, 200], rates.Values.Select(rate => rate["used"]!.GetValue<int>()));
        Assert.All(rates.Values, rate => Assert.Null(rate["available"]));
    }

    [Fact]
    public async Task A_controller_of_the_layer_3_days_is_counted()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (
            await (await emulator.Stan()).Get("/api/company/corp/ports/5762451a82894b9b1b1a5dc2/entitlement")
        ).MustBeOk();
        Assert.Equal(1, answer["entitlement"]!["maxControllers"]!["used"]!.GetValue<int>());
    }

    [Fact]
    public async Task Reading_takes_a_network_viewer()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (
            var path in new[] { "/api/company/Acme/ports/entitlement", $"/api/company/Acme/ports/{OnPlan}/entitlement" }
        )
        {
            (await (await emulator.LoggedIn("vera@example.com")).Get(path)).MustBeOk();
            (await (await emulator.LoggedIn("max@example.com")).Get(path)).MustRefuse(401, "Access denied");
            (await (await emulator.Meg()).Get(path)).MustRefuse(401, "Access denied");
        }

        var stan = await emulator.Stan();
        (await stan.Get("/api/company/nowhere/ports/entitlement")).MustRefuse(
            404,
            "A company can not be found with " + "the given id");
        (await stan.Get("/api/company/company1/ports/" + OnPlan + "/entitlement")).MustRefuse(
            404,
            "A port can not be found with the given id");
    }

    [Fact]
    public async Task An_order_uses_the_plan_from_the_moment_it_is_placed_until_it_is_cancelled()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Orders = "/api/company/company1/ports/orders";
        var order = (await stan.Put(Orders, OrderOnPlan)).MustBeOk();
        (await stan.Put(Orders, OrderOnPlan)).MustRefuse(400, TooMuch);
        (await stan.Post($"{Orders}/{order.TextOf("id")}/cancel")).MustBeOk();
        (await stan.Put(Orders, OrderOnPlan)).MustRefuse(400, TooMuch);
        await emulator.Pass(1);
        var second = (await stan.Put(Orders, OrderOnPlan)).MustBeOk();
        Assert.Equal(["589b3f4bc2e6a1b4d7b53ff1"], await ItemIds(stan));
        await emulator.Pass(10);
        Assert.Contains(second["port"]!["id"]!.GetValue<string>(), await ItemIds(stan));
        (await stan.Put(Orders, OrderOnPlan)).MustRefuse(400, TooMuch);
    }

    [Fact]
    public async Task A_port_that_is_deleted_gives_back_what_it_used()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/company/company1/ports/orders", OrderOnPlan)).MustBeOk();
        (await stan.Put("/api/company/company1/ports/orders", OrderOnPlan)).MustRefuse(400, TooMuch);
        const string Port = "/api/company/company1/ports/589b3f4bc2e6a1b4d7b53ff1";
        (await stan.Post(Port + "/disable")).MustBeOk();
        await emulator.Pass(1);
        (await stan.Delete(Port)).MustBeOk();
        await emulator.Pass(1);
        Assert.DoesNotContain("589b3f4bc2e6a1b4d7b53ff1", await ItemIds(stan));
        Assert.Empty((await stan.Get(Port + "/entitlement")).MustBeOk()["subscriptions"]!.AsArray());
        (await stan.Put("/api/company/company1/ports/orders", OrderOnPlan)).MustBeOk();
    }

    [Fact]
    public async Task A_connection_between_regions_needs_entitlement_left()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Connect(stan, OnPlan, 601, London)).MustRefuse(400, TooMuch);
        Assert.Equal((300, 600), await Rate(stan));
        (await Connect(stan, OnPlan, 600, London)).MustBeOk();
        (await Connect(stan, OnPlan, 1, London)).MustRefuse(400, TooMuch);
        Assert.Equal((900, 0), await Rate(stan));
    }

    [Fact]
    public async Task A_region_that_is_sent_along_changes_nothing_about_where_the_metros_lie()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Connect(stan, OnPlan, 601, London, ",\"regionId\":\"111111111111111111111111\"")).MustRefuse(
            400,
            TooMuch);
    }

    [Fact]
    public async Task Nothing_is_limited_within_a_region_between_others_and_without_a_plan()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Connect(stan, OnPlan, 350, SanJose)).MustBeOk();
        (await Connect(stan, OnPlan, 350, "5a370fb8c2e6a1b4d749fba4")).MustBeOk();
        (await Connect(stan, "576247795c9de0b91e8b8576", 1000, London)).MustBeOk();
        Assert.Equal((300, 600), await Rate(stan));
    }

    [Theory]
    [InlineData("withdraws", 600)]
    [InlineData("rejects", 600)]
    [InlineData("deletes", 300)]
    [InlineData("lowers", 250)]
    public async Task What_a_connection_used_is_given_back(string how, int left)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await Connect(stan, OnPlan, 600, London)).MustBeOk().TextOf("id");
        var answer = how switch
        {
            "withdraws" => await stan.Put($"/api/v2/company/Acme/connections/{id}/reject"),
            "rejects" => await emulator.With("key-imogen").Put($"/api/v2/company/kestrelbank/connections/{id}/reject"),
            "deletes" => await stan.Delete(OwnConnection),
            _ => await stan.Post(OwnConnection, """{"speed":50}"""),
        };
        answer.MustBeOk();
        await emulator.Pass(1);
        Assert.Equal((900 - left, left), await Rate(stan));
        (await Connect(stan, OnPlan, left + 1, London)).MustRefuse(400, TooMuch);
        (await Connect(stan, OnPlan, left, London)).MustBeOk();
    }

    [Fact]
    public async Task A_connection_that_becomes_faster_uses_more()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post(OwnConnection, """{"speed":901}""")).MustRefuse(400, TooMuch);
        Assert.Equal((300, 600), await Rate(stan));
        (await stan.Post(OwnConnection, """{"speed":900}""")).MustBeOk();
        Assert.Equal((900, 0), await Rate(stan));
    }

    [Fact]
    public async Task A_change_request_reserves_what_it_asks_for_until_it_is_dropped()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var imogen = emulator.With("key-imogen");
        var id = (await Connect(stan, OnPlan, 100, London)).MustBeOk().TextOf("id");
        (
            await imogen.Put(
                $"/api/v2/company/kestrelbank/connections/{id}/approve",
                """{"destPortId":"5be2d15fc2e6a1b4d7f0495f"}"""
            )
        ).MustBeOk();
        await emulator.Pass(5);
        var change = $"/api/company/Acme/connections/{id}/change";
        (await stan.Put(change, """{"speed":601}""")).MustRefuse(400, TooMuch);
        (await stan.Put(change, """{"speed":600}""")).MustBeOk();
        Assert.Equal((900, 0), await Rate(stan));
        (await imogen.Put($"/api/company/kestrelbank/connections/{id}/change", """{"speed":601}""")).MustRefuse(
            400,
            TooMuch);
        (await stan.Delete(change)).MustBeOk();
        Assert.Equal((400, 500), await Rate(stan));
    }

    [Fact]
    public async Task A_destination_that_answers_from_another_region_uses_what_the_source_has_there()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await Connect(stan, OnPlan, 650, SanJose)).MustBeOk().TextOf("id");
        (
            await emulator
                .With("key-imogen")
                .Put(
                    $"/api/v2/company/kestrelbank/connections/{id}/approve",
                    """{"destPortId":"5be2d15fc2e6a1b4d7f0495f"}"""
                )
        ).MustRefuse(400, TooMuch);
        Assert.Equal((300, 600), await Rate(stan));
    }

    /// <summary>Asks kestrelbank for a connection.</summary>
    private static Task<Answer> Connect(Client client, string portId, int speed, string metroId, string more = "") =>
        client.Put(
            "/api/v2/company/Acme/connections/layer2",
            $$"""
            {"type":"LAYER2","name":"N","portId":"{{portId}}","speed":{{speed}},"destMetroId":"{{metroId}}",
            "destCompany":"kestrelbank"{{more}}}
            """
        );

    private static async Task<(int Used, int Available)> Rate(Client client)
    {
        var rate = (await client.Get($"/api/company/Acme/ports/{OnPlan}/entitlement")).MustBeOk()["entitlement"]![
            "cdrGlobal"
        ]![UsLondon]!;
        return (rate["used"]!.GetValue<int>(), rate["available"]!.GetValue<int>());
    }

    private static async Task<IEnumerable<string>> ItemIds(Client client) =>
        Assert.Single(
            (await client.Get("/api/company/company1/ports/entitlement")).MustBeOk()["subscriptions"]!.AsArray()
        )!["itemIds"]!
            .AsArray()
            .Select(id => id!.GetValue<string>());
}
