using ConsoleConnect.Emulator.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>What is to be known of a setting's value as things are stands beside the setting.</summary>
public class SettingNoteTests(Browsing browsing)
{
    [Fact]
    public async Task A_world_that_was_not_applied_to_data_that_was_there_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("noted-");
        try
        {
            var settings = new Dictionary<string, string> { ["data"] = Path.Combine(folder.FullName, "emulator.db") };
            await using (await ConsoleConnectEmulator.StartAsync(new() { Settings = settings }))
            {
            }

            var world = Path.Combine(folder.FullName, "world.json");
            await File.WriteAllTextAsync(world, """{"companies":{"buyer":{}}}""");
            await using var emulator = await ConsoleConnectEmulator.StartAsync(
                new() { Settings = new Dictionary<string, string>(settings) { ["world"] = world } });
            await using var visit = await browsing.Open(emulator.Url.ToString());
            await visit.Go("settings");
            var row = visit.Main.GetByRole(Microsoft.Playwright.AriaRole.Row).Filter(new() { HasText = "--world" });
            await Expect(row.Locator(".setting-note")).ToContainTextAsync("Not applied");
            await Expect(visit.Main.Locator(".setting-note")).ToHaveCountAsync(1);
            visit.HasNoComplaints();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
