using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ConsoleConnect.Emulator.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>
/// The console adds no way past the guard: a client that isn't let in gets nothing through its pages either.
/// </summary>
public class GuardTests(Browsing browsing)
{
    /// <summary>
    /// What a page's script gets when it asks for an address: the status, or that the browser kept it.
    /// </summary>
    private const string Asking = """
        async ([address, method]) => {
          try {
            const answer = await fetch(address, { method, credentials: 'include' });
            return `${answer.status} ${await answer.text()}`;
          } catch (failure) {
            return 'kept';
          }
        }
        """;

    [Fact]
    public async Task A_page_of_another_origin_reads_nothing_changes_nothing_and_frames_nothing()
    {
        var emulator = browsing.Emulator.Url.ToString();
        await using var visit = await browsing.Open();
        await using var world = await browsing.Emulator.NewSandboxAsync(new() { ClockFrozen = true });
        var admin = $"{emulator}sandbox/{world.Name}/__admin";
        using var client = new HttpClient();
        var before = await client.GetFromJsonAsync<JsonObject>($"{admin}/clock");
        await using var other = new OtherPage($"""
            <!doctype html><title>elsewhere</title>
            <iframe src="{emulator}console/" width="400" height="300"></iframe>
            <form method="post" action="{admin}/clock/resume"><button>Look, a kitten</button></form>
            """);
        await visit.Page.GotoAsync(other.Address);
        foreach (var path in new[] { "/overview", "/people", "/journal", "/network" })
        {
            Assert.Equal("kept", await Ask(visit, $"{admin}{path}"));
        }

        Assert.Equal("kept", await Ask(visit, $"{admin}/clock/resume", "POST"));

        // Of a page in a frame nothing is shown: what is there is the browser's own word for it.
        var frame = visit.Page.Frames.Single(frame => frame != visit.Page.MainFrame);
        Assert.DoesNotContain("console", await frame.ContentAsync(), StringComparison.Ordinal);

        // A form needs no script, and its answer is a page.
        await visit.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(visit.Page.Locator("body"))
            .ToContainTextAsync("A web page of another origin can not use /__admin");
        var after = await client.GetFromJsonAsync<JsonObject>($"{admin}/clock");
        Assert.Equal(before!["frozen"]!.GetValue<bool>(), after!["frozen"]!.GetValue<bool>());
        Assert.True(after["frozen"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_name_that_only_leads_here_gets_the_pages_and_nothing_to_show()
    {
        await using var visit = await browsing.Open();
        var lured = new UriBuilder(browsing.Emulator.Url) { Host = Browsing.Lured }.Uri.ToString();
        await visit.Page.GotoAsync($"{lured}console/");
        foreach (var path in new[] { "overview", "people", "journal", "network", "events", "sandboxes" })
        {
            Assert.StartsWith("403 ", await Ask(visit, $"{lured}__admin/{path}"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("key-stan", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await Expect(visit.Page.GetByText("stan@example.com")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_token_is_kept_for_the_tab_only()
    {
        await using var guarded = await ConsoleConnectEmulator.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { ["admin-token"] = "open-sesame" },
        });
        await using var visit = await browsing.Open(guarded.Url.ToString());
        await visit.Page.GotoAsync(visit.Root);
        await TokenAsked(visit.Page).FillAsync("open-sesame");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(TokenAsked(visit.Page)).ToHaveCountAsync(0);
        await visit.Settled();
        Assert.Empty(await visit.Page.Context.CookiesAsync());
        Assert.False(await visit.Page.EvaluateAsync<bool>("Object.values(localStorage).join().includes('sesame')"));

        // Another tab is another session, and is asked.
        var second = await visit.Page.Context.NewPageAsync();
        await second.GotoAsync(visit.Root);
        await Expect(TokenAsked(second)).ToBeVisibleAsync();
        Assert.StartsWith(
            "401 ", await second.EvaluateAsync<string>(Asking, new[] { $"{guarded.Url}__admin/overview", "GET" }),
            StringComparison.Ordinal);
    }

    private static ILocator TokenAsked(IPage page) =>
        page.GetByRole(AriaRole.Textbox, new() { Name = "Admin token" });

    private static Task<string> Ask(Visit visit, string address, string method = "GET") =>
        visit.Page.EvaluateAsync<string>(Asking, new[] { address, method });
}
