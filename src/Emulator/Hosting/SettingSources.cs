using System.Collections;
using System.Text.RegularExpressions;
using Emulator.Errors;

namespace Emulator.Hosting;

/// <summary>Where settings come from: flags, then the environment, then appsettings. What nobody knows stops the start, so that a misspelt setting isn't overlooked.</summary>
internal static partial class SettingSources
{
    private const string Section = "Emulator";

    /// <summary>The tests' own, which have generated documents written anew and say how long they go on: the emulators that they start inherit them.</summary>
    private static readonly string[] OfTheTests = [Setting.VariablePrefix + "UPDATE_", Setting.VariablePrefix + "FUZZ_"];

    /// <summary>Flags of the framework that are let through.</summary>
    private static readonly string[] FrameworkFlags = ["environment", "contentRoot", "applicationName", "webroot"];

    /// <summary>The machine's environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Environment => System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>The value in force of each setting. An empty environment variable counts as none: that is how Docker Compose hands on what isn't set.</summary>
    /// <exception cref="BadSetting">One that nobody knows, or that has no value.</exception>
    public static IReadOnlyList<SettingInForce> Read(IReadOnlyList<Setting> all, string[] args, IReadOnlyDictionary<string, string> environment, IConfiguration configuration)
    {
        var flags = Flags(all, args);
        CheckEnvironment(all, environment);
        var section = configuration.GetSection(Section);
        CheckSection(all, section);
        return
        [
            .. all.Select(setting =>
                flags.TryGetValue(setting.Name, out var flag) ? new SettingInForce(setting, flag, "flag")
                : environment.TryGetValue(setting.Variable, out var variable) && variable.Length > 0 ? new SettingInForce(setting, variable, "environment")
                : section[setting.Name] is { } configured ? new SettingInForce(setting, configured, "appsettings")
                : new SettingInForce(setting, setting.Default, "default")),
        ];
    }

    private static Dictionary<string, string> Flags(IReadOnlyList<Setting> all, string[] args)
    {
        var flags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new BadSetting($"{args[i]} is no flag; see --help.");
            }

            var (name, value) = args[i][2..].Split('=', 2) is [var left, var right] ? (left, right) : (args[i][2..], null);
            value ??= i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null;
            var setting = all.FirstOrDefault(setting => setting.Name == name);
            if (setting is null && !FrameworkFlags.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Unknown("--" + name, all.Select(known => "--" + known.Name));
            }

            flags[name] = value ?? (setting is null or { IsSwitch: true } ? "true" : throw new BadSetting($"--{name} ({setting.Variable}) has no value; see --help."));
        }

        return flags;
    }

    private static void CheckEnvironment(IReadOnlyList<Setting> all, IReadOnlyDictionary<string, string> environment)
    {
        // EMULATOR__NAME is the framework's spelling of Emulator:NAME: it is among appsettings.
        var ours = environment.Where(variable => variable.Key.StartsWith(Setting.VariablePrefix, StringComparison.OrdinalIgnoreCase) && !variable.Key.AsSpan(Setting.VariablePrefix.Length).StartsWith("_"))
            .Where(variable => !Array.Exists(OfTheTests, own => variable.Key.StartsWith(own, StringComparison.Ordinal)) && !IsOfAnOrchestrator(variable.Key, variable.Value));
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var (name, _) in ours.Where(variable => !all.Any(setting => setting.Variable.Equals(variable.Key, comparison))))
        {
            throw Unknown(name, all.Select(setting => setting.Variable));
        }
    }

    /// <summary>Kubernetes tells every container of each service; one called <c>emulator</c> has variables that look like ours.</summary>
    private static bool IsOfAnOrchestrator(string name, string value) =>
        ServiceVariable().IsMatch(name) && (name != "EMULATOR_PORT" || value.Contains("://", StringComparison.Ordinal));

    private static void CheckSection(IReadOnlyList<Setting> all, IConfigurationSection section)
    {
        foreach (var child in section.GetChildren())
        {
            if (!all.Any(setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            {
                throw Unknown(child.Path, all.Select(setting => $"{Section}:{setting.Name}"));
            }

            if (child.GetChildren().Any())
            {
                throw new BadSetting($"{child.Path} in appsettings must be one value, not a list or an object.");
            }
        }
    }

    private static BadSetting Unknown(string name, IEnumerable<string> known) =>
        new($"There is no setting {name}; the nearest is {known.MinBy(one => Edits.Between(name, one))}; see --help.");

    [GeneratedRegex(@"\AEMULATOR_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ServiceVariable();
}
