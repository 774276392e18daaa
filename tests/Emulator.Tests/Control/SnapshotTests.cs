using Emulator.ConsoleConnect;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>A sandbox's state, saved under a name: what it is put to is what was saved, wholly.</summary>
public sealed class SnapshotTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
    private const string Orders = "/api/company/Acme/ports/orders";
    private const string Order =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"p","paymentType":"invoice"}""";

    private static readonly SandboxSettings Running = new(
        new Pace(Progression.Time, TimeSpan.FromSeconds(1)),
        Seed: 1,
        EmulatorUnderTest.Start,
        ClockFrozen: false,
        AccessMode.Enforce);

    [Fact]
    public async Task Data_clock_and_ids_are_put_back_as_they_were_saved()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post(Port, """{"name":"Saved"}""")).MustBeOk();
        await emulator.Pass(90);
        var saved = await Save(emulator, "before");
        Assert.Equal("default", saved.TextOf("sandbox"));
        Assert.Equal("2026-03-01T12:01:30.000Z", saved.TextOf("now"));
        var whole = (await stan.Get("/api/v2/company/Acme/connections")).MustBeOk().Text;

        (await stan.Post(Port, """{"name":"Changed"}""")).MustBeOk();
        var first = (await stan.Put(Orders, Order)).MustBeOk().TextOf("id");
        var meg = await emulator.Meg();
        await emulator.Pass(3600);
        (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        Assert.Equal("Changed", (await stan.Get(Port)).TextOf("name"));

        var restored = (await emulator.Nobody().Post("/__admin/snapshots/BEFORE/restore")).MustBeOk();
        Assert.Equal(
            ("before", "default", "2026-03-01T12:01:30.000Z"),
            (restored.TextOf("restored"), restored.TextOf("sandbox"), restored.TextOf("now")));
        Assert.Equal("2026-03-01T12:01:30.000Z", (await emulator.Nobody().Get("/__admin/clock")).TextOf("now"));
        Assert.Equal("Saved", (await stan.Get(Port)).MustBeOk().TextOf("name"));
        Assert.Equal(whole, (await stan.Get("/api/v2/company/Acme/connections")).Text);
        Assert.Empty((await emulator.Nobody().Get("/__admin/outbox")).MustBeOk()["letters"]!.AsArray());
        (await stan.Get($"{Orders}/{first}")).MustRefuse(404);
        (await meg.Get("/api/auth/token")).MustRefuse(401, "The user is not logged in");
        Assert.Equal(first, (await stan.Put(Orders, Order)).MustBeOk().TextOf("id"));
    }

    [Fact]
    public async Task What_is_due_in_it_happens_after_it_was_restored_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var order = (await emulator.With("key-stan").Put(Orders, Order)).MustBeOk().TextOf("id");
        await Save(emulator, "ordered");
        await emulator.Pass(3600);
        var done = (await emulator.With("key-stan").Get($"{Orders}/{order}")).MustBeOk();
        Assert.Equal("done", done.TextOf("status"));
        (await emulator.Nobody().Post("/__admin/snapshots/ordered/restore")).MustBeOk();
        Assert.Equal("created", (await emulator.With("key-stan").Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
        await emulator.Pass(3600);
        Assert.Equal(done.Text, (await emulator.With("key-stan").Get($"{Orders}/{order}")).MustBeOk().Text);
    }

    [Fact]
    public async Task A_clock_that_runs_goes_on_from_the_instant_it_was_saved_at()
    {
        var machine = new FakeTimeProvider();
        using var sandboxes = new Sandboxes(
            new SandboxesSettings(":memory:", SeedFolder.Path, Fresh: false, Volume: 0, Running),
            ConsoleConnectService.Instance,
            machine);
        sandboxes.StartOpening();
        var sandbox = await sandboxes.Default;
        var saved = await StateOf(sandbox);
        Assert.False(saved.Frozen);
        machine.Advance(TimeSpan.FromHours(10));
        Assert.Equal(TimeSpan.FromHours(10), sandbox.Clock.Now - saved.Now);

        await saved.RestoreInto(sandbox, CancellationToken.None);
        Assert.Equal(saved.Now, sandbox.Clock.Now);
        var made = await sandboxes.Make(
            "other",
            timeToLive: null,
            Running,
            new Beginning(saved, null, null, null),
            CancellationToken.None);
        var other = await made.Open();
        Assert.Equal(saved.Now, other.Clock.Now);
        machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromHours(1), other.Clock.Now - saved.Now);
    }

    [Fact]
    public async Task A_sandbox_begins_with_a_snapshot()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Post(Port, """{"name":"Saved"}""")).MustBeOk();
        (await emulator.With("key-stan").Put(Orders, Order)).MustBeOk();
        await emulator.Pass(60);
        await Save(emulator, "base");
        (await emulator.With("key-stan").Post(Port, """{"name":"Later"}""")).MustBeOk();

        var made = (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"one","from":"base"}""")).MustBeOk();
        Assert.Equal("2026-03-01T12:01:00.000Z", made.TextOf("now"));
        Assert.Equal("one.key-stan", made["apiKeys"]!["stan"]!.GetValue<string>());
        Assert.Equal("Saved", (await emulator.With("one.key-stan").Get(Port)).MustBeOk().TextOf("name"));
        var id = (await emulator.With("one.key-stan").Put(Orders, Order)).MustBeOk().TextOf("id");

        var other = (
            await emulator
                .Nobody()
                .Post(
                    "/__admin/sandboxes",
                    """
                    {"name":"two","from":"base","clockStart":"2031-05-06T00:00:00Z","seed":7,
                    "progression":"immediate"}
                    """
                )
        ).MustBeOk();
        Assert.Equal("2031-05-06T00:00:00.000Z", other.TextOf("now"));
        Assert.True((await emulator.Nobody().Get("/sandbox/two/__admin/clock")).MustBeOk()["frozen"]!.GetValue<bool>());
        var otherId = (await emulator.With("two.key-stan").Put(Orders, Order)).MustBeOk().TextOf("id");
        Assert.NotEqual(id, otherId);
        Assert.Equal(id[..8], otherId[..8]);
        Assert.Equal(
            "done",
            (await emulator.With("two.key-stan").Get($"{Orders}/{otherId}")).MustBeOk().TextOf("status"));
        (
            await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"three","from":"base","clockFrozen":false}""")
        ).MustBeOk();
        Assert.False(
            (await emulator.Nobody().Get("/sandbox/three/__admin/clock")).MustBeOk()["frozen"]!.GetValue<bool>());
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"four","from":"seed"}""")).MustBeOk();
        Assert.Equal("Acme Great Oaks", (await emulator.With("four.key-stan").Get(Port)).TextOf("name"));
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"from":"nothing"}""")).MustRefuse(
            404,
            "There is no snapshot called nothing");
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"from":7}""")).MustRefuse(
            400,
            "The request/from must be string");

        // Into another sandbox than it came from, and back to the seed.
        (await emulator.Nobody().Post("/sandbox/four/__admin/snapshots/base/restore")).MustBeOk();
        Assert.Equal("Saved", (await emulator.With("four.key-stan").Get(Port)).TextOf("name"));
        Assert.Equal("Later", (await emulator.With("key-stan").Get(Port)).TextOf("name"));
        (await emulator.Nobody().Post("/__admin/sandboxes/one/reset")).MustBeOk();
        Assert.Equal("Acme Great Oaks", (await emulator.With("one.key-stan").Get(Port)).TextOf("name"));
    }

    [Fact]
    public async Task Snapshots_are_listed_shown_replaced_and_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var nobody = emulator.Nobody();
        Assert.Empty((await nobody.Get("/__admin/snapshots")).MustBeOk()["snapshots"]!.AsArray());
        await Save(emulator, "one");
        var second = (await nobody.Post("/__admin/snapshots", "{}")).MustBeOk().TextOf("name");
        var third = (await nobody.Post("/__admin/snapshots")).MustBeOk().TextOf("name");
        var listed = (await nobody.Get("/__admin/snapshots")).MustBeOk();
        Assert.Equal(
            ["one", second, third],
            listed["snapshots"]!.AsArray().Select(snapshot => snapshot!["name"]!.GetValue<string>()));
        Assert.Equal(
            listed["bytes"]!.GetValue<long>(),
            listed["snapshots"]!.AsArray().Sum(snapshot => snapshot!["bytes"]!.GetValue<long>()));
        (await nobody.Post("/__admin/snapshots", """{"name":"ONE"}""")).MustRefuse(
            409,
            "There is a snapshot called ONE already");
        (await nobody.Post("/__admin/snapshots", """{"name":"one","replace":false}""")).MustRefuse(409);
        await emulator.Pass(5);
        Assert.Equal(
            "2026-03-01T12:00:05.000Z",
            (await nobody.Post("/__admin/snapshots", """{"name":"one","replace":true}""")).MustBeOk().TextOf("now"));
        Assert.Equal("2026-03-01T12:00:05.000Z", (await nobody.Get("/__admin/snapshots/One")).MustBeOk().TextOf("now"));
        Assert.Equal("one", (await nobody.Delete("/__admin/snapshots/one")).MustBeOk().TextOf("deleted"));
        (await nobody.Get("/__admin/snapshots/one")).MustRefuse(404, "There is no snapshot called one");
        (await nobody.Delete("/__admin/snapshots/one")).MustRefuse(404);
        (await nobody.Post("/__admin/snapshots/one/restore")).MustRefuse(404);
        (await nobody.Get("/__admin/snapshots/one/file")).MustRefuse(404);
        (await nobody.Post("/__admin/snapshots", """{"name":"seed"}""")).MustRefuse(
            409,
            "No snapshot can be called seed");
        (await nobody.Post("/__admin/snapshots", """{"name":"Now","replace":true}""")).MustRefuse(
            409,
            "No snapshot can be called Now");
        (await nobody.Post("/__admin/snapshots", """{"name":"a/b"}""")).MustRefuse(
            400,
            "The request/name must match pattern \"^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$\"");
        (await nobody.Post("/__admin/snapshots", """{"name":1}""")).MustRefuse(400, "The request/name must be string");
        (await nobody.Post("/__admin/snapshots", """{"replace":"perhaps"}""")).MustRefuse(
            400,
            "The request/replace must be boolean");
        (await nobody.Post("/__admin/snapshots", "{")).MustRefuse(400);
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_are_kept_and_how_large_they_are()
    {
        using var sandboxes = new Sandboxes(
            new SandboxesSettings(":memory:", SeedFolder.Path, Fresh: false, Volume: 0, Running),
            ConsoleConnectService.Instance,
            TimeProvider.System);
        sandboxes.StartOpening();
        var state = await StateOf(await sandboxes.Default);
        var many = new Snapshots(ConsoleConnectService.Instance, TimeProvider.System, sandboxes.PlainSeed);
        for (var number = 0; number < Snapshots.Most; number++)
        {
            many.Keep($"s{number}", state, replace: false);
        }

        Assert.Equal(
            "There are 200 snapshots, and no more can be kept",
            Assert.Throws<Refusal>(() => many.Keep(null, state, replace: false)).Message);
        many.Keep("S7", state, replace: true);
        many.Delete("s8");
        many.Keep(null, state, replace: false);

        var large = new Snapshots(
            ConsoleConnectService.Instance,
            TimeProvider.System,
            sandboxes.PlainSeed,
            mostBytes: (2 * state.Image.Bytes.Length) + 1);
        large.Keep("one", state, replace: false);
        large.Keep("two", state, replace: false);
        Assert.Same(
            ServiceErrors.NoRoomForSnapshot,
            Assert.Throws<Refusal>(() => large.Keep("three", state, replace: false)).Error);
        Assert.Equal(2, large.All.Count);
        large.Keep("two", state, replace: true);
    }

    [Fact]
    public async Task The_default_sandbox_in_a_file_is_saved_and_put_back_too()
    {
        var folder = Directory.CreateTempSubdirectory("snapshots-");
        var data = $"data={Path.Combine(folder.FullName, "emulator.db")}";
        await using (var emulator = new EmulatorUnderTest(data))
        {
            (await emulator.With("key-stan").Post(Port, """{"name":"Saved"}""")).MustBeOk();
            await Save(emulator, "before");
            (await emulator.With("key-stan").Post(Port, """{"name":"Changed"}""")).MustBeOk();
            await emulator.Pass(60);
            (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"one","from":"before"}""")).MustBeOk();
            Assert.Equal("Saved", (await emulator.With("one.key-stan").Get(Port)).MustBeOk().TextOf("name"));
            (await emulator.Nobody().Post("/__admin/snapshots/before/restore")).MustBeOk();
            Assert.Equal("Saved", (await emulator.With("key-stan").Get(Port)).MustBeOk().TextOf("name"));
            (await emulator.With("key-stan").Post(Port, """{"name":"Saved, and gone on"}""")).MustBeOk();
        }

        await using (var again = new EmulatorUnderTest(data))
        {
            Assert.Equal("Saved, and gone on", (await again.With("key-stan").Get(Port)).MustBeOk().TextOf("name"));
            Assert.Equal("2026-03-01T12:00:00.000Z", (await again.Nobody().Get("/__admin/clock")).TextOf("now"));
        }

        folder.Delete(recursive: true);
    }

    /// <summary>
    /// Each order is several rows, and two ids (its own and its port's) that are counted: a state with some of them
    /// only would be half a change.
    /// </summary>
    [Fact]
    public async Task Saves_and_restores_while_others_write_never_see_half_a_change()
    {
        await using var emulator = new EmulatorUnderTest();
        await Save(emulator, "start");
        var work = Enumerable.Range(0, 60).Select(async number =>
        {
            if (number % 3 == 0)
            {
                await Save(emulator, $"s{number}");
            }
            else if (number % 20 == 1)
            {
                (await emulator.Nobody().Post("/__admin/snapshots/start/restore")).MustBeOk();
            }
            else
            {
                (await emulator.With("key-stan").Put(Orders, Order)).MustBeOk();
                (await emulator.With("key-stan").Get(Orders)).MustBeOk();
            }
        });
        await Task.WhenAll(work);
        var states = emulator.Services.GetRequiredService<Snapshots>().All;
        Assert.Equal(21, states.Count);
        var seeded = Count(states[0], "SELECT count(*) FROM \"PortOrders\"");
        Assert.All(states, snapshot =>
        {
            Assert.Equal(0, Count(snapshot, "SELECT count(*) FROM pragma_foreign_key_check"));
            Assert.Equal(
                0,
                Count(
                    snapshot,
                    "SELECT count(*) FROM \"PortOrders\" AS \"o\" WHERE NOT EXISTS (SELECT 1 "
                        + "FROM \"Moves\" WHERE \"ResourceId\" = \"o\".\"Id\")"));
            Assert.Equal(
                2 * (Count(snapshot, "SELECT count(*) FROM \"PortOrders\"") - seeded),
                Count(snapshot, "SELECT \"IdsGiven\" FROM \"Sandbox\""));
        });
        Assert.Contains(states, snapshot => Count(snapshot, "SELECT count(*) FROM \"PortOrders\"") > seeded);
    }

    internal static async Task<Answer> Save(EmulatorUnderTest emulator, string name) =>
        (await emulator.Nobody().Post("/__admin/snapshots", $$"""{"name":"{{name}}"}""")).MustBeOk();

    private static long Count(Snapshot snapshot, string sql)
    {
        using var opened = snapshot.State.Image.Open();
        using var command = opened.Rows.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static async Task<SavedState> StateOf(Sandbox sandbox)
    {
        var turn = await sandbox.Begin(CancellationToken.None);
        try
        {
            return turn.State();
        }
        finally
        {
            turn.End();
        }
    }
}
