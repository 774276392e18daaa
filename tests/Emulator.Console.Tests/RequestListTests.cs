using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>
/// The list of requests is as long as the journal, and any part of it is read when it comes into view.
/// </summary>
public class RequestListTests(Browsing browsing)
{
    private const string Ports = "/api/company/Acme/ports";

    [Fact]
    public async Task Any_part_of_a_long_list_is_read_and_stays_in_view_while_new_ones_come()
    {
        await using var visit = await browsing.InASandbox();
        var client = visit.World!.CreateClient("key-stan");
        for (var number = 0; number < 700; number++)
        {
            using var answer = await client.GetAsync($"{Ports}/{number}");
        }

        await visit.Go("requests");
        await Expect(visit.Main.Locator(".requests-head")).ToContainTextAsync("700 recorded");
        await Expect(Row(visit, 699)).ToBeVisibleAsync();

        // In one go to the middle, and to the end.
        await ScrollTo(visit, "list.scrollHeight / 2");
        await Expect(Row(visit, 350)).ToBeVisibleAsync();
        await Expect(visit.Main.Locator(".row-unread")).ToHaveCountAsync(0);
        await ScrollTo(visit, "list.scrollHeight");
        await Expect(Row(visit, 0)).ToBeVisibleAsync();

        // What comes then comes above, and what is in view doesn't move.
        await ScrollTo(visit, "list.scrollHeight / 2");
        await Expect(Row(visit, 350)).ToBeVisibleAsync();
        var before = await Row(visit, 350).BoundingBoxAsync();
        for (var number = 700; number < 710; number++)
        {
            using var answer = await client.GetAsync($"{Ports}/{number}");
        }

        await Expect(visit.Main.Locator(".requests-head")).ToContainTextAsync("710 recorded");
        Assert.Equal(before!.Y, (await Row(visit, 350).BoundingBoxAsync())!.Y, tolerance: 1);
        await ScrollTo(visit, "0");
        await Expect(Row(visit, 709)).ToBeVisibleAsync();
        visit.HasNoComplaints();
    }

    [Fact]
    public async Task A_filter_has_its_own_pages()
    {
        await using var visit = await browsing.InASandbox();
        var client = visit.World!.CreateClient("key-stan");
        for (var number = 0; number < 500; number++)
        {
            using var answer = await client.GetAsync(number % 2 == 0 ? $"{Ports}/{number}" : "/api/auth/token");
        }

        await visit.Go("requests?status=4xx");
        await Expect(visit.Main.Locator(".requests-head")).ToContainTextAsync("250 fit");
        await ScrollTo(visit, "list.scrollHeight");
        await Expect(Row(visit, 0)).ToBeVisibleAsync();
        Assert.Equal(0, await visit.Main.Locator(".request-row", new() { HasText = "/api/auth/token" }).CountAsync());
        using var later = await client.GetAsync($"{Ports}/later");
        await Expect(visit.Main.Locator(".requests-head")).ToContainTextAsync("251 fit");
        visit.HasNoComplaints();
    }

    private static ILocator Row(Visit visit, int number) =>
        visit.Main.Locator($".request-row:has([title='{Ports}/{number}'])");

    private static Task ScrollTo(Visit visit, string top) => visit.Main.Locator(".rows").EvaluateAsync(
        $"list => {{ list.scrollTop = {top}; }}");
}
