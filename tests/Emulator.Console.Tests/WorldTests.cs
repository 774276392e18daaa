using System.Net.Http.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>Time, sandboxes and snapshots are under the hand.</summary>
public class WorldTests(Browsing browsing)
{
    [Fact]
    public async Task The_clock_stops_runs_and_moves()
    {
        await using var visit = await browsing.InASandbox();
        await visit.World!.Clock.SetAsync(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var time = visit.Page.Locator(".clock-time");
        await Expect(time).ToHaveTextAsync("00:00:00");
        await visit.Press("+1 h: move the clock by 1 hour");
        await Expect(time).ToHaveTextAsync("01:00:00");
        await visit.Page.GetByTitle("Let the clock run").ClickAsync();
        await Expect(visit.Page.GetByTitle("Stop the clock")).ToContainTextAsync("Running");
        await Expect(time).Not.ToHaveTextAsync("01:00:00");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task What_is_due_next_is_told_and_reached()
    {
        await using var visit = await browsing.InASandbox();
        using var order = await visit.World!.Client.PutAsJsonAsync(
            "/api/company/Acme/ports/orders",
            new { dataCenterFacility = "supernetpa4", speed = 1000, portName = "Due", paymentType = "invoice" });
        var due = visit.Page.Locator(".time-due");
        await Expect(due).ToContainTextAsync("pending");
        await visit.Press("Next event");
        await Expect(due).ToContainTextAsync("allocated");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task Two_states_are_compared()
    {
        await using var visit = await browsing.InASandbox("snapshots");
        var name = $"before-{visit.World!.Name}";
        await visit.Page.GetByLabel("Save the sandbox in view as").FillAsync(name);
        await visit.Press("Save");
        await Expect(visit.Main.Locator("tbody").First).ToContainTextAsync(name);
        using var answer = await visit.World.Client.PostAsJsonAsync(
            "/api/company/Acme/ports/55767b5652a693344a015744", new { name = "Afterwards" });
        await visit.Page.GetByLabel("Before").SelectOptionAsync(name);
        var difference = visit.Main.Locator(".diff-kind", new() { HasText = "Afterwards" });
        await Expect(difference.Locator(".before").First).ToContainTextAsync("Acme Great Oaks");
        await Expect(difference.Locator(".after").First).ToContainTextAsync("Afterwards");
        await visit.World.Snapshots.DeleteAsync(name);
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_sandbox_is_made_looked_at_and_thrown_away()
    {
        await using var visit = await browsing.Open();
        await visit.Go("sandboxes");
        var name = $"made-{Guid.NewGuid():N}"[..12];
        await visit.Press("Make a sandbox");
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await visit.Press("Make it and look");
        await Expect(visit.Page.Locator(".sandbox-switch select")).ToHaveValueAsync(name);
        Assert.Contains($"sandbox={name}", visit.Page.Url, StringComparison.Ordinal);
        await visit.Main.Locator("tr", new() { HasText = name }).GetByRole(AriaRole.Button, new() { Name = "Delete" })
            .ClickAsync();
        await Expect(visit.Page.Locator(".sandbox-switch select")).ToHaveValueAsync("default");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_sandbox_that_vanishes_is_told_and_the_default_one_offered()
    {
        await using var visit = await browsing.InASandbox();
        await browsing.Emulator.Sandboxes.DeleteAsync(visit.World!.Name);
        visit.World = null;
        await Expect(visit.Page.Locator(".banner")).ToContainTextAsync("is gone");
        await visit.Press("Show the default sandbox");
        await Expect(visit.Page.Locator(".banner")).ToHaveCountAsync(0);
        await visit.Settled();
    }

    [Fact]
    public async Task The_tour_plays_to_its_end()
    {
        await using var visit = await browsing.Open();
        await visit.Go("tour");
        await visit.Press("Start the tour");
        foreach (var step in new[]
            { "Order it", "Move the clock", "Ask and approve", "Propose and approve", "Connect and flex" })
        {
            await visit.Press(step);
        }

        await visit.Sees("That was it");
        await Expect(visit.Main.Locator(".http-status.bad, .http-status.waiting")).ToHaveCountAsync(0);
        await visit.Press("Delete this sandbox");
        await Expect(visit.Page.Locator(".sandbox-switch select")).ToHaveValueAsync("default");
        visit.HasNoComplaints();
    }
}
