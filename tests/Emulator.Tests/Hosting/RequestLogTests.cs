using System.Text.Json.Nodes;
using Emulator.Hosting.Logging;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>A line for each request, for people or for programs, and nothing in it that is nobody's business.</summary>
public sealed class RequestLogTests
{
    [Fact]
    public async Task Each_request_is_a_line_with_what_it_was_and_what_became_of_it()
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        (await emulator.With("key-stan").Get("/api/company/Acme/ports?limit=2")).MustBeOk();
        (await emulator.With("key-stan").Get("/api/company/Acme/ports/nothing")).MustRefuse(404);
        var lines = await Lines(emulator, "ports/nothing");
        Assert.Contains(lines, line =>
            Matches(
                line,
                @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z GET /api/company/Acme/ports\?limit=2 200 \d+\.\d ms "
                + "user=stan$"
            ));
        Assert.Contains(lines, line =>
            Matches(line, @"GET /api/company/Acme/ports/nothing 404 \d+\.\d ms user=stan : \S"));
        Assert.DoesNotContain(lines, line =>
            line.Contains("/readyz", StringComparison.Ordinal) && line.Contains(" 200 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_json_it_is_an_object_on_a_line_with_sandbox_and_fault()
    {
        using var emulator = await RunningEmulator.Start(":memory:", "--log=json", "--log-level=debug");
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"ci-1"}""")).MustBeOk();
        (
            await emulator
                .Nobody()
                .Post(
                    "/sandbox/ci-1/__admin/faults",
                    """{"match":{"path":"/api/**"},"then":{"answer":{"status":418}}}"""
                )
        ).MustBeOk();
        await emulator.With("ci-1.key-stan").Get("/api/company/Acme/ports");
        var lines = (await Lines(emulator, "\"status\":418"))
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonNode.Parse(line)!)
            .ToList();
        var struck = lines.Single(line => line["status"]!.GetValue<int>() == 418);
        Assert.Equal(
            ("warning", "GET", "/api/company/Acme/ports", "ci-1", "fault-1"),
            (Text("level"), Text("method"), Text("path"), Text("sandbox"), Text("fault")));
        Assert.True(struck["milliseconds"]!.GetValue<double>() >= 0);
        Assert.Contains(lines, line =>
            line["path"]!.GetValue<string>() == "/readyz" && line["level"]!.GetValue<string>() == "debug");

        string Text(string name) => struck[name]!.GetValue<string>();
    }

    [Theory]
    [InlineData("--log=off")]
    [InlineData("--log-level=warning")]
    public async Task What_is_not_to_be_printed_is_not(string flag)
    {
        using var emulator = await RunningEmulator.Start(":memory:", flag);
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
        await Task.Delay(300);
        Assert.DoesNotContain("/api/company", emulator.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_client_sends_makes_a_line_of_its_own_or_shows_a_credential()
    {
        const string Token = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        using var emulator = await RunningEmulator.Start(":memory:");
        await emulator.Nobody().Get("/api/company/A%0AHELLO%1B%5B31m/ports");
        await emulator.Nobody().Get($"/api/users/{Token}?token={Token}&portal-token=sesame&last=1");
        var output = string.Join('\n', await Lines(emulator, "last=1"));
        Assert.Contains("/api/company/A\\u000aHELLO\\u001b[31m/ports", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain(Token, output, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_reads_the_output_requests_are_counted_and_do_not_wait()
    {
        using var output = new Blocked();
        await using var log = new RequestLog(
            new LogSettings(LogForm.Text, LogDetail.Info),
            output,
            TimeProvider.System);
        for (var request = 0; request < 20_000; request++)
        {
            log.Note(
                new LoggedRequest
                {
                    At = default,
                    Detail = LogDetail.Info,
                    Method = "GET",
                    Path = "/",
                    Query = "",
                    Status = 200,
                    Took = TimeSpan.Zero,
                });
        }

        output.Open();
        for (var tries = 0; !output.Text.Contains("requests weren't logged", StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 500, "what was left out was not told");
            await Task.Delay(20);
        }
    }

    private static bool Matches(string line, string pattern) =>
        System.Text.RegularExpressions.Regex.IsMatch(line, pattern);

    /// <summary>
    /// What it has printed, once a text is in it that nothing else prints: a bare number may be a part of its port,
    /// of a time or of a process id.
    /// </summary>
    private static async Task<string[]> Lines(RunningEmulator emulator, string with)
    {
        for (var tries = 0; !emulator.Output.Contains(with, StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 500, $"nothing with {with} was printed: {emulator.Output}");
            await Task.Delay(20);
        }

        return emulator.Output.Split('\n');
    }

    /// <summary>An output that nobody reads at first.</summary>
    private sealed class Blocked : MemoryStream
    {
        private readonly TaskCompletionSource opened = new();

        public string Text => System.Text.Encoding.UTF8.GetString(ToArray());

        public void Open() => opened.TrySetResult();

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default)
        {
            await opened.Task;
            lock (opened)
            {
                Write(buffer.Span);
            }
        }
    }
}
