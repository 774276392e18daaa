using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Journeys;

/// <summary>
/// A whole network, over HTTP alone: ports, a connection that is flexed and watched, a CloudRouter with two sites of
/// one's own and one at Google; then all of it taken down, in the documented order.
/// </summary>
public sealed class NetworkUpAndDown
{
    private const string Acme = "/app-user/557679e2c2e6a1b4d7756472";

    private const string OrdersPath = "/api/company/Acme/ports/orders";

    [Fact]
    public async Task A_client_builds_a_network_watches_it_and_takes_it_down()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();

        // Two ports, and a connection between them.
        var first = await Port(emulator, stan, "First");
        var second = await Port(emulator, stan, "Second");
        var metro = (await stan.Get($"/api/company/Acme/ports/{second}")).MustBeOk().TextOf("metroId");
        var connection = (await stan.Put(
            "/api/v2/company/Acme/connections/layer2",
            $$"""
            {"type":"LAYER2","name":"Loop","portId":"{{first}}","speed":100,"destMetroId":"{{metro}}",
            "destCompany":"Acme","destPortId":"{{second}}"}
            """)).MustBeOk().TextOf("id");
        await Reaches(emulator, "connections", connection, "ACTIVE");

        // It is flexed, which its traffic may fill, and goes back to its contract.
        var flexes = $"{Acme}/connections/{connection}/connection-change-requests";
        var flex = (await stan.Post(flexes, """{"bandwidth":400}""")).MustBeOk().TextOf("id");
        await Reaches(emulator, "connection-flexes", flex, "SUCCESS");
        Assert.Equal(400, await SpeedOf(stan, connection));
        await emulator.Pass(3600);
        var hour = (await stan.Get($"/api/company/Acme/connections/{connection}/utilization?resolution=minute"))
            .MustBeOk()["results"]!.AsArray();
        Assert.True(hour.Max(row => row!["rxAverage"]!.GetValue<double>()) is > 0 and <= 400);
        flex = (await stan.Post(flexes, """{"bandwidth":100}""")).MustBeOk().TextOf("id");
        await Reaches(emulator, "connection-flexes", flex, "SUCCESS");
        Assert.Equal(100, await SpeedOf(stan, connection));

        // A CloudRouter with two sites of one's own, and one at Google.
        var router = (await stan.Post(
            $"{Acme}/l3vpns",
            """
            {"name":"Core","paymentMethod":"invoice","bandwidth":"500MB","duration":{"quantity":1,"unit":"m"}}
            """)).MustBeOk().TextOf("id");
        await Reaches(emulator, "cloudrouters", router, "CREATED");
        var google = await IdOfGoogle(stan);
        var offered = (await stan.Get($"/v2/companies/cloud-providers/{google}/ports")).MustBeOk().Json.AsArray();
        var port = offered.First(one => one!["partner"]!["connectionSpeeds"]!.AsArray().Count > 0)!;
        var sites = new List<string>
        {
            await Site(stan, router, Own(first)),
            await Site(stan, router, Own(second)),
            await Site(stan, router, AtGoogle(port)),
        };
        foreach (var site in sites)
        {
            await Reaches(emulator, "cloudrouter-sites", site, "ACTIVE");
        }

        var listed = (await stan.Get($"{Acme}/l3vpn/{router}/sites")).MustBeOk().Json.AsArray();
        Assert.Equal(sites.Order(), listed.Select(site => site!["id"]!.GetValue<string>()).Order());
        Assert.Equal(
            3, listed.Select(site => site!["peers"]![0]!["internalIp"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal((300, 200), await CapacityOf(stan, router));

        // Down: ports not before what they carry, the CloudRouter not before its sites and its contract.
        (await stan.Post($"/api/company/Acme/ports/{first}/disable")).MustRefuse(409);
        (await stan.Delete($"{Acme}/l3vpns/{router}")).MustRefuse(400);
        foreach (var site in sites)
        {
            (await stan.Delete($"{Acme}/l3vpns/{router}/sites/{site}")).MustBeOk();
            await Reaches(emulator, "cloudrouter-sites", site, "DELETED");
        }

        (await stan.Delete($"{Acme}/l3vpns/{router}")).MustRefuse(400);
        await emulator.Pass(32 * 86_400);
        (await stan.Delete($"{Acme}/l3vpns/{router}")).MustBeOk();
        await Reaches(emulator, "cloudrouters", router, "DELETED");
        (await stan.Delete($"/api/v2/company/Acme/connections/{connection}")).MustBeOk();
        await Reaches(emulator, "connections", connection, "DELETED");
        foreach (var one in new[] { first, second })
        {
            (await stan.Post($"/api/company/Acme/ports/{one}/disable")).MustBeOk();
            await Reaches(emulator, "ports", one, "DISABLED");
            (await stan.Delete($"/api/company/Acme/ports/{one}")).MustBeOk();
            await Reaches(emulator, "ports", one, "DELETED");
        }
    }

    private static async Task<string> Port(EmulatorUnderTest emulator, Client stan, string name)
    {
        var order = (await stan.Put(
            OrdersPath,
            $$"""{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"{{name}}","paymentType":"invoice"}"""))
            .MustBeOk().TextOf("id");
        await Reaches(emulator, "port-orders", order, "done");
        var port = (await stan.Get($"{OrdersPath}/{order}")).MustBeOk().TextOf("createdPortId");
        await Reaches(emulator, "ports", port, "ACTIVE");
        return port;
    }

    private static async Task<string> Site(Client stan, string router, string body) =>
        (await stan.Post($"{Acme}/l3vpn/{router}/site", body)).MustBeOk()["service"]!["id"]!.GetValue<string>();

    private static string Own(string port) =>
        $$"""
        {"name":"Own","peer":{"type":"SELF"},"accessCircuit":{"portId":"{{port}}",
        "rateLimit":{"unit":"Mbps","value":100},"classOfService":[{"name":"GOLD","value":100}]} }
        """;

    private static string AtGoogle(JsonNode port) =>
        $$$"""
        {"name":"Google","peer":{"type":"GOOGLE","data":{
        "pairingKey":"7b1f0a52-3c4d-4e5f-8a6b-9c0d1e2f3a4b/europe-west3/1",
        "tierRateLimit":{"unit":"Mbps","value":100} } },"accessCircuit":{"portId":"{{{port["id"]}}}",
        "rateLimit":{"unit":"Mbps","value":100},"classOfService":[{"name":"SILVER","value":100}]} }
        """;

    private static async Task<string> IdOfGoogle(Client stan) =>
        (await stan.Get("/v2/companies?filter={\"where\":{\"isCloudProvider\":true}}")).MustBeOk().Json.AsArray()
            .Single(company => company!["username"]!.GetValue<string>() == "google_cloud")!["id"]!.GetValue<string>();

    private static async Task<int> SpeedOf(Client stan, string connection) =>
        (await stan.Get($"/api/v2/company/Acme/connections/{connection}"))
            .MustBeOk()["speed"]!["value"]!.GetValue<int>();

    private static async Task<(int Used, int Remaining)> CapacityOf(Client stan, string router)
    {
        var capacity = (await stan.Get($"{Acme}/l3vpns")).MustBeOk().Json.AsArray()
            .Single(one => one!["id"]!.GetValue<string>() == router)!["calculatedCapacity"]!;
        return (capacity["used"]!.GetValue<int>(), capacity["remaining"]!.GetValue<int>());
    }

    private static async Task Reaches(EmulatorUnderTest emulator, string machine, string id, string state) =>
        (await emulator.Nobody().Post(
            "/__admin/clock/advance-until",
            $$"""{"machine":"{{machine}}","id":"{{id}}","state":"{{state}}"}""")).MustBeOk();
}
