using Emulator.Tests.Api.CloudRouters;
using Emulator.Tests.Api.Sonata;
using Emulator.Tests.Api.EdgePorts;
using Emulator.Tests.Api.EdgeSim;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// How the published operations are asked where their own examples don't do on the fresh seed, or where one body can't
/// have every member that the operation takes.
/// </summary>
internal static class PublishedCalls
{
    private static readonly Dictionary<string, Func<EmulatorUnderTest, Client, Task>> Preparations = new()
    {
        // One of each: a draft, an order and a port.
        ["156"] = async (emulator, stan) =>
        {
            await emulator.EdgeDraft();
            (await stan.OrderAtTheEdge(EdgeWorld.Order())).MustBeOk();
            await emulator.EdgePort(stan);
        },
    };

    private static readonly Dictionary<string, IReadOnlyList<string>> Bodies = new()
    {
        // A site at Azure has two ports, one at OVHcloud a number of its own.
        ["130"] =
        [
            RouterWorld.Azure().Changed("discountCode", "\"CLOUDROUTER10\"").ToJsonString(),
            RouterWorld.InCloud(
                "OVHCLOUD", RouterWorld.OvhParis, "666e1180-b0c6-493b-901a-b19a0bc999d2", tier: 500, asn: 64512)
                .ToJsonString(),
        ],

        // A number as text.
        ["099"] = ["""{"connectionId":"5b30dc0fc2e6a1b4d7dea069","flexBandwidth":"200"}"""],

        // One site in place of a list, one class in place of a list.
        ["104"] =
        [
            """
            {"companyId":"Acme","bandwidth":"1GB","duration":{"value":1,"unit":"y"},"sites":{"priceRefId":"one",
            "portId":"576247795c9de0b91e8b8576","dcfId":"5a8ba9cbc2e6a1b4d732e2bd",
            "rateLimit":{"unit":"Gbps","value":1},"classOfService":{"name":"GOLD","value":100},
            "discountId":"66c1f0a4c2e6a1b4d7a90005"},
            "discountCode":"CLOUDROUTER10"}
            """,
        ],

        // A pool of SIM cards stands in place of a port.
        ["105"] = ["""{"site":{"simPoolId":"0b5b1c7e-6a1f-4a53-8f43-6e7f5f9d2a10"}}"""],

        // All that the calculator's form keeps.
        ["107"] = [QuotedForm()],

        // Of a port and of an E-Line each has members that the other has not.
        ["197"] = [SonataWorld.ELine().ToJsonString()],
        ["199"] = [SonataWorld.ELineQuote().ToJsonString()],

        // What the service sets itself may be sent back, and is overlooked.
        ["164"] = [SimWorld.PoolAsRead],
        ["175"] = [SimWorld.WholeApn],
    };

    /// <summary>A quotation of what the price calculator has in its form, with what it goes back to.</summary>
    private static string QuotedForm()
    {
        const string Term = """{"from":null,"to":null,"unit":"m","value":12}""";
        const string Port = """
            "status":"CALCULATED","location":"London","dcfId":"5a8ba9aac2e6a1b4d7575bb1","speed":1,"price":300
            """;
        const string Connection = $$"""
            "status":"CALCULATED","bandwidth":50,"duration":{{Term}},"srcLocation":"London","category":"datacenter",
            "destLocation":"Paris","classOfService":"SILVER","srcCode":"LON","destCode":"PAR","price":80,
            "priceOptions":[{"price":80,"duration":{{Term}} }]
            """;
        const string Internet = $$"""
            "status":"CALCULATED","bandwidth":10,"duration":{{Term}},"location":"London","price":150,
            "priceOptions":[{"price":12.33,"duration":{{Term}},"code":"LON"}]
            """;
        const string Costs = """{"hourlyCost":0.5,"hourlyCostAmountSaved":null,"dailyCost":12.5,"monthlyCost":365.5}""";
        const string Site = $$"""
            "selectedClassOfService":"GOLD","priceRefId":0,"displayName":"Paris",
            "prices":{"BRONZE":{{Costs}},"SILVER":{{Costs}},"GOLD":{{Costs}} },
            "site":{"portId":null,"dcfId":"5a8baa1ac2e6a1b4d7ed3191","discountId":null,
            "rateLimit":{"unit":"MBPS","rate":100},"type":"COMPANY","displayName":"Paris",
            "providerInfo":{"dcfName":"Telehouse - TH2","dcfId":"5a8baa1ac2e6a1b4d7ed3191",
            "metroId":"5a37102dc2e6a1b4d7f4bc90","city":"Paris","country":"FR","countryDisplayName":"France"} }
            """;
        const string Router = $$"""
            "status":"CALCULATED","duration":{{Term}},"bandwidth":{"value":500,"label":"500MB"},
            "sites":[{"category":"datacenter","location":"Paris","companyId":"Acme",
            "rateLimit":{"value":100,"unit":"mbps"},"priceRefId":0}],
            "pricedSites":[{ {{Site}} }],"baseL3vpnCost":200,"price":2765.5
            """;
        return $$"""
            {"portsArray":[{ {{Port}},"resetState":{ {{Port}} } }],
            "connectionsArray":[{ {{Connection}},"resetState":{ {{Connection}} } }],
            "iodArray":[{ {{Internet}},"resetState":{ {{Internet}} } }],
            "cloudRouterArray":[{ {{Router}},"resetState":{ {{Router}} } }]}
            """;
    }

    /// <summary>Does what has to have happened before an operation can be asked.</summary>
    public static Task Prepare(string key, EmulatorUnderTest emulator, Client stan) =>
        Preparations.TryGetValue(key, out var prepare) ? prepare(emulator, stan) : Task.CompletedTask;

    /// <summary>Bodies that are taken too, with members that the operation's example can't have.</summary>
    public static IReadOnlyList<string> FurtherBodies(string key) => Bodies.GetValueOrDefault(key, []);
}
