using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Connections to cloud partners, groups, and syncing with the partner.</summary>
public sealed class CloudConnectionTests
{
    private const string Group = "66d5bd73c2e6a1b4d78b8bc2";
    private const string Primary = "66d5bd73c2e6a1b4d78b8bc3";

    [Fact]
    public async Task A_connection_to_a_cloud_waits_until_it_is_accepted_there_and_then_carries_the_partners_details()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var asked = (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                """
                {"type":"LAYER2","name":"To AWS","portId":"576247795c9de0b91e8b8576","speed":50,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"amazon",
                "destPortId":"579ec72fa21a602e46f32c30"}
                """
            )
        ).MustBeOk();
        Assert.Equal("PENDING_ACCEPTANCE", asked.TextOf("status"));
        Assert.Equal("NOTPROVISIONED", asked["partner"]!["provisioningStatus"]!.GetValue<string>());
        Assert.Null(asked["partner"]!["connectionId"]);
        await emulator.Pass(3600);
        var path = $"/api/v2/company/Acme/connections/{asked.TextOf("id")}";
        Assert.Equal("PENDING_ACCEPTANCE", (await stan.Get(path)).MustBeOk().TextOf("status"));
        (
            await emulator
                .Nobody()
                .Post($"/__admin/workflows/connections/{asked.TextOf("id")}/fire", """{"trigger":"PartnerAccept"}""")
        ).MustBeOk();
        Assert.Equal(
            "PROVISIONING",
            (await stan.Get(path)).MustBeOk()["partner"]!["provisioningStatus"]!.GetValue<string>());
        await emulator.Pass(10);
        var active = (await stan.Get(path)).MustBeOk();
        Assert.Equal("ACTIVE", active.TextOf("status"));
        Assert.Equal("AWS", active["partner"]!["type"]!.GetValue<string>());
        Assert.Equal("us-west-1", active["partner"]!["region"]!.GetValue<string>());
        Assert.Equal("PROVISIONED", active["partner"]!["provisioningStatus"]!.GetValue<string>());
        Assert.Equal("ENABLED", active["partner"]!["crossconnectionStatus"]!.GetValue<string>());
        Assert.StartsWith("dxcon-", active["partner"]!["connectionId"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_between_companies_have_no_partner()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.False(
            (await (await emulator.Stan()).Get("/api/v2/company/Acme/connections/55783e39519d254d36f6126e"))
                .MustBeOk()
                .Json.AsObject()
                .ContainsKey("partner"));
    }

    [Fact]
    public async Task What_is_done_to_a_group_is_done_to_its_subconnections()
    {
        await using var emulator = new EmulatorUnderTest();
        var maya = await emulator.LoggedIn("maya@bluefin.example");
        var group = (await maya.Get($"/api/v2/company/bluefin/connections/{Group}")).MustBeOk();
        Assert.Equal(2, group["subconnections"]!.AsArray().Count);
        (await maya.Put($"/api/company/bluefin/connections/{Group}/disable")).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal(["DISABLED", "DISABLED", "DISABLED"], await Statuses(maya));
        (await maya.Put($"/api/company/bluefin/connections/{Group}/enable")).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal(["ACTIVE", "ACTIVE", "ACTIVE"], await Statuses(maya));
        (await maya.Post($"/api/v2/company/bluefin/connections/{Group}", """{"speed":100}""")).MustRefuse(
            409,
            "The speed of a connection group can not be updated");
        (await maya.Delete($"/api/v2/company/bluefin/connections/{Group}")).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal(["DELETED", "DELETED", "DELETED"], await Statuses(maya));
    }

    [Fact]
    public async Task A_group_moves_although_one_of_its_subconnections_is_there_already()
    {
        await using var emulator = new EmulatorUnderTest();
        var maya = await emulator.LoggedIn("maya@bluefin.example");
        (await maya.Put($"/api/company/bluefin/connections/{Primary}/disable")).MustBeOk();
        await emulator.Pass(10);
        (await maya.Put($"/api/company/bluefin/connections/{Group}/disable")).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal(["DISABLED", "DISABLED", "DISABLED"], await Statuses(maya));
    }

    [Fact]
    public async Task Syncing_fetches_the_speed_that_was_set_on_Azures_side()
    {
        await using var emulator = new EmulatorUnderTest();
        var maya = await emulator.LoggedIn("maya@bluefin.example");
        (await emulator.Nobody().Post($"/__admin/connections/{Primary}/upstream", """{"speed":200}""")).MustBeOk();
        Assert.Equal(
            500,
            (await maya.Get($"/api/v2/company/bluefin/connections/{Primary}")).MustBeOk()["speed"]![
                "value"
            ]!.GetValue<int>());
        Assert.Equal("", (await maya.Put($"/api/company/bluefin/connections/{Primary}/sync")).MustBeOk().Text);
        var synced = (await maya.Get($"/api/v2/company/bluefin/connections/{Primary}")).MustBeOk();
        Assert.Equal(200, synced["speed"]!["value"]!.GetValue<int>());
        Assert.Equal("SYNCED", synced["partner"]!["syncStatus"]!.GetValue<string>());
        (await emulator.Nobody().Post($"/__admin/connections/{Primary}/upstream", """{"speed":1000000}""")).MustBeOk();
        (await maya.Put($"/api/company/bluefin/connections/{Primary}/sync")).MustRefuse(400);
        (
            await (await emulator.LoggedIn("erin@bluefin.example")).Put(
                $"/api/company/bluefin/connections/{Primary}/sync")
        ).MustRefuse(401, "Access denied");
        (await (await emulator.Stan()).Put("/api/company/Acme/connections/55783e39519d254d36f6126e/sync")).MustBeOk();
        (await (await emulator.Stan()).Put($"/api/company/Acme/connections/{Primary}/sync")).MustRefuse(404);
        (await emulator.Nobody().Post("/__admin/connections/none/upstream", """{"speed":1}""")).MustRefuse(404);
    }

    private static async Task<IEnumerable<string>> Statuses(Client client)
    {
        var group = (await client.Get($"/api/v2/company/bluefin/connections/{Group}")).MustBeOk();
        return
        [
            group.TextOf("status"),
            .. group["subconnections"]!.AsArray().Select(sub => sub!["status"]!.GetValue<string>()),
        ];
    }
}
