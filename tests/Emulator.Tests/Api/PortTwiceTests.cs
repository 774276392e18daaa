using Xunit;

namespace Emulator.Tests.Api;

/// <summary>
/// A connection leads from one port to another, however its ports come to be named; and a request says whose approval
/// it has.
/// </summary>
public sealed class PortTwiceTests
{
    private const string Port = "569fbfdec2e6a1b4d74c2c70";
    private const string Refused = "The source and the destination of a connection can not be the same port";
    private const string Connections = "/api/v2/company/Acme/connections";

    [Fact]
    public async Task No_connection_is_created_from_a_port_to_itself()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put(Connections + "/layer2", Body($",\"destPortId\":\"{Port}\""))).MustRefuse(400, Refused);
        var vlans = $",\"destPortId\":\"{Port}\",\"srcVlanRequest\":100,\"destVlanRequest\":200";
        (await stan.Put(Connections + "/layer2", Body(vlans))).MustRefuse(400, Refused);
    }

    [Theory]
    [InlineData("destPortId")]
    [InlineData("portId")]
    public async Task No_update_leads_a_connection_back_to_its_own_port(string member)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Other = "5aaaac3bc2e6a1b4d7cc4c6d";
        var dest = member == "portId" ? $",\"destPortId\":\"{Other}\"" : "";
        var id = (await stan.Put(Connections + "/layer2", Body(dest))).MustBeOk().TextOf("id");
        var named = member == "portId" ? Other : Port;
        (await stan.Post($"{Connections}/{id}", $$"""{"{{member}}":"{{named}}"}""")).MustRefuse(400, Refused);
        var shown = (await stan.Get($"{Connections}/{id}")).MustBeOk();
        Assert.Equal(Port, shown.TextOf("srcPortId"));
        Assert.Equal(member == "portId" ? Other : null, shown["destPortId"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("destPortId")]
    [InlineData("portId")]
    [InlineData("destPortIt")]
    public async Task No_approval_leads_a_connection_back_to_its_own_port(string member)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put(Connections + "/layer2", Body(""))).MustBeOk().TextOf("id");
        (await stan.Put($"{Connections}/{id}/approve", $$"""{"{{member}}":"{{Port}}"}""")).MustRefuse(400, Refused);
        Assert.Equal("PENDING", (await stan.Get($"{Connections}/{id}")).MustBeOk().TextOf("status"));
    }

    /// <summary>The user's id is that of the approver, in the request's own member (000:5645).</summary>
    [Fact]
    public async Task A_pending_request_shows_whose_approval_it_has()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        var asked = Body("").Replace("\"Acme\"", "\"company2\"", StringComparison.Ordinal);
        var created = (await stan.Put(Connections + "/layer2", asked)).MustBeOk();
        var stansId = (await stan.Get("/api/auth/token")).MustBeOk().TextOf("id");
        Assert.Equal((stansId, null), Approvals(created));
        var id = created.TextOf("id");
        var theirs = $"/api/v2/company/company2/connections/{id}";
        Assert.Equal((stansId, null), Approvals((await meg.Get(theirs)).MustBeOk()));
        var listed = (await meg.Get("/api/v2/company/company2/connections?status=PENDING")).MustBeOk()[
            "results"
        ]!.AsArray();
        var row = listed.Single(one => one!["id"]!.GetValue<string>() == id)!;
        Assert.Equal(stansId, row["request"]!["srcApproval"]!.GetValue<string>());

        // A change of speed takes the source's approval away; its own approval follows from the edit.
        var lowered = (await meg.Post(theirs, """{"speed":5}""")).MustBeOk();
        var megsId = (await meg.Get("/api/auth/token")).MustBeOk().TextOf("id");
        Assert.Equal((null, megsId), Approvals(lowered));

        // Accepted, it is a request no more.
        Assert.Equal(
            "PENDING",
            (await meg.Post(theirs, """{"portId":"58afc0489430ab7f3666b97a"}""")).MustBeOk().TextOf("status"));
        var accepted = (await stan.Put($"{Connections}/{id}/approve")).MustBeOk();
        Assert.Equal("ACCEPTED", accepted.TextOf("status"));
        Assert.Equal((null, null), Approvals(accepted));
    }

    private static (string? Src, string? Dest) Approvals(Answer connection) =>
        (
            connection["request"]!["srcApproval"]?.GetValue<string>(),
            connection["request"]!["destApproval"]?.GetValue<string>());

    private static string Body(string more) =>
        $$"""
        {"type":"LAYER2","name":"Loop","portId":"{{Port}}","speed":10,
         "destMetroId":"1232413986c08c061dd8c45f","destCompany":"Acme"{{more}}}
        """;
}
