using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Which VLANs of a port are to be had (000:5256-5298).</summary>
public sealed class VlanTests
{
    private const string Corp = "/api/company/corp/ports/5762451a82894b9b1b1a5dc2/vlan";
    private const string Backbone = "/api/company/Acme/ports/569fbfdec2e6a1b4d74c2c70/vlan";

    [Fact]
    public async Task Those_in_the_ports_ranges_are_to_be_had_but_those_that_attached_connections_use_on_its_side()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await (await emulator.Stan()).Get(Corp)).MustBeOk();
        Assert.Equal("5762451a82894b9b1b1a5dc2", answer.TextOf("id"));
        Assert.Equal("""[{"start":3600,"end":3699}]""", answer["ranges"]!.ToJsonString());
        Assert.Equal("Mbps", answer.TextOf("unit"));

        // 3600 as a source, 3601 as a destination; 102 is what the first uses on its other side.
        Assert.Equal(Enumerable.Range(3602, 98), Available(answer));
    }

    [Fact]
    public async Task A_connection_uses_its_VLAN_from_its_request_until_it_is_gone()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.DoesNotContain(101, Available(await stan.Get(Backbone)));
        Assert.Contains(1000, Available(await stan.Get(Backbone)));
        var created = (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                """
                {"type":"LAYER2","name":"New","portId":"569fbfdec2e6a1b4d74c2c70","speed":10,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","srcVlanRequest":1000,
                "destVlanRequest":2000}
                """
            )
        ).MustBeOk();
        Assert.DoesNotContain(1000, Available(await stan.Get(Backbone)));
        (
            await (await emulator.Meg()).Put($"/api/v2/company/company2/connections/{created.TextOf("id")}/reject")
        ).MustBeOk();
        Assert.Contains(1000, Available(await stan.Get(Backbone)));
        (await stan.Delete("/api/v2/company/Acme/connections/55783e39519d254d36f6126e")).MustBeOk();
        Assert.DoesNotContain(101, Available(await stan.Get(Backbone)));
        await emulator.Pass(1);
        Assert.Contains(101, Available(await stan.Get(Backbone)));
    }

    [Fact]
    public async Task A_port_that_is_one_untagged_connections_alone_has_none_to_be_had()
    {
        await using var emulator = new EmulatorUnderTest();
        var imogen = await emulator.LoggedIn("imogen@kestrelbank.example");
        var answer = (await imogen.Get("/api/company/kestrelbank/ports/5ec27a22c2e6a1b4d7b3c820/vlan")).MustBeOk();
        Assert.Empty(Available(answer));
        Assert.Equal("""[{"start":2,"end":4094}]""", answer["ranges"]!.ToJsonString());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?detailed=true", true)]
    [InlineData("?detailed=undefined&service=undefined", true)]
    [InlineData("?service=gia", true)]
    [InlineData("?detailed=false", false)]
    [InlineData("?detailed=False&service=connection", false)]
    public async Task What_is_to_be_had_is_left_out_where_it_is_not_asked_for(string query, bool detailed)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await (await emulator.Stan()).Get(Corp + query)).MustBeOk();
        Assert.Equal(
            detailed ? ["id", "available", "ranges", "unit"] : ["id", "ranges", "unit"],
            answer.Json.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Only_those_who_read_the_companys_network_see_it_and_only_for_services_there_are()
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Meg()).Get(Corp)).MustRefuse(401, "Access denied");
        var stan = await emulator.Stan();
        (await stan.Get(Corp + "?service=l3vpn")).MustRefuse(400, "The query/service must be equal to one of the "
            + "allowed values");
        (await stan.Get(Corp.Replace("corp", "Acme"))).MustRefuse(404, "A port can not be found with the given id");
    }

    private static IEnumerable<int> Available(Answer answer) =>
        answer.MustBeOk()["available"]!.AsArray().Select(vlan => vlan!.GetValue<int>());
}
