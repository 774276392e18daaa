using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Which VLAN a connection has on its ports.</summary>
public sealed class VlanAssignmentTests
{
    private const string From = "576247795c9de0b91e8b8576";

    [Fact]
    public async Task A_tagged_connection_has_the_VLAN_it_asks_for_or_the_lowest_that_is_free()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal(2, Vlan(await Ask(stan, "")));
        Assert.Equal(100, Vlan(await Ask(stan, ",\"srcVlanRequest\":100")));
        Assert.Equal(3, Vlan(await Ask(stan, "")));
        Assert.Equal(4000, Vlan(await Ask(stan, ",\"tag\":\"4000\"")));
        var asked = await Ask(stan, ",\"srcVlanRequest\":101");
        Assert.Equal("{\"start\":101,\"end\":101}", asked["vlan"]!["customer"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData(",\"srcVlanRequest\":0", 400, "The request/srcVlanRequest must be >= 1")]
    [InlineData(",\"srcVlanRequest\":4095", 400, "The request/srcVlanRequest must be <= 4094")]
    [InlineData(",\"destVlanRequest\":4095", 400, "The request/destVlanRequest must be <= 4094")]
    [InlineData(",\"tag\":0", 400, "The request/tag must be >= 1")]
    [InlineData(",\"srcVlanRequest\":1", 400, "VLAN 1 is not in the VLAN ranges of the port")]
    [InlineData(",\"srcVlanRequest\":100", 409, "VLAN 100 is already in use on the port")]
    [InlineData(",\"qinQ\":true,\"untagged\":true", 409, null)]
    public async Task A_VLAN_in_use_or_out_of_range_is_refused_and_nothing_is_taken(
        string more,
        int status,
        string? message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        await Ask(stan, ",\"srcVlanRequest\":100");
        var before = (await stan.Get($"/api/company/Acme/ports/{From}")).MustBeOk()["capacity"]!.ToJsonString();
        (await stan.Put("/api/v2/company/Acme/connections/layer2", Body(more))).MustRefuse(status, message);
        Assert.Equal(before, (await stan.Get($"/api/company/Acme/ports/{From}"))["capacity"]!.ToJsonString());
    }

    [Fact]
    public async Task A_QinQ_connection_can_not_be_untagged_and_has_a_service_tag()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Put("/api/v2/company/Acme/connections/layer2", Body(",\"qinQ\":true,\"untagged\":true"))
        ).MustRefuse(400, "A QinQ connection can not be untagged");
        var asked = await Ask(stan, ",\"qinQ\":true,\"srcVlanRequest\":300");
        Assert.Equal("{\"id\":300,\"service\":300,\"customer\":[]}", asked["vlan"]!.ToJsonString());
    }

    [Fact]
    public async Task An_untagged_connection_has_none_and_the_port_to_itself()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Null((await Ask(stan, ",\"untagged\":true"))["vlan"]!["id"]);
        (await stan.Put("/api/v2/company/Acme/connections/layer2", Body(""))).MustRefuse(
            409,
            "The port is dedicated to one untagged connection");
    }

    [Fact]
    public async Task Each_side_sees_its_own_and_the_other_company_gets_what_was_wished_where_it_is_free()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        Assert.Equal(2000, await Approved(",\"srcVlanRequest\":1000,\"destVlanRequest\":2000"));
        Assert.Equal(2, await Approved(",\"srcVlanRequest\":1001,\"destVlanRequest\":2000"));

        async Task<int> Approved(string more)
        {
            var id = (await Ask(stan, more))["id"]!.GetValue<string>();
            return Vlan(
                (
                    await meg.Put(
                        $"/api/v2/company/company2/connections/{id}/approve",
                        """{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}"""
                    ))
                    .MustBeOk()
                    .Json);
        }
    }

    [Fact]
    public async Task A_VLAN_is_free_again_when_the_connection_is_gone()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await Ask(stan, ",\"srcVlanRequest\":100"))["id"]!.GetValue<string>();
        (await stan.Delete($"/api/v2/company/Acme/connections/{id}")).MustBeOk();
        Assert.Equal(100, Vlan(await Ask(stan, ",\"srcVlanRequest\":100")));
    }

    [Fact]
    public async Task Of_fifty_who_want_one_VLAN_together_exactly_one_gets_it_and_without_a_wish_all_differ()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var wanted = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    stan.Put("/api/v2/company/Acme/connections/layer2", Body(",\"srcVlanRequest\":77", speed: 1))));
        Assert.Single(wanted, answer => answer.Status == HttpStatusCode.OK);
        var any = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => stan.Put("/api/v2/company/Acme/connections/layer2", Body("", speed: 1)))
        );
        var vlans = any.Select(answer => Vlan(answer.MustBeOk().Json)).ToList();
        Assert.Equal(50, vlans.Distinct().Count());
        Assert.DoesNotContain(77, vlans);
    }

    [Fact]
    public async Task Of_a_port_whose_VLANs_are_all_taken_there_is_none_left()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Port = "/api/company/corp/ports/60bec23bc2e6a1b4d707f0ae";
        const string Body =
            """
            {"type":"LAYER2","name":"Tagged","portId":"60bec23bc2e6a1b4d707f0ae","speed":1,
            "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
            """;
        var available = (await stan.Get(Port + "/vlan")).MustBeOk()["available"]!.AsArray().Count;
        Assert.InRange(available, 1, 11);
        for (var taken = 0; taken < available; taken++)
        {
            (await stan.Put("/api/v2/company/corp/connections/layer2", Body)).MustBeOk();
        }

        var before = (await stan.Get(Port)).MustBeOk()["capacity"]!.ToJsonString();
        (await stan.Put("/api/v2/company/corp/connections/layer2", Body)).MustRefuse(
            409,
            "The port has no VLAN available");
        Assert.Equal(before, (await stan.Get(Port))["capacity"]!.ToJsonString());
    }

    private static string Body(string more, int speed = 10) =>
        $$"""
        {"type":"LAYER2","name":"Tagged","portId":"{{From}}","speed":{{speed}},
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"{{more}}}
        """;

    private static async Task<JsonNode> Ask(Client client, string more) =>
        (await client.Put("/api/v2/company/Acme/connections/layer2", Body(more))).MustBeOk().Json;

    private static int Vlan(JsonNode connection) => connection["vlan"]!["id"]!.GetValue<int>();
}
