using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// How the service's own moves progress: set, read and taken back for the sandbox, a machine, a single resource.
/// </summary>
public sealed class ProgressionTests
{
    private const string Progression = "/__admin/progression";

    [Fact]
    public async Task What_is_set_for_the_sandbox_holds_for_what_waits_already()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        var order = await Order(stan);
        Assert.Equal(
            "manual",
            (await admin.Put(Progression, """{"progression":"manual"}""")).MustBeOk()["usual"]![
                "progression"
            ]!.GetValue<string>());
        await emulator.Pass(3600);
        Assert.Equal("created", await Status(stan, order));
        var waiting = (await admin.Get($"{Progression}/port-orders/{order}")).MustBeOk();
        Assert.Equal(("sandbox", true), (waiting.TextOf("setFor"), waiting["held"]!.GetValue<bool>()));

        // It began an hour ago: what would be over is over now.
        (await admin.Put(Progression, """{"progression":"time","stepSeconds":60}""")).MustBeOk();
        Assert.Equal("pending", await Status(stan, order));
        await emulator.Pass(59);
        Assert.Equal("pending", await Status(stan, order));
        await emulator.Pass(1);
        Assert.Equal("allocated", await Status(stan, order));
        var back = (await admin.Delete(Progression)).MustBeOk();
        Assert.False(back["isSet"]!.GetValue<bool>());
        Assert.Equal(1, back["usual"]!["stepSeconds"]!.GetValue<double>());
        await emulator.Pass(1);
        Assert.Equal("loa_sent", await Status(stan, order));
    }

    [Fact]
    public async Task A_machine_has_a_pace_of_its_own_and_a_resource_another()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        (await admin.Put($"{Progression}/port-orders", """{"progression":"immediate"}""")).MustBeOk();
        var (quick, other) = (await Order(stan), await Order(stan));
        Assert.Equal("done", await Status(stan, quick));
        (
            await admin.Put(
                $"{Progression}/port-orders",
                """{"progression":"time","stepSeconds":1,"stages":{"PENDING":30}}"""
            )
        ).MustBeOk();
        var (slow, polled) = (await Order(stan), await Order(stan));
        (await admin.Put($"{Progression}/port-orders/{polled}", """{"progression":"polls","polls":2}""")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("pending", await Status(stan, slow));
        await emulator.Pass(29.5);
        Assert.Equal("pending", await Status(stan, slow));
        await emulator.Pass(0.5);
        Assert.Equal("allocated", await Status(stan, slow));
        Assert.Equal(
            ["created", "created", "pending"],
            new[] { await Status(stan, polled), await Status(stan, polled), await Status(stan, polled) });

        var shown = (await admin.Get(Progression)).MustBeOk();
        Assert.Equal("""{"pending":30}""", shown["machines"]!["port-orders"]!["stages"]!.ToJsonString());
        Assert.Equal(polled, shown["resources"]![0]!["id"]!.GetValue<string>());

        // Back with its machine, whose pace counts from when the stage began.
        Assert.Equal(
            "machine",
            (await admin.Delete($"{Progression}/port-orders/{polled}")).MustBeOk().TextOf("setFor"));
        await emulator.Pass(30);
        Assert.Equal("allocated", await Status(stan, polled));
        Assert.Equal("start", (await admin.Delete($"{Progression}/port-orders")).MustBeOk().TextOf("setFor"));
        Assert.Equal("done", await Status(stan, other));
    }

    [Fact]
    public async Task What_was_seeded_as_it_stands_is_set_going_only_by_itself()
    {
        const string Creating = "675868acc2e6a1b4d7fa14df";
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        (await admin.Put(Progression, """{"progression":"immediate"}""")).MustBeOk();
        await emulator.Pass(3600);
        Assert.Equal("CREATING", (await admin.Get($"/__admin/workflows/connections/{Creating}")).TextOf("state"));
        (await admin.Put($"{Progression}/connections/{Creating}", """{"progression":"immediate"}""")).MustBeOk();
        Assert.Equal("ACTIVE", (await admin.Get($"/__admin/workflows/connections/{Creating}")).TextOf("state"));
    }

    [Fact]
    public async Task What_is_set_for_a_resource_counts_more_than_a_word_in_its_name()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        var order = await Order(stan, "Port [sim:stuck=created]");
        await emulator.Pass(3600);
        Assert.Equal("created", await Status(stan, order));
        (await admin.Put($"{Progression}/port-orders/{order}", """{"progression":"immediate"}""")).MustBeOk();
        Assert.Equal("done", await Status(stan, order));
    }

    [Fact]
    public async Task It_outlives_the_process_and_a_reset_takes_it_back()
    {
        var folder = Directory.CreateTempSubdirectory("progression-");
        var data = Path.Combine(folder.FullName, "kept.db");
        await using (var emulator = new EmulatorUnderTest($"data={data}"))
        {
            (await emulator.Nobody().Put($"{Progression}/ports", """{"progression":"polls","polls":7}""")).MustBeOk();
        }

        await using (var emulator = new EmulatorUnderTest($"data={data}"))
        {
            Assert.Equal(7, (await emulator.Nobody().Get($"{Progression}/ports"))["pace"]!["polls"]!.GetValue<int>());
            (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
            Assert.Equal("start", (await emulator.Nobody().Get($"{Progression}/ports")).TextOf("setFor"));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_sandbox_progresses_as_it_likes()
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        (await admin.Post("/__admin/sandboxes", """{"name":"one"}""")).MustBeOk();
        (await admin.Put("/sandbox/one" + Progression, """{"progression":"immediate"}""")).MustBeOk();
        var (here, there) = (emulator.With("key-stan"), emulator.With("one.key-stan"));
        Assert.Equal("created", await Status(here, await Order(here)));
        Assert.Equal("done", await Status(there, await Order(there)));
    }

    [Theory]
    [InlineData("/__admin/progression", "{}", 400, "The request must have required property 'progression'")]
    [InlineData(
        "/__admin/progression",
        """{"progression":"never"}""",
        400,
        "The request/progression must be equal to one of the allowed values"
    )]
    [InlineData(
        "/__admin/progression",
        """{"progression":"time","stepSeconds":-1}""",
        400,
        "The request/stepSeconds must be >= 0"
    )]
    [InlineData(
        "/__admin/progression",
        """{"progression":"time","stepSeconds":"soon"}""",
        400,
        "The request/stepSeconds must be number"
    )]
    [InlineData(
        "/__admin/progression",
        """{"progression":"time","stepSeconds":1e300}""",
        400,
        "The request/stepSeconds must be <= 31536000"
    )]
    [InlineData(
        "/__admin/progression",
        """{"progression":"polls","polls":1001}""",
        400,
        "The request/polls must be <= 1000"
    )]
    [InlineData(
        "/__admin/progression/routers",
        """{"progression":"time"}""",
        404,
        "There is no workflow called routers"
    )]
    [InlineData(
        "/__admin/progression/scheduled-tasks",
        """{"progression":"manual"}""",
        409,
        "The service moves no scheduled-tasks on at a pace"
    )]
    [InlineData(
        "/__admin/progression/ports",
        """{"progression":"time","stages":{"LOST":1}}""",
        400,
        "The request/stages/LOST must be equal to one of the allowed values"
    )]
    [InlineData(
        "/__admin/progression/ports",
        """{"progression":"time","stages":{"ACTIVATING":"1"}}""",
        400,
        "The request/stages/ACTIVATING must be number"
    )]
    [InlineData(
        "/__admin/progression/ports",
        """{"progression":"time","stages":{"ACTIVATING":null}}""",
        400,
        "The request/stages/ACTIVATING must be number"
    )]
    [InlineData(
        "/__admin/progression/ports/nobody",
        """{"progression":"time"}""",
        404,
        "There is no ports with the id nobody"
    )]
    public async Task What_can_not_be_set_is_refused_and_changes_nothing(
        string path,
        string body,
        int status,
        string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        var before = (await admin.Get(Progression)).Text;
        (await admin.Put(path, body)).MustRefuse(status, message);
        Assert.Equal(before, (await admin.Get(Progression)).Text);
    }

    private static async Task<string> Order(Client stan, string name = "P") => (
            await stan.Put(
                "/api/company/Acme/ports/orders",
                new JsonObject
                {
                    ["dataCenterFacility"] = "supernetpa4",
                    ["speed"] = 1000,
                    ["portName"] = name,
                    ["paymentType"] = "invoice",
                }.ToJsonString())
        ).MustBeOk().TextOf("id");

    private static async Task<string> Status(Client stan, string order) =>
        (await stan.Get($"/api/company/Acme/ports/orders/{order}")).MustBeOk().TextOf("status");
}
