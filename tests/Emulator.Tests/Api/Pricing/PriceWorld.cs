using System.Text.Json.Nodes;

namespace Emulator.Tests.Api.Pricing;

/// <summary>What the tests of prices share: seeded facilities, and questions that have an answer.</summary>
internal static class PriceWorld
{
    public const string Calculate = "/api/pricing/calculate";

    /// <summary>In San Jose; bundles cross connects.</summary>
    public const string CoreSite = "5639a0efc2e6a1b4d7f929f5";

    /// <summary>In Hong Kong; takes orders by the month.</summary>
    public const string Hkg = "5a8ba8c5c2e6a1b4d732d889";

    /// <summary>In Hong Kong.</summary>
    public const string MegaI = "5a8ba911c2e6a1b4d72738e1";

    public const string London = "5a8ba9aac2e6a1b4d7575bb1";

    public const string LondonNorth = "56bda16ec2e6a1b4d76fd00d";

    public const string Frankfurt = "5a8ba9cbc2e6a1b4d732e2bd";

    public const string SaoPaulo = "5aefb7dac2e6a1b4d7b84cc0";

    /// <summary>In Dubai; not ready.</summary>
    public const string NotReady = "653f42d4c2e6a1b4d77cdd4b";

    public const string Discounted = "66c1f0a4c2e6a1b4d7a90001";

    /// <summary>The company of Internet On-Demand, with its ports in London and Hong Kong.</summary>
    public const string Bloggs = "5e4cb418ab1dbe8c8476163b";

    public const string BloggsLondon = "5e5f9b85c2e6a1b4d782bcd0";

    public static string Port(string dcf, object speed, string unit = "y") =>
        $$"""{"dcf":"{{dcf}}","speed":{{speed}},"durationUnit":"{{unit}}"}""";

    public static string Connection(
        object bandwidth,
        string classOfService,
        object value,
        string unit,
        string src = London,
        string dest = Frankfurt) =>
        $$"""
        {"bandwidth":{{bandwidth}},"classOfService":"{{classOfService}}",
        "duration":{"value":{{value}},"unit":"{{unit}}"},
        "srcDcf":"{{src}}","destDcf":"{{dest}}"}
        """;

    /// <summary>Asks what ports and connections cost.</summary>
    public static Task<Answer> Price(
        this Client client,
        string ports = "",
        string connections = "",
        string? code = null,
        bool crossConnect = false) =>
        client.Post(
            Calculate,
            $$"""
            {"ports":[{{ports}}],"connections":[{{connections}}],"discountCode":"{{code}}",
            "includeCrossConnect":{{(crossConnect ? "true" : "false")}} }
            """);

    /// <summary>What Internet On-Demand costs in a facility.</summary>
    public static Task<Answer> Internet(
        this Client client, object bandwidth, object value, string unit, string dcf = London, string? code = null) =>
        client.Get($"/v2/pricing/gia/byDcf?dcfId={dcf}&bandwidth={bandwidth}&durationValue={value}&durationUnit={unit}"
            + (code is null ? "" : $"&discountCode={code}"));

    /// <summary>A site that a CloudRouter is priced with.</summary>
    public static string Site(string id, string dcf, int mbps = 100) =>
        $$"""
        {"priceRefId":"{{id}}","dcfId":"{{dcf}}","rateLimit":{"unit":"mbps","value":{{mbps}}},
        "classOfService":[{"name":"BRONZE","value":100}]}
        """;

    /// <summary>What a CloudRouter costs.</summary>
    public static Task<Answer> Router(
        this Client client, string bandwidth, int months, string sites = "", string code = "") =>
        client.Post(
            "/v2/pricing/l3vpn",
            $$"""
            {"companyId":"Acme","bandwidth":"{{bandwidth}}","duration":{"unit":"m","value":{{months}} },
            "sites":[{{sites}}],"discountCode":"{{code}}"}
            """);

    public static decimal? Number(this JsonNode node, string name) => node[name]?.GetValue<decimal>();

    /// <summary>What a company is charged for something.</summary>
    public static async Task<JsonNode> Charge(this EmulatorUnderTest emulator, string company, string id) =>
        (await emulator.Nobody().Get($"/__admin/companies/{company}/charges")).MustBeOk()["charges"]!.AsArray()
            .Single(charge => charge!["id"]!.GetValue<string>() == id)!;
}
