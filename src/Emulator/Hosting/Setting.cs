namespace Emulator.Hosting;

/// <summary>One thing that can be set.</summary>
/// <param name="Name">The flag's name; the environment variable is <c>EMULATOR_</c> and the same in capitals.</param>
/// <param name="Default">What holds when it isn't set.</param>
/// <param name="Meaning">What <c>--help</c> says of it.</param>
/// <param name="IsSecret">Whether its value is shown to nobody.</param>
internal sealed record Setting(string Name, string Default, string Meaning, bool IsSecret = false)
{
    /// <summary>What the environment variables of all settings begin with.</summary>
    public const string VariablePrefix = "EMULATOR_";

    public string Variable => VariablePrefix + Name.Replace('-', '_').ToUpperInvariant();

    /// <summary>Whether its flag alone means <c>true</c>.</summary>
    public bool IsSwitch => Default is "true" or "false";

    /// <summary>A value as it may be shown.</summary>
    public string Shown(string value) => !IsSecret ? value : value.Length == 0 ? "not set" : "set";
}

/// <summary>A setting's value in force.</summary>
/// <param name="Setting">Which.</param>
/// <param name="Value">The value, as it was written.</param>
/// <param name="From">
/// Where it comes from: <c>flag</c>, <c>environment</c>, <c>appsettings</c> or <c>default</c>.
/// </param>
internal sealed record SettingInForce(Setting Setting, string Value, string From);

/// <summary>A setting that stops the start; the message says which and why.</summary>
internal sealed class BadSetting(string message) : Exception(message);
