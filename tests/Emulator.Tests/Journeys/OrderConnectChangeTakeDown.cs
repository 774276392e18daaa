using Xunit;

namespace Emulator.Tests.Journeys;

/// <summary>The emulator's main job, end to end, with the service's moves made one by one.</summary>
public sealed class OrderConnectChangeTakeDown
{
    [Fact]
    public async Task A_client_orders_a_port_connects_it_changes_the_speed_and_takes_it_down()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();

        // Find a facility, order a port there, wait for it.
        var facilities = (
            await stan.Get("/v2/data-center-facility?filter={\"where\":{\"username\":\"supernetpa4\"}}")
        ).MustBeOk();
        Assert.Equal("supernetpa4", facilities.Json.AsArray().Single()!["username"]!.GetValue<string>());
        var metroId = facilities.Json[0]!["dataCenterFacility"]!["metroId"]!.GetValue<string>();
        var order = (
            await stan.Put(
                "/api/company/Acme/ports/orders",
                """
                {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Journey","paymentType":"plan",
                "billingId":"56d691309a90128d55831db2"}
                """
            )
        ).MustBeOk();
        var orderPath = $"/api/company/Acme/ports/orders/{order.TextOf("id")}";
        Assert.Equal("UNKNOWN", order["port"]!["status"]!.GetValue<string>());
        await Passes(
            emulator,
            "port-orders",
            order.TextOf("id"),
            async () => (await stan.Get(orderPath)).TextOf("status"),
            "created",
            "pending",
            "allocated",
            "loa_sent",
            "done");
        var portId = (await stan.Get(orderPath)).TextOf("portId");
        var portPath = $"/api/company/Acme/ports/{portId}";
        await Passes(
            emulator,
            "ports",
            portId,
            async () => (await stan.Get(portPath)).TextOf("status"),
            "ACTIVATING",
            "ACTIVE");

        // Connect it to another company, which approves with a port of its own.
        var presence = (await stan.Get("/api/company/company2/metro/capabilities")).MustBeOk();
        Assert.Contains(presence["results"]!.AsArray(), metro => metro!["id"]!.GetValue<string>() == metroId);
        var connection = (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                $$"""
                {"type":"LAYER2","name":"To company2","portId":"{{portId}}","speed":200,"destMetroId":"{{metroId}}",
                "destCompany":"company2"}
                """
            )
        ).MustBeOk();
        var connectionId = connection.TextOf("id");
        var path = $"/api/v2/company/Acme/connections/{connectionId}";
        Assert.Equal("PENDING", connection.TextOf("status"));
        Assert.True(connection["isCreator"]!.GetValue<bool>());
        Assert.False(connection["isReceiver"]!.GetValue<bool>());
        var theirs = (await meg.Get($"/api/v2/company/company2/connections/{connectionId}")).MustBeOk();
        Assert.True(theirs["isReceiver"]!.GetValue<bool>());
        Assert.Null(theirs["port"]);
        var theirPort = (await meg.Get("/api/company/company2/ports")).MustBeOk()["results"]!
            .AsArray()
            .First(port =>
                port!["status"]!.GetValue<string>() == "ACTIVE" && port["metroId"]!.GetValue<string>() == metroId
            )!["id"]!.GetValue<string>();
        var approved = (
            await meg.Post($"/api/v2/company/company2/connections/{connectionId}", $$"""{"portId":"{{theirPort}}"}""")
        ).MustBeOk();
        Assert.Equal(theirPort, approved["port"]!["id"]!.GetValue<string>());
        await Passes(
            emulator,
            "connections",
            connectionId,
            async () => (await stan.Get(path)).TextOf("status"),
            "ACCEPTED",
            "CREATING",
            "ACTIVE");
        Assert.Equal(200, (await stan.Get(portPath))["capacity"]!["utilised"]!.GetValue<int>());

        // More speed goes through a change request that the other side approves.
        (await stan.Post(path, """{"speed":300}""")).MustRefuse(409);
        var proposed = (
            await stan.Put($"/api/company/Acme/connections/{connectionId}/change", """{"speed":300}""")
        ).MustBeOk();
        Assert.Equal("PENDING", proposed["request"]!["status"]!.GetValue<string>());
        Assert.Equal(300, (await stan.Get(portPath))["capacity"]!["utilised"]!.GetValue<int>());
        var changed = (await meg.Put($"/api/company/company2/connections/{connectionId}/change/approve")).MustBeOk();
        Assert.Equal(300, changed["speed"]!["value"]!.GetValue<int>());
        Assert.Null(changed["request"]!["status"]);

        // Take it down: disable, enable, delete; then the port.
        Assert.Equal(
            "DISABLING",
            (await stan.Put($"/api/company/Acme/connections/{connectionId}/disable")).MustBeOk().TextOf("status"));
        await Passes(
            emulator,
            "connections",
            connectionId,
            async () => (await stan.Get(path)).TextOf("status"),
            "DISABLING",
            "DISABLED");
        Assert.Equal(
            "ENABLING",
            (await stan.Put($"/api/company/Acme/connections/{connectionId}/enable")).MustBeOk().TextOf("status"));
        await Passes(
            emulator,
            "connections",
            connectionId,
            async () => (await stan.Get(path)).TextOf("status"),
            "ENABLING",
            "ACTIVATING",
            "ACTIVE");
        (await stan.Post($"{portPath}/disable")).MustRefuse(409);
        Assert.Equal("DELETING", (await stan.Delete(path)).MustBeOk().TextOf("status"));
        await Passes(
            emulator,
            "connections",
            connectionId,
            async () => (await stan.Get(path)).TextOf("status"),
            "DELETING",
            "DELETED");
        Assert.Equal(0, (await stan.Get(portPath))["capacity"]!["utilised"]!.GetValue<int>());
        (await stan.Delete(portPath)).MustRefuse(409);
        Assert.Equal("DISABLING", (await stan.Post($"{portPath}/disable")).MustBeOk().TextOf("status"));
        await Passes(
            emulator,
            "ports",
            portId,
            async () => (await stan.Get(portPath)).TextOf("status"),
            "DISABLING",
            "DISABLED");
        (await stan.Delete(portPath)).MustBeOk();
        await Passes(
            emulator,
            "ports",
            portId,
            async () => (await stan.Get(portPath)).TextOf("status"),
            "DELETING",
            "DELETED");
        Assert.DoesNotContain((await stan.Get("/api/company/Acme/ports?deleted=false"))["results"]!.AsArray(), port =>
            port!["id"]!.GetValue<string>() == portId);

        // The log tells it all, newest first, and who did what.
        var log = (await stan.Get($"/api/company/Acme/connections/{connectionId}/log")).MustBeOk()["results"]!.AsArray()
            .Select(entry => $"{entry!["user"]!["username"]!.GetValue<string>()} "
                + $"{entry["connection"]!["status"]!.GetValue<string>()} "
                + $"{entry["connection"]!["speed"]!["value"]!.GetValue<int>()}").Reverse().ToArray();
        Assert.Equal(
            [
                "stan PENDING 200",
                "meg ACCEPTED 200",
                "support CREATING 200",
                "support ACTIVE 200",
                "meg ACTIVE 300",
                "stan DISABLING 300",
                "support DISABLED 300",
                "stan ENABLING 300",
                "support ACTIVATING 300",
                "support ACTIVE 300",
                "stan DELETING 300",
                "support DELETED 300",
            ],
            log.Select(line => line.Replace("consoleconnect", "support")).ToArray());
    }

    /// <summary>The statuses a resource passes, one move of the service's at a time; nothing moves between.</summary>
    private static async Task Passes(
        EmulatorUnderTest emulator,
        string machine,
        string id,
        Func<Task<string>> status,
        params string[] statuses)
    {
        Assert.Equal(statuses[0], await status());
        foreach (var next in statuses[1..])
        {
            await emulator.Pass(3600);
            Assert.NotEqual(next, await status());
            (await emulator.Nobody().Post($"/__admin/workflows/{machine}/{id}/advance")).MustBeOk();
            Assert.Equal(next, await status());
        }
    }
}
