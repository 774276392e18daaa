using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>The network is built on the map: ports are ordered, connected and approved there.</summary>
public class MapTests(Browsing browsing)
{
    private const string Singapore = "5a370fdbc2e6a1b4d7e0d9a6", SanJose = "1232413986c08c061dd8c45f";

    [Fact]
    public async Task A_port_is_ordered_in_a_metro_and_delivered_when_time_passes()
    {
        await using var visit = await browsing.InASandbox("map");
        await visit.Press("Singapore", exact: false);
        await visit.Press("Order a port in Equinix - SG1");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync("From the map");
        await Expect(dialog).ToContainTextAsync("/api/company/Acme/ports/orders");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Order", Exact = true }).ClickAsync();
        await Expect(dialog.Locator(".answer .http-status")).ToHaveTextAsync("200");
        await visit.Press("Advance until it is delivered");

        await Expect(visit.Main).ToContainTextAsync("From the map");
        await visit.Press("+1 min: move the clock by 1 minute");
        await Expect(visit.Main.Locator(".port-row", new() { HasText = "From the map" })).ToContainTextAsync("ACTIVE");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task Two_ports_are_connected_and_the_other_company_approves()
    {
        await using var visit = await browsing.InASandbox($"map?metro={SanJose}");
        await visit.Press("Connect from Acme San Jose");
        await Expect(visit.Main).ToContainTextAsync("now choose the other port");
        await visit.Main.Locator(".port-row", new() { HasText = "company2" })
            .GetByRole(AriaRole.Button, new() { Name = "Connect to" }).First.ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync("Both sides");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).ClickAsync();
        await visit.Press("Approve as company2");
        await visit.Press("Advance until it is ACTIVE");
        await Expect(dialog).ToHaveCountAsync(0);

        await visit.Go("resources?machine=connections&q=Both+sides");
        await Expect(visit.Main.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(visit.Main.Locator("tbody tr")).ToContainTextAsync("ACTIVE");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task The_map_is_moved_by_the_keyboard()
    {
        await using var visit = await browsing.InASandbox($"map?metro={Singapore}");
        var canvas = visit.Page.Locator("canvas");
        await canvas.FocusAsync();
        var before = await canvas.ScreenshotAsync();
        foreach (var key in new[] { "+", "+", "ArrowRight", "ArrowDown" })
        {
            await visit.Page.Keyboard.PressAsync(key);
        }

        Assert.NotEqual(before, await canvas.ScreenshotAsync());
        visit.HasNoComplaints();
    }
}
