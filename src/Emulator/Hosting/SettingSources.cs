using System.Collections;
using System.Text.RegularExpressions;
using Emulator.Errors;

namespace Emulator.Hosting;

/// <summary>
/// Where settings come from: flags, then the environment, then appsettings. A flag or key that nobody knows stops the
/// start, so that a misspelt setting isn't overlooked; variables can come from anybody, and are warned of.
/// </summary>
internal static partial class SettingSources
{
    private const string Section = "Emulator";

    /// <summary>
    /// The tests' own, which have generated documents written again and say how long they go on: the emulators that
    /// they start inherit them.
    /// </summary>
    private static readonly string[] OfTheTests =
    [
        Setting.VariablePrefix + "UPDATE_",
        Setting.VariablePrefix + "FUZZ_",
    ];

    /// <summary>Flags of the framework that are let through.</summary>
    private static readonly string[] FrameworkFlags = ["environment", "contentRoot", "applicationName", "webroot"];

    /// <summary>The machine's environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Environment =>
        System
            .Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(
                variable => (string)variable.Key,
                variable => (string?)variable.Value ?? "",
                OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>
    /// What a container's settings are left with where nothing has replaced the name of a variable by its value.
    /// </summary>
    private const string Placeholder = "${";

    /// <summary>The framework's own name for the addresses; it counts where nothing else says which.</summary>
    private const string FrameworkUrls = "ASPNETCORE_URLS";

    /// <summary>One line about variables that look like settings and are none; null where there are none.</summary>
    public static string? Warning(IReadOnlyList<Setting> all, IReadOnlyDictionary<string, string>? environment = null)
    {
        var unknown = UnknownVariables(all, environment ?? Environment).Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? null
            : "Warning: these variables are no settings and change nothing: "
                + string.Join(", ", unknown.Take(5).Select(name =>
                    $"{name} (the nearest is {Nearest(name, all.Select(setting => setting.Variable))})"))
                + (unknown.Count > 5 ? $" and {unknown.Count - 5} more." : ".");
    }

    /// <summary>Addresses with another port.</summary>
    /// <exception cref="BadSetting">There are several.</exception>
    public static string WithPort(string urls, int port)
    {
        var address = BindingAddress.Parse(urls);
        return urls.Contains(';') || address.IsUnixPipe || address.IsNamedPipe
            ? throw new BadSetting($"--port (EMULATOR_PORT) is {port}, but --urls (EMULATOR_URLS) is \"{urls}\", "
                + "which isn't one address with a port: set the ports there.")
            : $"{address.Scheme}://{address.Host}:{port}";
    }

    /// <summary>
    /// The value in force of each setting. An empty environment variable counts as none: that is how Docker Compose
    /// hands on what isn't set.
    /// </summary>
    /// <exception cref="BadSetting">One that nobody knows, or that has no value.</exception>
    public static IReadOnlyList<SettingInForce> Read(
        IReadOnlyList<Setting> all,
        string[] args,
        IReadOnlyDictionary<string, string> environment,
        IConfiguration configuration)
    {
        var flags = Flags(all, args);
        var section = configuration.GetSection(Section);
        CheckSection(all, section, environment);
        IReadOnlyList<SettingInForce> inForce =
        [
            .. all.Select(setting =>
                flags.TryGetValue(setting.Name, out var flag) ? new SettingInForce(setting, flag, "flag")
                : environment.TryGetValue(setting.Variable, out var variable)
                && variable.Length > 0
                && !IsOfAnOrchestrator(setting.Variable, variable)
                    ? new SettingInForce(setting, variable, "environment")
                : section[setting.Name] is { } configured ? new SettingInForce(setting, configured, "appsettings")
                : setting.Name == "urls" && environment.TryGetValue(FrameworkUrls, out var urls) && urls.Length > 0
                    ? new SettingInForce(setting, urls, "environment")
                : new SettingInForce(setting, setting.Default, "default")),
        ];
        return inForce.FirstOrDefault(one => one.Value.StartsWith(Placeholder, StringComparison.Ordinal)) is { } left
            ? throw new BadSetting(
                $"--{left.Setting.Name} ({left.Setting.Variable}) begins with {Placeholder}: the name of a variable "
                + "that nothing has replaced by its value. Write the value itself, or take the setting away.")
            : inForce;
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

            var (name, value) = args[i][2..].Split('=', 2) is [var left, var right]
                ? (left, right)
                : (args[i][2..], null);
            value ??= i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null;
            var setting = all.FirstOrDefault(setting => setting.Name == name);
            if (setting is null && !FrameworkFlags.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Unknown("--" + name, all.Select(known => "--" + known.Name));
            }

            flags[name] = value
                ?? (
                    setting is null or { IsSwitch: true }
                        ? "true"
                        : throw new BadSetting($"--{name} ({setting.Variable}) has no value; see --help."));
        }

        return flags;
    }

    private static IEnumerable<string> UnknownVariables(
        IReadOnlyList<Setting> all,
        IReadOnlyDictionary<string, string> environment)
    {
        // EMULATOR__NAME is the framework's spelling of Emulator:NAME: it is among appsettings, and known there or not.
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return environment
            .Where(variable => variable.Key.StartsWith(Setting.VariablePrefix, StringComparison.OrdinalIgnoreCase))
            .Where(variable =>
                !Array.Exists(OfTheTests, own => variable.Key.StartsWith(own, StringComparison.Ordinal))
                && !IsOfAnOrchestrator(variable.Key, variable.Value))
            .Select(variable => variable.Key)
            .Where(name =>
                !all.Any(setting =>
                    setting.Variable.Equals(name, comparison)
                    || name.Equals($"{Section}__{setting.Name}", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>
    /// Kubernetes announces each service to every container, Docker each that is linked; one called <c>emulator</c>, or
    /// <c>emulator-eu</c>, has variables that look like ours.
    /// </summary>
    private static bool IsOfAnOrchestrator(string name, string value) =>
        ServiceVariable().IsMatch(name)
        && (
            !name.EndsWith("_PORT", StringComparison.Ordinal)
            || name.EndsWith("_SERVICE_PORT", StringComparison.Ordinal)
            || value.Contains("://", StringComparison.Ordinal)
            || DockerPort().IsMatch(name));

    private static void CheckSection(
        IReadOnlyList<Setting> all,
        IConfigurationSection section,
        IReadOnlyDictionary<string, string> environment)
    {
        foreach (var child in section.GetChildren())
        {
            if (
                environment.Keys.Any(name =>
                    name.StartsWith($"{Section}__{child.Key}", StringComparison.OrdinalIgnoreCase)
                ) && !all.Any(setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            {
                continue; // A variable of somebody else's, in the framework's spelling of a key.
            }

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
        new($"There is no setting {name}; the nearest is {Nearest(name, known)}; see --help.");

    private static string Nearest(string name, IEnumerable<string> known) =>
        known.MinBy(one => Edits.Between(name, one))!;

    [GeneratedRegex(
        @"\AEMULATOR_(\w+_)?(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT|NAME"
            + @"|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR|START|END))?)\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex ServiceVariable();

    [GeneratedRegex(@"_(TCP|UDP|SCTP)_PORT\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DockerPort();
}
