using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>What is to be done with a connection at an instant (000:6601).</summary>
public sealed class ScheduledTaskTests
{
    [Theory]
    [InlineData("time")]
    [InlineData("manual")]
    public async Task Tasks_run_when_the_clock_reaches_them_whatever_the_progression(string progression)
    {
        await using var emulator = new EmulatorUnderTest($"progression={progression}");
        var stan = await emulator.Stan();
        var id = await Create(emulator, stan, """
            {"scheduledAt":"2026-03-01T13:00:00Z","action":"update","options":{"speed":5}},
            {"scheduledAt":"2026-03-01T14:00:00.000Z","action":"DISABLE"},
            {"scheduledAt":"2026-03-01T14:00:01Z","action":"dance"}
            """);
        await emulator.Pass(3599);
        Assert.Equal(10, (await Read(stan, id))["speed"]!["value"]!.GetValue<int>());
        await emulator.Pass(1);
        Assert.Equal(5, (await Read(stan, id))["speed"]!["value"]!.GetValue<int>());
        await emulator.Pass(3600);
        Assert.Equal("DISABLING", (await Read(stan, id))["status"]!.GetValue<string>());
        await emulator.Pass(1000);
        var log = (await stan.Get($"/api/company/Acme/connections/{id}/log")).MustBeOk()["results"]!.AsArray();
        var disabling = log.Single(entry => entry!["connection"]!["status"]!.GetValue<string>() == "DISABLING")!;
        Assert.Equal("2026-03-01T14:00:00.000Z", disabling["timestamp"]!.GetValue<string>());
        Assert.Equal("support", disabling["user"]!["username"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_task_that_a_rule_forbids_fails_and_changes_nothing()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = await Create(
            emulator,
            stan,
            """{"scheduledAt":"2026-03-01T13:00:00Z","action":"update","options":{"speed":100000}}"""
        );
        await emulator.Pass(7200);
        Assert.Equal(10, (await Read(stan, id))["speed"]!["value"]!.GetValue<int>());
        Assert.Equal("ACTIVE", (await Read(stan, id))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_scheduled_is_shown_and_a_time_that_is_none_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = await Create(
            emulator,
            stan,
            """{"scheduledAt":"2026-03-01T13:00:00Z","action":"update","options":{"speed":5}}"""
        );
        Assert.Equal(
            "[{\"scheduledAt\":\"2026-03-01T13:00:00Z\",\"action\":\"update\",\"options\":{\"speed\":5}}]",
            (await Read(stan, id))["scheduledTaskList"]!.ToJsonString());
        (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                Body("""{"scheduledAt":"tomorrow","action":"disable"}"""))
        ).MustRefuse(400);
        (await stan.Put("/api/v2/company/Acme/connections/layer2", Body("""{"scheduledAt":7}"""))).MustRefuse(
            400,
            "The request/scheduledTaskList/0/scheduledAt must be string");
    }

    private static string Body(string tasks) =>
        $$"""
        {"type":"LAYER2","name":"Scheduled","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"56bd9fb0c2e6a1b4d77a3c77","destCompany":"Acme","destPortId":"5aaaac3bc2e6a1b4d7cc4c6d",
        "scheduledTaskList":[{{tasks}}]}
        """;

    /// <summary>A connection to self in service, whatever the progression.</summary>
    private static async Task<string> Create(EmulatorUnderTest emulator, Client client, string tasks)
    {
        var id = (await client.Put("/api/v2/company/Acme/connections/layer2", Body(tasks))).MustBeOk().TextOf("id");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await emulator.Nobody().Post($"/__admin/workflows/connections/{id}/advance");
        }

        Assert.Equal("ACTIVE", (await Read(client, id))["status"]!.GetValue<string>());
        return id;
    }

    private static async Task<JsonNode> Read(Client client, string id) =>
        (await client.Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk().Json;
}
