using System.Net.Http.Json;
using ConsoleConnect.Emulator.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>
/// A sandbox that was kept from an earlier run shows as one that nobody has opened yet, and can be used.
/// </summary>
public class KeptSandboxTests(Browsing browsing)
{
    /// <summary>What a page shows of an instant that there isn't; payloads may have it.</summary>
    private const string Epoch = "1 Jan 1970";

    [Fact]
    public async Task A_sandbox_that_nobody_has_opened_is_told_so_and_opens_when_it_is_looked_at()
    {
        var folder = Directory.CreateTempSubdirectory("kept-");
        try
        {
            var options = new EmulatorOptions
            {
                Settings = new Dictionary<string, string> { ["sandboxes"] = folder.FullName },
            };
            await using (var earlier = await ConsoleConnectEmulator.StartAsync(options))
            {
                foreach (var name in new[] { "kept-1", "kept-2", "kept-3" })
                {
                    using var client = new HttpClient();
                    using var made = await client.PostAsJsonAsync(
                        $"{earlier.Url}__admin/sandboxes", new { name, clockFrozen = true });
                    made.EnsureSuccessStatusCode();
                }
            }

            await using var emulator = await ConsoleConnectEmulator.StartAsync(options);
            await using var visit = await browsing.Open(emulator.Url.ToString());
            await visit.Go("sandboxes");
            await Expect(Row("kept-1")).ToContainTextAsync("not opened yet");
            await Expect(visit.Main).Not.ToContainTextAsync(Epoch);

            // Forked, put back and thrown away without having been looked at.
            await Do("kept-2", "Fork");
            await visit.Sees("is a copy of kept-2");
            await Do("kept-2", "Back to the seed");
            await visit.Sees("kept-2 is back at the seed");
            await Do("kept-3", "Delete");
            await Expect(Row("kept-3")).ToHaveCountAsync(0);

            // Each page, beside one that stays closed.
            foreach (var page in EveryPageTests.Pages)
            {
                await visit.Go(page);
                await Expect(visit.Main).Not.ToContainTextAsync(Epoch);
                Assert.DoesNotContain("Invalid Date", await visit.Main.InnerTextAsync(), StringComparison.Ordinal);
            }

            await visit.Go("sandboxes");
            await Expect(Row("kept-1")).ToContainTextAsync("not opened yet");
            await Do("kept-1", "Look at it");
            await Expect(visit.Page.Locator(".sandbox-switch select")).ToHaveValueAsync("kept-1");
            await Expect(Row("kept-1")).ToContainTextAsync("in view");
            await Expect(Row("kept-1")).Not.ToContainTextAsync("not opened yet");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Start", Exact = true }).ClickAsync();
            await Expect(visit.Main.Locator(".logins")).ToContainTextAsync("kept-1.key-stan");
            visit.HasNoComplaints();

            ILocator Row(string name) => visit.Main.Locator("tbody tr", new() { HasText = name });

            Task Do(string name, string act) =>
                Row(name).First.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
