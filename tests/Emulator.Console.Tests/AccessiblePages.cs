using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Emulator.Console.Tests;

/// <summary>Each page is accessible, in each of the colors, fits each size, and has no complaint.</summary>
public class AccessibleInLightTests(Browsing browsing)
{
    [Fact]
    public Task Each_page_is_accessible_and_fits_each_size() => AccessiblePages.Are(browsing, ColorScheme.Light);
}

/// <inheritdoc cref="AccessibleInLightTests"/>
public class AccessibleInDarkTests(Browsing browsing)
{
    [Fact]
    public Task Each_page_is_accessible_and_fits_each_size() => AccessiblePages.Are(browsing, ColorScheme.Dark);
}

/// <summary>What both ask. They are two, so that they run side by side.</summary>
internal static class AccessiblePages
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Asks axe what is wrong. What is right isn't told, and no frame is looked into, since there is none: either
    /// would take most of the time.
    /// </summary>
    private const string Asking = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .map(wrong => `${wrong.id} at ${wrong.nodes.map(node => node.target.join(' ')).join(', ')}`)
        """;

    /// <summary>Pages and the button on each that opens a dialog.</summary>
    private static readonly (string Page, string Button)[] Dialogs =
    [
        ("map?metro=5a370fdbc2e6a1b4d7e0d9a6", "Order a port in Equinix - SG1"),
        ("map?cloud=58e27698c2e6a1b4d73a1153", "Connect with Google Cloud in Tokyo"),
        ("requests/1", "Make a test of this"), ("outbox/1", "Follow the link"), ("faults", "Make a rule"),
        ("sandboxes", "Make a sandbox"), ("counterparties", "Change Acme"),
        ("resource/connections/675868acc2e6a1b4d7fa14df", "Fail with a reason"),
    ];

    /// <summary>Whether a dialog has nothing that has to be scrolled to sideways, asked of the page.</summary>
    private const string DialogFits = "(d => d.scrollWidth <= d.clientWidth)(document.querySelector('dialog'))";

    public static async Task Are(Browsing browsing, ColorScheme colors)
    {
        await using var visit = await browsing.Open(colors: colors);
        visit.World = await browsing.Emulator.NewSandboxAsync(new() { ClockFrozen = true });
        await Story.Happens(visit.World);
        var wrong = new List<string>();
        foreach (var page in EveryPageTests.Pages)
        {
            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.Go(page);
            await Look(page);
            foreach (var (width, height) in Sizes.All)
            {
                await visit.Page.SetViewportSizeAsync(width, height);
                if (!await visit.Page.EvaluateAsync<bool>(Sizes.Fits))
                {
                    wrong.Add($"{page}: scrolls sideways at {width}");
                }
            }
        }

        foreach (var (page, button) in Dialogs)
        {
            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.Go(page);
            await visit.Press(button, exact: false);
            await visit.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await visit.Settled();
            await Look($"{page}, {button}");
            await visit.Page.SetViewportSizeAsync(390, 844);
            if (!await visit.Page.EvaluateAsync<bool>(DialogFits))
            {
                wrong.Add($"{page}, {button}: scrolls sideways at 390");
            }

            await visit.Page.Keyboard.PressAsync("Escape");
        }

        Assert.Empty(wrong);
        visit.HasNoComplaints();

        async Task Look(string at)
        {
            // A document of its own for each page, or the one before with another part of it shown.
            if (!await visit.Page.EvaluateAsync<bool>("'axe' in window"))
            {
                await visit.Page.EvaluateAsync($"() => {{ {Axe} }}");
            }

            wrong.AddRange((await visit.Page.EvaluateAsync<string[]>(Asking)).Select(found => $"{at}: {found}"));
        }
    }
}
