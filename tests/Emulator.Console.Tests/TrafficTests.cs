using System.Net;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>What clients ask shows as they ask it; faults strike it; mail can be followed.</summary>
public class TrafficTests(Browsing browsing)
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    [Fact]
    public async Task A_request_shows_as_it_comes_with_what_it_changed()
    {
        await using var visit = await browsing.InASandbox("requests");
        using var answer = await visit.World!.Client.PostAsJsonAsync(Port, new { name = "Renamed" });
        await visit.Main.Locator(".request-row", new() { HasText = Port }).ClickAsync();

        var whole = visit.Main.Locator(".request-whole");
        await Expect(whole.Locator(".change-table .after").First).ToContainTextAsync("Renamed");
        await Expect(whole.Locator(".change-table .before").First).ToContainTextAsync("Acme Great Oaks");
        await visit.Press("Make a test of this");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("ConsoleConnectEmulator.StartAsync()");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task What_matched_nothing_is_told_what_may_have_been_meant()
    {
        await using var visit = await browsing.InASandbox("requests");
        using var answer = await visit.World!.Client.GetAsync("/api/company/Acme/prots");
        await visit.Main.Locator(".request-row", new() { HasText = "prots" }).ClickAsync();
        await Expect(visit.Main).ToContainTextAsync("/api/company/{companyName}/ports");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_fault_is_switched_on_and_strikes()
    {
        await using var visit = await browsing.InASandbox("faults");
        var toggle = visit.Main.Locator(".fault-switch", new() { HasText = "Unavailable" });
        await toggle.ClickAsync();
        await Expect(toggle).ToContainTextAsync("struck 0 times");
        using var struck = await visit.World!.Client.GetAsync("/api/company/Acme/ports");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, struck.StatusCode);
        await Expect(toggle).ToContainTextAsync("struck 1 time");
        await toggle.ClickAsync();
        await Expect(toggle).ToContainTextAsync("off");
        using var well = await visit.World.Client.GetAsync("/api/company/Acme/ports");
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_request_becomes_a_fault()
    {
        await using var visit = await browsing.InASandbox("requests");
        using var first = await visit.World!.Client.GetAsync(Port);
        await visit.Main.Locator(".request-row", new() { HasText = Port }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Make a fault of this" }).ClickAsync();
        await visit.Page.GetByLabel("Status", new() { Exact = true }).FillAsync("418");
        await visit.Press("Make it");
        await Expect(visit.Main.Locator(".fault-rule")).ToContainTextAsync("is answered 418");
        using var again = await visit.World.Client.GetAsync(Port);
        Assert.Equal(418, (int)again.StatusCode);
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task An_invitation_is_followed()
    {
        await using var visit = await browsing.InASandbox("outbox");
        using var answer = await visit.World!.Client.PutAsJsonAsync(
            "/api/invite/user", new[] { new { email = "nadia@example.net", name = "Nadia" } });
        answer.EnsureSuccessStatusCode();
        await visit.Main.Locator(".letter-row", new() { HasText = "nadia@example.net" }).ClickAsync();
        await visit.Press("Follow the invitation");
        await visit.Press("Register");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).Locator(".http-status")).ToHaveTextAsync("200");
        using var nadia = await visit.World.LogInAsync("nadia@example.net");
        using var self = await nadia.GetAsync("/api/auth/token");
        Assert.Equal(HttpStatusCode.OK, self.StatusCode);
        visit.HasNoComplaints();
    }
}
