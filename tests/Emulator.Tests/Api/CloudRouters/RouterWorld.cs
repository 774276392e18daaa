using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Api.CloudRouters;

/// <summary>What the tests of CloudRouters share: Acme's seeded routers and ports, and orders that work.</summary>
internal static class RouterWorld
{
    public const string Company = "/app-user/557679e2c2e6a1b4d7756472";

    /// <summary>1GB, with a site of its own in London (100) and one in Google's us-east4 (200).</summary>
    public const string Core = "65e0a3d4c2e6a1b4d7418b20";

    /// <summary>Its site in London.</summary>
    public const string London = "3f0d6a52-7c1e-4b39-9a84-51c2e07d8b16";

    /// <summary>500MB, without sites, its contract over.</summary>
    public const string Lab = "65e0b1f8c2e6a1b4d7c95e31";

    /// <summary>Acme's 10000 Mbps in San Jose.</summary>
    public const string Backbone = "569fbfdec2e6a1b4d74c2c70";

    /// <summary>Acme's 1000 Mbps in San Jose, all free.</summary>
    public const string SanJose = "576247795c9de0b91e8b8576";

    public const string GoogleFrankfurt = "5ace0b13c2e6a1b4d7e7ce24";

    public const string AmazonLondon = "5a9e3f2dc2e6a1b4d7c45cfe";

    public const string AzurePrimary = "5aa63836c2e6a1b4d7ef19b3";

    public const string AzureSecondary = "5aa67fabc2e6a1b4d78253a2";

    public const string OracleLondon = "5c7eb579c2e6a1b4d7b3a7b4";

    public const string OvhParis = "5ee79e8ac2e6a1b4d7674c78";

    public const string GammaLondon = "655345cbc2e6a1b4d7234154";

    public const string PairingKey = "0d8f2c1e-3b5a-4d77-9e60-1f2a3b4c5d6e/europe-west3/1";

    public static JsonObject Order(string bandwidth = "1GB", int months = 1) => Read(
        $$"""
        {"name":"Net","paymentMethod":"invoice","bandwidth":"{{bandwidth}}","duration":{"quantity":{{months}},
        "unit":"m"} }
        """);

    /// <summary>A site of one's own.</summary>
    public static JsonObject Own(string portId = SanJose, int mbps = 100) => Read(
        $$"""
        {
          "name": "Office", "peer": {"type": "SELF"},
          "accessCircuit": {"portId": "{{portId}}", "rateLimit": {"unit": "Mbps", "value": {{mbps}}},
            "classOfService": [{"name": "BRONZE", "value": 25}, {"name": "GOLD", "value": 75}]}
        }
        """);

    /// <summary>A site in a cloud, with the account or key that it needs.</summary>
    public static JsonObject InCloud(
        string type, string portId, string account, int mbps = 100, int? tier = 1000, long? asn = null)
    {
        var member = type == "GOOGLE" ? "pairingKey" : "accountId";
        var site = Read(
            $$"""
            {
              "name": "Cloud", "peer": {"type": "{{type}}", "data": {"{{member}}": "{{account}}"} },
              "accessCircuit": {"portId": "{{portId}}", "rateLimit": {"unit": "Mbps", "value": {{mbps}}},
                "classOfService": [{"name": "SILVER", "value": 100}]}
            }
            """);
        if (tier is { } speed)
        {
            site["peer"]!["data"]!["tierRateLimit"] = Read(
                string.Create(CultureInfo.InvariantCulture, $$"""{"unit":"Mbps","value":{{speed}}}"""));
        }

        if (asn is not null)
        {
            site["peer"]!["asn"] = asn;
        }

        return site;
    }

    public static JsonObject Google(string key = PairingKey, int mbps = 100, int? tier = 1000) =>
        InCloud("GOOGLE", GoogleFrankfurt, key, mbps, tier);

    public static JsonObject Azure(string key = "4a1c7f30-55de-4b0e-8a51-d8f6f2a9c3b1", int mbps = 100)
    {
        var site = InCloud("AZURE", AzurePrimary, key, mbps);
        site["accessCircuit"]!["secondaryPortId"] = AzureSecondary;
        return site;
    }

    /// <summary>The same order with a member, named by its path with dots, set or (null) taken away.</summary>
    public static JsonObject Changed(this JsonObject order, string path, string? json)
    {
        var steps = path.Split('.');
        var holder = steps[..^1].Aggregate((JsonNode)order, (node, step) => node[step]!).AsObject();
        if (json is null)
        {
            holder.Remove(steps[^1]);
        }
        else
        {
            holder[steps[^1]] = JsonNode.Parse(json);
        }

        return order;
    }

    public static Task<Answer> OrderRouter(this Client client, JsonObject order) =>
        client.Post(Company + "/l3vpns", order.ToJsonString());

    public static Task<Answer> AddSite(this Client client, JsonObject site, string router = Core) =>
        client.Post($"{Company}/l3vpn/{router}/site", site.ToJsonString());

    /// <summary>A new router, CREATED.</summary>
    public static async Task<string> Router(this EmulatorUnderTest emulator, string bandwidth)
    {
        var id = (await emulator.With("key-stan").OrderRouter(Order(bandwidth))).MustBeOk().TextOf("id");
        await emulator.Pass(1);
        return id;
    }

    /// <summary>A router, as the list has it; null where it hasn't.</summary>
    public static async Task<JsonNode?> Listed(this Client client, string router) =>
        (await client.Get(Company + "/l3vpns")).MustBeOk().Json.AsArray()
            .SingleOrDefault(listed => listed!["id"]!.GetValue<string>() == router);

    /// <summary>The sites of a router.</summary>
    public static async Task<List<JsonNode>> Sites(this Client client, string router = Core) =>
        [.. (await client.Get($"{Company}/l3vpn/{router}/sites")).MustBeOk().Json.AsArray().Select(site => site!)];

    /// <summary>A site, as the list has it; null where it hasn't.</summary>
    public static async Task<JsonNode?> Site(this Client client, string id, string router = Core) =>
        (await client.Sites(router)).SingleOrDefault(site => site["id"]!.GetValue<string>() == id);

    public static Task<Answer> DeleteSite(this Client client, string id, string router = Core) =>
        client.Delete($"{Company}/l3vpns/{router}/sites/{id}");

    public static Task<Answer> DeleteRouter(this Client client, string router) =>
        client.Delete($"{Company}/l3vpns/{router}");

    /// <summary>The id of an ordered site.</summary>
    public static string SiteId(this Answer ordered) => ordered.MustBeOk()["service"]!["id"]!.GetValue<string>();

    public static async Task<int> Remaining(this Client client, string portId) =>
        (await client.Get($"/api/company/Acme/ports/{portId}")).MustBeOk()["capacity"]!["remaining"]!.GetValue<int>();

    public static Task<Answer> Fire(this EmulatorUnderTest emulator, string machine, string id, string trigger) =>
        emulator.Nobody().Post(
            $"/__admin/workflows/{machine}/{id}/fire", $$"""{"trigger":"{{trigger}}","reason":"Out of luck"}""");

    private static JsonObject Read(string json) => JsonNode.Parse(json)!.AsObject();
}
