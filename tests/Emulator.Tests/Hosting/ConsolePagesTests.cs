using System.IO.Compression;
using System.Net;
using Emulator.Hosting;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>How the web console is served, and what stands at <c>/</c>: to whom, and with which guards.</summary>
public sealed class ConsolePagesTests
{
    private static readonly string[] Inside =
    [
        .. typeof(ConsolePages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("console/", StringComparison.Ordinal))
            .Select(name => name["console/".Length..^".gz".Length]),
    ];

    [Theory]
    [InlineData("", "/console/")]
    [InlineData("?sandbox=mine", "/console/?sandbox=mine")]
    public async Task A_browser_is_led_to_the_console(string query, string place)
    {
        await using var emulator = new EmulatorUnderTest();
        using var answer = await Ask(emulator, "/" + query, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        Assert.Equal((HttpStatusCode.Found, place), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        using var folder = await Ask(emulator, "/console" + query);
        Assert.Equal((HttpStatusCode.Found, place), (folder.StatusCode, folder.Headers.Location!.OriginalString));
        Assert.Equal(0, (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["last"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_sandbox_and_a_proxys_prefix_stay_in_front()
    {
        await using var emulator = new EmulatorUnderTest("path-prefix=/cc");
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        using var led = await Ask(emulator, "/sandbox/mine/", ("Accept", "text/html"));
        Assert.Equal("/cc/sandbox/mine/console/", led.Headers.Location!.OriginalString);
        var json = (await emulator.Nobody().Get("/sandbox/mine/")).MustBeOk();
        Assert.Equal(
            ("http://localhost/cc/sandbox/mine/console/", "mine"), (json.TextOf("console"), json.TextOf("sandbox")));
    }

    [Fact]
    public async Task Any_other_client_is_told_where_everything_is()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var accept in new[] { null, "*/*", "application/json", "text/html;q=0" })
        {
            using var answer = await Ask(emulator, "/", accept is null ? [] : [("Accept", accept)]);
            Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        }

        var told = (await emulator.Nobody().Get("/")).MustBeOk();
        foreach (var member in new[] { "documentation", "openApi", "admin", "ready" })
        {
            var address = new Uri(told.TextOf(member));
            (await emulator.Nobody().Get(address.PathAndQuery)).MustBeOk();
        }

        (await emulator.Nobody().Post("/")).MustRefuse(404);
        Assert.Equal("default", told.TextOf("sandbox"));
    }

    [Fact]
    public async Task A_client_that_must_choose_a_sandbox_gets_the_page_all_the_same()
    {
        await using var emulator = new EmulatorUnderTest("require-sandbox=true");
        (await emulator.Nobody().Get("/")).MustBeOk();
        using var page = await Ask(emulator, "/console/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Each_file_is_there_packed_and_unpacked_and_asked_again_only_where_it_has_changed()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Contains("index.html", Inside);
        foreach (var file in Inside)
        {
            using var packed = await Ask(emulator, "/console/" + file, ("Accept-Encoding", "br, gzip"));
            using var plain = await Ask(emulator, "/console/" + file, ("Accept-Encoding", "gzip;q=0"));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (packed.StatusCode, plain.StatusCode));
            Assert.Equal("gzip", Assert.Single(packed.Content.Headers.ContentEncoding));
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            using var unpacking = new GZipStream(
                await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            await unpacking.CopyToAsync(unpacked);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), unpacked.ToArray());
            Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
            using var again = await Ask(
                emulator, "/console/" + file, ("If-None-Match", $"\"x\", {plain.Headers.ETag}"));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            using var other = await Ask(emulator, "/console/" + file, ("If-None-Match", "W/\"other\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            var isPart = file.StartsWith("parts/", StringComparison.Ordinal);
            Assert.Equal(
                isPart ? TimeSpan.FromDays(365) : null, plain.Headers.CacheControl!.MaxAge);
            Assert.Equal(!isPart, plain.Headers.CacheControl.NoCache);
            Assert.Contains("Accept-Encoding", plain.Headers.Vary);
        }

        using var head = await Ask(emulator, HttpMethod.Head, "/console/");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (head.StatusCode, head.Content.Headers.ContentType!.MediaType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/console/nowhere.js")]
    [InlineData("/console/nowhere")]
    [InlineData("/console/../appsettings.json")]
    [InlineData("/console/%2e%2e/schema.sql")]
    [InlineData("/console/index.html.gz")]
    [InlineData("/consoles")]
    public async Task What_is_no_file_of_it_is_not_there(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Get(path)).MustRefuse(404);
    }

    [Fact]
    public async Task A_file_that_the_console_does_not_have_is_refused_with_where_it_begins()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = await emulator.Nobody().Get("/console/nowhere.js");
        refused.MustRefuse(404, "There is no file nowhere.js in the console");
        Assert.Contains("/console/", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_let_nothing_in_from_elsewhere_and_nothing_of_elsewhere_reads_them()
    {
        await using var emulator = new EmulatorUnderTest("admin-token=secret");
        foreach (var path in new[] { "/console/", "/console/console.js", "/console" })
        {
            using var answer = await Ask(emulator, path, ("Origin", "https://elsewhere.example"));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }

        // The page needs no token; what it shows does.
        (await emulator.Nobody().Get("/__admin/overview")).MustRefuse(401);
    }

    private static Task<HttpResponseMessage> Ask(
        EmulatorUnderTest emulator, string path, params (string Name, string Value)[] headers) =>
        Ask(emulator, HttpMethod.Get, path, headers);

    private static async Task<HttpResponseMessage> Ask(
        EmulatorUnderTest emulator, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var client = emulator.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }
}
