using System.Text.Json.Nodes;
using Emulator.Hosting;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>What can be set, where, and what becomes of a setting that can't be.</summary>
public sealed class SettingsTests : IDisposable
{
    /// <summary>A value that each setting can't have.</summary>
    private static readonly Dictionary<string, string> Impossible = new()
    {
        ["urls"] = "nowhere",
        ["port"] = "65536",
        ["log"] = "loud",
        ["log-level"] = "some",
        ["admin-token"] = "two words",
        ["admin-hosts"] = "emulator:9000/x",
        ["data"] = " ",
        ["fresh"] = "perhaps",
        ["world"] = "nowhere.yaml",
        ["seed"] = "one",
        ["volume"] = "-1",
        ["progression"] = "sometimes",
        ["step"] = "-1",
        ["polls"] = "1001",
        ["directives"] = "perhaps",
        ["clock-start"] = "yesterday",
        ["clock-frozen"] = "perhaps",
        ["access"] = "sometimes",
        ["conformance"] = "sometimes",
        ["json"] = "yaml",
        ["journal"] = "-1",
        ["journal-bytes"] = "1",
        ["max-body"] = "0",
        ["max-sandboxes"] = "many",
        ["mcp"] = "perhaps",
        ["metrics"] = "perhaps",
        ["cors"] = "nowhere",
        ["trusted-proxies"] = "nowhere",
        ["path-prefix"] = "cc",
        ["require-sandbox"] = "perhaps",
        ["sandbox-domain"] = "two words",
        ["sandbox-urls"] = "sometimes",
    };

    /// <summary>
    /// Those that any text is good for: whether there is such a folder or file shows when it is read.
    /// </summary>
    private static readonly string[] TakeAnything = ["seed-data", "sandboxes", "init", "certificate", "certificate-key",
        "certificate-password"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("settings-");

    [Fact]
    public void Data_is_kept_in_the_users_folder_where_the_program_is_installed()
    {
        Assert.Equal("data/emulator.db", UsualData.File); // Run as the tests run it, it is not.
        Assert.Equal("data/emulator.db", UsualData.Of(installed: false, "/home/stan/.local/share"));
        Assert.Equal(
            Path.Combine("/home/stan/.local/share", "console-connect-emulator", "emulator.db"),
            UsualData.Of(installed: true, "/home/stan/.local/share"));
        Assert.Equal("data/emulator.db", UsualData.Of(installed: true, "")); // A user without a home.
    }

    [Fact]
    public void An_invalid_value_is_named_wherever_it_comes_from()
    {
        Assert.Equal(
            EmulatorSettings.All.Select(setting => setting.Name).Order(),
            Impossible.Keys.Concat(TakeAnything).Order());
        foreach (var setting in EmulatorSettings.All.Where(setting => Impossible.ContainsKey(setting.Name)))
        {
            var value = Impossible[setting.Name];
            string[] said =
            [
                Refused([$"--{setting.Name}={value}"]),
                Refused([], variables: (setting.Variable, value)),
                Refused([], appsettings: ("Emulator:" + setting.Name, value)),
            ];
            Assert.All(said, words =>
                Assert.StartsWith(
                    $"--{setting.Name} ({setting.Variable}) "
                        + $"{(setting.IsSecret ? "can't be taken" : $"is \"{value}\"")}; it must be ",
                    words,
                    StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("ftp://localhost:9000")]
    [InlineData("https://localhost:0")]
    [InlineData("http://localhost:9000/api")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:9000;")]
    [InlineData("localhost:9000")]
    public void An_address_that_can_not_be_listened_on_is_refused_at_once(string url) =>
        Assert.StartsWith("--urls (EMULATOR_URLS) is ", Refused([$"--urls={url}"]), StringComparison.Ordinal);

    [Fact]
    public void A_flag_counts_before_the_environment_and_the_environment_before_appsettings()
    {
        var (flag, environment, appsettings) = ("--step=1.5", ("EMULATOR_STEP", "2.5"), ("Emulator:step", "3.5"));
        Assert.Equal(("1.5", "flag"), InForce("step", [flag], environment, appsettings));
        Assert.Equal(("2.5", "environment"), InForce("step", [], environment, appsettings));
        Assert.Equal(("3.5", "appsettings"), InForce("step", [], ("EMULATOR_STEP", ""), appsettings));
        Assert.Equal(("1", "default"), InForce("step", [], ("PATH", "/bin"), ("Logging:step", "4")));
    }

    [Theory]
    [InlineData("--progresion=manual", "There is no setting --progresion; the nearest is --progression; see --help.")]
    [InlineData("--Progression=manual", "There is no setting --Progression; the nearest is --progression; see --help.")]
    [InlineData("manual", "manual is no flag; see --help.")]
    [InlineData("--step", "--step (EMULATOR_STEP) has no value; see --help.")]
    [InlineData("--admin-token", "--admin-token (EMULATOR_ADMIN_TOKEN) has no value; see --help.")]
    public void A_flag_that_nobody_knows_or_without_its_value_is_named(string flag, string words) =>
        Assert.Equal(words, Refused([flag]));

    [Theory]
    [InlineData("EMULATOR_PROGRESION", "manual", "EMULATOR_PROGRESSION")]
    [InlineData("EMULATOR_CLOCKSTART", "2026-01-01", "EMULATOR_CLOCK_START")]
    [InlineData("EMULATOR_ADMIN_TOKEN_", "secret", "EMULATOR_ADMIN_TOKEN")]
    public void A_variable_that_nobody_knows_is_warned_of_with_the_nearest(string name, string value, string nearest)
    {
        Assert.Equal(("1", "default"), InForce("step", [], (name, value), ("a", "b")));
        var words = SettingSources.Warning(
            EmulatorSettings.All,
            new Dictionary<string, string> { [name] = value, ["PATH"] = "/bin" }
        )!;
        Assert.Equal(
            $"Warning: these variables are no settings and change nothing: {name} (the nearest is {nearest}).",
            words);
        Assert.DoesNotContain(value, words, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_variables_that_nobody_knows_are_one_line()
    {
        var words = SettingSources.Warning(
            EmulatorSettings.All,
            Enumerable.Range(10, 9).ToDictionary(number => $"EMULATOR_X{number}", _ => "x")
        )!;
        Assert.DoesNotContain('\n', words);
        Assert.EndsWith(" and 4 more.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port=9001", "http://localhost:9001")]
    [InlineData("--port=9001 --urls=http://0.0.0.0:9000", "http://0.0.0.0:9001")]
    [InlineData("--urls=http://127.0.0.1:9002", "http://127.0.0.1:9002")]
    [InlineData("", "http://localhost:9003", "EMULATOR_PORT", "9003")]
    [InlineData("", "http://localhost:9000", "EMULATOR_PORT", "tcp://10.0.0.1:9009")]
    [InlineData("", "http://127.0.0.1:9004", "ASPNETCORE_URLS", "http://127.0.0.1:9004")]
    [InlineData("--urls=http://localhost:9005", "http://localhost:9005", "ASPNETCORE_URLS", "http://127.0.0.1:9004")]
    [InlineData("", "http://localhost:9000", "ASPNETCORE_HTTP_PORTS", "8080")]
    public void The_port_and_the_frameworks_addresses_say_where_it_listens(
        string flags,
        string urls,
        string variable = "A",
        string value = "b") =>
        Assert.Equal(urls, Read(flags.Split(' ', StringSplitOptions.RemoveEmptyEntries), (variable, value), null).Urls);

    [Fact]
    public void A_port_for_several_addresses_is_refused() =>
        Assert.Contains(
            "set the ports there",
            Refused(["--port=9001", "--urls=http://localhost:9000;http://127.0.0.2:9000"]),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("admin-token", "${EMULATOR_ADMIN_TOKEN:-}")]
    [InlineData("progression", "${PROGRESSION}")]
    public void The_name_of_a_variable_that_nothing_has_replaced_is_explained_and_not_obeyed(string name, string value)
    {
        var words = Refused(
            [],
            variables: (EmulatorSettings.All.Single(setting => setting.Name == name).Variable, value));
        Assert.StartsWith($"--{name} (EMULATOR_", words, StringComparison.Ordinal);
        Assert.Contains("a variable that nothing has replaced", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EMULATOR_PORT", "tcp://10.0.0.1:9000")]
    [InlineData("EMULATOR_PORT_9000_TCP_ADDR", "10.0.0.1")]
    [InlineData("EMULATOR_SERVICE_HOST", "10.0.0.1")]
    [InlineData("EMULATOR_EU_SERVICE_HOST", "10.0.0.1")]
    [InlineData("EMULATOR_EU_SERVICE_PORT", "9000")]
    [InlineData("EMULATOR_EU_PORT", "tcp://10.0.0.1:9000")]
    [InlineData("EMULATOR_EU_PORT_9000_TCP_PROTO", "tcp")]
    [InlineData("EMULATOR_EU_PORT_9000_TCP_PORT", "9000")]
    [InlineData("EMULATOR_NAME", "/web/emulator")]
    [InlineData("EMULATOR_UPDATE_DOCS", "1")]
    [InlineData("FIRESTORE_EMULATOR_HOST", "localhost:8080")]
    public void Variables_of_others_are_let_through(string name, string value)
    {
        Assert.Equal(("1", "default"), InForce("step", [], (name, value), ("a", "b")));
        Assert.Null(SettingSources.Warning(EmulatorSettings.All, new Dictionary<string, string> { [name] = value }));
    }

    [Fact]
    public void A_key_of_appsettings_that_nobody_knows_or_that_is_more_than_a_value_is_named()
    {
        Assert.Equal(
            "There is no setting Emulator:clock_start; the nearest is Emulator:clock-start; see --help.",
            Refused([], appsettings: ("Emulator:clock_start", "x")));
        Assert.Equal(
            "Emulator:urls in appsettings must be one value, not a list or an object.",
            Refused([], appsettings: ("Emulator:urls:0", "http://localhost:9000"))
        );
    }

    [Fact]
    public async Task What_is_in_force_is_shown_with_where_it_comes_from_and_no_secret()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Emulator": { "progression": "manual", "step": 2.5, "clock-frozen": true, "polls": 7 } }"""
        );
        var around = new Surroundings(
            Folder: folder.FullName,
            Variables: new Dictionary<string, string>
            {
                ["EMULATOR_POLLS"] = "5",
                ["EMULATOR_ADMIN_TOKEN"] = "open-sesame",
                ["EMULATOR_ACCESS"] = "",
            });
        using var emulator = await RunningEmulator.Start(around, ":memory:", "--seed=7");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/__admin/settings")
        {
            Headers = { { "X-Emulator-Admin-Token", "open-sesame" } },
        };
        var shown = (await emulator.Nobody().Send(request)).MustBeOk();
        Assert.DoesNotContain("open-sesame", shown.Text, StringComparison.Ordinal);
        var settings = shown["settings"]!
            .AsArray()
            .ToDictionary(setting => setting!["name"]!.GetValue<string>(), setting => setting!);
        Assert.Equal(EmulatorSettings.All.Select(setting => setting.Name), settings.Keys);
        Assert.Equal(("manual", "appsettings", "time"), Said(settings["progression"]));
        Assert.Equal(("2.5", "appsettings", "1"), Said(settings["step"]));
        Assert.Equal(("5", "environment", "3"), Said(settings["polls"]));
        Assert.Equal(("7", "flag", "1"), Said(settings["seed"]));
        Assert.Equal(("enforce", "default", "enforce"), Said(settings["access"]));
        Assert.Equal(("set", "environment", "not set"), Said(settings["admin-token"]));
        Assert.Equal("EMULATOR_CLOCK_FROZEN", settings["clock-frozen"]["variable"]!.GetValue<string>());
        Assert.All(settings.Values, setting => Assert.NotEqual("", setting["meaning"]!.GetValue<string>()));

        // It is in force, too: asked of the emulator, not of its settings.
        Assert.Equal("manual", (await emulator.Nobody().Get("/__admin/health")).MustBeOk().TextOf("progression"));

        static (string, string, string) Said(JsonNode setting) =>
            (
                setting["value"]!.GetValue<string>(),
                setting["from"]!.GetValue<string>(),
                setting["default"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task A_byte_order_mark_in_appsettings_and_seed_files_is_skipped(string encoding)
    {
        var with = System.Text.Encoding.GetEncoding(encoding);
        var appsettings = Path.Combine(folder.FullName, "appsettings.json");
        await File.WriteAllTextAsync(appsettings, """{ "Emulator": { "polls": 7 } }""", with);
        using var seed = new Catalogue.SeedCopy();
        foreach (var file in SeedFolder.Files)
        {
            await File.WriteAllTextAsync(Path.Combine(seed.Folder, file), seed.Read(file), with);
        }

        var around = new Surroundings(Folder: folder.FullName);
        using var emulator = await RunningEmulator.Start(around, ":memory:", $"--seed-data={seed.Folder}");
        Assert.NotNull((await emulator.LoggedIn()).Credential);
        var settings = (await emulator.Nobody().Get("/__admin/settings")).MustBeOk()["settings"]!.AsArray();
        var polls = settings.Single(setting => setting!["name"]!.GetValue<string>() == "polls")!;
        Assert.Equal(("7", "appsettings"), (polls["value"]!.GetValue<string>(), polls["from"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_a_token_it_is_said_that_none_is_set()
    {
        await using var emulator = new EmulatorUnderTest();
        var token = (await emulator.Nobody().Get("/__admin/settings")).MustBeOk()["settings"]!
            .AsArray()
            .Single(setting => setting!["name"]!.GetValue<string>() == "admin-token")!;
        Assert.Equal("not set", token["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_misspelt_flag_or_file_stops_the_process_in_one_line()
    {
        var (code, text) = await RunningEmulator.Fail(
            "--progresion=manual",
            "--data=:memory:",
            "--urls=http://127.0.0.1:0"
        );
        Assert.Equal(
            (
                1,
                "The emulator can't start: There is no setting --progresion; the nearest is --progression; "
                    + "see --help."),
            (code, text.Trim()));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Emulator": { "progression": """
        );
        (code, text) = await RunningEmulator.Fail(
            new Surroundings(Folder: folder.FullName),
            "--data=:memory:",
            "--urls=http://127.0.0.1:0"
        );
        Assert.Equal(1, code);
        Assert.Contains("appsettings.json", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_warns_of_variables_that_are_no_settings_in_one_line_and_says_which_version_it_is()
    {
        var around = new Surroundings(Variables: new Dictionary<string, string>
        {
            ["EMULATOR_PROGRESION"] = "manual",
            ["EMULATOR_EU_SERVICE_HOST"] = "10.0.0.1",
            ["EMULATOR_NAME"] = "/web/emulator",
            ["ASPNETCORE_HTTP_PORTS"] = "8080",
        });
        using (var emulator = await RunningEmulator.Start(around, ":memory:"))
        {
            Assert.Equal("Warning: these variables are no settings and change nothing: EMULATOR_PROGRESION (the "
                + "nearest is EMULATOR_PROGRESSION).", emulator.Errors.Trim());
        }

        var (code, version) = await RunningEmulator.Fail("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+", version);
    }

    [Fact]
    public async Task Help_lists_every_setting_with_its_variable_meaning_and_default()
    {
        var (code, text) = await RunningEmulator.Fail("--progression=manual", "--help");
        Assert.Equal(0, code);
        Assert.All(EmulatorSettings.All, setting =>
            Assert.Matches(
                $@"(?m)^  --{setting.Name} +{setting.Variable} "
                + $@".*\[{System.Text.RegularExpressions.Regex.Escape(setting.Default)}\]",
                text));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Refused(
        string[] flags,
        (string Name, string Value)? variables = null,
        (string Name, string Value)? appsettings = null
    ) => Assert.Throws<BadSetting>(() => Read(flags, variables, appsettings)).Message;

    private static (string Value, string From) InForce(
        string name,
        string[] flags,
        (string Name, string Value) variable,
        (string Name, string Value) appsettings)
    {
        var found = Read(flags, variable, appsettings).InForce.Single(setting => setting.Setting.Name == name);
        return (found.Value, found.From);
    }

    private static EmulatorSettings Read(
        string[] flags,
        (string Name, string Value)? variable,
        (string Name, string Value)? appsettings) =>
        EmulatorSettings.Read(
            flags,
            new ConfigurationBuilder()
                .AddInMemoryCollection(appsettings is { } one ? [new(one.Name, one.Value)] : [])
                .Build(),
            variable is { } other ? new Dictionary<string, string> { [other.Name] = other.Value } : []);
}
