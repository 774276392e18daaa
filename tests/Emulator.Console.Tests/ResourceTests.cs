using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>A resource's page shows where it is, and moves it.</summary>
public class ResourceTests(Browsing browsing)
{
    private const string Creating = "675868acc2e6a1b4d7fa14df", Asked = "Rushes for Acme";

    [Fact]
    public async Task A_connection_fails_with_a_reason()
    {
        await using var visit = await browsing.InASandbox($"resource/connections/{Creating}");
        await Expect(visit.Main.Locator(".diagram-state.here")).ToHaveTextAsync("CREATING");
        await visit.Press("Fail with a reason", exact: false);
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("A digger");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fail", Exact = true }).ClickAsync();

        await Expect(visit.Main.Locator(".diagram-state.here")).ToHaveTextAsync("ERROR");
        await Expect(visit.Main.Locator(".timeline")).ToContainTextAsync("A digger");
        await Expect(visit.Main.GetByLabel("payload", new() { Exact = true })).ToContainTextAsync("A digger");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task Only_the_moves_that_are_legal_now_have_buttons()
    {
        await using var visit = await browsing.InASandbox($"resource/connections/{Creating}");
        var moves = visit.Main.Locator(".moves button");
        await Expect(moves).ToHaveCountAsync(3);
        await visit.Press("Make the next move now");
        await Expect(visit.Main.Locator(".diagram-state.here")).ToHaveTextAsync("ACTIVE");
        await Expect(moves.Filter(new() { HasText = "Disable" })).ToHaveCountAsync(1);
        await Expect(moves.Filter(new() { HasText = "Created" })).ToHaveCountAsync(0);
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_request_is_approved_as_the_other_company()
    {
        await using var visit = await browsing.InASandbox("companies/Acme");
        await Expect(visit.Main).ToContainTextAsync(Asked);
        await visit.Main.GetByRole(AriaRole.Link, new() { Name = "Approve, modify or reject" }).First.ClickAsync();
        await visit.Press("Approve as Acme");
        await Expect(visit.Main.Locator(".diagram-state.here")).ToHaveTextAsync("ACCEPTED");
        await visit.Page.GetByLabel("Move the clock until this resource is").SelectOptionAsync("ACTIVE");
        await Expect(visit.Main.Locator(".diagram-state.here")).ToHaveTextAsync("ACTIVE");
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_service_is_flexed_and_its_graph_shows_bandwidth_and_cost()
    {
        await using var visit = await browsing.InASandbox("resource/iod-services/06327dfa-4e86-438b-af4c-3086be0a2467");
        await Expect(visit.Main.Locator(".chart canvas")).ToHaveCountAsync(1);
        await visit.Page.GetByLabel("Bandwidth in all, Mbps").FillAsync("500");
        await visit.Press("Flex it");
        await Expect(visit.Main.Locator(".answer .http-status")).ToHaveTextAsync("200");
        await visit.Press("+1 min: move the clock by 1 minute");
        await Expect(visit.Main.GetByLabel("payload", new() { Exact = true })).ToBeVisibleAsync();
        visit.HasNoComplaints();
    }
}
