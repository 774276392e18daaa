using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Connections;

/// <summary>Flexing a connection: another bandwidth for a while, without the other side's agreement.</summary>
public sealed class ConnectionFlexTests
{
    /// <summary>Acme's, from New York to London: 300 of 1000 Mbps.</summary>
    private const string Loop = "5b30dc0fc2e6a1b4d7dea069";

    private const string Acme = "/app-user/557679e2c2e6a1b4d7756472/connections";
    private const string Path = $"{Acme}/{Loop}/connection-change-requests";
    private const string Port = "/api/company/Acme/ports/5aaaac3bc2e6a1b4d7cc4c6d";

    [Fact]
    public async Task A_flex_up_is_reserved_at_once_and_in_force_soon_and_one_back_to_the_contract_ends_flexing()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var held = await Utilised(stan);
        var asked = (await Flex(stan, "500")).MustBeOk();
        Assert.Equal(("REQUESTED", "UPGRADE"), (asked.TextOf("status"), asked.TextOf("type")));
        Assert.Equal((Loop, 500), (asked.TextOf("connectionId"), asked["bandwidth"]!.GetValue<int>()));
        Assert.False(asked["active"]!.GetValue<bool>());
        Assert.Equal("2026-03-01T12:00:00.000Z", asked.TextOf("scheduledAt"));
        Assert.Equal(300, await Speed(stan));
        Assert.Equal(held + 200, await Utilised(stan));
        await emulator.Pass(2);
        var made = await One(stan, asked);
        Assert.Equal("SUCCESS", made.TextOf("status"));
        Assert.True(made["active"]!.GetValue<bool>());
        Assert.Equal("2026-03-01T12:00:02.000Z", made.TextOf("updated_at"));
        Assert.Equal(500, await Speed(stan));
        Assert.Equal(held + 200, await Utilised(stan));

        // From one flex to the next, and below the contract.
        var next = (await Flex(stan, "200")).MustBeOk();
        Assert.Equal("DOWNGRADE", next.TextOf("type"));
        Assert.Equal(held + 200, await Utilised(stan));
        await emulator.Pass(2);
        Assert.Equal(200, await Speed(stan));
        Assert.False((await One(stan, asked))["active"]!.GetValue<bool>());
        Assert.True((await One(stan, next))["active"]!.GetValue<bool>());

        // The contract was 300: with that none is in force any more.
        var back = (await Flex(stan, "300")).MustBeOk();
        Assert.Equal("UPGRADE", back.TextOf("type"));
        await emulator.Pass(2);
        Assert.Equal(300, await Speed(stan));
        Assert.All(await All(stan), flex => Assert.False(flex!["active"]!.GetValue<bool>()));
        Assert.Equal(held, await Utilised(stan));
    }

    [Fact]
    public async Task Every_flex_is_listed_newest_first()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal(
            ["8f3e6b2a-7d1c-4e5b-b8f4-3a9d0c7e5f31", "4c1d8e5f-2b6a-4f3c-9a7e-0d5b8c1f6e20"],
            (await All(stan)).Select(flex => flex.TextOf("id")));
        var asked = (await Flex(stan, "\"400\"")).MustBeOk();
        Assert.Equal(asked.TextOf("id"), (await All(stan))[0].TextOf("id"));
        (await stan.Get($"{Path}/4c1d8e5f-2b6a-4f3c-9a7e-0d5b8c1f6e21"))
            .MustRefuse(404, "A flex can not be found with the given id");
        (await (await emulator.LoggedIn("max@example.com")).Get(Path)).MustRefuse(401, "Access denied");
        Assert.Equal(3, (await All(await emulator.LoggedIn("vera@example.com"))).Count);
    }

    [Fact]
    public async Task One_at_a_time()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Flex(stan, "400")).MustBeOk();
        (await Flex(stan, "350")).MustRefuse(
            400, "New Flex cannot be requested while there is a request already in progress.");
        await emulator.Pass(2);
        (await Flex(stan, "350")).MustBeOk();

        // Two clients at once: one of them is too late.
        await emulator.Pass(2);
        var both = await Task.WhenAll(Flex(stan, "360"), Flex(emulator.With("key-user"), "370"));
        Assert.Equal([200, 400], both.Select(answer => (int)answer.Status).Order());
    }

    [Theory]
    [InlineData("{}", 400, "The request must have required property 'bandwidth'")]
    [InlineData("""{"bandwidth":1.5}""", 422, "Rate limit should be an integer.")]
    [InlineData("""{"bandwidth":"much"}""", 422, "Rate limit should be an integer.")]
    [InlineData("""{"bandwidth":0}""", 422, "Rate limit cannot be less than 1Mbps")]
    [InlineData("""{"bandwidth":-5}""", 422, "Rate limit cannot be less than 1Mbps")]
    [InlineData("""{"bandwidth":1001}""", 400, null)]
    [InlineData("""{"bandwidth":1e300}""", 400, null)]
    public async Task What_cannot_be_had_is_refused_and_changes_nothing(string body, int status, string? message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var held = await Utilised(stan);
        (await stan.Post(Path, body)).MustRefuse(status, message);
        Assert.Equal(2, (await All(stan)).Count);
        Assert.Equal(held, await Utilised(stan));
    }

    [Fact]
    public async Task What_a_flex_holds_nobody_else_gets()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Flex(stan, "1000")).MustBeOk();
        (await stan.Put(
            "/api/v2/company/Acme/connections/layer2",
            """
            {"type":"LAYER2","name":"N","portId":"5aaaac3bc2e6a1b4d7cc4c6d","speed":1,
            "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
            """))
            .MustRefuse(400);
        var id = (await All(stan))[0].TextOf("id");
        (await Fire(emulator, id, "Fail")).MustBeOk();
        Assert.Equal("FAILED", (await All(stan))[0].TextOf("status"));
        Assert.Equal(300, await Speed(stan));
        (await Flex(stan, "900")).MustBeOk();
    }

    [Fact]
    public async Task The_destinations_port_must_be_fast_enough()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var asked = (await stan.Put(
            "/api/v2/company/Acme/connections/layer2",
            """
            {"type":"LAYER2","name":"N","portId":"569fbfdec2e6a1b4d74c2c70","speed":100,
            "destPortId":"576247795c9de0b91e8b8576","destCompany":"Acme"}
            """))
            .MustBeOk().TextOf("id");
        await emulator.Pass(10);
        (await stan.Post($"{Acme}/{asked}/connection-change-requests", """{"bandwidth":1001}""")).MustRefuse(400);
        (await stan.Post($"{Acme}/{asked}/connection-change-requests", """{"bandwidth":1000}""")).MustBeOk();
    }

    [Fact]
    public async Task Only_what_is_ACTIVE_is_flexed_and_a_flex_fails_with_its_connection()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Flex(stan, "400")).MustBeOk();
        (await stan.Put($"/api/company/Acme/connections/{Loop}/disable")).MustBeOk();
        (await Flex(stan, "500")).MustRefuse(400, "Flex can only be requested when the connection is active");
        await emulator.Pass(10);
        Assert.Equal("FAILED", (await All(stan))[0].TextOf("status"));
        Assert.Equal(300, await Speed(stan));
    }

    [Fact]
    public async Task Towards_another_company_only_less_can_be_had_and_only_by_the_one_who_asked_for_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Link = "55783e39519d254d36f6126e";
        (await stan.Post($"{Acme}/{Link}/connection-change-requests", """{"bandwidth":201}""")).MustRefuse(409);
        (await stan.Post($"{Acme}/{Link}/connection-change-requests", """{"bandwidth":150}""")).MustBeOk();
        await emulator.Pass(2);
        Assert.Equal(150, await Speed(stan, Link));
        (await (await emulator.Meg()).Post(
            $"/app-user/58afc0479430ab7f3666b974/connections/{Link}/connection-change-requests",
            """{"bandwidth":100}""")).MustRefuse(
            400,
            "Flex cannot be requested on this connection. To change the bandwidth of this connection please contact "
                + "support.");
        (await (await emulator.Meg()).Get(
            $"/app-user/58afc0479430ab7f3666b974/connections/{Link}/connection-change-requests")).MustBeOk();
    }

    [Fact]
    public async Task Groups_what_a_plan_pays_and_what_is_anothers_are_not_flexed()
    {
        await using var emulator = new EmulatorUnderTest();
        var maya = await emulator.LoggedIn("maya@bluefin.example");
        const string Bluefin = "/app-user/5d91dc00c2e6a1b4d74fa274/connections";
        (await maya.Post($"{Bluefin}/66d5bd73c2e6a1b4d78b8bc2/connection-change-requests", """{"bandwidth":100}"""))
            .MustRefuse(
                400,
                "Flex cannot be requested on this connection. To change the bandwidth of this connection please "
                    + "contact support.");
        (await maya.Post($"{Bluefin}/{Loop}/connection-change-requests", """{"bandwidth":100}""")).MustRefuse(404);
        (await (await emulator.LoggedIn("vera@example.com")).Post(Path, """{"bandwidth":100}"""))
            .MustRefuse(401, "Access denied");
        var stan = await emulator.Stan();
        var planned = (await stan.Put(
            "/api/v2/company/Acme/connections/layer2",
            """
            {"type":"LAYER2","name":"N","portId":"5aaaac3bc2e6a1b4d7cc4c6d","speed":10,
            "destPortId":"5ad8849ac2e6a1b4d7c364cb","destCompany":"Acme","paymentType":"plan"}
            """))
            .MustBeOk().TextOf("id");
        await emulator.Pass(10);
        (await stan.Post($"{Acme}/{planned}/connection-change-requests", """{"bandwidth":5}""")).MustRefuse(
            400, "Flex can only be requested on a connection which is set up to be paid by invoice.");
    }

    [Fact]
    public async Task The_log_tells_who_asked_and_that_the_service_made_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Flex(stan, "450")).MustBeOk();
        await emulator.Pass(2);
        var log = (await stan.Get($"/api/company/Acme/connections/{Loop}/log")).MustBeOk()["results"]!.AsArray();
        Assert.Equal("support", log[0]!["user"].TextOf("username"));
        Assert.Equal(450, log[0]!["connection"]!["speed"]!["value"]!.GetValue<int>());
        Assert.Equal("stan", log[1]!["user"].TextOf("username"));
        Assert.Equal(300, log[1]!["connection"]!["speed"]!["value"]!.GetValue<int>());
    }

    [Fact]
    public async Task Another_change_of_speed_makes_a_new_contract()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Flex(stan, "500")).MustBeOk();
        await emulator.Pass(2);
        (await stan.Post($"/api/v2/company/Acme/connections/{Loop}", """{"speed":400}""")).MustBeOk();
        Assert.All(await All(stan), flex => Assert.False(flex!["active"]!.GetValue<bool>()));
        (await Flex(stan, "450")).MustBeOk();
        await emulator.Pass(2);
        (await Flex(stan, "400")).MustBeOk();
        await emulator.Pass(2);
        Assert.All(await All(stan), flex => Assert.False(flex!["active"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task The_admin_side_moves_it()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = await emulator.Stan();
        var id = (await Flex(stan, "400")).MustBeOk().TextOf("id");
        var shown = (await emulator.Nobody().Get($"/__admin/workflows/connection-flexes/{id}")).MustBeOk();
        Assert.Equal("REQUESTED", shown.TextOf("state"));
        Assert.Equal(["Succeed", "Fail"], shown["mayFire"]!.AsArray().Select(move => move.TextOf("trigger")));
        (await emulator.Nobody().Post($"/__admin/workflows/connection-flexes/{id}/advance")).MustBeOk();
        Assert.Equal(400, await Speed(stan));
        (await Fire(emulator, id, "Fail")).MustRefuse(409);
    }

    private static Task<Answer> Flex(Client client, string bandwidth) =>
        client.Post(Path, $$"""{"bandwidth":{{bandwidth}}}""");

    private static Task<Answer> Fire(EmulatorUnderTest emulator, string id, string trigger) =>
        emulator.Nobody().Post(
            $"/__admin/workflows/connection-flexes/{id}/fire", $$"""{"trigger":"{{trigger}}"}""");

    private static async Task<JsonArray> All(Client client) => (await client.Get(Path)).MustBeOk().Json.AsArray();

    private static async Task<JsonNode> One(Client client, Answer flex) =>
        (await client.Get($"{Path}/{flex.TextOf("id")}")).MustBeOk().Json;

    private static async Task<int> Speed(Client client, string id = Loop) =>
        (await client.Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk()["speed"]!["value"]!.GetValue<int>();

    private static async Task<int> Utilised(Client client) =>
        (await client.Get(Port)).MustBeOk()["capacity"]!["utilised"]!.GetValue<int>();
}
