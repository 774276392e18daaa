using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>What holds of every page: accessible, in both colors, at each size, and without a complaint.</summary>
public class EveryPageTests(Browsing browsing)
{
    public static readonly string[] Pages =
    [
        "start", "map", "map?metro=56bd9f93c2e6a1b4d7481c5a", "companies", "companies/Acme", "resources",
        "resource/connections/675868acc2e6a1b4d7fa14df", "resource/iod-services/06327dfa-4e86-438b-af4c-3086be0a2467",
        "requests", "requests/1", "outbox", "outbox/1", "faults", "sandboxes", "snapshots", "counterparties", "progression",
        "coverage", "conformance", "settings", "tour",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Each_page_is_accessible_and_fits_each_size(ColorScheme colors)
    {
        await using var visit = await browsing.Open(colors: colors);
        visit.World = await browsing.Emulator.NewSandboxAsync();
        using var forgotten = await visit.World.Client.PutAsync("/api/auth/password/forgot/user@example.com", content: null);
        var wrong = new List<string>();
        foreach (var page in Pages)
        {
            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.Go(page);
            var found = await visit.Page.RunAxe();
            wrong.AddRange(found.Violations.Select(violation =>
                $"{page}: {violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Target))}"));
            foreach (var (width, height) in Sizes.All)
            {
                await visit.Page.SetViewportSizeAsync(width, height);
                if (!await visit.Page.EvaluateAsync<bool>(Sizes.Fits))
                {
                    wrong.Add($"{page}: scrolls sideways at {width}");
                }
            }
        }

        Assert.Empty(wrong);
        visit.HasNoComplaints();
    }

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
