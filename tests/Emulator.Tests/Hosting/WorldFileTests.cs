using System.IO.Compression;
using System.Text.Json.Nodes;
using Emulator.Simulation;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Worlds in files, <c>--world</c>: every sandbox that begins with the seed has what they describe.</summary>
public sealed class WorldFileTests : IDisposable
{
    private const string Yaml = """
        companies:
          buyer:
            ports:
              hk: { metro: Hong Kong, speed: 10000 }
        """;

    private const string Ports = "/api/company/buyer/ports";

    private readonly string folder = Directory.CreateTempSubdirectory("worlds").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_sandbox_begins_with_it_and_a_reset_brings_it_back()
    {
        var more = Written("more.json", """{"companies":{"buyer":{"ports":{"sg":{"metro":"Singapore"}}}}}""");
        await using var emulator = new EmulatorUnderTest($"world={Written("world.yaml", Yaml)}, {more}");
        var buyer = emulator.With("key-buyer-keyholder");
        Assert.Equal(["hk", "sg"], await Names(buyer));

        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"own"}""")).MustBeOk();
        Assert.Equal(["hk", "sg"], await Names(emulator.With("own.key-buyer-keyholder")));

        (await buyer.Post($"{Ports}/{await Id(buyer)}", """{"name":"Renamed"}""")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(["hk", "sg"], await Names(buyer));
    }

    [Fact]
    public async Task A_data_file_that_is_there_stays_as_it_is_and_it_is_told_that_the_world_was_not_applied()
    {
        var data = Path.Combine(folder, "emulator.db");
        await using (var first = new EmulatorUnderTest($"data={data}"))
        {
            (await first.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
            Assert.Empty(await Files(first));
            Assert.Null((await Setting(first))["note"]);
        }

        var file = Written("world.yml", Yaml);
        await using (var second = new EmulatorUnderTest($"data={data}", $"world={file}"))
        {
            (await second.With("key-buyer-keyholder").Get(Ports)).MustRefuse(401);
            var told = Assert.Single(await Files(second))!;
            Assert.Equal(file, told["file"]!.GetValue<string>());
            Assert.Equal("absent", told["standing"]!.GetValue<string>());
            Assert.Null(told["at"]);
            Assert.Equal($"{file}: {told["told"]}", (await Setting(second))["note"]!.GetValue<string>());
            foreach (var way in new[] { "Not applied", "--fresh", "POST /__admin/worlds" })
            {
                Assert.Contains(way, told["told"]!.GetValue<string>(), StringComparison.Ordinal);
            }

            // What the advice says does what it says.
            (await second.Nobody().Send(HttpMethod.Post, "/__admin/worlds", Yaml, "application/yaml")).MustBeOk();
            Assert.Equal(["hk"], await Names(second.With("key-buyer-keyholder")));
        }

        await using var fresh = new EmulatorUnderTest($"data={data}", "fresh=true", $"world={file}");
        Assert.Equal(["hk"], await Names(fresh.With("key-buyer-keyholder")));
        Assert.Equal(["applied"], await Standings(fresh));
    }

    [Fact]
    public async Task One_that_the_data_was_made_with_is_not_made_again_and_one_that_has_changed_is_told()
    {
        var data = Path.Combine(folder, "emulator.db");
        var (file, other) = (Written("world.yaml", Yaml), Written("other.json", """{"companies":{"other":{}}}"""));
        await using (var first = new EmulatorUnderTest($"data={data}", $"world={file},{other}"))
        {
            Assert.Equal(["applied", "applied"], await Standings(first));
            (await first.Nobody().Post("/__admin/clock/advance", """{"seconds":3600}""")).MustBeOk();
        }

        // The same, from another folder, as a container may have it.
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        File.Copy(file, Path.Combine(elsewhere, "renamed.yaml"));
        await using (var second = new EmulatorUnderTest(
            $"data={data}", $"world={Path.Combine(elsewhere, "renamed.yaml")},{other}"))
        {
            Assert.Equal(["hk"], await Names(second.With("key-buyer-keyholder")));
            Assert.Equal(["applied", "applied", "former"], await Standings(second));
            var at = (await Files(second))[0]!["at"]!.GetValue<DateTimeOffset>();
            Assert.Equal(EmulatorUnderTest.Start, at);
        }

        File.AppendAllText(file, "# another line\n");
        await using var third = new EmulatorUnderTest($"data={data}", $"world={file}");
        Assert.Equal(["changed", "former"], await Standings(third));
        Assert.Contains(
            "has changed since", (await Files(third))[0]!["told"]!.GetValue<string>(), StringComparison.Ordinal);
        File.Delete(file);
        Assert.Equal(["unreadable", "former"], await Standings(third));

        // A reset begins again, with the file as it is by then.
        File.WriteAllText(file, Yaml.Replace("hk:", "kowloon:", StringComparison.Ordinal));
        (await third.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(["kowloon"], await Names(third.With("key-buyer-keyholder")));
        Assert.Equal(["applied"], await Standings(third));
    }

    [Fact]
    public async Task The_program_says_at_its_start_which_worlds_were_applied_earlier_and_which_were_not()
    {
        var data = Path.Combine(folder, "emulator.db");
        var (file, later) = (Written("world.yaml", Yaml), Written("later.json", """{"companies":{"late":{}}}"""));
        using (var first = await RunningEmulator.Start(data, $"--world={file}"))
        {
            Assert.DoesNotContain("--world", first.Output + first.Errors, StringComparison.Ordinal);
            first.Kill();
        }

        using var second = await RunningEmulator.Start(data, $"--world={file},{later}");
        var deadline = DateTime.UtcNow.AddSeconds(10);
        while (!second.Output.Contains("ready on", StringComparison.Ordinal) && DateTime.UtcNow < deadline)
        {
            await Task.Delay(50);
        }

        Assert.Contains(
            $"--world (EMULATOR_WORLD): {file}: The data was made with it, at 20",
            second.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            $"--world (EMULATOR_WORLD): {later}: Not applied: the data was there already, made without it.",
            second.Errors,
            StringComparison.Ordinal);
        Assert.Contains($"The data is in {data}", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_that_is_kept_knows_what_it_was_made_with()
    {
        var kept = Path.Combine(folder, "sandboxes");
        var (file, later) = (Written("world.yaml", Yaml), Written("later.json", """{"companies":{"late":{}}}"""));
        await using (var first = new EmulatorUnderTest($"sandboxes={kept}", $"world={file}"))
        {
            (await first.Nobody().Post("/__admin/sandboxes", """{"name":"own"}""")).MustBeOk();
        }

        List<string> told = [];
        await using var second = new EmulatorUnderTest($"sandboxes={kept}", $"world={file},{later}");
        (await second.Nobody().Get("/readyz")).MustBeOk();
        second.Services.GetRequiredService<Sandboxes>().Tells = told.Add;
        Assert.Equal(["applied", "absent"], await Standings(second, "/sandbox/own"));
        Assert.Contains(
            "The sandbox own: --world (EMULATOR_WORLD): " + later + ": Not applied",
            Assert.Single(told),
            StringComparison.Ordinal);
        Assert.Equal(["applied", "applied"], await Standings(second));
    }

    [Fact]
    public async Task Data_of_an_earlier_version_has_no_note_and_that_is_told()
    {
        var data = Path.Combine(folder, "emulator.db");
        await using (var packed = File.OpenRead(Path.Combine(
            OperationCatalogue.Repository, "tests/Emulator.Tests/Store/Earlier/2026-11-29.db.br")))
        await using (var unpacked = new BrotliStream(packed, CompressionMode.Decompress))
        await using (var into = File.Create(data))
        {
            await unpacked.CopyToAsync(into);
        }

        await using var emulator = new EmulatorUnderTest($"data={data}", $"world={Written("world.yaml", Yaml)}");
        Assert.Equal(["unknown"], await Standings(emulator));
    }

    [Fact]
    public async Task One_that_cannot_be_any_more_is_refused_where_it_is_wanted_and_the_sandbox_stays()
    {
        var file = Written("world.yaml", Yaml);
        await using var emulator = new EmulatorUnderTest($"world={file}", $"sandboxes={Path.Combine(folder, "kept")}");
        var buyer = emulator.With("key-buyer-keyholder");
        (await buyer.Post($"{Ports}/{await Id(buyer)}", """{"name":"Renamed"}""")).MustBeOk();
        File.WriteAllText(file, "companies: { buyer: { ports: { hk: { metro: Hongkong } } } }");
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/__admin/reset"), (HttpMethod.Put, "/__admin/sandboxes/own"),
            (HttpMethod.Post, "/__admin/sandboxes"),
        })
        {
            var refused = (await emulator.Nobody().Send(method, path, "{}")).MustRefuse(409);
            Assert.Contains("world.yaml", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Hongkong", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["Renamed"], await Names(buyer));
        (await emulator.Nobody().Get("/__admin/sandboxes/own")).MustRefuse(404);
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder, "kept")));

        File.WriteAllText(file, Yaml);
        (await emulator.Nobody().Put("/__admin/sandboxes/own", "{}")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(["hk"], await Names(buyer));
    }

    [Theory]
    [InlineData(
        "world.yaml",
        "companies: { buyer: { ports: { hk: { metro: Hongkong } } } }",
        "companies.buyer.ports.hk.metro")]
    [InlineData("world.json", "{", "no JSON")]
    [InlineData("world.json", """{"companies":{"buyer":{"prots":{}}}}""", "additional property 'prots'")]
    [InlineData("world.yml", "companies: &a { buyer: *a }", "a circle can't be")]
    [InlineData("world.yaml", "companies: { buyer: { ports: { hk: { state: BROKEN } } } }", "ACTIVE")]
    [InlineData("world.json", "4 MB", "It has more than 4194304 bytes")]
    [InlineData("world.json", "\u0089PNG\r\n\u001a\n", "no JSON")]
    public async Task One_that_cannot_be_stops_the_start_and_leaves_the_data_alone(
        string name, string world, string words)
    {
        var data = Path.Combine(folder, "emulator.db");
        var file = Written(name, world == "4 MB" ? new string(' ', (4 * 1024 * 1024) + 1) : world);
        var (code, errors) = await RunningEmulator.Fail(
            "--urls=http://127.0.0.1:9131", $"--data={data}", $"--world={file}");
        Assert.Equal(1, code);
        Assert.Contains("--world (EMULATOR_WORLD)", errors, StringComparison.Ordinal);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Contains(name, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(data) && new FileInfo(data).Length > 0);
    }

    private static async Task<JsonArray> Files(EmulatorUnderTest emulator, string sandbox = "") =>
        (await emulator.Nobody().Get($"{sandbox}/__admin/worlds")).MustBeOk()["files"]!.AsArray();

    private static async Task<IEnumerable<string>> Standings(EmulatorUnderTest emulator, string sandbox = "") =>
        (await Files(emulator, sandbox)).Select(file => file!["standing"]!.GetValue<string>());

    private static async Task<JsonNode> Setting(EmulatorUnderTest emulator) =>
        (await emulator.Nobody().Get("/__admin/settings")).MustBeOk()["settings"]!.AsArray()
            .Single(setting => setting!["name"]!.GetValue<string>() == "world")!;

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<IEnumerable<string>> Names(Client client) =>
        (await client.Get(Ports)).MustBeOk()["results"]!.AsArray().Select(port => port!["name"]!.GetValue<string>())
            .Order();

    private static async Task<string> Id(Client client) =>
        (await client.Get(Ports)).MustBeOk()["results"]![0]!["id"]!.GetValue<string>();
}
