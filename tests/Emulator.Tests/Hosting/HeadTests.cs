using System.Net;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>HEAD and OPTIONS, which no document lists and every client may send.</summary>
public sealed class HeadTests
{
    private const string Ports = "/api/company/Acme/ports";

    /// <summary>What probes and browsers ask besides operations.</summary>
    private static readonly string[] Pages = ["/livez", "/readyz", "/swagger", "/swagger/index.html",
        "/swagger/swagger-ui.css", "/openapi.json", "/openapi/admin.json"];

    [Fact]
    public async Task HEAD_answers_whatever_GET_answers_without_its_body()
    {
        await using var emulator = new EmulatorUnderTest("journal=0");
        using var http = emulator.Server.CreateClient(); // Follows no redirect.
        var asked = 0;
        foreach (var (document, _) in OpenApiListing.All)
        {
            foreach (var operation in (await OpenApiListing.OfThisBuild(document))
                .Operations.Where(operation => operation.Method == "GET"))
            {
                await Compare(http, operation.Address(), isEndless: operation.Answers == "text/event-stream");
                asked++;
            }
        }

        foreach (var page in Pages)
        {
            await Compare(http, page, isEndless: false);
        }

        Assert.True(asked > 60, $"{asked} operations are asked");
    }

    [Fact]
    public async Task HEAD_of_what_is_not_there_is_refused_as_GET_is()
    {
        await using var emulator = new EmulatorUnderTest();
        using var http = emulator.CreateClient();
        await Compare(http, "/api/nothing", isEndless: false);
        await Compare(http, "/api/company/Acme/ports/000000000000000000000000", isEndless: false);
        await Compare(http, "/sandbox/nobody/readyz", isEndless: false);
        using var put = new HttpRequestMessage(HttpMethod.Head, "/api/auth/forgot-password");
        Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(put)).StatusCode);
    }

    [Fact]
    public async Task The_journal_tells_HEAD_and_no_body_and_kept_answers_serve_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Get(Ports)).MustBeOk();
        var head = (await stan.Send(HttpMethod.Head, Ports)).MustBeOk();
        Assert.Equal(("", "047 GET /api/company/{companyName}/ports; assumed"),
            (head.Text, head.Headers["X-Emulator-Operation"]));
        var exchanges = (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["exchanges"]!.AsArray();
        var told = exchanges.Single(exchange => exchange!["method"]!.GetValue<string>() == "HEAD")!;
        var whole = (await emulator.Nobody().Get($"/__admin/journal/{told["sequence"]}")).MustBeOk().Json;
        Assert.Equal("stan", whole["user"]!.GetValue<string>());
        Assert.Equal(0, whole["answerBytes"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_fault_rule_strikes_HEAD_where_it_names_it_or_names_no_method()
    {
        await using var emulator = new EmulatorUnderTest();
        await Strike(emulator, "GET", 503);
        (await emulator.With("key-stan").Send(HttpMethod.Head, Ports)).MustBeOk();
        await Strike(emulator, "HEAD", 502);
        Assert.Equal(HttpStatusCode.BadGateway, (await emulator.With("key-stan").Send(HttpMethod.Head, Ports)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await emulator.With("key-stan").Get(Ports)).Status);
    }

    [Fact]
    public async Task HEAD_is_in_no_document_and_begins_no_session_of_a_socket()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var (document, _) in OpenApiListing.All)
        {
            Assert.DoesNotContain((await OpenApiListing.OfThisBuild(document)).Operations, operation =>
                operation.Method is "HEAD" or "OPTIONS");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await emulator.Nobody()
            .Send(HttpMethod.Head, "/socket.io/?EIO=4&transport=polling")).Status);
    }

    [Theory]
    [InlineData("/api/company/Acme/ports/orders", "GET", "PUT", "HEAD", "OPTIONS")]
    [InlineData("/api/auth/token", "GET", "PUT", "DELETE", "HEAD", "OPTIONS")]
    [InlineData("/company/Acme/connections/55783e39519d254d36f6126e/approve", "PUT", "OPTIONS")]
    [InlineData("/__admin/reset", "POST", "OPTIONS")]
    [InlineData("/sandbox/default/readyz", "GET", "HEAD", "OPTIONS")]
    public async Task OPTIONS_of_a_path_tells_its_methods(string path, params string[] methods)
    {
        await using var emulator = new EmulatorUnderTest();
        using var http = emulator.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.All(methods, method => Assert.Contains(method, answer.Content.Headers.Allow));
        Assert.Equal(methods.Contains("HEAD"), answer.Content.Headers.Allow.Contains("HEAD"));
        (await emulator.Nobody().Send(HttpMethod.Options, "/api/nothing")).MustRefuse(404);
    }

    private static async Task Strike(EmulatorUnderTest emulator, string method, int status) =>
        (
            await emulator
                .Nobody()
                .Post(
                    "/__admin/faults",
                    $$$"""
                    {"match":{"path":"{{{Ports}}}","method":"{{{method}}}"},
                    "then":{"answer":{"status":{{{status}}} } } }
                    """
                )
        ).MustBeOk();

    private static async Task Compare(HttpClient http, string path, bool isEndless)
    {
        using var head = await Ask(http, HttpMethod.Head, path);
        using var get = await Ask(http, HttpMethod.Get, path);
        Assert.Equal((path, get.StatusCode), (path, head.StatusCode));
        Assert.Equal((path, Told(get)), (path, Told(head)));
        Assert.Equal("", await head.Content.ReadAsStringAsync());
        if (!isEndless && get.Content.Headers.ContentLength > 0 && (await get.Content.ReadAsStringAsync()).Length > 0)
        {
            Assert.Equal((path, get.Content.Headers.ContentLength), (path, head.Content.Headers.ContentLength));
        }
    }

    /// <summary>All headers but the length, which only answers that are whole announce.</summary>
    private static string Told(HttpResponseMessage answer) =>
        string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));

    private static Task<HttpResponseMessage> Ask(HttpClient http, HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("portal-token", "key-stan");
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
