using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>A cloud is ordered on the map: from a port, by the cloud's own operation, up to service.</summary>
public class CloudTests(Browsing browsing)
{
    private const string SanJose = "1232413986c08c061dd8c45f";

    /// <summary>Looks for the mark of a metro's clouds as somebody does who moves the mouse over the map.</summary>
    private const string Seeking = """
        async canvas => {
          const { left, top, width, height } = canvas.getBoundingClientRect();
          for (let y = 20; y < height; y += 8) {
            for (let x = 20; x < width; x += 8) {
              const at = { clientX: left + x, clientY: top + y, bubbles: true };
              canvas.dispatchEvent(new MouseEvent('mousemove', at));
              await new Promise(go => setTimeout(go));
              if (document.querySelector('.map-tip')?.textContent.startsWith('Clouds in')) {
                return [at.clientX, at.clientY];
              }
            }
          }
          return [0, 0];
        }
        """;

    [Fact]
    public async Task A_port_is_connected_with_a_cloud_and_accepted_in_its_console()
    {
        await using var visit = await browsing.InASandbox($"map?metro={SanJose}");
        await visit.Press("Connect from Acme San Jose");
        await Expect(visit.Main).ToContainTextAsync("choose the other port, or a cloud");
        await visit.Press("Connect to Amazon Web Services");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("/api/company/Acme/connections/directConnectPartner/AWS/layer2");
        await dialog.GetByLabel("Name").FillAsync("To the cloud");
        await dialog.GetByLabel("Speed").SelectOptionAsync("200");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Order", Exact = true }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("PENDING_ACCEPTANCE");
        await visit.Press("Accept it there");
        await visit.Press("Advance until it is ACTIVE");
        await Expect(dialog).ToHaveCountAsync(0);

        await visit.Go("resources?machine=connections&q=To+the+cloud");
        await Expect(visit.Main.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(visit.Main.Locator("tbody tr")).ToContainTextAsync("ACTIVE");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task Each_cloud_is_ordered_by_its_own_operation()
    {
        await using var visit = await browsing.InASandbox("map");
        var clouds = await visit.Main.Locator("h2:text-is('Clouds') + ul .metro-row .name").AllInnerTextsAsync();
        Assert.Equal(13, clouds.Count);
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        foreach (var cloud in clouds)
        {
            await visit.Go("map");
            await visit.Main.Locator("h2:text-is('Clouds') + ul .metro-row", new() { HasText = cloud }).ClickAsync();
            await Expect(visit.Main.Locator(".metro-head")).ToContainTextAsync(cloud);
            await visit.Main.Locator(".facility button").Last.ClickAsync();
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Order", Exact = true }).ClickAsync();
            await Expect(dialog.Locator(".answer")).Not.ToHaveCountAsync(0);
            var answered = await dialog.Locator(".answer").First.InnerTextAsync();
            Assert.True(answered.StartsWith("200", StringComparison.Ordinal), $"{cloud}: {answered}");
            await Expect(dialog).ToContainTextAsync("It is ");
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(dialog).ToHaveCountAsync(0);
        }

        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_speed_that_is_provisioned_by_hand_is_provisioned_as_the_support()
    {
        await using var visit = await browsing.InASandbox("map");
        await visit.Press("Alibaba Cloud", exact: false);
        await visit.Press("Connect with Alibaba Cloud in Singapore");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Speed").SelectOptionAsync("2000");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Order", Exact = true }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("MANUAL");
        await visit.Press("Provision it");
        await visit.Press("Advance until it is ACTIVE");
        await Expect(dialog).ToHaveCountAsync(0);
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task What_the_service_refuses_is_told_in_the_form()
    {
        await using var visit = await browsing.InASandbox("map");
        await visit.Press("Microsoft Azure", exact: false);
        await visit.Main.Locator(".facility button").First.ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("The circuit's service key").FillAsync("no key");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Order", Exact = true }).ClickAsync();
        await Expect(dialog.Locator(".answer .http-status")).ToHaveTextAsync("400");
        await Expect(dialog.Locator(".failure-why")).ToContainTextAsync("A service key is a uuid");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_cloud_is_chosen_by_its_mark_on_the_map()
    {
        await using var visit = await browsing.InASandbox("map");
        var found = await visit.Page.Locator("canvas").EvaluateAsync<float[]>(Seeking);
        await visit.Page.Mouse.ClickAsync(found[0], found[1]);
        await Expect(visit.Main.Locator(".facility").First).ToContainTextAsync("Clouds");
        await visit.Main.Locator(".facility").First.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Connect to ");
        visit.HasNoComplaints();
    }
}
