using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Ports (000:3786-4914).</summary>
public sealed class PortTests
{
    private const string Ports = "/api/company/Acme/ports";
    private const string Free = Ports + "/55767b5652a693344a015744";
    private const string Busy = Ports + "/569fbfdec2e6a1b4d74c2c70";

    [Fact]
    public async Task Reading_ports_is_public_to_any_logged_in_user_and_found_by_id_or_username_in_any_case()
    {
        await using var emulator = new EmulatorUnderTest();
        var meg = await emulator.Meg();
        foreach (
            var path in new[]
            {
                Free,
                Free.Replace("Acme", "aCmE"),
                Free.Replace("Acme", "557679e2c2e6a1b4d7756472"),
                Free.Replace("/api", ""),
                Free + "/",
            })
        {
            Assert.Equal("55767b5652a693344a015744", (await meg.Get(path)).MustBeOk().TextOf("id"));
        }
    }

    [Theory]
    [InlineData("/api/company/Acme/ports/58b5b4a9c2e6a1b4d777c52d", "A port can not be found with the given id")]
    [InlineData("/api/company/Acme/ports/nonsense", "A port can not be found with the given id")]
    [InlineData("/api/company/Nobody/ports/55767b5652a693344a015744", "A company can not be found with the given id")]
    public async Task What_is_not_there_is_not_found(string path, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Get(path)).MustRefuse(404, message);
    }

    [Theory]
    [InlineData("""{"name":"My new name"}""", "My new name")]
    [InlineData("""{"name":"Hello, world!","asn":"Hello, world!"}""", "Hello, world!")]
    public async Task A_port_is_renamed_and_gets_an_asn(string body, string name)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal(name, (await stan.Post(Free, body)).MustBeOk().TextOf("name"));
        Assert.Equal(name, (await stan.Get(Free)).TextOf("name"));
        (await stan.Post(Free, "{}")).MustRefuse(400, "The request must have required property 'name'");
        (await stan.Post(Free, """{"name":[]}""")).MustRefuse(400, "The request/name must be string");
    }

    [Fact]
    public async Task A_port_is_disabled_only_when_every_attached_connection_is_disabled()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var refused = (await stan.Post(Busy + "/disable")).MustRefuse(409, "The port can only be disabled when all "
            + "attached connections are disabled");
        Assert.Contains("API reference, line 4912", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        Assert.Equal("DISABLING", (await stan.Post(Free + "/disable")).MustBeOk().TextOf("status"));
        (await stan.Post(Free + "/disable")).MustRefuse(409, "The port can not be disabled while its status is "
            + "DISABLING");
    }

    [Fact]
    public async Task A_port_is_deleted_only_when_disabled_and_comes_back_when_activated()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Delete(Free)).MustRefuse(409, "The port can not be deleted while its status is ACTIVE");
        (await stan.Post(Free + "/:disable")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("ACTIVATING", (await stan.Post(Free + "/active")).MustBeOk().TextOf("status"));
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", (await stan.Get(Free)).TextOf("status"));
        (await stan.Post(Free + "/active")).MustRefuse(409);
        (await stan.Post(Free + "/disable")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("{}", (await stan.Delete(Free)).MustBeOk().Text);
        await emulator.Pass(1);
        var deleted = (await stan.Get(Free)).MustBeOk();
        Assert.True(deleted["deleted"]!.GetValue<bool>());
        Assert.Equal("2026-03-01T12:00:04.000Z", deleted.TextOf("deletedAt"));
        (await stan.Post(Free + "/active")).MustRefuse(409);
    }

    [Fact]
    public async Task An_onboarded_port_is_neither_disabled_nor_activated()
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Post("/api/company/corp/ports/60bec23bc2e6a1b4d707f0ae/disable")).MustRefuse(
            409,
            "This action is not permitted on an onboarded port");
    }

    [Fact]
    public async Task Incoming_connections_never_count_towards_utilised_and_outgoing_ones_do_until_they_are_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var port = (await stan.Get(Busy)).MustBeOk();
        Assert.Equal(300, port["capacity"]!["utilised"]!.GetValue<int>());
        Assert.Equal(9700, port["capacity"]!["remaining"]!.GetValue<int>());
        Assert.True(port["connections"]!.AsArray().Count > 2);
        (await stan.Delete("/api/v2/company/Acme/connections/55783e39519d254d36f6126e")).MustBeOk();
        Assert.Equal(300, (await stan.Get(Busy))["capacity"]!["utilised"]!.GetValue<int>());
        await emulator.Pass(1);
        Assert.Equal(100, (await stan.Get(Busy))["capacity"]!["utilised"]!.GetValue<int>());
    }

    [Fact]
    public async Task Only_those_who_write_the_companys_network_change_its_ports()
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Meg()).Post(Free, """{"name":"Mine"}""")).MustRefuse(401, "Access denied");
        (await (await emulator.LoggedIn("vera@example.com")).Post(Free + "/disable")).MustRefuse(401, "Access denied");
    }
}
