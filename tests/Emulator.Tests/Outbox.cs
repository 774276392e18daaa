using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests;

/// <summary>What the emulator's outbox has.</summary>
internal static class Outbox
{
    /// <summary>The letters of a kind, to an address.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Letters(
        this EmulatorUnderTest emulator,
        string kind,
        string to) =>
        [
            .. (await emulator.Nobody().Get($"/__admin/outbox?kind={kind}&to={Uri.EscapeDataString(to)}")).MustBeOk()[
                "letters"
            ]!
                .AsArray()
                .Select(letter => letter!),
        ];

    /// <summary>The token in the newest letter of a kind, to an address.</summary>
    public static async Task<string> TokenTo(this EmulatorUnderTest emulator, string to, string kind)
    {
        var letters = await emulator.Letters(kind, to);
        Assert.NotEmpty(letters);
        return letters[^1]["token"]!.GetValue<string>();
    }

    /// <summary>How many letters there are.</summary>
    public static async Task<int> Count(this EmulatorUnderTest emulator) =>
        (await emulator.Nobody().Get("/__admin/outbox")).MustBeOk()["letters"]!.AsArray().Count;
}
