using System.Net.Http.Json;
using ConsoleConnect.Emulator.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>What others named is text, the token stays where it belongs, and an emulator that stops is told.</summary>
public class SafetyTests(Browsing browsing)
{
    public static TheoryData<string, string> Hostile => new()
    {
        { "markup", "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>" },
        { "length", new string('W', 10_000) },
        { "direction", "\u202Eمرحبا\u202C بالعالم" },
        { "emoji", "👩‍👩‍👧‍👦🚀 Ünïcödé \u0000" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_name_is_text_whatever_is_in_it(string kind, string name)
    {
        await using var visit = await browsing.InASandbox();
        const string port = "55767b5652a693344a015744";
        using var answer = await visit.World!.Client.PostAsJsonAsync($"/api/company/Acme/ports/{port}", new { name });
        foreach (var page in new[]
            { $"resource/ports/{port}", "resources?machine=ports&company=Acme", "companies/Acme", "requests/2",
              "snapshots", "map?metro=1232413986c08c061dd8c45f" })
        {
            await visit.Go(page);
            Assert.DoesNotContain("broken", await visit.Page.TitleAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await visit.Main.Locator("img, script").CountAsync());
            Assert.True(await visit.Page.EvaluateAsync<bool>(Sizes.Fits), $"{kind} breaks the layout of {page}");
        }

        visit.HasNoComplaints();
    }

    [Fact]
    public async Task The_admin_token_is_asked_for_once_and_is_in_no_address()
    {
        const string token = "open-sesame";
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { ["admin-token"] = token },
        });
        await using var visit = await browsing.Open(emulator.Url.ToString());
        var addresses = new List<string>();
        visit.Page.Request += (_, request) => addresses.Add(request.Url);
        await visit.Page.GotoAsync(visit.Root);
        await visit.Sees("This emulator is guarded");
        await visit.Page.GetByLabel("Admin token").FillAsync("wrong");
        await visit.Press("Go on");
        await visit.Sees("That token was not accepted");
        await visit.Page.GetByLabel("Admin token").FillAsync(token);
        await visit.Press("Go on");
        await visit.Sees("What is real, and what is not");
        await visit.Page.ReloadAsync();
        await visit.Sees("What is real, and what is not");
        Assert.DoesNotContain(addresses, address => address.Contains(token, StringComparison.Ordinal));
        Assert.Equal(
            0,
            await visit.Page.EvaluateAsync<int>(
                "Object.values(localStorage).filter(t => t.includes('sesame')).length"));
    }

    [Fact]
    public async Task An_emulator_that_stops_is_told_and_one_that_is_back_is_gone_on_with()
    {
        var first = await ConsoleConnectEmulator.StartAsync();
        var port = first.Url.Port;
        await using var visit = await browsing.Open(first.Url.ToString());
        await visit.Go("start");
        await first.DisposeAsync();
        await visit.Sees("The emulator does not answer");
        await using var second = await ConsoleConnectEmulator.StartAsync(new() { Port = port });
        await Expect(visit.Page.Locator(".banner")).ToHaveCountAsync(0);
        await visit.Sees("Live");
    }
}
