using ConsoleConnect.Emulator.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Emulator.Console.Tests;

/// <summary>
/// Takes pictures to be looked at, into the folder that PICTURES names: each page at each size in both colors, and
/// those of README and docs/console.md (<c>console-*.png</c>). Not a part of the ordinary run:
/// <c>PICTURES=/tmp/pictures ./Emulator.Console.Tests -explicit only -class "*PicturesTests"</c>.
/// </summary>
public class PicturesTests(Browsing browsing)
{
    private static string Folder => Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder
        ? Directory.CreateDirectory(folder).FullName
        : throw new InvalidOperationException("PICTURES names the folder that the pictures go to.");

    [Theory(Explicit = true)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Each_page_at_each_size(ColorScheme colors)
    {
        await using var visit = await browsing.Open(colors: colors);
        visit.World = await browsing.Emulator.NewSandboxAsync(new() { ClockFrozen = true });
        await Story.Happens(visit.World);
        foreach (var page in EveryPageTests.Pages)
        {
            await visit.Go(page);
            foreach (var (width, height) in Sizes.All)
            {
                await visit.Page.SetViewportSizeAsync(width, height);
                var name = page.Split('?')[0].Split('/')[0]
                    + (page.Contains('/') ? "-one" : page.Contains('?') ? "-metro" : "");
                await Take(
                    visit,
                    $"{name}{(page.Contains("iod") ? "-iod" : "")}-{width}-{colors.ToString().ToLowerInvariant()}");
            }
        }
    }

    [Theory(Explicit = true)]
    [InlineData("console-map", "map", ColorScheme.Light)]
    [InlineData("console-cloud", "map?cloud=579ec72da21a602e46f32c29", ColorScheme.Light)]
    [InlineData("console-requests", "requests/5", ColorScheme.Light)]
    [InlineData("console-resource", "resource/connections/675868acc2e6a1b4d7fa14df", ColorScheme.Light)]
    [InlineData("console-start", "start", ColorScheme.Dark)]
    public async Task For_the_documents(string name, string page, ColorScheme colors)
    {
        // The address in them is the one that README tells.
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new() { Port = 9000 });
        await using var visit = await browsing.Open("http://localhost:9000/", colors);
        visit.World = await emulator.NewSandboxAsync(new() { ClockFrozen = true, Name = "demo" });
        await visit.World.Clock.SetAsync(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));
        await Story.Happens(visit.World);
        await visit.Page.SetViewportSizeAsync(1440, 900);
        await visit.Go(page);
        if (name == "console-cloud")
        {
            await visit.Main.Locator(".facility button").First.ClickAsync();
            await visit.Page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("Acme to AWS");
        }

        await Take(visit, name);
    }

    private static Task Take(Visit visit, string name) => visit.Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Folder, $"{name}.png"),
        Animations = ScreenshotAnimations.Disabled,
    });
}
