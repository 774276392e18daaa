using System.Net;
using Emulator.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>Several clients who make, fill, reset and delete the same sandbox at once.</summary>
public sealed class SandboxRaceTests : IDisposable
{
    private const string AWorld =
        """{"companies":{"buyer":{"ports":{"hk":{"metro":"Hong Kong"},"sg":{"metro":"Singapore"}}}}"""
            + ""","connections":{"link":{"from":"hk","to":"sg"}}}""";

    private readonly string folder = Directory.CreateTempSubdirectory("races").FullName;

    public void Dispose() => new DirectoryInfo(folder).DeleteWhole();

    [Theory]
    [InlineData("PUT", true)]
    [InlineData("POST", true)]
    [InlineData("PUT", false)]
    [InlineData("POST", false)]
    public async Task Of_those_who_make_the_same_one_at_once_one_does_and_the_others_are_told(
        string method, bool isKept)
    {
        await using var emulator = await Emulator(isKept);
        for (var round = 0; round < 5; round++)
        {
            var name = $"r{round}";
            var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(client => Task.Run(() => method == "PUT"
                ? emulator.Nobody().Put(
                    $"/__admin/sandboxes/{(client % 2 == 0 ? name : name.ToUpperInvariant())}",
                    $$"""{"worlds":{{AWorld}}}""")
                : emulator.Nobody().Post("/__admin/sandboxes", $$"""{"name":"{{name}}","worlds":{{AWorld}}}"""))));
            var winner = Assert.Single(made, answer => answer.Status == HttpStatusCode.OK);
            Assert.All(made.Where(answer => answer != winner), answer =>
            {
                answer.MustRefuse(409);
                Assert.Contains("already", answer.Message, StringComparison.Ordinal);
            });
            var key = winner["worlds"]![0]!["companies"]!["buyer"]!["key"]!.GetValue<string>();
            var ports = (await emulator.With(key).Get("/api/company/buyer/ports")).MustBeOk()["results"]!.AsArray();
            Assert.Equal(2, ports.Count);
        }

        Assert.Equal(
            6, (await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk()["sandboxes"]!.AsArray().Count);
        MustHaveFolders(isKept, 5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task There_are_never_more_than_the_setting_says_and_never_fewer(bool isKept)
    {
        await using var emulator = await Emulator(isKept, "max-sandboxes=3");
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(client =>
            Task.Run(() => emulator.Nobody().Put($"/__admin/sandboxes/s{client}", "{}"))));
        Assert.Equal(3, made.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(made.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.MustRefuse(409));
        MustHaveFolders(isKept, 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_can_not_be_made_was_never_there_for_those_who_ask_meanwhile(bool isKept)
    {
        const string Impossible =
            """{"worlds":[{"companies":{"a":{"ports":{"p":{},"q":{},"r":{},"s":{}}}}},"""
                + """{"companies":{"b":{"ports":{"p":{"metro":"Nowhere"}}}}}]}""";
        await using var emulator = await Emulator(isKept);
        for (var round = 0; round < 4; round++)
        {
            var making = Task.Run(() => emulator.Nobody().Put("/__admin/sandboxes/x", Impossible));
            while (!making.IsCompleted)
            {
                var asked = await emulator.Nobody().Get("/sandbox/x/__admin/clock");
                asked.MustRefuse(404);
                Assert.Contains("x", asked.Message, StringComparison.Ordinal);
            }

            (await making).MustRefuse(400);
            (await emulator.Nobody().Get("/sandbox/x/__admin/clock")).MustRefuse(404);
            MustHaveFolders(isKept, 0);
        }

        (await emulator.Nobody().Put("/__admin/sandboxes/x", "{}")).MustBeOk();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_is_deleted_while_it_is_used_ends_what_is_at_work_and_its_name_is_free(bool isKept)
    {
        await using var emulator = await Emulator(isKept);
        for (var round = 0; round < 4; round++)
        {
            (await emulator.Nobody().Put("/__admin/sandboxes/x", "{}")).MustBeOk();
            var clients = Enumerable.Range(0, 4).Select(client => Task.Run(async () =>
            {
                var orders = 0;
                while (true)
                {
                    var answer = await emulator.With("x.key-stan").Put("/api/company/Acme/ports/orders",
                        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""");
                    if (answer.Status != HttpStatusCode.OK)
                    {
                        return (answer, orders);
                    }

                    orders++;
                }
            })).ToList();
            var world = Task.Run(() => emulator.Nobody().Post("/sandbox/x/__admin/worlds", AWorld));
            await Task.Delay(30);

            // Two who delete it, and one who makes another of its name: that has its own files.
            var deleted = await Task.WhenAll(
                Task.Run(() => emulator.Nobody().Delete("/__admin/sandboxes/x")),
                Task.Run(() => emulator.Nobody().Delete("/__admin/sandboxes/x")));
            Assert.Contains(deleted, answer => answer.Status == HttpStatusCode.OK);
            Assert.All(deleted, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound));
            foreach (var (ended, _) in await Task.WhenAll(clients))
            {
                // Gone while the call waited, or before: then the key leads nowhere.
                Assert.True(ended.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized, ended.Text);
            }

            Assert.True((await world).Status is HttpStatusCode.OK or HttpStatusCode.NotFound);
            MustHaveFolders(isKept, 0);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_of_the_name_of_one_that_is_being_deleted_keeps_what_is_its_own(bool isKept)
    {
        await using var emulator = await Emulator(isKept);
        (await emulator.Nobody().Put("/__admin/sandboxes/x", "{}")).MustBeOk();
        for (var round = 0; round < 8; round++)
        {
            var work = Task.Run(() => emulator.Nobody().Post("/sandbox/x/__admin/worlds", AWorld));
            var delete = Task.Run(() => emulator.Nobody().Delete("/__admin/sandboxes/x"));
            Answer made;
            do
            {
                made = await emulator.Nobody().Put("/__admin/sandboxes/x", "{}");
            }
            while (made.Status == HttpStatusCode.Conflict);

            made.MustBeOk();
            (await delete).MustBeOk();
            Assert.True((await work).Status is HttpStatusCode.OK or HttpStatusCode.NotFound);
            (await emulator.With("x.key-stan").Post(
                "/api/company/Acme/ports/55767b5652a693344a015744", $$"""{"name":"Round {{round}}"}""")).MustBeOk();
            MustHaveFolders(isKept, 1);
            if (isKept)
            {
                Assert.True(File.Exists(Path.Combine(folder, "x", "sandbox.db")));
                Assert.True(File.Exists(Path.Combine(folder, "x", "sandbox.json")));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_world_and_a_reset_at_once_leave_the_one_or_the_other_whole(bool isKept)
    {
        await using var emulator = await Emulator(isKept);
        (await emulator.Nobody().Put("/__admin/sandboxes/x", "{}")).MustBeOk();
        for (var round = 0; round < 10; round++)
        {
            var (world, reset) = (
                Task.Run(() => emulator.Nobody().Post("/sandbox/x/__admin/worlds", AWorld)),
                Task.Run(() => emulator.Nobody().Post("/__admin/sandboxes/x/reset")));
            var made = (await world).MustBeOk();
            (await reset).MustBeOk();
            var key = made["companies"]!["buyer"]!["key"]!.GetValue<string>();
            var ports = await emulator.With(key).Get("/api/company/buyer/ports");
            var links = (await emulator.Nobody().Get("/sandbox/x/__admin/resources?machine=connections&q=link"))
                .MustBeOk()["resources"]!.AsArray()
                .Where(link => link!["name"]!.GetValue<string>() == "link");
            if (ports.Status == HttpStatusCode.OK)
            {
                Assert.Equal(2, ports["results"]!.AsArray().Count);
                Assert.Single(links);
            }
            else
            {
                ports.MustRefuse(401);
                Assert.Empty(links);
            }

            await MustHang(emulator);
            (await emulator.Nobody().Post("/__admin/sandboxes/x/reset")).MustBeOk();
        }
    }

    [Fact]
    public async Task Worlds_made_in_one_sandbox_at_once_are_made_one_after_the_other_each_whole()
    {
        await using var emulator = await Emulator(isKept: true);
        (await emulator.Nobody().Put("/__admin/sandboxes/x", "{}")).MustBeOk();
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(client => Task.Run(() => emulator.Nobody().Post(
            "/sandbox/x/__admin/worlds",
            client == 5
                ? """{"companies":{"buyer":{"ports":{"hk":{},"bad":{"metro":"Nowhere"}}}}}"""
                : AWorld))));
        made[5].MustRefuse(400);
        var ids = made.Take(5)
            .SelectMany(world => world.MustBeOk()["companies"]!["buyer"]!["ports"]!.AsObject()
                .Select(port => port.Value!["id"]!.GetValue<string>()))
            .ToList();
        Assert.Equal(10, ids.Distinct().Count());
        Assert.Equal(
            ids.Order(),
            (await emulator.With("x.key-buyer-keyholder").Get("/api/company/buyer/ports?limit=50"))
                .MustBeOk()["results"]!.AsArray()
                .Select(port => port!["id"]!.GetValue<string>()).Order());
        await MustHang(emulator);

        // An empty one among others: whatever came before it is gone, and nothing hangs in the air.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(client => Task.Run(() => emulator.Nobody().Post(
            "/sandbox/x/__admin/worlds",
            client == 2 ? """{"empty":true,"companies":{"buyer":{}}}""" : AWorld))));
        await MustHang(emulator);
    }

    /// <summary>One that is ready: clients that come at once would start one each.</summary>
    private async Task<EmulatorUnderTest> Emulator(bool isKept, params string[] more)
    {
        var emulator = new EmulatorUnderTest([.. isKept ? [$"sandboxes={folder}"] : Array.Empty<string>(), .. more]);
        (await emulator.Nobody().Get("/readyz")).MustBeOk();
        return emulator;
    }

    private void MustHaveFolders(bool isKept, int count)
    {
        if (isKept)
        {
            Assert.Equal(count, Directory.GetDirectories(folder).Length);
        }
    }

    private static async Task MustHang(EmulatorUnderTest emulator)
    {
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Named("x");
        var turn = await sandbox.Begin(CancellationToken.None);
        turn.End();
        var (broken, _) = await Invariants.Of(sandbox, sinceMove: 0);
        Assert.Empty(broken);
    }
}
