using Emulator.Domain.Staging;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>
/// How the service goes on by reads, and by words in a resource's name, for clients that can't reach /__admin.
/// </summary>
public sealed class PollsAndDirectivesTests
{
    private const string Orders = "/api/company/Acme/ports/orders";

    [Fact]
    public async Task With_polls_a_stage_is_over_when_it_has_been_read_so_often()
    {
        await using var emulator = new EmulatorUnderTest("progression=polls", "polls=2");
        var stan = emulator.With("key-stan");
        var order = await Order(stan, "Polled");
        await emulator.Pass(3600);
        Assert.Equal(["created", "created", "pending", "pending", "allocated", "allocated", "loa_sent"], await Read(7));
        Assert.Equal(["loa_sent", "done"], await Read(2));

        // Reads of others don't count, nor do writes.
        var other = await Order(stan, "Other");
        for (var read = 0; read < 5; read++)
        {
            (await stan.Get($"{Orders}/{order}")).MustBeOk();
            (await stan.Post($"{Orders}/{other}", """{"portName":"Other again"}""")).MustBeOk();
        }

        Assert.Equal("created", (await stan.Get($"{Orders}/{other}")).TextOf("status"));

        // A list that shows it does.
        (await stan.Get(Orders)).MustBeOk();
        Assert.Equal("pending", (await stan.Get($"{Orders}/{other}")).TextOf("status"));

        async Task<List<string>> Read(int times)
        {
            var seen = new List<string>();
            for (var read = 0; read < times; read++)
            {
                seen.Add((await stan.Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
            }

            return seen;
        }
    }

    [Fact]
    public async Task A_scheduled_task_waits_for_its_time_and_not_for_reads()
    {
        await using var emulator = new EmulatorUnderTest("progression=polls", "polls=0");
        var stan = emulator.With("key-stan");
        var connection = (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                """
                {"type":"LAYER2","name":"Later","portId":"569fbfdec2e6a1b4d74c2c70","speed":10,
                "destPortId":"5aaaac3bc2e6a1b4d7cc4c6d","destCompany":"Acme",
                "scheduledTaskList":[{"scheduledAt":"2026-03-01T13:00:00Z","action":"disable"}]}
                """
            ))
            .MustBeOk()
            .TextOf("id");
        Assert.Equal("ACTIVE", (await stan.Get($"/api/v2/company/Acme/connections/{connection}")).TextOf("status"));
        await emulator.Pass(3600);
        Assert.Equal("DISABLED", (await stan.Get($"/api/v2/company/Acme/connections/{connection}")).TextOf("status"));
    }

    [Fact]
    public async Task With_no_polls_to_wait_for_it_is_over_at_once()
    {
        await using var emulator = new EmulatorUnderTest("progression=polls", "polls=0");
        var stan = emulator.With("key-stan");
        Assert.Equal("done", (await stan.Get($"{Orders}/{await Order(stan, "Quick")}")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task A_name_can_ask_for_failure_standstill_and_slowness()
    {
        await using var emulator = new EmulatorUnderTest();
        var (failing, stuck, slow, slower) = (
            await Connect("[sim:fail=creating]"),
            await Connect("Link [SIM:Stuck=Creating] 2"),
            await Connect("[sim:slow=creating]"),
            await Connect("[sim:slow=creating:30]"));
        await emulator.Pass(3);
        Assert.Equal(("ERROR", "CREATING", "CREATING", "CREATING"), await Statuses());
        await emulator.Pass(9);
        Assert.Equal(("ERROR", "CREATING", "ACTIVE", "CREATING"), await Statuses());
        await emulator.Pass(21);
        Assert.Equal(("ERROR", "CREATING", "ACTIVE", "ACTIVE"), await Statuses());
        (await emulator.Nobody().Post($"/__admin/workflows/connections/{stuck}/advance")).MustBeOk();
        Assert.Equal("ACTIVE", await Status(stuck));

        async Task<string> Connect(string name) =>
            (
                await emulator
                    .With("key-stan")
                    .Put(
                        "/api/v2/company/Acme/connections/layer2",
                        $$"""
                        {"type":"LAYER2","name":"{{name}}","portId":"569fbfdec2e6a1b4d74c2c70","speed":10,
                        "destPortId":"5aaaac3bc2e6a1b4d7cc4c6d","destCompany":"Acme"}
                        """
                    ))
                .MustBeOk()
                .TextOf("id");

        async Task<(string, string, string, string)> Statuses() =>
            (await Status(failing), await Status(stuck), await Status(slow), await Status(slower));

        async Task<string> Status(string id) =>
            (await emulator.With("key-stan").Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk().TextOf("status");
    }

    [Fact]
    public async Task A_stage_that_can_not_fail_goes_on_as_usual()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = await Order(stan, "[sim:fail=activating]");
        await emulator.Pass(60);
        var done = (await stan.Get($"{Orders}/{order}")).MustBeOk();
        Assert.Equal("done", done.TextOf("status"));
        Assert.Equal("ACTIVE", done["port"]!["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("created")]
    [InlineData("allocated")]
    public async Task An_order_can_fail_in_a_stage(string stage)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var order = await Order(stan, $"[sim:fail={stage}]");
        await emulator.Pass(60);
        Assert.Equal("error", (await stan.Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task Switched_off_a_name_is_only_a_name()
    {
        await using var emulator = new EmulatorUnderTest("directives=false");
        var stan = emulator.With("key-stan");
        var order = await Order(stan, "[sim:stuck=created]");
        await emulator.Pass(60);
        Assert.Equal("done", (await stan.Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
    }

    [Theory]
    [InlineData("[sim:fail=creating]", "CREATING", DirectiveKind.Fail, null)]
    [InlineData("a [sim:stuck=active] b [sim:slow=creating:1.5]", "CREATING", DirectiveKind.Slow, 1.5)]
    [InlineData("[SIM:SLOW=PENDING_ACCEPTANCE]", "PENDING_ACCEPTANCE", DirectiveKind.Slow, null)]
    public void Words_in_a_name_are_read(string name, string stage, object kind, double? seconds) =>
        Assert.Equal(
            ((DirectiveKind)kind, seconds),
            Directive.In(name, stage) is { } directive ? (directive.Kind, directive.Seconds) : default);

    [Theory]
    [InlineData(null)]
    [InlineData("creating")]
    [InlineData("[sim:fail=created]")]
    [InlineData("[sim:explode=creating]")]
    [InlineData("[sim:fail=]")]
    [InlineData("[sim:slow=creating:soon]")]
    public void Other_words_say_nothing(string? name) => Assert.Null(Directive.In(name, "CREATING"));

    private static async Task<string> Order(Client client, string name) =>
        (
            await client.Put(
                Orders,
                $$"""{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"{{name}}","paymentType":"invoice"}""")
        )
            .MustBeOk()
            .TextOf("id");
}
