using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Connections;

/// <summary>
/// The members of a connection that captured answers and later editions have: what each says follows from its ports,
/// VLANs, subconnections and order.
/// </summary>
public sealed class LaterMembersTests
{
    private const string Acme = "/api/v2/company/Acme/connections";
    private const string Azure = "/api/v2/company/bluefin/connections/66d5bd73c2e6a1b4d78b8bc2";
    private const string Primary = "66d5bd73c2e6a1b4d78b8bc3";
    private const string Secondary = "66d5bd73c2e6a1b4d78b8bc4";
    private const string SourcePort = "576247795c9de0b91e8b8576";

    [Fact]
    public async Task Both_sides_tell_their_tags_and_VLANs_once_all_have_approved()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var asked = await Order(stan, "\"srcVlanRequest\":1000");
        Assert.Null(asked["srcTag"]);
        Assert.Null(asked["srcConfigTag"]);
        Assert.Equal(1000, asked["srcVlan"]!["id"]!.GetValue<int>());
        Assert.Null(asked["destVlan"]!["id"]);
        var meg = await emulator.Meg();
        var id = asked.TextOf("id");
        (await meg.Put($"/api/v2/company/company2/connections/{id}/approve")).MustBeOk();
        await emulator.Pass(10);
        var active = (await stan.Get($"{Acme}/{id}")).MustBeOk().Json;
        var destVlan = active["destVlan"]!["id"]!.GetValue<int>();
        Assert.Equal("1000", active.TextOf("srcTag"));
        Assert.Equal($"{destVlan}", active.TextOf("destTag"));
        Assert.Equal("CUSTOMER", active.TextOf("srcConfigTag"));
        Assert.Equal("CUSTOMER", active.TextOf("destConfigTag"));
        Assert.Equal("""[{"start":1000,"end":1000}]""", active["srcVlan"]!["customer"]!.ToJsonString());
        Assert.False(active["srcUntagged"]!.GetValue<bool>());

        // Whichever side asks, src and dest stay where they are; vlan is the asking side's.
        var theirs = (await meg.Get($"/api/v2/company/company2/connections/{id}")).MustBeOk().Json;
        Assert.Equal("1000", theirs.TextOf("srcTag"));
        Assert.Equal(destVlan, theirs["vlan"]!["id"]!.GetValue<int>());
    }

    [Fact]
    public async Task With_QinQ_the_tags_are_the_services()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var asked = await Order(stan, "\"qinQ\":true,\"srcVlanRequest\":1001");
        (await (await emulator.Meg()).Put($"/api/v2/company/company2/connections/{asked.TextOf("id")}/approve"))
            .MustBeOk();
        await emulator.Pass(10);
        var active = (await stan.Get($"{Acme}/{asked.TextOf("id")}")).MustBeOk().Json;
        Assert.True(active["srcQinQ"]!.GetValue<bool>());
        Assert.True(active["destQinQ"]!.GetValue<bool>());
        Assert.Equal("SERVICE", active.TextOf("srcConfigTag"));
        Assert.Equal(1001, active["srcVlan"]!["service"]!.GetValue<int>());
        Assert.Empty(active["srcVlan"]!["customer"]!.AsArray());
    }

    [Fact]
    public async Task An_untagged_side_has_no_tag()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var asked = (await stan.Put(
            $"{Acme}/layer2",
            """
            {"type":"LAYER2","name":"Bare","portId":"576247795c9de0b91e8b8576","speed":1,
            "destPortId":"55767b5652a693344a015744","destCompany":"Acme","untagged":true}
            """))
            .MustBeOk();
        await emulator.Pass(10);
        var active = (await stan.Get($"{Acme}/{asked.TextOf("id")}")).MustBeOk().Json;
        Assert.True(active["srcUntagged"]!.GetValue<bool>());
        Assert.Null(active["srcTag"]);
        Assert.Null(active["srcConfigTag"]);
        Assert.Equal("CUSTOMER", active.TextOf("destConfigTag"));
    }

    [Fact]
    public async Task Its_ports_are_listed_by_side()
    {
        await using var emulator = new EmulatorUnderTest();
        var read = (await (await emulator.Stan()).Get($"{Acme}/55783e39519d254d36f6126e")).MustBeOk().Json;
        Assert.Equal("569fbfdec2e6a1b4d74c2c70", read["srcPorts"]![0]!.TextOf("id"));
        Assert.Equal("58afc0489430ab7f3666b97a", read["destPorts"]![0]!.TextOf("id"));
        Assert.Equal("58afc0489430ab7f3666b97a", read["destPort"]!.TextOf("id"));
        Assert.Equal("CONSOLE_APP", read.TextOf("requestSource"));
        Assert.Equal("Layer 2", read.TextOf("typeFriendly"));
        Assert.Equal("2", read.TextOf("version"));
        Assert.Null(read["destCompany"]!["directConnectPartner"]);
        Assert.Empty(read["subconnectionIds"]!["primary"]!.AsArray());
        Assert.False(read["scheduled"]!.GetValue<bool>());
        Assert.Equal("UP", read["port"]!.TextOf("linkState"));
        Assert.Equal("PUBLIC", read["srcCompany"]!["company"]!["privacy"]!["network"]!.TextOf("mode"));
    }

    [Fact]
    public async Task Connections_of_the_layer_3_days_name_the_routers_of_their_ports()
    {
        await using var emulator = new EmulatorUnderTest();
        var read = (await (await emulator.Stan()).Get("/api/v2/company/corp/connections/579f33b548010f508c7a449c"))
            .MustBeOk().Json;
        Assert.Equal("Layer 3", read.TextOf("typeFriendly"));
        Assert.Equal(read["controller"]!.TextOf("id"), read.TextOf("destControllerId"));
    }

    [Fact]
    public async Task What_was_ordered_with_it_is_kept_and_told()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var plain = await Order(stan, "\"srcVlanRequest\":1002");
        Assert.Null(plain["discountId"]);
        Assert.Equal("CONSOLE_API", plain.TextOf("requestSource"));
        var order = "\"discountCode\":\"CLOUDROUTER10\",\"paymentTransactionId\":\"pt-1\","
            + "\"scheduledTaskList\":[{\"scheduledAt\":\"2099-01-01T00:00:00Z\",\"action\":\"disable\"}]";
        var first = (await stan.Get($"{Acme}/{(await Order(stan, order)).TextOf("id")}")).MustBeOk().Json;
        Assert.Equal("pt-1", first.TextOf("paymentTransactionId"));
        Assert.True(first["scheduled"]!.GetValue<bool>());
        Assert.Matches("^[a-f0-9]{24}$", first.TextOf("discountId"));

        // A code means the same discount however it is spelled, and another code another.
        var again = await Order(stan, "\"discountCode\":\"cloudrouter10\"");
        var other = await Order(stan, "\"discountCode\":\"20PERCENT\"");
        Assert.Equal(first.TextOf("discountId"), again.TextOf("discountId"));
        Assert.NotEqual(first.TextOf("discountId"), other.TextOf("discountId"));
        (await stan.Put(
            $"{Acme}/layer2",
            """
            {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":1,
            "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","discountCode":5}
            """))
            .MustRefuse(400, "The request/discountCode must be string");
    }

    [Fact]
    public async Task A_group_shows_its_subconnections_whole_with_its_ports_and_their_ids_by_path()
    {
        await using var emulator = new EmulatorUnderTest();
        var maya = await emulator.LoggedIn("maya@bluefin.example");
        var group = (await maya.Get(Azure)).MustBeOk().Json;
        Assert.Equal([Primary], group["subconnectionIds"]!["primary"].Texts());
        Assert.Equal([Secondary], group["subconnectionIds"]!["secondary"].Texts());
        Assert.Equal(
            ["5aa63836c2e6a1b4d7ef19b3", "5aa67fabc2e6a1b4d78253a2"],
            group["destPorts"]!.AsArray().Select(port => port!.TextOf("id")));
        Assert.Equal("6660153cc2e6a1b4d77a4f93", Assert.Single(group["srcPorts"]!.AsArray())!.TextOf("id"));
        Assert.Equal("6660153cc2e6a1b4d77a4f93", group.TextOf("srcPortId"));
        Assert.Equal("5aa63836c2e6a1b4d7ef19b3", group["destPort"]!.TextOf("id"));
        Assert.Equal(
            ["5aa63836c2e6a1b4d7ef19b3", "5aa67fabc2e6a1b4d78253a2"],
            group["partner"]!["destPortIds"].Texts());
        var shown = group["subconnections"]!.AsArray();
        Assert.Equal([Primary, Secondary], shown.Select(sub => sub!.TextOf("id")));
        foreach (var sub in shown)
        {
            // The same as when it is read alone: no shortened form.
            var alone = (await maya.Get($"/api/v2/company/bluefin/connections/{sub!.TextOf("id")}")).MustBeOk().Json;
            Assert.Equal(alone.ToJsonString(), sub!.ToJsonString());
            Assert.Equal("66d5bd73c2e6a1b4d78b8bc2", sub.TextOf("parentId"));
            Assert.Equal("AZURE", sub["destCompany"]!["directConnectPartner"]!.TextOf("type"));
        }

        // What was just done to them is seen in the answer to doing it.
        var disabling = (await maya.Put("/api/company/bluefin/connections/66d5bd73c2e6a1b4d78b8bc2/disable"))
            .MustBeOk();
        Assert.All(disabling["subconnections"]!.AsArray(), sub => Assert.Equal("DISABLING", sub!.TextOf("status")));
    }

    [Fact]
    public async Task A_cloud_connection_tells_what_was_agreed_with_the_partner()
    {
        await using var emulator = new EmulatorUnderTest();
        var read = (await (await emulator.Stan()).Get($"{Acme}/6756e5f3c2e6a1b4d7de07a8")).MustBeOk().Json;
        Assert.Equal("AWS Direct Connect", read.TextOf("typeFriendly"));
        Assert.Equal("AWS", read["destCompany"]!["directConnectPartner"]!.TextOf("type"));
        Assert.True(read["destCompany"]!["directConnectPartner"]!["verified"]!.GetValue<bool>());
        var partner = read["partner"]!;
        Assert.Equal("123456789012", partner.TextOf("account"));
        Assert.Equal("NONE", partner.TextOf("subtype"));
        Assert.Equal("NOTPROVISIONED", partner.TextOf("status"));
        Assert.Empty(partner["peering"]!.AsArray());
        Assert.Empty(partner["pairingKeys"]!.AsArray());
        Assert.All(
            ["asnId", "customerAsnId", "interconnectId", "gatewayId", "vpcId", "pairingKey", "secretId", "secretKey"],
            name => Assert.True(partner.AsObject().ContainsKey(name) && partner[name] is null));

        // Nothing is tagged before the customer has accepted it in AWS.
        Assert.Null(read["srcTag"]);
        (await emulator.Nobody().Post(
            "/__admin/workflows/connections/6756e5f3c2e6a1b4d7de07a8/fire", """{"trigger":"PartnerAccept"}"""))
            .MustBeOk();
        var accepted = (await (await emulator.Stan()).Get($"{Acme}/6756e5f3c2e6a1b4d7de07a8")).MustBeOk().Json;
        Assert.Equal("104", accepted.TextOf("srcTag"));
    }

    [Fact]
    public async Task Lists_tell_the_ports_ids()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var listed = (await stan.Get(Acme)).MustBeOk()["results"]!.AsArray()
            .Single(row => row!.TextOf("id") == "55783e39519d254d36f6126e")!;
        Assert.Equal("569fbfdec2e6a1b4d74c2c70", listed.TextOf("srcPortId"));
        Assert.Equal("58afc0489430ab7f3666b97a", listed.TextOf("destPortId"));
    }

    [Fact]
    public async Task The_log_shows_its_users_with_the_members_of_a_company()
    {
        await using var emulator = new EmulatorUnderTest();
        var user = (await (await emulator.Stan()).Get("/api/company/Acme/connections/55783e39519d254d36f6126e/log"))
            .MustBeOk()["results"]![0]!["user"]!;
        Assert.False(user["isCloudProvider"]!.GetValue<bool>());
        Assert.Equal(
            """{"asn":{"range":[]},"bgpAuthority":"PCCWGLOBAL","companyType":"DCP"}""",
            user["cloudProviderDetails"]!.ToJsonString());
        Assert.Empty(user["categories"]!.AsArray());
        Assert.All(
            ["overviewImage", "signedCompanyRefId"],
            name => Assert.True(user.AsObject().ContainsKey(name) && user[name] is null));
    }

    private static async Task<JsonNode> Order(Client client, string more) => (await client.Put(
        $"{Acme}/layer2",
        $$"""
        {"type":"LAYER2","name":"Later","portId":"{{SourcePort}}","speed":1,"destMetroId":"1232413986c08c061dd8c45f",
        "destCompany":"company2",{{more}}}
        """))
        .MustBeOk().Json;
}
