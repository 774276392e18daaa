using System.Globalization;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Hosting.Logging;
using Emulator.Simulation;
using Emulator.Store.Seeding;
using Emulator.Wire;
using Emulator.Wire.Contract;

namespace Emulator.Hosting;

/// <summary>
/// Everything that can be set, from flags (<c>--progression manual</c>), the environment (<c>EMULATOR_PROGRESSION</c>)
/// and appsettings (<c>Emulator:progression</c>), in that order.
/// </summary>
/// <param name="Urls">Where it listens.</param>
/// <param name="Indented">Whether answers are written one property a line, as the service's are.</param>
/// <param name="MaxBody">The largest body taken, bytes.</param>
/// <param name="Conformance">What is done about answers that are not as the contract says.</param>
/// <param name="Sandboxes">How sandboxes are made.</param>
/// <param name="Admin">Who may use <c>/__admin</c>.</param>
/// <param name="Log">What is printed of requests.</param>
/// <param name="InForce">Each setting as it was written, and where it comes from.</param>
internal sealed record EmulatorSettings(
    string Urls,
    bool Indented,
    int MaxBody,
    ConformanceMode Conformance,
    SandboxesSettings Sandboxes,
    AdminAccess Admin,
    LogSettings Log,
    IReadOnlyList<SettingInForce> InForce)
{
    /// <summary>How clients reach it.</summary>
    public required HttpSettings Http { get; init; }

    /// <summary>The files of worlds that sandboxes begin with.</summary>
    public required WorldFiles Worlds { get; init; }

    /// <summary>The folder of files that run at the start; null for none.</summary>
    public string? Init { get; init; }

    /// <summary>Whether assistants are answered at <c>/__admin/mcp</c>.</summary>
    public bool Mcp { get; init; }

    /// <summary>Whether <c>/metrics</c> is answered.</summary>
    public bool Metrics { get; init; }

    /// <summary>The most ports that are generated: from there on SQLite's file takes gigabytes.</summary>
    private const int MostVolume = 1_000_000;

    /// <summary>The most sandboxes that may be asked for: past it no machine has the memory.</summary>
    private const int MostSandboxes = 100_000;

    /// <summary>The most exchanges that a journal keeps.</summary>
    private const int MostJournal = 100_000;

    /// <summary>The fewest bytes that a journal is given: less would hold no exchange worth looking at.</summary>
    private const int LeastJournalBytes = 16_384;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        new("urls", "http://localhost:9000", "the addresses to listen on, http and https, separated by semicolons"),
        new("port", "", "the port, in place of the one in urls"),
        new(
            "admin-token",
            "",
            "the token that /__admin requires; empty for none: then /__admin is open on loopback",
            IsSecret: true),
        new(
            "admin-hosts",
            "",
            "the host names, separated by commas, that may reach /__admin besides loopback names while no admin-token "
                + "is set"),
        new("data", UsualData.File, "the database file; :memory: keeps nothing"),
        new("sandboxes", "", "the folder in which sandboxes are kept across restarts; empty keeps them in memory"),
        new("max-sandboxes", $"{SandboxesSettings.UsualMost}", "the most sandboxes there may be besides the default "
            + "one"),
        new("fresh", "false", "true starts over from the seed"),
        new("seed-data", "", "the folder of the seed files; empty for the program's own"),
        new(
            "world",
            "",
            "the files of worlds, JSON or YAML, separated by commas: every sandbox that begins with the seed has what "
                + "they describe"),
        new("seed", "1", "the number that ids are generated from: the same number and the same calls give the same "
            + "ids"),
        new("volume", "0", "how many ports, with orders, connections and companies, are generated in addition to the "
            + "seed when the database is made"),
        new("progression", "time", "how the service's own moves progress: time, immediate (before the next request), "
            + "polls (after a number of reads), manual (only through /__admin)"),
        new("step", "1", "the seconds that each move takes with progression time"),
        new("polls", "3", "the reads that a stage lasts with progression polls"),
        new("directives", "true", "whether directives in names are obeyed: [sim:fail=creating], [sim:stuck=creating], "
            + "[sim:slow=creating]"),
        new("clock-start", "", "the instant at which the clock starts, such as 2026-01-01T00:00:00Z; empty for now"),
        new("clock-frozen", "false", "true starts with a frozen clock"),
        new("access", "enforce", "what happens when a role is missing: enforce (refuse), report (allow, and say so in "
            + "a header), off"),
        new("conformance", "count", "whether answers are checked against /openapi.json: off, count (see "
            + "/__admin/conformance), fail (answer 500 instead)"),
        new("json", "indented", "how answers are written: indented (as the service does), compact"),
        new("journal", $"{SandboxSettings.UsualJournal}", "how many exchanges each sandbox's journal keeps; 0 records "
            + "none"),
        new("journal-bytes", $"{SandboxSettings.UsualJournalBytes}", "the most bytes that a sandbox's journal may "
            + "take"),
        new("log", "text", "what is printed of each request: off, text (a line), json (an object on a line)"),
        new("log-level", "info", "how much is printed: debug (health checks and Swagger's pages, too), info, warning "
            + "(what is refused), error (failures of the emulator itself)"),
        new("init", "", "the folder of files that run at each start, before the emulator is ready: .http, .sh, worlds; "
            + "empty for none"),
        new("mcp", "false", "true answers coding assistants at /__admin/mcp (Model Context Protocol)"),
        new("metrics", "false", "true answers GET /metrics, for Prometheus"),
        new("max-body", "1048576", "the largest request body, bytes"),
        .. HttpSettings.All,
    ];

    /// <summary>What is in force.</summary>
    /// <param name="args">The flags.</param>
    /// <param name="configuration">With what appsettings have.</param>
    /// <param name="environment">The environment variables; the machine's where none are given.</param>
    /// <exception cref="BadSetting">A setting nobody knows, or a value that can't be.</exception>
    public static EmulatorSettings Read(
        string[] args,
        IConfiguration configuration,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var inForce = SettingSources.Read(All, args, environment ?? SettingSources.Environment, configuration);
        string Value(string name) => inForce.First(one => one.Setting.Name == name).Value;

        BadSetting Bad(string name, string expected)
        {
            var (setting, value, _) = inForce.First(one => one.Setting.Name == name);
            return new BadSetting($"--{name} ({setting.Variable}) "
                + $"{(setting.IsSecret ? "can't be taken" : $"is \"{value}\"")}; it must be {expected}.");
        }

        T Parsed<T>(string name, Func<string, T?> parse, string expected)
            where T : struct => parse(Value(name)) ?? throw Bad(name, expected);

        string Such(string name, Predicate<string> such, string expected) =>
            such(Value(name)) ? Value(name) : throw Bad(name, expected);

        var step = Parsed<double>(
            "step",
            text =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds is >= 0 and <= 86400
                    ? seconds
                    : null,
            "a number of seconds from 0 to 86400");
        var progression = Parsed("progression", ReadEnum<Progression>, "time, immediate, polls or manual");
        var clockStart = Value("clock-start") is ""
            ? (DateTimeOffset?)null
            : Parsed<DateTimeOffset>("clock-start", Instants.Read, "an instant such as 2026-01-01T00:00:00Z");
        var urls = Such(
            "urls",
            urls => urls.Split(';').All(CanListenOn),
            "addresses such as http://localhost:9000 or https://localhost:9443, without a path, "
            + "separated by semicolons");
        var port = Value("port") is ""
            ? (int?)null
            : Parsed<int>(
                "port",
                text =>
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number is > 0 and <= 65535
                        ? number
                        : null,
                "a number from 1 to 65535");
        urls = port is { } other ? SettingSources.WithPort(urls, other) : urls;
        var worlds = new WorldFiles(FilesIn(
            Such(
                "world",
                files => FilesIn(files).All(file => WorldFiles.IsNameOfOne(file) && File.Exists(file)),
                "files that are there, ending in .json, .yaml or .yml, separated by commas")));
        return new EmulatorSettings(
            urls,
            Parsed<bool>(
                "json",
                text =>
                    text switch
                    {
                        "indented" => true,
                        "compact" => false,
                        _ => null,
                    },
                "indented or compact"),
            Parsed<int>(
                "max-body",
                text =>
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
                        ? bytes
                        : null,
                "a number of bytes"),
            Parsed("conformance", ReadEnum<ConformanceMode>, "off, count or fail"),
            new SandboxesSettings(
                Such("data", data => data.Trim().Length > 0, "a file, or :memory:"),
                Value("seed-data") is "" ? Seed.OfTheProgram : Value("seed-data"),
                Parsed("fresh", ReadBoolean, "true or false"),
                Parsed<int>(
                    "volume",
                    text =>
                        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ports)
                        && ports <= MostVolume
                            ? ports
                            : null,
                    $"a whole number from 0 to {MostVolume}"),
                new SandboxSettings(
                    new Pace(
                        progression,
                        TimeSpan.FromSeconds(step),
                        Parsed<int>(
                            "polls",
                            text =>
                                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var reads)
                                && reads <= 1000
                                    ? reads
                                    : null,
                            "a whole number from 0 to 1000")),
                    Parsed<long>(
                        "seed",
                        text =>
                            long.TryParse(
                                text,
                                NumberStyles.AllowLeadingSign,
                                CultureInfo.InvariantCulture,
                                out var number)
                                ? number
                                : null,
                        "a whole number"),
                    clockStart,
                    Parsed("clock-frozen", ReadBoolean, "true or false"),
                    Parsed("access", ReadEnum<AccessMode>, "enforce, report or off"),
                    Parsed("directives", ReadBoolean, "true or false"),
                    Parsed<int>(
                        "journal",
                        text =>
                            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var exchanges)
                            && exchanges <= MostJournal
                                ? exchanges
                                : null,
                        $"a whole number from 0 to {MostJournal}"),
                    Parsed<int>(
                        "journal-bytes",
                        text =>
                            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                            && bytes >= LeastJournalBytes
                                ? bytes
                                : null,
                        $"a number of bytes, at least {LeastJournalBytes}")),
                Parsed<int>(
                    "max-sandboxes",
                    text =>
                        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
                        && most <= MostSandboxes
                            ? most
                            : null,
                    $"a whole number from 0 to {MostSandboxes}"),
                Address: urls,
                Folder: Value("sandboxes") is "" ? null : Value("sandboxes"),
                Furnishing: worlds.Any ? worlds : null),
            new AdminAccess(
                Such(
                    "admin-token",
                    token => token.All(letter => letter is > ' ' and <= '~'),
                    "printable ASCII without blanks, so that a header can carry it"),
                AdminAccess.HostsIn(
                    Such(
                        "admin-hosts",
                        hosts => AdminAccess.HostsIn(hosts).All(AdminAccess.IsHost),
                        "host names or addresses without a port, separated by commas"))),
            new LogSettings(
                Parsed("log", ReadEnum<LogForm>, "off, text or json"),
                Parsed("log-level", ReadEnum<LogDetail>, "debug, info, warning or error")),
            inForce)
        {
            Http = HttpSettings.Read(Value, Bad, urls),
            Worlds = worlds,
            Init = Value("init") is "" ? null : Value("init"),
            Mcp = Parsed("mcp", ReadBoolean, "true or false"),
            Metrics = Parsed("metrics", ReadBoolean, "true or false"),
        };
    }

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help() =>
        "Console Connect emulator\n\n  --health   asks a running emulator whether it is ready; exit code 0 if so\n  "
        + "--version  which version it is\n  --help     this\n\nCommands, as the first argument:\n\n"
        + string.Join('\n', Commands.Command.All.Select(command => $"  {command.Usage}"))
        + "\n\nSettings, as flags or environment variables:\n\n"
        + string.Join('\n', All.Select(setting => $"  --{setting.Name,-20} {setting.Variable,-29} {setting.Meaning} "
            + $"[{setting.Default}]"))
        + "\n\nIn appsettings.json, in the folder it is started in: { \"Emulator\": { \"progression\": \"manual\" } }. "
        + "A flag overrides the environment, and the environment overrides appsettings.";

    private static bool CanListenOn(string url)
    {
        try
        {
            // Kestrel chooses no port for both addresses of localhost.
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0
                && (address.IsUnixPipe || address.Port is > 0 and <= 65535
                    || (address.Port == 0 && address.Host != "localhost"));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string[] FilesIn(string files) =>
        files.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static T? ReadEnum<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : null;

    private static bool? ReadBoolean(string text) => bool.TryParse(text, out var value) ? value : null;
}
