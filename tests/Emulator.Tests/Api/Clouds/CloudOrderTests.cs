using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>What is true of the orders of every cloud.</summary>
public sealed class CloudOrderTests
{
    public static TheoryData<string> Clouds() => [.. CloudWorld.All];

    public static TheoryData<string> Groups() => ["GCE", "AZURE", "ALICLOUD"];

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task An_order_holds_bandwidth_and_a_VLAN_of_each_line_until_it_is_deleted(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = CloudWorld.IdIn(await stan.Ordered(cloud, CloudWorld.Order(cloud)));
        var held = CloudWorld.HeldBy(cloud);
        Assert.Equal(1000 - held, await stan.LeftOn(CloudWorld.SanJose));
        var listed = (await stan.Get("/api/v2/company/Acme/connections")).MustBeOk()["results"]!.AsArray();
        Assert.Contains(listed, item => item!["id"]!.GetValue<string>() == id);
        (await stan.Post($"/api/v2/company/Acme/connections/{id}", """{"name":"Renamed"}""")).MustBeOk();
        Assert.Equal("Renamed", (await stan.Connection(id)).TextOf("name"));
        (await stan.Delete($"/api/v2/company/Acme/connections/{id}")).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal("DELETED", (await stan.Connection(id)).TextOf("status"));
        Assert.Equal(1000, await stan.LeftOn(CloudWorld.SanJose));
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task It_comes_into_service_as_its_cloud_has_it(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = CloudWorld.IdIn(await stan.Ordered(cloud, CloudWorld.Order(cloud)));
        if (cloud is "AWS" or "IBM")
        {
            Assert.Equal(("PENDING_ACCEPTANCE", "NOTPROVISIONED", "DISABLED"), await Stage(stan, id));
            await emulator.Pass(3600);
            Assert.Equal("PENDING_ACCEPTANCE", (await stan.Connection(id)).TextOf("status"));
            (await emulator.Fire(id, "PartnerAccept")).MustBeOk();
        }

        Assert.Equal(("CREATING", "PROVISIONING", "DISABLED"), await Stage(stan, id));
        await emulator.Pass(10);
        Assert.Equal(("ACTIVE", "PROVISIONED", "ENABLED"), await Stage(stan, id));
        Assert.Equal("NONE", (await stan.Connection(id))["partner"]!["syncStatus"]!.GetValue<string>());
        (await stan.Delete($"/api/v2/company/Acme/connections/{id}")).MustBeOk();
        Assert.Equal(("DELETING", "DEPROVISIONING", "DISABLED"), await Stage(stan, id));
        await emulator.Pass(10);
        Assert.Equal(("DELETED", "NOTPROVISIONED", "DISABLED"), await Stage(stan, id));
    }

    [Theory]
    [InlineData("AWS")]
    [InlineData("IBM")]
    public async Task A_cloud_that_is_played_accepts_by_itself(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var username = cloud == "AWS" ? "amazon" : "ibm";
        (await emulator.Nobody().Put(
            $"/__admin/counterparties/{username}", """{"policy":"approve","delaySeconds":30}""")).MustBeOk();
        var id = CloudWorld.IdIn(await stan.Ordered(cloud, CloudWorld.Order(cloud)));
        await emulator.Pass(29);
        Assert.Equal("PENDING_ACCEPTANCE", (await stan.Connection(id)).TextOf("status"));
        await emulator.Pass(10);
        Assert.Equal("ACTIVE", (await stan.Connection(id)).TextOf("status"));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task A_group_has_two_subconnections_whose_ids_come_right_before_its_own(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var group = await stan.Connection(CloudWorld.IdIn(await stan.Ordered(cloud, CloudWorld.Order(cloud))));
        Assert.Equal("GROUP_LAYER2", group.TextOf("type"));
        var subs = group["subconnections"]!.AsArray();
        Assert.Equal(2, subs.Count);
        var count = Count(group.TextOf("id"));
        Assert.Equal([count - 2, count - 1], subs.Select(sub => Count(sub!["id"]!.GetValue<string>())));
        Assert.Equal(
            ["Cloud -  Sub 0", "Cloud -  Sub 1"], subs.Select(sub => sub!["name"]!.GetValue<string>()));
        Assert.Equal(2, subs.Select(sub => sub!["destPortId"]!.GetValue<string>()).Distinct().Count());
        Assert.All(subs, sub =>
        {
            Assert.Equal("LAYER2", sub!["type"]!.GetValue<string>());
            Assert.Equal(group.TextOf("id"), sub["parentId"]!.GetValue<string>());
            Assert.Equal(CloudWorld.SanJose, sub["srcPortId"]!.GetValue<string>());
            Assert.Equal(100, sub["speed"]!["value"]!.GetValue<int>());
        });
        Assert.Equal([subs[0]!["id"]!.GetValue<string>()], Texts(group["subconnectionIds"]!["primary"]));
        Assert.Equal([subs[1]!["id"]!.GetValue<string>()], Texts(group["subconnectionIds"]!["secondary"]));
        Assert.Equal(
            subs.Select(sub => sub!["destPortId"]!.GetValue<string>()), Texts(group["partner"]!["destPortIds"]));
        Assert.Equal(2, group["destPorts"]!.AsArray().Count);
        (await stan.Post($"/api/v2/company/Acme/connections/{group.TextOf("id")}", """{"speed":50}""")).MustRefuse(
            409, "The speed of a connection group can not be updated");
        await emulator.Pass(10);
        (await stan.Put($"/api/company/Acme/connections/{group.TextOf("id")}/disable")).MustBeOk();
        await emulator.Pass(10);
        var disabled = await stan.Connection(group.TextOf("id"));
        Assert.All(
            disabled["subconnections"]!.AsArray(), sub => Assert.Equal("DISABLED", sub!["status"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task VLANs_are_asked_for_line_by_line_or_chosen(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal([1225, 1226], await Vlans(CloudWorld.Order(cloud, 1).With("srcVlanRequest", Numbers(1225, 1226))));
        Assert.Equal([1300, 2], await Vlans(CloudWorld.Order(cloud, 2).With("srcVlanRequest", 1300)));
        Assert.Equal([3, 4], await Vlans(CloudWorld.Order(cloud, 3).With("srcVlanRequest", null)));
        (await stan.Ordered(cloud, CloudWorld.Order(cloud, 4).With("srcVlanRequest", Numbers(1400, 1400)))).MustRefuse(
            400, "The VLANs of srcVlanRequest must be different from each other");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud, 5).With("srcVlanRequest", Numbers(1400, 1226)))).MustRefuse(
            409, "VLAN 1226 is already in use on the port");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud, 6).With("srcVlanRequest", "many"))).MustRefuse(
            400, "The request/srcVlanRequest must be integer");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud, 7).With("srcVlanRequest", Numbers(0)))).MustRefuse(
            400, "The request/srcVlanRequest/0 must be >= 1");

        async Task<List<int>> Vlans(JsonObject order)
        {
            var group = await stan.Connection(CloudWorld.IdIn(await stan.Ordered(cloud, order)));
            return
            [
                .. group["subconnections"]!.AsArray().Select(sub => sub!["srcVlan"]!["id"]!.GetValue<int>()),
            ];
        }
    }

    [Fact]
    public async Task A_single_connection_takes_the_one_VLAN_that_is_asked_for_and_no_VLAN_is_given_twice()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = CloudWorld.Order("AWS").With("srcVlanRequest", 1500);
        var id = CloudWorld.IdIn(await stan.Ordered("AWS", order));
        Assert.Equal(1500, (await stan.Connection(id))["srcVlan"]!["id"]!.GetValue<int>());
        (await stan.Ordered("AWS", order)).MustRefuse(409, "VLAN 1500 is already in use on the port");
        (await stan.Ordered("AWS", order.With("srcVlanRequest", 1))).MustRefuse(
            400, "VLAN 1 is not in the VLAN ranges of the port");
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task A_port_is_never_oversold_and_a_refused_order_leaves_no_trace(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var held = CloudWorld.HeldBy(cloud);
        for (var ordered = 0; ordered < 1000 / held; ordered++)
        {
            (await stan.Ordered(cloud, CloudWorld.Order(cloud, ordered + 1))).MustBeOk();
        }

        Assert.Equal(0, await stan.LeftOn(CloudWorld.SanJose));
        var before = await Count(stan);
        (await stan.Ordered(cloud, CloudWorld.Order(cloud, 99))).MustRefuse(
            400, "The requested bandwidth exceeds the available capacity for the Port. Max is: 0");
        Assert.Equal(before, await Count(stan));

        // The key of a refused order isn't used up.
        var again = CloudWorld.Order(cloud, 99).With("speed", cloud == "OVHCLOUD" ? 200 : 100);
        Elsewhere(again);
        (await stan.Ordered(cloud, again)).MustBeOk();
    }

    [Theory]
    [InlineData("GCE")]
    [InlineData("AZURE")]
    [InlineData("ALICLOUD")]
    public async Task A_group_needs_room_for_both_its_lines(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = CloudWorld.Order(cloud).With("speed", 1000);
        (await stan.Ordered(cloud, order)).MustRefuse(
            400, "The requested bandwidth exceeds the available capacity for the Port. Max is: 0");
        Assert.Equal(1000, await stan.LeftOn(CloudWorld.SanJose));
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task Only_a_verified_company_orders(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await emulator.Nobody().Post("/__admin/companies/Acme/verify", """{"verified":false}""")).MustBeOk();
        (await stan.Ordered(cloud, CloudWorld.Order(cloud))).MustRefuse(
            400, "The company must be verified before a cloud connection can be ordered");
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task The_source_port_is_the_companys_and_ACTIVE(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (
            var port in new[]
            {
                "000000000000000000000001", // nobody's
                "58b5b4a9c2e6a1b4d777c52d", // company2's
                "5b15027fc2e6a1b4d7c3a05e", // DISABLED
                "5b03e7b3c2e6a1b4d7180eab", // still on order
            })
        {
            var order = CloudWorld.Order(cloud);
            From(order, port);
            (await stan.Ordered(cloud, order)).MustRefuse(400, "Cannot find an ACTIVE source port");
        }
    }

    [Theory]
    [InlineData("AWS", "destPortId")]
    [InlineData("IBM", "destPortId")]
    [InlineData("OVHCLOUD", "destPortId")]
    [InlineData("GCE", "partner.destPortIds")]
    [InlineData("ALICLOUD", "partner.destPortIds")]
    public async Task The_destination_port_is_the_clouds_and_ACTIVE(string cloud, string member)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (
            var port in new[]
            {
                "000000000000000000000001", // nobody's
                "58b5b4a9c2e6a1b4d777c52d", // company2's
                "5aa63836c2e6a1b4d7ef19b3", // Azure's
            })
        {
            JsonNode value = member == "destPortId" ? port : new JsonArray(port, port);
            (await stan.Ordered(cloud, CloudWorld.Order(cloud).With(member, value))).MustRefuse(
                400, "Cannot find an ACTIVE destination port");
        }
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task The_speed_is_one_that_the_cloud_sells_there(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("speed", 77))).MustRefuse(
            400, "Cannot find a speed of 77 Mbps at the destination port");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("speed", 0))).MustRefuse(
            400, "The request/speed must be >= 1");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("speed", "fast"))).MustRefuse(
            400, "The request/speed must be integer");
    }

    [Fact]
    public async Task A_speed_that_is_provisioned_by_hand_waits_for_support()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = CloudWorld.Order("ALICLOUD").With("speed", 2000).With("srcPortId", CloudWorld.Backbone);
        var id = CloudWorld.IdIn(await stan.Ordered("ALICLOUD", order));
        await emulator.Pass(3600);
        Assert.Equal(("MANUAL", "NOTPROVISIONED", "DISABLED"), await Stage(stan, id));
        (await emulator.Fire(id, "Create")).MustBeOk();
        await emulator.Pass(10);
        var active = await stan.Connection(id);
        Assert.Equal("ACTIVE", active.TextOf("status"));
        Assert.All(
            active["subconnections"]!.AsArray(), sub => Assert.Equal("ACTIVE", sub!["status"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task Terms_are_held_against_what_is_offered(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("duration", 37).With("durationUnit", "m"))).MustRefuse(
            400, "37 is not a valid quantity for duration unit: m. The maximum quantity for this unit is 36");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("durationUnit", "h"))).MustRefuse(
            400, "The request/durationUnit must be equal to one of the allowed values");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("classOfService", "PLATINUM"))).MustRefuse(
            400, "The request/classOfService must be equal to one of the allowed values");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("paymentType", "creditcard"))).MustRefuse(400);
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("evergreen", "yes"))).MustRefuse(
            400, "The request/evergreen must be boolean");
        (await stan.Ordered(cloud, CloudWorld.Order(cloud).With("regionId", "111111111111111111111111"))).MustRefuse(
            400, "The request/regionId must be equal to one of the allowed values");
        var id = CloudWorld.IdIn(await stan.Ordered(cloud, CloudWorld.Order(cloud)
            .With("duration", 1).With("durationUnit", "y").With("evergreen", true).With("classOfService", "SILVER")
            .With("regionId", "5a370b41c2e6a1b4d7f27482")));
        var ordered = await stan.Connection(id);
        Assert.Equal(1, ordered["duration"]!.GetValue<int>());
        Assert.Equal("y", ordered.TextOf("durationUnit"));
        Assert.True(ordered["evergreen"]!.GetValue<bool>());

        // Acme is an enterprise, which has BRONZE at Alibaba whatever it asks for.
        Assert.Equal(cloud == "ALICLOUD" ? "BRONZE" : "SILVER", ordered.TextOf("classOfService"));
        Assert.Equal("5a370b41c2e6a1b4d7f27482", ordered.TextOf("srcRegionId"));
    }

    [Fact]
    public async Task A_plan_pays_only_from_a_port_that_is_on_one_and_for_what_it_has()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Ordered("AWS", CloudWorld.Order("AWS").With("paymentType", "plan"))).MustRefuse(
            400, "The subscription does not have sufficient entitlements available to complete the request");

        // 900 Mbps between the US and London, of which 300 are used.
        var london = CloudWorld.Order("AZURE").With("paymentType", "plan").With("speed", 200)
            .With("srcPort", new JsonArray(new JsonObject { ["portId"] = CloudWorld.NewYork }));
        (await stan.Ordered("AZURE", london)).MustBeOk();
        var planned = CloudWorld.Order("AWS").With("paymentType", "plan").With("srcPortId", CloudWorld.NewYork);
        (await stan.Ordered(
            "AWS", planned.DeepClone().AsObject().With("destPortId", "5a9e3f2dc2e6a1b4d7c45cfe").With("speed", 300)))
            .MustRefuse(
                400, "The subscription does not have sufficient entitlements available to complete the request");

        // Within a region nothing is limited.
        Assert.Equal("plan", (await stan.Ordered("AWS", planned)).MustBeOk().TextOf("paymentType"));
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task Whoever_may_not_write_the_network_is_refused(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.Ordered(cloud, CloudWorld.Order(cloud))).MustRefuse(401, "Access denied");
        (await emulator.Nobody().Ordered(cloud, CloudWorld.Order(cloud))).MustRefuse(401, "The user is not logged in");
        (await (await emulator.Stan()).Ordered(cloud, CloudWorld.Order(cloud), "nobody")).MustRefuse(404);
    }

    [Fact]
    public async Task A_hundred_orders_at_once_never_oversell_a_port()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answers = await Task.WhenAll(Enumerable.Range(1, 100)
            .Select(number => (number, cloud: CloudWorld.All[number % CloudWorld.All.Length]))
            .Select(order => stan.Ordered(order.cloud, CloudWorld.Order(order.cloud, order.number))));
        var taken = answers.Count(answer => answer.Status == HttpStatusCode.OK);
        Assert.InRange(taken, 5, 10);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => answer.MustRefuse(400));
        var left = await stan.LeftOn(CloudWorld.SanJose);
        Assert.InRange(left, 0, 99);
        var held = answers
            .Zip(Enumerable.Range(1, 100), (answer, number) => (answer, CloudWorld.All[number % CloudWorld.All.Length]))
            .Where(order => order.answer.Status == HttpStatusCode.OK)
            .Sum(order => CloudWorld.HeldBy(order.Item2));
        Assert.Equal(1000 - left, held);
    }

    [Theory]
    [InlineData("AWS", 116)]
    [InlineData("GCE", 124)]
    [InlineData("ALICLOUD", 115)]
    [InlineData("AZURE", 117)]
    public async Task The_spelling_with_v2_orders_too(string cloud, int operation)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answer = (await stan.Put(
            $"/api/v2/company/Acme/connections/directConnectPartner/{cloud}/layer2",
            CloudWorld.Order(cloud).ToJsonString())).MustBeOk();
        Assert.StartsWith("258 ", answer.Headers["X-Emulator-Operation"], StringComparison.Ordinal);
        Assert.Equal("Cloud", (await stan.Connection(CloudWorld.IdIn(answer))).TextOf("name"));
        var plain = await stan.Ordered(cloud, CloudWorld.Order(cloud, 2));
        Assert.StartsWith($"{operation} ", plain.MustBeOk().Headers["X-Emulator-Operation"], StringComparison.Ordinal);
        (await stan.Put("/api/v2/company/Acme/connections/directConnectPartner/AWS/layer2", "{}")).MustRefuse(
            400, "The request must have required property 'type'");
        (await stan.Put("/api/v2/company/Acme/connections/directConnectPartner/IBM/layer2", "{}")).MustRefuse(404);
        (await stan.Put(
            "/api/v2/company/Acme/connections/directConnectPartner/AZURE/layer2/create",
            CloudWorld.Order("AZURE", 3).ToJsonString())).MustBeOk();
    }

    private static async Task<(string Status, string Provisioning, string Crossconnection)> Stage(
        Client client, string id)
    {
        var connection = await client.Connection(id);
        return (
            connection.TextOf("status"),
            connection["partner"]!["provisioningStatus"]!.GetValue<string>(),
            connection["partner"]!["crossconnectionStatus"]!.GetValue<string>());
    }

    private static void From(JsonObject order, string port)
    {
        if (order.ContainsKey("srcPort"))
        {
            order["srcPort"] = new JsonArray(new JsonObject { ["portId"] = port });
        }
        else
        {
            order["srcPortId"] = port;
        }
    }

    private static void Elsewhere(JsonObject order) => From(order, CloudWorld.Backbone);

    private static async Task<int> Count(Client client) =>
        (await client.Get("/api/v2/company/Acme/connections")).MustBeOk()["results"]!.AsArray().Count;

    private static long Count(string id) =>
        long.Parse(id.AsSpan(0, 8), System.Globalization.NumberStyles.AllowHexSpecifier, null);

    private static JsonArray Numbers(params int[] numbers) => [.. numbers.Select(number => JsonValue.Create(number))];

    private static IEnumerable<string> Texts(JsonNode? list) =>
        list!.AsArray().Select(item => item!.GetValue<string>());
}
