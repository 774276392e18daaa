using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>What a real HTTP client sees of each kind of fault, from a real server.</summary>
public sealed class FaultsOnTheWireTests : IAsyncLifetime
{
    private const string Ports = "/api/company/Acme/ports";
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    /// <summary>An answer that is made while it is sent, and announces no length.</summary>
    private const string Streamed = "/api/company/Acme/ports/55767b5652a693344a015744/utilization";

    private ListeningEmulator emulator = null!;

    public async ValueTask InitializeAsync() => emulator = await ListeningEmulator.Start("--log=off");

    public ValueTask DisposeAsync() => emulator.DisposeAsync();

    [Fact]
    public async Task An_answer_in_the_services_stead()
    {
        await Rule("""{"then":{"answer":{"status":503,"retryAfterSeconds":2}}}""");
        using var http = Http();
        using var answer = await http.GetAsync(Ports);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(2)),
            (answer.StatusCode, answer.Headers.RetryAfter!.Delta));
        Assert.Contains("Service Unavailable", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_content()
    {
        await Rule("""{"then":{"answer":{"status":204}}}""");
        using var http = Http();
        using var nothing = await http.GetAsync(Ports);
        Assert.Equal((HttpStatusCode.NoContent, ""), (nothing.StatusCode, await nothing.Content.ReadAsStringAsync()));
        await Rule("""{"then":{"answer":{"status":200}}}""");
        using var empty = await http.GetAsync(Ports);
        Assert.Equal((HttpStatusCode.OK, ""), (empty.StatusCode, await empty.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("""{"latency":{"milliseconds":300}}""", 0.3, 10)]
    [InlineData("""{"latency":{"from":300,"to":400}}""", 0.3, 10)]
    public async Task A_late_answer(string then, double least, double most)
    {
        await Rule($$"""{"then":{{then}}}""");
        using var http = Http();
        var watch = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Ports)).StatusCode);
        Assert.InRange(watch.Elapsed.TotalSeconds, least - 0.01, most);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_is_reset_before_or_after_the_operation_was_done(bool after)
    {
        await Rule($$$"""{"match":{"method":"POST"},"then":{"reset":true,"after":{{{(after ? "true" : "false")}}}}}""");
        using var http = Http();
        using var body = new StringContent("""{"name":"Renamed"}""");
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => http.PostAsync(Port, body));
        var reset = Assert.IsType<SocketException>(failure.InnerException?.InnerException);
        Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
        Assert.Equal(after, (await http.GetStringAsync(Port)).Contains("\"Renamed\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Ports, """{"bytes":1000}""", 1000)]
    [InlineData(Port, """{"bytes":0}""", 0)]
    [InlineData(Port, """{"bytes":100000000}""", -1)]
    [InlineData(Port, """{"share":1}""", -1)]
    [InlineData("/nowhere", """{"bytes":20}""", 20)]
    public async Task An_answer_that_is_cut_off(string path, string truncate, int arrives)
    {
        using var http = Http();
        using var whole = await http.GetAsync(path);
        var content = await whole.Content.ReadAsByteArrayAsync();
        await Rule($$$"""{"then":{"truncate":{{{truncate}}}}}""");
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((whole.StatusCode, content.Length), (answer.StatusCode, answer.Content.Headers.ContentLength));
        var (arrived, failure) = await ReadToTheEnd(answer);
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(failure).HttpRequestError);
        Assert.Equal(content[..(arrives < 0 ? content.Length + arrives : arrives)], arrived);
    }

    [Theory]
    [InlineData("""{"bytes":500}""", 500)]
    [InlineData("""{"bytes":100000000}""", null)]
    [InlineData("""{"share":0.5}""", null)]
    public async Task An_answer_that_announces_no_length_is_cut_off_too(string truncate, int? arrives)
    {
        using var http = Http();
        var whole = await http.GetByteArrayAsync(Streamed);
        await Rule($$$"""{"then":{"truncate":{{{truncate}}}}}""");
        using var answer = await http.GetAsync(Streamed, HttpCompletionOption.ResponseHeadersRead);
        Assert.Null(answer.Content.Headers.ContentLength);
        var (arrived, failure) = await ReadToTheEnd(answer);
        Assert.NotNull(failure);
        Assert.InRange(arrived.Length, arrives ?? 1, arrives ?? whole.Length);
    }

    [Fact]
    public async Task A_stream_of_events_is_cut_off_or_reset_too()
    {
        await Rule("""{"then":{"truncate":{"bytes":4}}}""");
        using var http = Http();
        using var answer = await http.GetAsync("/user", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var (arrived, failure) = await ReadToTheEnd(answer);
        Assert.Equal((": wa", true), (System.Text.Encoding.UTF8.GetString(arrived), failure is not null));

        // It never ends by itself, so there is no "after": nobody waits for it.
        await Rule("""{"then":{"reset":true,"after":true}}""");
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            http.GetAsync("/user", HttpCompletionOption.ResponseHeadersRead));
    }

    [Fact]
    public async Task An_emulator_that_is_stopped_waits_for_no_slow_answer()
    {
        using var process = await RunningEmulator.Start(":memory:");
        await Rule("""{"then":{"slow":{"milliseconds":600000}}}""", process.Nobody());
        using var http = Http(process.Url);
        using var answer = await http.GetAsync(Ports, HttpCompletionOption.ResponseHeadersRead);
        using var refused = await http.GetAsync("/nowhere", HttpCompletionOption.ResponseHeadersRead);
        Assert.True(await process.Stop(TimeSpan.FromSeconds(10)), "it stops at once");
        Assert.NotNull((await ReadToTheEnd(answer)).Failure);
        Assert.NotNull((await ReadToTheEnd(refused)).Failure);
    }

    [Theory]
    [InlineData("""{"slow":{"milliseconds":600}}""", Ports, 0.6)]
    [InlineData(
        """
        {"slow":{"bytesPerSecond":200},"answer":{"status":503,
        "text":"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"}}
        """,
        Ports,
        0.5
    )]
    [InlineData("""{"slow":{"milliseconds":600}}""", "/nowhere", 0.6)]
    [InlineData("""{"slow":{"milliseconds":600},"truncate":{"share":0.5}}""", Port, 0.3)]
    public async Task An_answer_that_arrives_slowly(string then, string path, double seconds)
    {
        using var http = Http();
        var whole = await (await http.GetAsync(path)).Content.ReadAsByteArrayAsync();
        await Rule($$"""{"then":{{then}}}""");
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        var headers = watch.Elapsed.TotalSeconds;
        var (arrived, failure) = await ReadToTheEnd(answer);
        Assert.InRange(watch.Elapsed.TotalSeconds, seconds - 0.05, seconds + 5);
        Assert.True(headers < watch.Elapsed.TotalSeconds - 0.1, "the headers come at once");
        Assert.Equal(then.Contains("truncate", StringComparison.Ordinal), failure is not null);
        Assert.True(
            then.Contains("answer", StringComparison.Ordinal) || whole.AsSpan().StartsWith(arrived),
            "what arrives is right");
    }

    [Fact]
    public async Task Slowness_keeps_nobody_else_waiting()
    {
        await Rule("""{"match":{"header":{"name":"X-Slow"}},"then":{"slow":{"milliseconds":30000}}}""");
        using var http = Http();
        using var slow = Http();
        slow.DefaultRequestHeaders.Add("X-Slow", "1");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var half = await slow.GetAsync(Ports, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Port, patience.Token)).StatusCode);
        using var body = new StringContent("""{"name":"Renamed"}""");
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(Port, body, patience.Token)).StatusCode);
    }

    [Fact]
    public async Task An_emulator_that_is_stopped_waits_for_no_delay()
    {
        using var process = await RunningEmulator.Start(":memory:");
        await Rule("""{"then":{"latency":{"milliseconds":600000}}}""", process.Nobody());
        using var http = Http(process.Url);
        var waiting = http.GetAsync(Ports);
        using var admin = new HttpClient { BaseAddress = new Uri(process.Url) };
        while (!(await admin.GetStringAsync("/__admin/faults")).Contains("\"fired\": 1", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        Assert.True(await process.Stop(TimeSpan.FromSeconds(10)), "it stops at once");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);
    }

    private static async Task<(byte[] Arrived, IOException? Failure)> ReadToTheEnd(HttpResponseMessage answer)
    {
        using var arrived = new MemoryStream();
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync();
            await stream.CopyToAsync(arrived);
            return (arrived.ToArray(), null);
        }
        catch (IOException failure)
        {
            return (arrived.ToArray(), failure);
        }
    }

    private Task Rule(string rule) => Rule(rule, new Client(emulator.Http, credential: null));

    private static async Task Rule(string rule, Client admin)
    {
        (await admin.Delete("/__admin/faults")).MustBeOk();
        (await admin.Post("/__admin/faults", rule)).MustBeOk();
    }

    private HttpClient Http() => Http(emulator.Url.AbsoluteUri);

    private static HttpClient Http(string url)
    {
        var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Add("portal-token", "key-stan");
        return http;
    }
}
