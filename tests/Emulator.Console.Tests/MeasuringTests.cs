using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ConsoleConnect.Emulator.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Emulator.Console.Tests;

/// <summary>
/// How smooth the console is with much in it. Not a part of the ordinary run, since figures need a machine that does
/// nothing else: <c>./Emulator.Console.Tests -explicit only -class "*MeasuringTests" -showLiveOutput</c>.
/// </summary>
public class MeasuringTests(Browsing browsing, ITestOutputHelper output)
{
    private const int Requests = 100_000, Ports = 10_000;

    /// <summary>
    /// Does something in each frame for a while, and tells how long frames took. Long tasks are what the page's own
    /// work kept a frame waiting for, whatever else the machine does.
    /// </summary>
    private const string Frames = """
        async ([frames, what]) => {
          const step = new Function('index', what);
          const tasks = [];
          const watch = new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => e.duration)));
          watch.observe({ type: 'longtask' });
          const times = [];
          let before = await new Promise(requestAnimationFrame);
          for (let index = 0; index < frames; index++) {
            step(index);
            const now = await new Promise(requestAnimationFrame);
            times.push(now - before);
            before = now;
          }
          await new Promise(go => setTimeout(go, 200));
          watch.disconnect();
          times.sort((a, b) => a - b);
          const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))];
          return JSON.stringify({
            frames, median: at(0.5), p95: at(0.95), most: at(1), over50: times.filter(t => t > 50).length,
            longTasks: tasks.length, longest: Math.max(0, ...tasks),
            heapMB: (performance.memory?.usedJSHeapSize ?? 0) / 1e6,
            elements: document.querySelectorAll('*').length,
          }, (_, value) => typeof value === 'number' ? Math.round(value * 10) / 10 : value);
        }
        """;

    [Fact(Explicit = true)]
    public async Task A_hundred_thousand_requests()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new()
        {
            Settings = new Dictionary<string, string>
            {
                ["journal"] = Text(Requests),
                ["journal-bytes"] = "1500000000",
            },
        });
        using var client = new HttpClient();
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, ct) =>
            {
                using var request = new HttpRequestMessage(
                    HttpMethod.Get, $"{emulator.Url}api/company/Acme/ports/{number}");
                request.Headers.Add("portal-token", "key-stan");
                using var answer = await client.SendAsync(request, ct);
            });
        await using var visit = await browsing.Open(emulator.Url.ToString());
        var opening = Stopwatch.StartNew();
        await visit.Go("requests");
        await Expect(visit.Main.Locator(".request-row").First).ToBeVisibleAsync();
        Say($"{Requests} requests: open after {opening.ElapsedMilliseconds} ms");
        await Measure(visit, "wheel, 120 px a frame", 300, "document.querySelector('.rows').scrollTop += 120");
        await Measure(visit, "fast, 3000 px a frame", 300, "document.querySelector('.rows').scrollTop += 3000");
        await Measure(visit, "the bar dragged from end to end", 300,
            "const l = document.querySelector('.rows'); l.scrollTop = l.scrollHeight * index / 300");
        var jump = Stopwatch.StartNew();
        await visit.Main.Locator(".rows").EvaluateAsync("list => { list.scrollTop = list.scrollHeight / 3; }");
        await Expect(visit.Main.Locator(".row-unread")).ToHaveCountAsync(0);
        Say($"a jump to the middle is read after {jump.ElapsedMilliseconds} ms");

        using var stop = new CancellationTokenSource();
        var coming = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var answer = await client.GetAsync($"{emulator.Url}api/company/Acme/ports");
                await Task.Delay(20);
            }
        });
        await visit.Main.Locator(".rows").EvaluateAsync("list => { list.scrollTop = 0; }");
        await Measure(visit, "while 50 a second come", 300, "document.querySelector('.rows').scrollTop += 60");
        await stop.CancelAsync();
        await coming;
        visit.HasNoComplaints();
    }

    [Fact(Explicit = true)]
    public async Task Ten_thousand_ports()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { ["volume"] = Text(Ports) },
        });
        await using var visit = await browsing.Open(emulator.Url.ToString());
        var opening = Stopwatch.StartNew();
        await visit.Go("map");
        await Expect(visit.Main.Locator(".metro-row").First).ToContainTextAsync("ports");
        Say($"{Ports} ports: on the map after {opening.ElapsedMilliseconds} ms");
        const string at = "const c = document.querySelector('.map-place canvas'), b = c.getBoundingClientRect(), "
            + "e = { clientX: b.left + b.width / 2, clientY: b.top + b.height / 2, bubbles: true, cancelable: true };";
        await Measure(visit, "standing still", 120, "");
        await Measure(visit, "zoomed in and out", 240,
            at + "c.dispatchEvent(new WheelEvent('wheel', { ...e, deltaY: index % 120 < 60 ? -24 : 24 }))");
        await Measure(visit, "moved by keys", 240,
            at + "c.dispatchEvent(new KeyboardEvent('keydown', "
                + "{ key: index % 40 < 20 ? 'ArrowLeft' : 'ArrowRight' }))");
        await Measure(visit, "pointed at", 240,
            at + "c.dispatchEvent(new MouseEvent('mousemove', { ...e, clientX: b.left + 100 + index * 3 }))");
        var metro = Stopwatch.StartNew();
        await visit.Main.Locator(".metro-row").First.ClickAsync();
        await Expect(visit.Main.Locator(".port-row").Nth(10)).ToBeVisibleAsync();
        Say($"the largest metro opens after {metro.ElapsedMilliseconds} ms");
        visit.HasNoComplaints();
    }

    private async Task Measure(Visit visit, string what, int frames, string step)
    {
        var found = await visit.Page.EvaluateAsync<string>(Frames, new object[] { frames, step });
        Say($"{what}: {JsonSerializer.Deserialize<JsonElement>(found)}");
    }

    private void Say(string line) => output.WriteLine(line);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
