using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Cloud partners, their add-ons, and network service providers (000:5303-5450).</summary>
public sealed class PartnerTests
{
    private const string Unsold = "An addon can not be found with the given addonIds";

    [Theory]
    [InlineData("amazon", "AWS")]
    [InlineData("azure", "AZURE")]
    [InlineData("google_cloud", "GCE")]
    [InlineData("tencent-cloud", "TENCENT")]
    [InlineData("alibaba_cloud", "ALICLOUD")]
    [InlineData("ibm", "IBM")]
    [InlineData("oracle", "ORACLE")]
    [InlineData("ovhcloud", "OVHCLOUD")]
    [InlineData("AMAZON", "AWS")]
    public async Task A_cloud_partner_has_ports_with_speeds_and_addons(string username, string type)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var ports = (await stan.Get($"/api/directConnectPartner/{username}/regions")).MustBeOk()["results"]!.AsArray();
        Assert.NotEmpty(ports);
        Assert.All(ports, port =>
        {
            Assert.Equal(
                ("DCP", type),
                (port!["type"]!.GetValue<string>(), port["partner"]!["type"]!.GetValue<string>()));
            Assert.NotEqual("", port["partner"]!["regionName"]!.GetValue<string>());
            Assert.All(port["partner"]!["connectionSpeeds"]!.AsArray(), speed =>
                Assert.Contains(speed!["type"]!.GetValue<string>(), new[] { "AUTOMATIC", "MANUAL" }));
        });
        Assert.NotEmpty(
            (await stan.Get($"/api/directConnectPartner/{username}/addons")).MustBeOk()["results"]!.AsArray());
    }

    [Fact]
    public async Task The_port_of_the_sample_is_as_printed_but_for_its_metro()
    {
        await using var emulator = new EmulatorUnderTest();
        var printed = await Sample("055");
        var port = (await (await emulator.Stan()).Get("/api/directConnectPartner/amazon/regions"))[
            "results"
        ]!.AsArray()[0]!;

        // The sample has it in Brisbane's metro and in a facility that everything else has in San Jose.
        printed["metroId"] = port["metroId"]!.DeepClone();

        // What newer clients read besides.
        Assert.True(port.AsObject().Remove("metro"));
        Assert.True(port["partner"]!.AsObject().Remove("regionNames"));
        Assert.Equal(printed.ToJsonString(), port.ToJsonString());
    }

    [Fact]
    public async Task The_addon_of_the_sample_is_as_printed()
    {
        await using var emulator = new EmulatorUnderTest();
        var addon = (await (await emulator.Stan()).Get("/api/directConnectPartner/amazon/addons"))[
            "results"
        ]!.AsArray()[0]!;
        Assert.Equal((await Sample("056")).ToJsonString(), addon.ToJsonString());
    }

    /// <summary>Q-020.</summary>
    [Fact]
    public async Task A_port_that_is_not_deleted_was_deleted_in_1970()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (
            var path in new[]
            {
                "/api/directConnectPartner/azure/regions",
                "/api/networkServiceProvider/internet/regions",
            })
        {
            Assert.All((await stan.Get(path))["results"]!.AsArray(), port =>
                Assert.Equal(
                    (false, "1970-01-01T00:00:00.000Z"),
                    (port!["deleted"]!.GetValue<bool>(), port["deletedAt"]!.GetValue<string>())));
        }
    }

    [Fact]
    public async Task A_network_service_provider_has_ports_without_an_offer()
    {
        await using var emulator = new EmulatorUnderTest();
        var ports = (await (await emulator.Stan()).Get("/api/networkServiceProvider/internet/regions")).MustBeOk()[
            "results"
        ]!.AsArray();
        Assert.Equal(4, ports.Count);
        Assert.All(ports, port =>
            Assert.Equal(("PHYSICAL_NSP", "{}"), (port!["type"]!.GetValue<string>(), port["partner"]!.ToJsonString())));
    }

    [Theory]
    [InlineData("/api/directConnectPartner/nowhere/regions")]
    [InlineData("/api/directConnectPartner/Acme/regions")]
    [InlineData("/api/directConnectPartner/internet/regions")]
    [InlineData("/api/directConnectPartner/Acme/addons")]
    [InlineData("/api/networkServiceProvider/amazon/regions")]
    public async Task A_company_that_is_no_such_partner_is_not_found(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Get(path)).MustRefuse(404, "A company can not be found with the given id");
    }

    [Fact]
    public async Task Any_logged_in_user_may_read_and_nobody_else()
    {
        await using var emulator = new EmulatorUnderTest();
        var max = await emulator.LoggedIn("max@example.com");
        foreach (
            var path in new[]
            {
                "/api/directConnectPartner/amazon/regions",
                "/api/directConnectPartner/amazon/addons",
                "/api/networkServiceProvider/internet/regions",
            })
        {
            (await max.Get(path)).MustBeOk();
            (await emulator.Nobody().Get(path)).MustRefuse(401, "The user is not logged in");
        }
    }

    [Theory]
    [InlineData("Acme", "569fbfdec2e6a1b4d74c2c70", "amazon", "1232413986c08c061dd8c45f", "Global Connection", true)]
    [InlineData(
        "Acme",
        "569fbfdec2e6a1b4d74c2c70",
        "amazon",
        "1232413986c08c061dd8c45f",
        "Acme Private Interconnect",
        true
    )]
    [InlineData(
        "company1",
        "58afc048c2e6a1b4d7ac9f10",
        "amazon",
        "1232413986c08c061dd8c45f",
        "Acme Private Interconnect",
        false
    )]
    [InlineData(
        "Acme",
        "569fbfdec2e6a1b4d74c2c70",
        "amazon",
        "1232413986c08c061dd8c45f",
        "ExpressRoute Premium",
        false
    )]
    [InlineData(
        "Acme",
        "569fbfdec2e6a1b4d74c2c70",
        "azure",
        "56bd9f93c2e6a1b4d7481c5a",
        "ExpressRoute Local Europe",
        true
    )]
    [InlineData(
        "Acme",
        "569fbfdec2e6a1b4d74c2c70",
        "azure",
        "5a37104cc2e6a1b4d74d46a3",
        "ExpressRoute Local Europe",
        false
    )]
    [InlineData("Acme", "569fbfdec2e6a1b4d74c2c70", "company2", "1232413986c08c061dd8c45f", "Global Connection", false)]
    public async Task An_addon_is_for_those_to_whom_the_destination_sells_it_there(
        string company,
        string portId,
        string partner,
        string metroId,
        string addon,
        bool sold)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = await IdOf(stan, addon);
        var connections = (await stan.Get($"/api/v2/company/{company}/connections")).Text;
        var answer = await stan.Put(
            $"/api/v2/company/{company}/connections/layer2",
            Request(portId, partner, metroId, id));
        if (sold)
        {
            Assert.Equal(id, Assert.Single(answer.MustBeOk()["addonIds"]!.AsArray())!.GetValue<string>());
        }
        else
        {
            answer.MustRefuse(400, Unsold);
            Assert.Equal(connections, (await stan.Get($"/api/v2/company/{company}/connections")).Text);
        }
    }

    [Fact]
    public async Task An_addon_that_does_not_exist_is_refused_beside_one_that_does()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var body = Request(
            "569fbfdec2e6a1b4d74c2c70",
            "amazon",
            "1232413986c08c061dd8c45f",
            "57bbe3b20e4a257d986b2d74",
            "57bbe3b20e4a257d986b2d75");
        (await stan.Put("/api/v2/company/Acme/connections/layer2", body)).MustRefuse(400, Unsold);
    }

    private static string Request(string portId, string partner, string metroId, params string[] addonIds) =>
        new JsonObject
        {
            ["type"] = "LAYER2",
            ["name"] = "To the cloud",
            ["portId"] = portId,
            ["speed"] = 50,
            ["destCompany"] = partner,
            ["destMetroId"] = metroId,
            ["addonIds"] = new JsonArray([.. addonIds.Select(id => (JsonNode)id)]),
        }.ToJsonString();

    private static async Task<string> IdOf(Client client, string addon)
    {
        foreach (var partner in new[] { "amazon", "azure" })
        {
            var addons = (await client.Get($"/api/directConnectPartner/{partner}/addons")).MustBeOk()[
                "results"
            ]!.AsArray();
            if (addons.FirstOrDefault(one => one!["name"]!.GetValue<string>() == addon) is { } found)
            {
                return found["id"]!.GetValue<string>();
            }
        }

        throw new ArgumentException(addon);
    }

    private static async Task<JsonNode> Sample(string id) =>
        JsonNode.Parse(
            await File.ReadAllTextAsync(
                Directory.GetFiles(OperationCatalogue.Samples, $"{id}-*.response.200.json").Single())
        )!["results"]![0]!;
}
