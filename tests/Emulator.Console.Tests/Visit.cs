using ConsoleConnect.Emulator.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Emulator.Console.Tests;

/// <summary>A person in front of the console. What the browser complains of fails the test.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private readonly string emulator;

    public Visit(IPage page, string emulator)
    {
        Page = page;
        this.emulator = emulator.TrimEnd('/');
        page.SetDefaultTimeout(60_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsAnsweredSo(message.Text))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>The sandbox in view; null for the default one.</summary>
    public EmulatorSandbox? World { get; set; }

    public string Root => $"{emulator}/console/{(World is null ? "" : $"?sandbox={World.Name}")}";

    public ILocator Main => Page.Locator("main");

    /// <summary>Opens a page of the console and waits until it has read what it shows.</summary>
    public async Task Go(string page)
    {
        await Page.GotoAsync($"{Root}#/{page}");
        await Settled();
    }

    public async Task Settled()
    {
        try
        {
            await Main.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await Assertions.Expect(Page.Locator(".loading")).ToHaveCountAsync(0);
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            var seen = await Page.Locator("body").InnerTextAsync();
            throw new InvalidOperationException(
                $"{Page.Url} was not read: {string.Join("; ", complaints)}\n{seen}", failure);
        }
    }

    public ILocator Button(string name, bool exact = true) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public Task Press(string button, bool exact = true) => Button(button, exact).First.ClickAsync();

    /// <summary>Waits until a text is to be seen.</summary>
    public Task Sees(string text) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(text);

    /// <summary>What the browser has complained of: scripts that failed, policies that were broken.</summary>
    public void HasNoComplaints() => Assert.Empty(complaints);

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (World is not null)
        {
            await World.DisposeAsync();
        }
    }

    /// <summary>Chromium writes a line for each refusal that a page was answered, too.</summary>
    private static bool IsAnsweredSo(string text) =>
        text.StartsWith("Failed to load resource", StringComparison.Ordinal);
}
