using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Emulator.Wire;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Who is kept out of /__admin, and who isn't.</summary>
public sealed partial class AdminGuardTests
{
    private const string Token = "open-sesame";

    /// <summary>What needs no token, so that monitors can ask.</summary>
    private static readonly string[] Open = ["/livez", "/readyz", "/__admin/health"];

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Referer", "http://evil.example/page")]
    [InlineData("Referer", "http://localhost:3000/")]
    [InlineData("Referer", "about:client")]
    public async Task A_web_page_of_another_origin_is_kept_out_of_every_route_with_a_token_or_without(
        string header,
        string value)
    {
        await using var open = new EmulatorUnderTest();
        await using var locked = new EmulatorUnderTest($"admin-token={Token}");
        foreach (
            var (method, path) in OwnRoutes(open)
                .Where(route => route.Path.StartsWith("/__admin", StringComparison.Ordinal)))
        {
            (await Send(open, method, path, (header, value))).MustRefuse(
                403,
                "A web page of another origin can not " + "use /__admin");
            (await Send(locked, method, path, (header, value), ("X-Emulator-Admin-Token", Token))).MustRefuse(
                403,
                "A web page of another origin can not use /__admin");
        }
    }

    [Fact]
    public async Task A_page_that_the_emulator_serves_and_an_address_that_is_typed_in_get_in()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await Send(
                emulator,
                "POST",
                "/__admin/clock/freeze",
                ("Origin", "http://localhost"),
                ("Sec-Fetch-Site", "same-origin"))
        ).MustBeOk();
        (
            await Send(
                emulator,
                "POST",
                "/__admin/clock/freeze",
                ("Host", "localhost:9000"),
                ("Origin", "http://localhost:9000")
            )
        ).MustBeOk();
        (await Send(emulator, "GET", "/__admin/clock", ("Sec-Fetch-Site", "none"))).MustBeOk();
        (await Send(emulator, "GET", "/__admin/clock", ("Referer", "http://localhost/swagger/index.html"))).MustBeOk();
        (await Send(emulator, "GET", "/__admin/clock", ("Sec-Fetch-Site", "same-origin"),
            ("Referer", "http://localhost/swagger/"))).MustBeOk();
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:9000")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("0.0.0.0:9000")]
    [InlineData("192.168.1.2:9000")]
    [InlineData("[fe80::1]:9000")]
    public async Task A_foreign_Host_gets_to_no_route_even_where_the_page_that_asks_has_that_name(string host)
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (
            var (method, path) in OwnRoutes(emulator)
                .Where(route => route.Path.StartsWith("/__admin", StringComparison.Ordinal)))
        {
            (await Send(emulator, method, path, ("Host", host))).MustRefuse(
                403,
                "/__admin is not open to the host " + $"{host}");
            (
                await Send(
                    emulator,
                    method,
                    path,
                    ("Host", host),
                    ("Origin", $"http://{host}"),
                    ("Sec-Fetch-Site", "same-origin"))
            ).MustRefuse(403);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:9000")]
    [InlineData("127.0.0.1:9000")]
    [InlineData("127.8.7.6")]
    [InlineData("[::1]:9000")]
    [InlineData("emulator:9000")]
    [InlineData("CI.example")]
    [InlineData("[2001:db8::1]:9000")]
    public async Task Loopback_and_the_hosts_that_are_named_get_in(string host)
    {
        await using var emulator = new EmulatorUnderTest("admin-hosts=emulator, ci.example,2001:db8::1");
        (await Send(emulator, "GET", "/__admin/clock", ("Host", host))).MustBeOk();
        (await Send(emulator, "GET", "/__admin/clock", ("Host", "other.example"))).MustRefuse(403);
    }

    [Fact]
    public async Task With_a_token_every_route_wants_it_but_those_that_tell_of_health()
    {
        await using var emulator = new EmulatorUnderTest($"admin-token={Token}");
        foreach (var (method, path) in OwnRoutes(emulator))
        {
            var answer = await Send(emulator, method, path);
            if (Open.Contains(path))
            {
                answer.MustBeOk();
                continue;
            }

            var refused = answer.MustRefuse(401, "The admin token is missing or wrong");
            Assert.Contains("Authorization: Bearer", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
            Assert.Equal("Bearer", refused.Headers["WWW-Authenticate"]);
        }
    }

    [Theory]
    [InlineData("X-Emulator-Admin-Token", "open-sesam")]
    [InlineData("X-Emulator-Admin-Token", "open-sesame2")]
    [InlineData("X-Emulator-Admin-Token", "Open-Sesame")]
    [InlineData("X-Emulator-Admin-Token", "")]
    [InlineData("Authorization", "Bearer key-stan")]
    [InlineData("Authorization", "Basic open-sesame")]
    [InlineData("Authorization", "open-sesame")]
    [InlineData("portal-token", "open-sesame")]
    public async Task Nothing_but_the_token_is_taken_for_it(string header, string value)
    {
        await using var emulator = new EmulatorUnderTest($"admin-token={Token}");
        (await Send(emulator, "GET", "/__admin/clock", (header, value))).MustRefuse(401);
        (await Send(emulator, "POST", "/__admin/health", (header, value))).MustRefuse(401);
    }

    [Theory]
    [InlineData("X-Emulator-Admin-Token", Token)]
    [InlineData("Authorization", "Bearer " + Token)]
    [InlineData("Authorization", "bearer " + Token)]
    public async Task Whoever_has_the_token_gets_in_by_any_host(string header, string value)
    {
        await using var emulator = new EmulatorUnderTest($"admin-token={Token}");
        (await Send(emulator, "GET", "/__admin/clock", (header, value), ("Host", "emulator.example"))).MustBeOk();
        (await Send(emulator, "GET", "/__admin/health", ("Host", "emulator.example"))).MustRefuse(403);
    }

    [Fact]
    public async Task The_token_locks_nothing_of_the_service_nor_the_documents()
    {
        await using var emulator = new EmulatorUnderTest($"admin-token={Token}");
        (
            await Send(
                emulator,
                "GET",
                "/api/company/Acme/ports",
                ("portal-token", "key-stan"),
                ("Host", "api.example"),
                ("Origin", "http://shop.example")
            )
        ).MustBeOk();
        (await Send(emulator, "GET", "/openapi/admin.json")).MustBeOk();
    }

    [Fact]
    public async Task A_token_and_a_key_that_names_a_sandbox_go_together()
    {
        await using var emulator = new EmulatorUnderTest($"admin-token={Token}");
        var asked = new[] { ("X-Emulator-Admin-Token", Token), ("Authorization", "Bearer mine.key-stan") };
        (await Send(emulator, "POST", "/__admin/sandboxes", """{"name":"mine"}""", asked[0])).MustBeOk();
        Assert.Equal(
            "mine",
            (await Send(emulator, "GET", "/__admin/clock", asked)).MustBeOk().Headers["X-Emulator-Sandbox"]);
    }

    [Fact]
    public async Task No_spelling_of_a_path_slips_by()
    {
        using var emulator = await RunningEmulator.Start(":memory:", $"--admin-token={Token}");
        using var http = new HttpClient();
        string[] spellings =
        [
            "/__admin/clock",
            "/__ADMIN/clock",
            "/__admin/clock/",
            "/__admin/clock`",
            "/%5F%5Fadmin/clock",
            "/__adm%69n/clock",
            "/%5f_%61dmin%2Fclock",
            "/__admin//clock",
            "//__admin/clock",
            "/./__admin/clock",
            "/api/../__admin/clock",
            "/api/%2e%2e/__admin/clock",
            "/__admin/./clock",
            "/%2F__admin/clock",
            "/__admin%00/clock",
            "/__admin;x/clock",
            "/__admin\\clock",
            "/sandbox/default/__admin/clock",
            "/SANDBOX/DEFAULT/__Admin/clock",
            "/sandbox/default/%5F%5Fadmin/clock",
            "/sandbox/default//__admin/clock",
            "/sandb%6Fx/default/__admin/clock",
            "/sandbox/default/sandbox/default/__admin/clock",
            "/sandbox//__admin/clock",
            "/sandbox/default%2F__admin/clock",
            "/company/../__admin/clock",
            "/v2/__admin/clock",
            "/admin/clock",
        ];
        foreach (var spelling in spellings)
        {
            using var answer = await http.GetAsync(
                new Uri(
                    emulator.Url + spelling,
                    new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode is 400 or 401 or 404, $"{spelling}: {(int)answer.StatusCode} {text}");
            Assert.DoesNotContain("aheadSeconds", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Every route of the emulator's own, with anything for its parameters.</summary>
    private static IEnumerable<(string Method, string Path)> OwnRoutes(EmulatorUnderTest emulator)
    {
        var routes = emulator
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<OfTheEmulator>() is not null)
            .SelectMany(endpoint =>
                endpoint
                    .Metadata.GetMetadata<IHttpMethodMetadata>()!
                    .HttpMethods.Select(method => (method, Parameter().Replace(endpoint.RoutePattern.RawText!, "x"))))
            .ToList();
        Assert.True(routes.Count > 20, routes.Count.ToString(CultureInfo.InvariantCulture));
        return routes;
    }

    private static Task<Answer> Send(
        EmulatorUnderTest emulator,
        string method,
        string path,
        params (string Name, string Value)[] headers
    ) => Send(emulator, method, path, null, headers);

    private static async Task<Answer> Send(
        EmulatorUnderTest emulator,
        string method,
        string path,
        string? body,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body is null ? null : new StringContent(body);
        return await emulator.Nobody().Send(request);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
