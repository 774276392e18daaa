using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>What holds of every page: it comes from the emulator alone, and the keyboard leads there.</summary>
public class EveryPageTests(Browsing browsing)
{
    public static readonly string[] Pages =
    [
        "start", "map", "map?metro=56bd9f93c2e6a1b4d7481c5a", "companies", "companies/Acme", "resources",
        "resource/connections/675868acc2e6a1b4d7fa14df", "resource/iod-services/06327dfa-4e86-438b-af4c-3086be0a2467",
        "requests", "requests/1", "outbox", "outbox/1", "faults", "sandboxes", "snapshots", "counterparties",
        "progression", "coverage", "conformance", "settings", "tour",
    ];

    [Fact]
    public async Task Everything_comes_from_the_emulator()
    {
        await using var visit = await browsing.InASandbox();
        var elsewhere = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Port != browsing.Emulator.Url.Port)
            {
                elsewhere.Add(request.Url);
            }
        };
        foreach (var page in Pages)
        {
            await visit.Go(page);
        }

        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task The_keyboard_alone_leads_everywhere()
    {
        await using var visit = await browsing.InASandbox();
        var keys = visit.Page.Keyboard;
        await keys.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(visit.Main).ToBeFocusedAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("m");
        await Expect(visit.Page.Locator("canvas")).ToBeVisibleAsync();
        await visit.Main.Locator(".metro-row").First.FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(visit.Main.Locator(".facility").First).ToBeVisibleAsync();
        await visit.Main.Locator(".facility button").First.FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(visit.Main.Locator(".facility button").First).ToBeFocusedAsync();
        await keys.PressAsync("?");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("One minute on");
        visit.HasNoComplaints();
    }
}
