using Xunit;

namespace Emulator.Tests;

/// <summary>
/// A reader follows the README and the pages in one emulator, started as the README says, with every setting at its
/// default; the next reader does so in the same one.
/// </summary>
public sealed class PastingTwiceTests
{
    [Fact]
    public async Task The_README_and_its_pages_work_at_the_defaults_one_after_the_other_and_twice()
    {
        Assert.SkipUnless(Pasting.IsPossible, "bash and curl are what the README asks for");
        var folder = Directory.CreateTempSubdirectory("pasting-twice-");
        using var emulator = await RunningEmulator.Start(Path.Combine(folder.FullName, "emulator.db"));
        var begun = await State(emulator);
        foreach (
            var page in new[]
            {
                "README.md",
                "docs/journeys.md",
                "docs/control/clock.md",
                "docs/control/settings.md",
                "docs/control/snapshots.md",
            })
        {
            await Pasting.Into(emulator.Url, page);
            Assert.Equal((page, begun), (page, await State(emulator)));
        }

        // Without the reset that ends the README, the data of the first reader are still there.
        foreach (
            var page in new[]
            {
                "docs/control/snapshots.md",
                "docs/control/clock.md",
                "docs/control/settings.md",
                "docs/journeys.md",
                "README.md",
            })
        {
            await Pasting.Into(emulator.Url, page);
            Assert.Equal((page, begun), (page, await State(emulator)));
        }

        folder.Delete(recursive: true);
    }

    /// <summary>
    /// All that a block could leave behind besides the resources that it is about: settings, rules, sandboxes,
    /// snapshots.
    /// </summary>
    private static async Task<string> State(RunningEmulator emulator)
    {
        var nobody = emulator.Nobody();
        var clock = (await nobody.Get("/__admin/clock")).MustBeOk();
        var sandboxes = (await nobody.Get("/__admin/sandboxes")).MustBeOk()["sandboxes"]!
            .AsArray()
            .Select(sandbox => sandbox!["name"]);
        var rest = new List<string>();
        foreach (var path in new[] { "snapshots", "progression", "counterparties", "faults" })
        {
            rest.Add((await nobody.Get("/__admin/" + path)).MustBeOk().Text);
        }

        return $"frozen {clock["frozen"]}, sandboxes {string.Join(' ', sandboxes)}, {string.Join('\n', rest)}";
    }
}
