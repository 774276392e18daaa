using System.Text.Json.Nodes;
using System.Xml.Linq;
using Emulator.Hosting.Commands;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// The command <c>compare</c> as CI runs it: its exit code, and what it writes where.
/// </summary>
public sealed class CompareCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("compare").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Where_nothing_differs_it_ends_with_0_and_says_so_in_each_form()
    {
        var file = Written("same.har", (await Recorded()).ToJsonString());
        var (code, text, errors) = await Compare(file);
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith(
            "4 exchanges, 4 replayed, 0 read, 0 skipped: no difference in 3 operations",
            text,
            StringComparison.Ordinal);

        (code, text, errors) = await Compare(file, "--mode", "read", "--format=json");
        Assert.Equal((0, ""), (code, errors));
        var shown = JsonNode.Parse(text)!;
        Assert.Equal(
            ("read", "same", 4),
            (shown["mode"]!.GetValue<string>(), shown["verdict"]!.GetValue<string>(), shown["read"]!.GetValue<int>()));

        var report = Path.Combine(folder, "report.xml");
        (code, text, errors) = await Compare(file, "--format", "junit", "--output", report);
        Assert.Equal((0, "", ""), (code, text, errors));
        var suite = XDocument.Load(report).Root!;
        Assert.Equal(("3", "0", "0"), (Of(suite, "tests"), Of(suite, "failures"), Of(suite, "errors")));
    }

    [Fact]
    public async Task Where_something_differs_it_ends_with_1_and_every_form_tells_what_without_values()
    {
        const string Secret = "secret-of-theirs";
        var recorded = await Recorded();
        var list = recorded["log"]!["entries"]!.AsArray().First(entry =>
            entry!["request"]!["url"]!.GetValue<string>().EndsWith("/Acme/ports", StringComparison.Ordinal)
            && entry["response"]!["status"]!.GetValue<int>() == 200)!;
        var body = JsonNode.Parse(list["response"]!["content"]!["text"]!.GetValue<string>())!;
        foreach (var port in body["results"]!.AsArray())
        {
            port!["brandNew"] = Secret;
        }

        list["response"]!["content"]!["text"] = body.ToJsonString();
        var file = Written("different.har", recorded.ToJsonString());

        var (code, text, errors) = await Compare(file);
        Assert.Equal((1, ""), (code, errors));
        Assert.Contains("1 of 3 operations differ", text, StringComparison.Ordinal);
        Assert.Contains("GET /api/company/{companyName}/ports: 1 of 2 differ", text, StringComparison.Ordinal);
        Assert.Contains("missing  /results/*/brandNew: recorded string, emulator none", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);

        (code, text, _) = await Compare("--format", "json", file);
        Assert.Equal(1, code);
        Assert.Equal("different", JsonNode.Parse(text)!["verdict"]!.GetValue<string>());
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);

        (code, text, _) = await Compare(file, "--format=junit");
        Assert.Equal(1, code);
        var suite = XDocument.Parse(text).Root!;
        Assert.Equal(("3", "1", "0"), (Of(suite, "tests"), Of(suite, "failures"), Of(suite, "errors")));
        var failure = Assert.Single(suite.Descendants("failure"));
        Assert.Contains("/results/*/brandNew", failure.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_read_ends_with_2_and_one_line()
    {
        var whole = (await Recorded()).ToJsonString();
        var large = Path.Combine(folder, "large.har");
        await using (var bytes = File.Create(large))
        {
            bytes.SetLength((64 * 1024 * 1024) + 1);
        }

        foreach (var (file, words) in new[]
        {
            (Path.Combine(folder, "missing.har"), "missing.har"),
            (folder, folder),
            (Written("cut.har", whole[..(whole.Length / 2)]), "it is no JSON from line"),
            (Written("empty.har", ""), "it is empty"),
            (Written("picture.har", "\u0089PNG\r\n\u001a\n\0\0"), "it is no JSON"),
            (Written("list.har", "[]"), "log.entries"),
            (large, "export only the service's requests"),
        })
        {
            var (code, output, errors) = await Compare(file);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains(words, errors, StringComparison.Ordinal);
            Assert.Single(errors.Trim().Split('\n'));
        }
    }

    [Fact]
    public async Task A_recording_of_another_service_has_nothing_to_compare_and_ends_with_2()
    {
        var file = Written("other.har", """
            {"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[
              {"request":{"method":"GET","url":"https://cdn.example/app.js","headers":[]},
               "response":{"status":200,"content":{"mimeType":"text/javascript","text":"x"}}},
              {"request":{"method":"GET","url":"https://shop.example/basket/7","headers":[]},
               "response":{"status":200,
                "content":{"mimeType":"image/png","encoding":"base64","text":"iVBORw0KGgo="}}}
            ]}}
            """);
        var (code, text, errors) = await Compare(file);
        Assert.Equal((2, ""), (code, errors));
        Assert.Contains("nothing to compare", text, StringComparison.Ordinal);
        Assert.Contains("cdn.example (1)", text, StringComparison.Ordinal);
        (code, text, _) = await Compare(file, "--format", "junit");
        Assert.Equal(2, code);
        Assert.Equal("1", Of(XDocument.Parse(text).Root!, "errors"));
        (code, text, _) = await Compare(file, "--format", "json");
        Assert.Equal((2, "nothing"), (code, JsonNode.Parse(text)!["verdict"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("There is no option and no setting --nonsense", "--nonsense", "@")]
    [InlineData("There is no option and no setting --nonsense", "@", "--nonsense=1")]
    [InlineData("--mode is replay or read, not \"guess\"", "@", "--mode", "guess")]
    [InlineData("--format is text or json or junit, not \"xml\"", "@", "--format=xml")]
    [InlineData("--output has no value", "@", "--output")]
    [InlineData("Name the recording")]
    [InlineData("is one file too many", "@", "@")]
    [InlineData("--step (EMULATOR_STEP) is \"-1\"", "@", "--step=-1")]
    [InlineData("--world (EMULATOR_WORLD) is \"nowhere.yaml\"", "@", "--world", "nowhere.yaml")]
    [InlineData("--data (EMULATOR_DATA)", "@", "--data=/proc/nothing/emulator.db")]
    [InlineData("nowhere/report.txt", "@", "--output", "nowhere/report.txt")]
    public async Task Arguments_that_can_not_be_end_with_2_and_say_which(string words, params string[] args)
    {
        var file = Written("same.har", (await Recorded()).ToJsonString());
        var (code, output, errors) = await Compare([.. args.Select(arg => arg == "@" ? file : arg)]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_compared_with_a_world_of_the_recordings_companies()
    {
        var world = Written("world.yaml", "companies: { buyer: { ports: { hk: { metro: Hong Kong } } } }");
        await using var emulator = new EmulatorUnderTest($"world={world}");
        (await emulator.With("key-buyer-keyholder").Get("/api/company/buyer/ports")).MustBeOk();
        var file = Written(
            "world.har", (await emulator.Nobody().Get("/__admin/journal/export?format=har")).MustBeOk().Text);
        var (code, text, errors) = await Compare(file, "--world", world);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("1 replayed", text, StringComparison.Ordinal);
        (code, text, _) = await Compare(file);
        Assert.Equal(0, code);
        Assert.Contains("0 replayed, 1 read", text, StringComparison.Ordinal);
        (code, text, errors) = await Compare(
            file, "--world", Written("broken.yaml", "companies: { buyer: { ports: { hk: { metro: Hongkong } } } }"));
        Assert.Equal((2, ""), (code, text));
        Assert.Contains("Hongkong", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emulator_that_runs_by_the_same_environment_is_left_alone()
    {
        var (kept, init) = (
            Path.Combine(folder, "kept"), Directory.CreateDirectory(Path.Combine(folder, "init")).FullName);
        await File.WriteAllTextAsync(Path.Combine(init, "01.sh"), $"echo ran >> {folder}/ran");
        var file = Written("same.har", (await Recorded()).ToJsonString());
        var around = new Surroundings(Variables: new Dictionary<string, string>
        {
            ["EMULATOR_SANDBOXES"] = kept,
            ["EMULATOR_INIT"] = init,
        });
        using var running = await RunningEmulator.Start(around, Path.Combine(folder, "emulator.db"));
        var (code, output, errors) = await RunningEmulator.Run(around, "compare", file);
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("4 exchanges, 4 replayed", output, StringComparison.Ordinal);
        (code, output, errors) = await RunningEmulator.Run(around, "compare", file + ".missing");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("same.har.missing", errors, StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder, "ran")));
        Assert.Empty(Directory.GetDirectories(kept));
    }

    /// <summary>Runs it in this process: a process for each would take most of the time.</summary>
    private static async Task<(int Code, string Output, string Errors)> Compare(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await CompareCommand.Command.Run(args, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static string Of(XElement element, string attribute) => element.Attribute(attribute)!.Value;

    /// <summary>A short run, as the journal has recorded it.</summary>
    private static async Task<JsonNode> Recorded()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Get("/api/company/Acme/ports")).MustBeOk();
        (await emulator.With("nonsense").Get("/api/company/Acme/ports")).MustRefuse(401);
        var order = (await stan.Put("/api/company/Acme/ports/orders",
            """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""")).MustBeOk();
        (await stan.Get($"/api/company/Acme/ports/orders/{order.TextOf("id")}")).MustBeOk();
        return (await emulator.Nobody().Get("/__admin/journal/export?format=har")).MustBeOk().Json;
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
