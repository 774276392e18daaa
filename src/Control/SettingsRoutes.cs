using System.Text.Json.Serialization;
using Emulator.Control.Worlds;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>What the emulator was started with.</summary>
internal static class SettingsRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/settings", List)
        .OfTheEmulator("Settings", "The settings: the value of each, where it comes from, and what it means")
        .Tells("Lists every setting with its value, its default, where the value comes from, and the variable that "
            + "sets it. Secrets are only said to be set or not.")
        .Produces<SettingsShown>();

    private static async Task<Answer<SettingsShown>> List(
        SettingsShown settings, IGivenWorlds worlds, Sandboxes sandboxes, CancellationToken ct)
    {
        if (!worlds.Any)
        {
            return settings;
        }

        var files = worlds.Shown((await sandboxes.Default.WaitAsync(ct)).BegunWith);
        return new SettingsShown(
        [
            .. settings.Settings.Select(setting => setting.Name == "world"
                ? setting with { Note = string.Join(' ', files.Select(file => $"{file.File}: {file.Told}")) }
                : setting),
        ]);
    }
}

/// <summary>
/// All settings, in the order of <c>--help</c>. A sandbox may have been made, and a clock moved, otherwise since.
/// </summary>
internal sealed record SettingsShown(IReadOnlyList<SettingShown> Settings);

/// <summary>One setting.</summary>
/// <param name="Name">Its flag, without the hyphens in front.</param>
/// <param name="Value">What is in force; of a secret only whether it is set.</param>
/// <param name="Default">What holds when it isn't set.</param>
/// <param name="From">Where the value comes from: flag, environment, appsettings or default.</param>
/// <param name="Variable">Its environment variable.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record SettingShown(
    string Name,
    string Value,
    string Default,
    string From,
    string Variable,
    string Meaning)
{
    /// <summary>
    /// How far it has taken effect, where that doesn't go without saying: of world, whether the default sandbox's data
    /// was made with each file. Left out elsewhere.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
