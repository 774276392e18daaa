using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Orders of every cloud that has a route of its own, each of which works on the fresh seed.</summary>
internal static class CloudWorld
{
    public const string SanJose = "576247795c9de0b91e8b8576";
    public const string Backbone = "569fbfdec2e6a1b4d74c2c70";
    public const string NewYork = "5aaaac3bc2e6a1b4d7cc4c6d";
    public const string AwsPort = "579ec72fa21a602e46f32c30";
    public const string GooglePort = "5accdeddc2e6a1b4d7902d6d";
    public const string GoogleSecond = "5accdeefc2e6a1b4d7902d91";

    /// <summary>The clouds, by the name in their route.</summary>
    public static readonly string[] All = ["AWS", "GCE", "AZURE", "ALICLOUD", "IBM", "OVHCLOUD"];

    /// <summary>An order that works.</summary>
    /// <param name="cloud">Of which cloud.</param>
    /// <param name="key">Another number for another key, below 4096.</param>
    public static JsonObject Order(string cloud, int key = 1) => JsonNode.Parse(cloud switch
    {
        "AWS" => """
            {"type":"LAYER2","name":"Cloud","srcPortId":"576247795c9de0b91e8b8576",
            "destPortId":"579ec72fa21a602e46f32c30","speed":100,"partner":{"account":"210987654321"}}
            """,
        "GCE" => $$$"""
            {"type":"LAYER2","name":"Cloud","srcPortId":"576247795c9de0b91e8b8576",
            "destPortId":"5accdeddc2e6a1b4d7902d6d","speed":100,"paymentType":"invoice",
            "partner":{"destPortIds":["5accdeddc2e6a1b4d7902d6d","5accdeefc2e6a1b4d7902d91"],"region":"us-east4",
            "pairingKeys":["{{{Uuid("40000000", key)}}}/us-east4/1","{{{Uuid("50000000", key)}}}/us-east4/2"]}}
            """,
        "AZURE" => $$"""
            {"azureServiceKey":"{{Uuid("41000000", key)}}","name":"Cloud","speed":100,"paymentType":"invoice",
            "srcPort":[{"portId":"576247795c9de0b91e8b8576"}]}
            """,
        "ALICLOUD" => """
            {"type":"LAYER2","name":"Cloud","srcPortId":"576247795c9de0b91e8b8576",
            "destPortId":"5b4f0616c2e6a1b4d7a5fdee","speed":100,"paymentType":"invoice",
            "partner":{"account":"5170842963308412","destPortIds":["5b4f0616c2e6a1b4d7a5fdee",
            "5b4f0641c2e6a1b4d7a5fe0c"]}}
            """,
        "IBM" => """
            {"name":"Cloud","srcPortId":"576247795c9de0b91e8b8576","destPortId":"5bfc3342c2e6a1b4d74429ef",
            "speed":100,"partnerAccountId":"9c4d7e1f","paymentType":"invoice"}
            """,
        "OVHCLOUD" => $$"""
            {"name":"Cloud","srcPortId":"576247795c9de0b91e8b8576","destPortId":"5ee79e8ac2e6a1b4d7674c78",
            "speed":200,"partnerAccountId":"EU.{{Uuid("30000000", key)}}","paymentType":"invoice",
            "duration":1,"durationUnit":"m","classOfService":"SILVER"}
            """,
        _ => throw new ArgumentException(cloud),
    })!.AsObject();

    /// <summary>A uuid of a number.</summary>
    public static string Uuid(string first, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{first}-0000-4000-8000-{number:x12}");

    /// <summary>How many Mbps of the source port an order takes.</summary>
    public static int HeldBy(string cloud) => cloud switch
    {
        "GCE" or "AZURE" or "ALICLOUD" or "OVHCLOUD" => 200,
        _ => 100,
    };

    /// <summary>The order's route.</summary>
    public static string Route(string cloud, string company = "Acme") => cloud switch
    {
        "AZURE" => $"/api/company/{company}/connections/directConnectPartner/AZURE/layer2/create",
        "IBM" or "OVHCLOUD" => $"/app-user/{company}/connections/cloud/{cloud}",
        _ => $"/api/company/{company}/connections/directConnectPartner/{cloud}/layer2",
    };

    /// <summary>Sends an order.</summary>
    public static Task<Answer> Ordered(this Client client, string cloud, JsonObject order, string company = "Acme") =>
        client.Send(
            cloud is "IBM" or "OVHCLOUD" ? HttpMethod.Post : HttpMethod.Put,
            Route(cloud, company),
            order.ToJsonString());

    /// <summary>The id in the answer to an order.</summary>
    public static string IdIn(Answer answer) =>
        answer.MustBeOk().Json.AsObject().ContainsKey("id")
            ? answer.TextOf("id")
            : answer["results"]!["connection"]!["id"]!.GetValue<string>();

    /// <summary>Sets a member of an order by its path.</summary>
    public static JsonObject With(this JsonObject order, string path, JsonNode? value)
    {
        var (holder, name) = Place(order, path);
        holder[name] = value;
        return order;
    }

    /// <summary>Takes a member out of an order.</summary>
    public static JsonObject Without(this JsonObject order, string path)
    {
        var (holder, name) = Place(order, path);
        Assert.True(holder.Remove(name), path);
        return order;
    }

    /// <summary>Reads a connection of Acme's.</summary>
    public static async Task<Answer> Connection(this Client client, string id) =>
        (await client.Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk();

    /// <summary>How much of Acme's port is left, Mbps.</summary>
    public static async Task<int> LeftOn(this Client client, string port) =>
        (await client.Get($"/api/company/Acme/ports/{port}")).MustBeOk()["capacity"]!["remaining"]!.GetValue<int>();

    /// <summary>Fires a trigger at a connection.</summary>
    public static Task<Answer> Fire(this EmulatorUnderTest emulator, string id, string trigger) =>
        emulator.Nobody().Post($"/__admin/workflows/connections/{id}/fire", $$"""{"trigger":"{{trigger}}"}""");

    private static (JsonObject Holder, string Name) Place(JsonObject order, string path)
    {
        var steps = path.Split('.');
        return (steps[..^1].Aggregate(order, (at, step) => at[step]!.AsObject()), steps[^1]);
    }
}
