using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.EdgeSim;

/// <summary>What the tests of SIM cards share: Acme's seeded pools and cards, and orders that work.</summary>
internal static class SimWorld
{
    public const string Acme = "/app-user/557679e2c2e6a1b4d7756472";

    public const string Meridian = "/app-user/5cf63896c2e6a1b4d7e6a191";

    /// <summary>Acme's, with four cards.</summary>
    public const string Vans = "4f6f1c7e-8d0b-4f38-9a52-b1c0d4e7a963";

    /// <summary>Acme's, without any.</summary>
    public const string Spare = "c25a9e03-71f4-4d6b-8b1e-6a0f93d2e7c8";

    /// <summary>Meridian's, with two cards and a site of a CloudRouter.</summary>
    public const string Containers = "a81d37c5-4e60-4b9f-8c27-d5f0129e6b34";

    /// <summary>Meridian's, whose firewall is being changed.</summary>
    public const string Trucks = "e2f70b48-93a1-4d5c-b6e8-0c417da9f253";

    /// <summary>The APN for everybody, without the Internet.</summary>
    public const string Private = "8a40d2c6-5b93-4e71-9f0c-3d1e7a62b854";

    /// <summary>Meridian's own APN.</summary>
    public const string MeridiansApn = "70d4e5b9-8c13-4f2a-96e0-1b5a3f8d72c4";

    /// <summary>The APN that is only the staff's.</summary>
    public const string StaffsApn = "d9a3f015-4b72-4ce8-85d6-0e91c3b7f248";

    /// <summary>Acme's order that isn't done.</summary>
    public const string Forklifts = "9b1d4f27-60c8-4e15-8a3f-2d7e5c90b146";

    /// <summary>The first of Acme's cards.</summary>
    public const string Van1 = "7d03b8a5-2e96-4c41-b0f7-000000000000";

    /// <summary>One that is PAUSED.</summary>
    public const string Van3 = "7d03b8a5-2e96-4c41-b0f7-000000000002";

    /// <summary>Meridian's first card.</summary>
    public const string Container1 = "95c1e27f-d84b-4063-a7f9-000000000000";

    public const string GlobalPlan = "65b0c4e1c2e6a1b4d7a83f10";

    public const string BloggsPlan = "65b0c52dc2e6a1b4d7b19c46";

    public const string MeridiansPlan = "65b0c548c2e6a1b4d7c5a03e";

    public const string StaffsPlan = "65b0c560c2e6a1b4d70d91f7";

    public const string NoPlan = "IoT IMSI Plan: ID does not exist or Roles and Policies Missing: CompanyId does not "
        + "have permission to use it.";

    /// <summary>A pool with every member that it is read with.</summary>
    public const string PoolAsRead = """
        {
          "id": "4f6f1c7e-8d0b-4f38-9a52-b1c0d4e7a963", "name": "Vans", "apnId": "8a40d2c6-5b93-4e71-9f0c-3d1e7a62b854",
          "subnet": "10.192.0.0/20", "firewall": "DISABLED", "firewallStatus": "SUCCESS", "status": "CREATED",
          "error": "", "primaryDNS": "192.0.2.1", "secondaryDNS": "192.0.2.2", "companyId": "557679e2c2e6a1b4d7756472",
          "defaultPrimaryDNS": "100.64.0.53", "defaultSecondaryDNS": "100.64.1.53", "useDefaultDNS": true,
          "customFirewallEnabled": false, "customFirewallPolicies": "", "created_at": "2025-09-08T09:20:44.610Z",
          "updated_at": "2025-09-08T09:20:44.610Z"
        }
        """;

    /// <summary>An APN with every member of the published schema.</summary>
    public const string WholeApn = """
        {
          "id": "1", "apn": "gas.bloggs.example", "location": "Leeds", "friendlyName": "Gas", "subnet": "10.200.0.0/16",
          "ipAvailable": true, "serviceType": "PRIVATE", "dbConnection": "db", "apnAcl": "acl", "apnVrf": "vrf",
          "router1": "100.64.9.1", "router2": "100.64.9.2", "priority": "7", "createdByAgent": "joe",
          "capacitySoftLimit": "10", "capacityHardLimit": "20", "firewallDevice": "fw", "adom": "a", "vdom": "v",
          "notificationProvider": "n", "complianceProvider": "c", "billingProvider": "b", "simPoolProvider": "p",
          "simProvider": "s", "subnetProvider": "sn", "dnsProvider": "d", "ipAllocatorProvider": "i",
          "radiusProvider": "r", "firewallProvider": "f", "templateProvider": "t", "internetRouteTarget": "1:1",
          "primaryDNS": "100.64.0.1", "secondaryDNS": "100.64.0.2", "apnVrfRt": "1:2", "genericIp": "100.64.0.3",
          "mplsInterface": "m", "internetInterface": "in", "created_at": "2025-09-08T09:20:44.610Z",
          "updated_at": "2025-09-08T09:20:44.610Z", "deleted_at": ""
        }
        """;

    /// <summary>An order of Acme's.</summary>
    public static JsonObject Order(int quantity = 2) => JsonNode.Parse(
        $$"""
        {
          "name": "Buses", "orderType": "PAYG", "simPoolName": "Bus pool", "companyId": "557679e2c2e6a1b4d7756472",
          "apnId": "{{Private}}", "connectivityType": "PRIVATE", "simQuantity": {{quantity}}, "paymentType": "INVOICE"
        }
        """)!.AsObject();

    public static Task<Answer> OrderSims(this Client client, JsonObject order, string of = Acme) =>
        client.Post($"{of}/iot-order", order.ToJsonString());

    public static Task<Answer> ReadOrder(this Client client, string id, string of = Acme) =>
        client.Post($"{of}/iot-order/{id}");

    /// <summary>A company's pools.</summary>
    public static async Task<List<JsonNode>> Pools(this Client client, string of = Acme) =>
        [.. (await client.Get($"{of}/iot-sim-pools")).MustBeOk().Json.AsArray().Select(pool => pool!)];

    /// <summary>A pool, as the list has it; null where it hasn't.</summary>
    public static async Task<JsonNode?> Pool(this Client client, string id, string of = Acme) =>
        (await client.Pools(of)).SingleOrDefault(pool => pool["id"]!.GetValue<string>() == id);

    public static Task<Answer> MakePool(this Client client, string json, string of = Acme) =>
        client.Post($"{of}/iot-sim-pools", json);

    public static Task<Answer> ChangePool(this Client client, string json, string pool = Vans, string of = Acme) =>
        client.Put($"{of}/iot-sim-pools/{pool}", json);

    public static Task<Answer> DeletePool(this Client client, string pool, string of = Acme) =>
        client.Delete($"{of}/iot-sim-pools/{pool}");

    /// <summary>The cards of a pool, or all of the company's.</summary>
    public static async Task<List<JsonNode>> Sims(this Client client, string? pool = null, string of = Acme) =>
        [
            .. (await client.Get($"{of}/iot-sims-cache")).MustBeOk().Json.AsArray().Select(sim => sim!)
                .Where(sim => pool is null || sim["iotSimPoolId"]!.GetValue<string>() == pool),
        ];

    /// <summary>Moves cards by their numbers among all.</summary>
    public static Task<Answer> MoveSims(
        this Client client, string into, string from, params IEnumerable<int> serials) => client.Put(
            $"{Acme}/iot-sim-pools/{into}/sims",
            $$"""{"sims":{"{{from}}":[{{string.Join(',', serials.Select(serial => $"\"{Imsi(serial)}\""))}}]} }""");

    /// <summary>The IMSI of a card.</summary>
    public static string Imsi(int serial) => $"99970{serial:D10}";

    /// <summary>It must have gone well, without an answer.</summary>
    public static Answer MustBeDone(this Answer answer)
    {
        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.Status);
        Assert.Empty(answer.Text);
        return answer;
    }

    /// <summary>The refusal of a model that isn't there, in LoopBack's flat form.</summary>
    public static Answer MustMiss(this Answer answer, int status, string id)
    {
        answer.MustRefuse(status, $"Could not find a model with id {id}");
        var told = answer.Json.AsObject();
        Assert.Equal(["code", "message", "statusCode", "name"], told.Select(member => member.Key));
        Assert.Equal("MODEL_NOT_FOUND", answer.TextOf("code"));
        Assert.Equal(status, told["statusCode"]!.GetValue<int>());
        return answer;
    }

    /// <summary>A site on a SIM pool.</summary>
    public static JsonObject Site(string pool = Vans) => JsonNode.Parse(
        $$"""{"name":"On the road","accessCircuit":{"simPoolId":"{{pool}}"} }""")!.AsObject();

    /// <summary>The id of a site on a SIM pool of Acme's.</summary>
    public static async Task<string> PoolSite(this Client client, string pool = Vans) =>
        (await client.AddSite(Site(pool))).SiteId();
}
