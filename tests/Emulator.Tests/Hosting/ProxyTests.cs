using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Behind a proxy, every address that is given out is the one that the client has asked.</summary>
public sealed class ProxyTests
{
    private static readonly (string, string)[] Forwarded = [("X-Forwarded-Prefix", "/cc"),
        ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "localhost:8443")];

    [Theory]
    [InlineData("")]
    [InlineData("/cc")]
    public async Task Every_address_follows_the_forwarded_one_whether_the_proxy_takes_its_prefix_off_or_not(string left)
    {
        await using var emulator = new EmulatorUnderTest("trusted-proxies=127.0.0.1,::1");
        var sandboxes = left + "/__admin/sandboxes";
        var made = (await Ask(emulator, HttpMethod.Post, sandboxes, """{"name":"ci-1"}""", Forwarded)).MustBeOk();
        Assert.Equal("https://localhost:8443/cc/sandbox/ci-1", made.TextOf("pathUrl"));
        Assert.Equal("https://ci-1.localhost:8443/cc", made.TextOf("hostUrl"));
        Assert.Equal("https://localhost:8443/cc", await ServerOf(emulator, left + "/openapi.json"));
        Assert.Equal("https://localhost:8443/cc/sandbox/ci-1",
            await ServerOf(emulator, left + "/sandbox/ci-1/openapi/admin.json"));
        Assert.StartsWith("https://localhost:8443/cc/sandbox/ci-1/", await LinkIn(emulator, left + "/sandbox/ci-1"),
            StringComparison.Ordinal);
        Assert.StartsWith("https://localhost:8443/cc/sandbox/ci-1/",
            await LinkIn(emulator, left, ("X-Emulator-Sandbox", "ci-1")), StringComparison.Ordinal);
        Assert.StartsWith("https://localhost:8443/cc/api/", await LinkIn(emulator, left), StringComparison.Ordinal);

        var page = (await Ask(emulator, HttpMethod.Get, left + "/swagger/index.js", null, Forwarded)).MustBeOk().Text;
        Assert.Contains("\"../openapi.json\"", page, StringComparison.Ordinal);

        var export = (await Ask(emulator, HttpMethod.Get, left + "/sandbox/ci-1/__admin/journal/export", null,
            Forwarded)).MustBeOk()["log"]!["entries"]!.AsArray();
        Assert.Equal(2, export.Count); // As they were asked: the second chose the sandbox by its header.
        Assert.StartsWith("https://localhost:8443/cc/sandbox/ci-1/", Url(export[0]!), StringComparison.Ordinal);
        Assert.StartsWith("https://localhost:8443/cc/api/", Url(export[1]!), StringComparison.Ordinal);

        static string Url(JsonNode entry) => entry["request"]!["url"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_standard_header_is_read_as_well()
    {
        await using var emulator = new EmulatorUnderTest("trusted-proxies=*", "path-prefix=/cc");
        (string, string)[] forwarded = [("Forwarded", "for=192.0.2.1;proto=https;host=\"localhost:8443\"")];
        Assert.Equal("https://localhost:8443/cc", await ServerOf(emulator, "/openapi.json", forwarded));
    }

    [Fact]
    public async Task Nothing_forwarded_is_believed_unless_it_is_set_and_only_from_whom_it_names()
    {
        await using var usual = new EmulatorUnderTest();
        Assert.Equal("http://localhost", await ServerOf(usual, "/openapi.json"));

        await using var other = await ListeningEmulator.Start("--trusted-proxies=192.0.2.7,10.0.0.0/8");
        Assert.Equal($"http://127.0.0.1:{other.Url.Port}", await ServerOf(other));
        await using var trusting = await ListeningEmulator.Start("--trusted-proxies=127.0.0.0/8");
        Assert.Equal("https://localhost:8443/cc", await ServerOf(trusting));
    }

    [Fact]
    public async Task A_path_prefix_is_taken_with_it_and_without_and_given_out_always()
    {
        await using var emulator = new EmulatorUnderTest("path-prefix=/cc/");
        foreach (var path in new[] { "/cc/openapi.json", "/openapi.json" })
        {
            Assert.Equal("http://localhost/cc", await ServerOf(emulator, path, []));
        }

        (await emulator.With("key-stan").Get("/cc/api/company/Acme/ports")).MustBeOk();
        (await emulator.With("key-stan").Get("/cc/company/Acme/ports")).MustBeOk();
        (await emulator.Nobody().Get("/cc/readyz")).MustBeOk();
        (await emulator.Nobody().Get("/ccc/readyz")).MustRefuse(404);
        var exchanges = (await emulator.Nobody().Get("/cc/__admin/journal")).MustBeOk()["exchanges"]!.AsArray();
        Assert.Contains(exchanges, exchange => exchange!["path"]!.GetValue<string>() == "/api/company/Acme/ports"
            && exchange["sandboxPath"] is null);
    }

    /// <summary>A page whose own name leads to this machine can send any header, but no other Host.</summary>
    [Fact]
    public async Task A_forwarded_host_opens_admin_to_nobody()
    {
        await using var emulator = new EmulatorUnderTest("trusted-proxies=*", "admin-hosts=emulator");
        (await Ask(emulator, HttpMethod.Get, "/__admin/clock", null, ("Host", "evil.example"),
            ("X-Forwarded-Host", "localhost"))).MustRefuse(403, "/__admin is not open to the host evil.example");
        (await Ask(emulator, HttpMethod.Get, "/__admin/clock", null, ("Host", "localhost"),
            ("X-Forwarded-Host", "evil.example"))).MustRefuse(403, "/__admin is not open to the host evil.example");
        (await Ask(emulator, HttpMethod.Get, "/__admin/clock", null, ("Host", "emulator:9000"),
            ("X-Forwarded-Host", "localhost"))).MustBeOk();
        await using var locked = new EmulatorUnderTest("trusted-proxies=*", "admin-token=open-sesame");
        (await Ask(locked, HttpMethod.Get, "/__admin/clock", null, ("X-Forwarded-Host", "cc.example"),
            ("X-Emulator-Admin-Token", "open-sesame"))).MustBeOk();
    }

    private static async Task<string> ServerOf(EmulatorUnderTest emulator, string path,
        (string, string)[]? headers = null) =>
        (await Ask(emulator, HttpMethod.Get, path, null, headers ?? Forwarded))
            .MustBeOk()["servers"]![0]!["url"]!.GetValue<string>();

    private static async Task<string> ServerOf(ListeningEmulator emulator)
    {
        using var request = Request(HttpMethod.Get, "/openapi.json", null, Forwarded);
        using var answer = await emulator.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["servers"]![0]!["url"]!.GetValue<string>();
    }

    /// <summary>The link in a letter that is sent on the way.</summary>
    private static async Task<string> LinkIn(EmulatorUnderTest emulator, string at, params (string, string)[] headers)
    {
        (string, string)[] all = [.. Forwarded, .. headers];
        var asked = await Ask(emulator, HttpMethod.Put, at + "/api/auth/password/forgot/stan@example.com", null, all);
        Assert.True((int)asked.Status < 300, asked.Text);
        var letters = (await Ask(emulator, HttpMethod.Get, at + "/__admin/outbox", null, all))
            .MustBeOk()["letters"]!.AsArray();
        return letters[^1]!["link"]!.GetValue<string>();
    }

    private static async Task<Answer> Ask(EmulatorUnderTest emulator, HttpMethod method, string path, string? body,
        params (string, string)[] headers)
    {
        using var request = Request(method, path, body, headers);
        return await emulator.Nobody().Send(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body,
        (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
