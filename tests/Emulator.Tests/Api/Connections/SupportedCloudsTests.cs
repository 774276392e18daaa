using Xunit;

namespace Emulator.Tests.Api.Connections;

/// <summary>
/// The four clouds that are asked by the plain layer 2 route and approve by their support; what partners' regions tell;
/// and the class of service by the company's kind.
/// </summary>
public sealed class SupportedCloudsTests
{
    private const string Acme = "/api/v2/company/Acme/connections";
    private const string SourcePort = "576247795c9de0b91e8b8576";

    [Theory]
    [InlineData("oracle")]
    [InlineData("tencent-cloud")]
    [InlineData("vultrcloud")]
    [InlineData("huaweicloud")]
    public async Task A_connection_to_it_is_PENDING_until_its_support_approves_after_a_while(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var reached = (await stan.Get($"/api/company/{cloud}/metro/capabilities")).MustBeOk()["results"]![0]!;
        var asked = (await stan.Put(
            $"{Acme}/layer2",
            $$"""
            {"type":"LAYER2","name":"To {{cloud}}","portId":"{{SourcePort}}","speed":100,
            "destMetroId":"{{reached["id"]}}","destDcf":"{{reached["firstDataCenterFacilityIdInMetro"]}}",
            "destCompany":"{{cloud}}","paymentType":"invoice","duration":1,"durationUnit":"y",
            "classOfService":"BRONZE"}
            """))
            .MustBeOk();
        Assert.Equal("PENDING", asked.TextOf("status"));
        Assert.Null(asked["destPortId"]);
        var path = $"{Acme}/{asked.TextOf("id")}";
        await emulator.Pass(29);
        Assert.Equal("PENDING", (await stan.Get(path)).MustBeOk().TextOf("status"));
        await emulator.Pass(1);
        var approved = (await stan.Get(path)).MustBeOk();
        Assert.Equal("ACCEPTED", approved.TextOf("status"));
        Assert.Equal(reached["id"]!.GetValue<string>(), approved["destPort"].TextOf("metroId"));
        await emulator.Pass(10);
        Assert.Equal("ACTIVE", (await stan.Get(path)).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task It_can_be_left_to_its_people()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put("/__admin/counterparties/oracle", """{"policy":"ignore"}""")).MustBeOk();
        var stan = await emulator.Stan();
        var asked = (await stan.Put(
            $"{Acme}/layer2",
            $$"""
            {"type":"LAYER2","name":"N","portId":"{{SourcePort}}","speed":100,"destPortId":"5c7eb579c2e6a1b4d7b3a7b4",
            "destCompany":"oracle"}
            """))
            .MustBeOk();
        await emulator.Pass(3600);
        Assert.Equal("PENDING", (await stan.Get($"{Acme}/{asked.TextOf("id")}")).MustBeOk().TextOf("status"));
        var desk = await emulator.LoggedIn("partnerdesk@consoleconnect.example");
        (await desk.Put($"/api/v2/company/oracle/connections/{asked.TextOf("id")}/reject")).MustBeOk();
        Assert.Equal("DENIED", (await stan.Get($"{Acme}/{asked.TextOf("id")}")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task A_partners_regions_tell_their_metro_and_their_name_as_ports_do()
    {
        await using var emulator = new EmulatorUnderTest();
        var port = (await (await emulator.Stan()).Get("/api/directConnectPartner/amazon/regions"))
            .MustBeOk()["results"]![0]!;
        Assert.Equal(["us-west-1"], port["partner"]!["regionNames"].Texts());
        Assert.Equal(port.TextOf("metroId"), port["metro"].TextOf("id"));
        Assert.Equal("SJC", port["metro"].TextOf("name"));
    }

    [Theory]
    [InlineData("Enterprise", null, "BRONZE")]
    [InlineData("Enterprise", "GOLD", "BRONZE")]
    [InlineData("Wholesaler", null, "SILVER")]
    [InlineData("Wholesaler", "BRONZE", "SILVER")]
    [InlineData("Wholesaler", "GOLD", "GOLD")]
    [InlineData("Internet Exchange", "SILVERPLUS", "SILVERPLUS")]
    [InlineData("Internet Exchange", null, null)]
    public async Task The_class_of_service_follows_from_the_kind_of_company(string kind, string? asked, string? given)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post("/api/user/Acme", $$"""{"company.businessType":"{{kind}}"}""")).MustBeOk();
        var wanted = asked is null ? "" : $",\"classOfService\":\"{asked}\"";
        var connection = (await stan.Put(
            $"{Acme}/layer2",
            $$"""
            {"type":"LAYER2","name":"N","portId":"{{SourcePort}}","speed":1,"destMetroId":"1232413986c08c061dd8c45f",
            "destCompany":"company2"{{wanted}}}
            """))
            .MustBeOk();
        Assert.Equal(given, connection["classOfService"]?.GetValue<string>());
        var note = connection.Headers.GetValueOrDefault("X-Emulator-Note", "");
        Assert.Equal(
            asked is not null && asked != given,
            note.Contains($"whose businessType is {kind}, gets {given}", StringComparison.Ordinal));
    }
}
