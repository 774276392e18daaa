using Emulator.Simulation;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>One clock and one source of ids: same seed, same calls, same ids and instants.</summary>
public sealed class TimeAndIdsTests
{
    [Fact]
    public async Task The_same_seed_and_the_same_calls_give_the_same_answers_to_the_letter()
    {
        var first = await Story("seed=7");
        Assert.Equal(first, await Story("seed=7"));
        Assert.NotEqual(first, await Story("seed=8"));
    }

    [Fact]
    public async Task A_refused_request_uses_up_no_id()
    {
        await using var one = new EmulatorUnderTest();
        await using var other = new EmulatorUnderTest();
        var (stan, twin) = (await one.Stan(), await other.Stan());
        (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                """
                {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":5000,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
                """
            )
        ).MustRefuse(400);
        Assert.Equal(await Api.ConnectionTests.Request(stan), await Api.ConnectionTests.Request(twin));
    }

    [Fact]
    public async Task What_is_looked_at_an_hour_later_happened_at_its_own_due_time()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = (
            await stan.Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        await emulator.Pass(3600);
        var port = (await stan.Get($"/api/company/Acme/ports/{order["port"]!["id"]!.GetValue<string>()}")).MustBeOk();
        Assert.Equal("ACTIVE", port.TextOf("status"));
        Assert.Equal("2026-03-01T12:00:05.000Z", port.TextOf("activeChangedAt"));
        var history = (await emulator.Nobody().Get($"/__admin/workflows/port-orders/{order.TextOf("id")}")).MustBeOk();
        Assert.Equal(
            ["12:00:00", "12:00:01", "12:00:02", "12:00:03", "12:00:04"],
            history["history"]!.AsArray().Select(move => move!["at"]!.GetValue<string>()[11..19]));
    }

    [Fact]
    public async Task Immediate_progress_is_done_before_the_next_request_and_a_step_can_take_longer()
    {
        await using var immediate = new EmulatorUnderTest("progression=immediate");
        var stan = await immediate.Stan();
        var order = (
            await stan.Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        Assert.Equal("created", order.TextOf("status"));
        Assert.Equal("done", (await stan.Get($"/api/company/Acme/ports/orders/{order.TextOf("id")}")).TextOf("status"));
        await using var slow = new EmulatorUnderTest("step=60");
        var patient = await slow.Stan();
        var waiting = (
            await patient.Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        await slow.Pass(59.999);
        Assert.Equal(
            "created",
            (await patient.Get($"/api/company/Acme/ports/orders/{waiting.TextOf("id")}")).TextOf("status"));
        await slow.Pass(0.001);
        Assert.Equal(
            "pending",
            (await patient.Get($"/api/company/Acme/ports/orders/{waiting.TextOf("id")}")).TextOf("status"));
    }

    [Fact]
    public async Task The_clock_freezes_advances_and_runs_on()
    {
        await using var emulator = new EmulatorUnderTest("clock-frozen=false");
        var nobody = emulator.Nobody();
        Assert.False((await nobody.Get("/__admin/clock")).MustBeOk()["frozen"]!.GetValue<bool>());
        var frozen = (await nobody.Post("/__admin/clock/freeze", """{"at":"2030-01-01T00:00:00Z"}""")).MustBeOk();
        Assert.Equal("2030-01-01T00:00:00.000Z", frozen.TextOf("now"));
        Assert.Equal(
            "2030-01-01T00:01:00.500Z",
            (await nobody.Post("/__admin/clock/advance", """{"seconds":60,"milliseconds":500}"""))
                .MustBeOk()
                .TextOf("now"));
        Assert.StartsWith(
            "2030-01-01T00:01:",
            (await nobody.Post("/__admin/clock/resume")).MustBeOk().TextOf("now"),
            StringComparison.Ordinal);
        (await nobody.Post("/__admin/clock/advance", "{}")).MustRefuse(400);
        (await nobody.Post("/__admin/clock/advance", """{"seconds":-1}""")).MustRefuse(400);
        (await nobody.Post("/__admin/clock/freeze", """{"at":"whenever"}""")).MustRefuse(400);
    }

    [Fact]
    public void Ids_count_up_and_never_repeat()
    {
        var source = new IdSource(seed: 1, given: 0);
        var ids = Enumerable.Range(0, 10000).Select(_ => source.Next()).ToList();
        Assert.Equal(ids, ids.Order(StringComparer.Ordinal));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{24}$", id));
    }

    private static async Task<string> Story(params string[] settings)
    {
        await using var emulator = new EmulatorUnderTest(settings);
        var stan = await emulator.Stan();
        var order = (
            await stan.Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        await emulator.Pass(10);
        return stan.Credential + order.Text + (await stan.Get("/api/company/Acme/ports")).Text;
    }
}
