using System.Globalization;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Hosting;

/// <summary>Everything that can be set, from flags (<c>--progression manual</c>), the environment (<c>EMULATOR_PROGRESSION</c>) and appsettings (<c>Emulator:progression</c>), in that order.</summary>
/// <param name="Urls">Where it listens.</param>
/// <param name="Indented">Whether answers are written one property a line, as the service's are.</param>
/// <param name="MaxBody">The largest body taken, bytes.</param>
/// <param name="Sandboxes">How sandboxes are made.</param>
internal sealed record EmulatorSettings(string Urls, bool Indented, int MaxBody, SandboxesSettings Sandboxes)
{
    /// <summary>The most ports that are generated: from there on SQLite's file takes gigabytes.</summary>
    private const int MostVolume = 1_000_000;

    /// <summary>One thing that can be set.</summary>
    /// <param name="Name">The flag's name; the environment variable is <c>EMULATOR_</c> and the same in capitals.</param>
    /// <param name="Default">What holds when it isn't set.</param>
    /// <param name="Meaning">What <c>--help</c> says of it.</param>
    internal sealed record Setting(string Name, string Default, string Meaning)
    {
        public string Variable => "EMULATOR_" + Name.Replace('-', '_').ToUpperInvariant();
    }

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        new("urls", "http://localhost:9000", "where it listens"),
        new("data", "data/emulator.db", "the database file; :memory: keeps nothing"),
        new("fresh", "false", "true begins again from the seed"),
        new("seed-data", "", "the folder of the seed files; empty for the one that comes with the program"),
        new("seed", "1", "the seed number of the ids: the same seed and the same calls give the same ids"),
        new("volume", "0", "how many ports, with their orders, connections and companies, are generated beside the seed when the database is made"),
        new("progression", "time", "how the service's own moves progress: time, immediate (before the next request), polls (after so many reads), manual (only through /__admin)"),
        new("step", "1", "what a move takes with progression time, seconds"),
        new("polls", "3", "how many reads a stage lasts with progression polls"),
        new("directives", "true", "whether words in names are obeyed: [sim:fail=creating], [sim:stuck=creating], [sim:slow=creating]"),
        new("clock-start", "", "the instant the clock starts at, for instance 2026-01-01T00:00:00Z; empty for now"),
        new("clock-frozen", "false", "true starts with a clock that stands still"),
        new("access", "enforce", "what is done about missing roles: enforce, report (allow, and say so in a header), off"),
        new("json", "indented", "how answers are written: indented (as the service does), compact"),
        new("max-body", "1048576", "the largest request body, bytes"),
    ];

    /// <summary>Flags of the framework that are let through.</summary>
    private static readonly string[] FrameworkFlags = ["environment", "contentRoot", "applicationName", "webroot"];

    /// <summary>What is in force.</summary>
    /// <exception cref="BadSetting">A flag nobody knows, or a value that can't be.</exception>
    public static EmulatorSettings Read(string[] args, IConfiguration configuration)
    {
        var flags = Flags(args);
        string Value(string name)
        {
            var setting = All.First(setting => setting.Name == name);
            return flags.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(setting.Variable) ?? configuration["Emulator:" + name] ?? setting.Default;
        }

        T Parsed<T>(string name, Func<string, T?> parse, string expected)
            where T : struct =>
            parse(Value(name)) ?? throw new BadSetting($"--{name} ({All.First(setting => setting.Name == name).Variable}) is \"{Value(name)}\"; it must be {expected}.");

        var step = Parsed<double>("step", text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86400 ? seconds : null, "a number of seconds from 0 to 86400");
        var progression = Parsed("progression", ReadEnum<Progression>, "time, immediate, polls or manual");
        var clockStart = Value("clock-start") is "" ? (DateTimeOffset?)null : Parsed<DateTimeOffset>("clock-start", Instants.Read, "an instant such as 2026-01-01T00:00:00Z");
        return new EmulatorSettings(
            Value("urls"),
            Parsed<bool>("json", text => text switch { "indented" => true, "compact" => false, _ => null }, "indented or compact"),
            Parsed<int>("max-body", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null, "a number of bytes"),
            new SandboxesSettings(
                Value("data"),
                Value("seed-data") is "" ? Path.Combine(AppContext.BaseDirectory, "seed-data") : Value("seed-data"),
                Parsed("fresh", ReadBoolean, "true or false"),
                Parsed<int>("volume", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ports) && ports <= MostVolume ? ports : null, $"a whole number from 0 to {MostVolume}"),
                new SandboxSettings(
                    new Pace(progression, TimeSpan.FromSeconds(step), Parsed<int>("polls", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var reads) && reads <= 1000 ? reads : null, "a whole number from 0 to 1000")),
                    Parsed<long>("seed", text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null, "a whole number"),
                    clockStart,
                    Parsed("clock-frozen", ReadBoolean, "true or false"),
                    Parsed("access", ReadEnum<AccessMode>, "enforce, report or off"),
                    Parsed("directives", ReadBoolean, "true or false")),
                Passwords.Hash));
    }

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help() =>
        "Console Connect emulator\n\n  --health   asks a running emulator whether it is ready; exit code 0 if so\n  --help     this\n\nSettings, as flags or environment variables:\n\n"
        + string.Join('\n', All.Select(setting => $"  --{setting.Name,-13} {setting.Variable,-22} {setting.Meaning} [{setting.Default}]"));

    private static T? ReadEnum<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value : null;

    private static bool? ReadBoolean(string text) => bool.TryParse(text, out var value) ? value : null;

    private static Dictionary<string, string> Flags(string[] args)
    {
        var flags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new BadSetting($"{args[i]} is no flag; see --help.");
            }

            var (name, value) = args[i][2..].Split('=', 2) is [var left, var right] ? (left, right) : (args[i][2..], null);
            value ??= i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : "true";
            if (All.All(setting => setting.Name != name) && !FrameworkFlags.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new BadSetting($"There is no setting --{name}; see --help.");
            }

            flags[name] = value;
        }

        return flags;
    }
}

/// <summary>A setting that stops the start; the message says which and why.</summary>
internal sealed class BadSetting(string message) : Exception(message);
