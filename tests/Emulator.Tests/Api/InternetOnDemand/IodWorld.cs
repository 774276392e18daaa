using System.Text.Json.Nodes;

namespace Emulator.Tests.Api.InternetOnDemand;

/// <summary>
/// What the tests of Internet On-Demand share: bloggs' seeded services and ports, and an order that works.
/// </summary>
internal static class IodWorld
{
    public const string Company = "/app-user/5e4cb418ab1dbe8c8476163b";

    /// <summary>bloggs' 1000 Mbps in Hong Kong: 700 of them are free, as its one service is flexed to 300.</summary>
    public const string HongKong = "60059799c2e6a1b4d737f5aa";

    /// <summary>bloggs' 10000 Mbps in London.</summary>
    public const string London = "5e5f9b85c2e6a1b4d782bcd0";

    /// <summary>In Hong Kong, dynamic; contract of 100 Mbps, over; flexed to 300.</summary>
    public const string Seeded = "06327dfa-4e86-438b-af4c-3086be0a2467";

    /// <summary>In London; a flex is in progress.</summary>
    public const string Flexing = "7bab11ba-11a6-45d3-90f7-4b77032dd8a0";

    /// <summary>A dynamic service of 100 Mbps in London with a private ASN, on a contract of a day.</summary>
    public static JsonObject Order() =>
        JsonNode
            .Parse(
                """
                {
                  "accessPortId": "5e5f9b85c2e6a1b4d782bcd0", "name": "Edge", "type": "DYNAMIC", "rateLimit": 100,
                  "duration": {"quantity": 1, "unit": "d"},
                  "billingtype": "payg", "paymentType": "invoice", "enableIpv6": false, "defaultOriginate": true,
                  "privateAsn": true, "privateAsnAutoAssign": true, "autoAssignBgpKey": true
                }
                """
            )!
            .AsObject();

    /// <summary>A static one.</summary>
    public static JsonObject Static() =>
        Order()
            .With("type", "STATIC")
            .Without("privateAsn")
            .Without("privateAsnAutoAssign")
            .With("autoAssignBgpKey", false);

    public static JsonObject With(this JsonObject order, string name, JsonNode? value)
    {
        order[name] = value;
        return order;
    }

    public static JsonObject Without(this JsonObject order, string name)
    {
        order.Remove(name);
        return order;
    }

    public static Task<Answer> Provision(this Client client, JsonObject order) =>
        client.Post(Company + "/gia-service", order.ToJsonString());

    /// <summary>A new service, in service.</summary>
    public static async Task<string> Active(this EmulatorUnderTest emulator, JsonObject order)
    {
        var id = (await emulator.With("key-joe").Provision(order)).MustBeOk().TextOf("id");
        await emulator.Pass(1);
        return id;
    }

    public static Task<Answer> Service(this Client client, string id) => client.Get($"{Company}/gia-services/{id}");

    public static Task<Answer> Flex(this Client client, string id, string bandwidth) =>
        client.Post($"{Company}/gia-service/{id}/flex", $$"""{"bandwidth":{{bandwidth}}}""");

    /// <summary>How many blocks of each pool are given, by <c>ipv4 customer</c> and so on.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> GivenBlocks(this EmulatorUnderTest emulator) =>
        (await emulator.Nobody().Get("/__admin/ip-pools")).MustBeOk()["pools"]!
            .AsArray()
            .ToDictionary(
                pool => $"{pool!["type"]!.GetValue<string>()} {pool["pool"]!.GetValue<string>()}",
                pool => pool!["given"]!.GetValue<int>());

    public static async Task<(int Utilised, int Remaining)> Capacity(this Client client, string portId)
    {
        var capacity = (await client.Get($"/api/company/bloggs/ports/{portId}")).MustBeOk()["capacity"]!;
        return (capacity["utilised"]!.GetValue<int>(), capacity["remaining"]!.GetValue<int>());
    }
}
