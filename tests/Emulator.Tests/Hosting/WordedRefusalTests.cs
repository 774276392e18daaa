using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>What the server itself refuses, before there is a request, and how much it takes.</summary>
public sealed class WordedRefusalTests
{
    [Fact]
    public async Task A_request_line_of_64_kB_is_answered_and_a_longer_one_refused_in_words()
    {
        await using var emulator = await ListeningEmulator.Start();
        emulator.Http.DefaultRequestHeaders.Add("portal-token", "key-stan");
        var ids = string.Join(',', Enumerable.Range(0, 400).Select(number => $"\"facility{number:D15}\""));
        var filter = """{"where":{"id":{"inq":[IDS]}}}""".Replace("IDS", ids, StringComparison.Ordinal);
        using var many = await emulator.Http.GetAsync("/v2/data-center-facility?filter=" + filter);
        Assert.Equal(HttpStatusCode.OK, many.StatusCode);
        using var longest = await emulator.Http.GetAsync("/api/company/Acme/ports?q="
            + new string('a', (64 * 1024) - 100));
        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        using var longer = await emulator.Http.GetAsync("/api/company/Acme/ports?q=" + new string('a', 64 * 1024));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, longer.StatusCode);
        var refused = JsonNode.Parse(await longer.Content.ReadAsStringAsync())!;
        Assert.Equal("URI Too Long", refused["error"]!["message"]!.GetValue<string>());
        Assert.Contains("65536 bytes", longer.Headers.GetValues("X-Emulator-Explain").Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData(400, "GET /readyz HTTP/1.1\r\n\r\n")]
    [InlineData(400, "GET /readyz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData(400, "GET /readyz HTTP/1.1\r\nHost: localhost\r\nNo colon\r\n\r\n")]
    [InlineData(400, "GET /%zz%00 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData(400, "nonsense\r\n\r\n")]
    [InlineData(400, "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n")]
    [InlineData(400, "POST /api/auth/token HTTP/1.0\r\nHost: localhost\r\n\r\n")]
    [InlineData(431, "GET /readyz HTTP/1.1\r\nHost: localhost\r\nX-Long: {long}\r\n\r\n")]
    [InlineData(505, "GET /readyz HTTP/1.7\r\nHost: localhost\r\n\r\n")]
    public async Task What_is_no_request_is_refused_in_the_services_form(int status, string sent)
    {
        await using var emulator = await ListeningEmulator.Start();
        var answer = await emulator.Exchange(sent.Replace("{long}", new string('a', 140_000),
            StringComparison.Ordinal));
        var (head, body) = answer.Split("\r\n\r\n", 2) is [var left, var right] ? (left, right) : (answer, "");
        Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
        Assert.Contains("X-Emulator: console-connect", head, StringComparison.Ordinal);
        Assert.Contains("X-Emulator-Explain: ", head, StringComparison.Ordinal);
        Assert.Contains($"Content-Length: {body.Length}", head, StringComparison.Ordinal);
        Assert.Equal(status, JsonNode.Parse(body)!["error"]!["statusCode"]!.GetValue<int>());
    }

    /// <summary>
    /// What looks like such an answer and is one of ours goes out as it is: a fault rule's, without a body, that closes
    /// the connection.
    /// </summary>
    [Fact]
    public async Task An_answer_of_the_emulators_own_is_left_as_it_is()
    {
        await using var emulator = await ListeningEmulator.Start();
        using var striking = new StringContent(
            """{"match":{"path":"/api/nothing"},"then":{"answer":{"status":503,"text":""}}}"""
        );
        using var rule = await emulator.Http.PostAsync("/__admin/faults", striking);
        Assert.Equal(HttpStatusCode.OK, rule.StatusCode);
        var answer = await emulator.Exchange("GET /api/nothing HTTP/1.1\r\nHost: localhost\r\nConnection: "
            + "close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 503 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }
}
