using ConsoleConnect.Emulator.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Emulator.Console.Tests.Browsing))]

namespace Emulator.Console.Tests;

/// <summary>
/// One emulator and one browser for all tests. Where no browser is, the tests say so and are skipped.
/// </summary>
public sealed class Browsing : IAsyncLifetime
{
    /// <summary>
    /// Where Debian, Ubuntu, Fedora and macOS have one; CHROMIUM names another. The one without windows first: it takes
    /// half the time.
    /// </summary>
    private static readonly string[] Places =
    [
        Environment.GetEnvironmentVariable("CHROMIUM") ?? "", "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
        "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <summary>A name that isn't the emulator's and leads to it all the same, as DNS rebinding makes one.</summary>
    public const string Lured = "lured.example";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public ConsoleConnectEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Emulator = await ConsoleConnectEmulator.StartAsync();
        if (Array.Find(Places, File.Exists) is not { } chromium)
        {
            return;
        }

        // A machine that is busy with other tests is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", $"--host-resolver-rules=MAP {Lured} 127.0.0.1"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>A sandbox of the test's own, with the console open on it.</summary>
    public async Task<Visit> InASandbox(string at = "start", bool frozen = true)
    {
        var visit = await Open();
        visit.World = await Emulator.NewSandboxAsync(new() { ClockFrozen = frozen });
        await visit.Go(at);
        return visit;
    }

    /// <summary>A browser's window of its own, with nothing open.</summary>
    public async Task<Visit> Open(string? address = null, ColorScheme colors = ColorScheme.Light)
    {
        Assert.SkipWhen(
            browser is null,
            "No browser is here: install Debian's chromium-headless-shell, or name one in CHROMIUM. "
            + "The console's pages were not tested.");
        var context = await browser!.NewContextAsync(new()
        {
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = 1280, Height = 900 },
        });
        return new Visit(await context.NewPageAsync(), address ?? Emulator.Url.ToString());
    }
}
