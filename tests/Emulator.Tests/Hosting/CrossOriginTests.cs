using System.Net;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Which web pages of other origins may use the service.</summary>
public sealed class CrossOriginTests
{
    private const string Page = "http://localhost:3000";

    private const string Orders = "/api/company/Acme/ports/orders";

    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("https://localhost")]
    [InlineData("http://127.0.0.1:5173")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://app.localhost:4200")]
    public async Task A_page_of_this_machine_is_let_in_whatever_it_asks_for(string origin)
    {
        await using var emulator = new EmulatorUnderTest();
        var allowed = await Preflight(emulator, Orders, origin, "PUT", "portal-token,content-type");
        Assert.Equal(HttpStatusCode.NoContent, allowed.Status);
        Assert.Equal(origin, allowed.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("PUT", allowed.Headers["Access-Control-Allow-Methods"]);
        Assert.Equal("portal-token,content-type", allowed.Headers["Access-Control-Allow-Headers"].Replace(" ", "",
            StringComparison.Ordinal));
        Assert.Equal("true", allowed.Headers["Access-Control-Allow-Credentials"]);
        Assert.Equal("600", allowed.Headers["Access-Control-Max-Age"]);
        Assert.Equal("Origin", allowed.Headers["Vary"]);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("null")]
    [InlineData("ftp://localhost")]
    public async Task A_page_from_elsewhere_is_refused_and_told_the_setting(string origin)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await Preflight(emulator, Orders, origin, "PUT", "portal-token"))
            .MustRefuse(403, $"A web page of {origin} can not use the service");
        Assert.Contains("--cors", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        Assert.False((await Ask(emulator, HttpMethod.Get, Orders, origin))
            .Headers.ContainsKey("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_page_reads_answers_and_refusals_and_what_they_say_of_themselves()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await Ask(emulator, HttpMethod.Get, Orders, Page, ("portal-token", "key-stan"))).MustBeOk();
        var refused = (await Ask(emulator, HttpMethod.Get, Orders, Page)).MustRefuse(401);
        foreach (var told in new[] { answer, refused })
        {
            Assert.Equal((Page, "Origin"), (told.Headers["Access-Control-Allow-Origin"], told.Headers["Vary"]));
            var exposed = told.Headers["Access-Control-Expose-Headers"].Split(", ");
            Assert.Equal(told.Headers.Keys.Where(name => name.StartsWith("X-Emulator", StringComparison.Ordinal))
                .Order(), exposed.Order());
        }

        Assert.Contains("X-Emulator-Explain", refused.Headers["Access-Control-Expose-Headers"],
            StringComparison.Ordinal);
        (await Ask(emulator, HttpMethod.Get, "/sandbox/nobody" + Orders, Page)).MustRefuse(404)
            .Headers.ContainsKey("Access-Control-Allow-Origin");
        Assert.Equal(Page, (await Ask(emulator, HttpMethod.Get, "/api/nothing", Page)).MustRefuse(404)
            .Headers["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task Sockets_are_open_to_the_page_and_admin_never_is()
    {
        await using var emulator = new EmulatorUnderTest("cors=*");
        Assert.Equal("*", (await Ask(emulator, HttpMethod.Get, "/socket.io/?EIO=4&transport=polling", Page))
            .Headers["Access-Control-Allow-Origin"]);
        foreach (var path in new[] { "/__admin/reset", "/sandbox/default/__admin/reset", "/__ADMIN/reset" })
        {
            var refused = (await Preflight(emulator, path, Page, "POST", "content-type"))
                .MustRefuse(403, "A web page of another origin can not use /__admin");
            Assert.DoesNotContain(refused.Headers.Keys, name =>
                name.StartsWith("Access-Control", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_the_setting_names_is_let_in_and_nothing_else()
    {
        await using var named = new EmulatorUnderTest("cors=https://shop.example, http://other.example:8080/");
        Assert.Equal("https://shop.example", (await Preflight(named, Orders, "https://shop.example", "PUT", "x"))
            .Headers["Access-Control-Allow-Origin"]);
        Assert.Equal(HttpStatusCode.NoContent, (await Preflight(named, Orders, "http://other.example:8080", "PUT", "x"))
            .Status);
        (await Preflight(named, Orders, Page, "PUT", "x")).MustRefuse(403);
        (await Preflight(named, Orders, "http://shop.example", "PUT", "x")).MustRefuse(403);

        await using var both = new EmulatorUnderTest("cors=loopback,https://shop.example");
        Assert.Equal(HttpStatusCode.NoContent, (await Preflight(both, Orders, Page, "PUT", "x")).Status);

        await using var all = new EmulatorUnderTest("cors=*");
        var allowed = await Preflight(all, Orders, "http://evil.example", "PUT", "x");
        Assert.Equal("*", allowed.Headers["Access-Control-Allow-Origin"]);
        Assert.False(allowed.Headers.ContainsKey("Access-Control-Allow-Credentials"), "no cookie goes to everybody");

        await using var off = new EmulatorUnderTest("cors=off");
        var none = await Preflight(off, Orders, Page, "PUT", "x");
        Assert.Equal(HttpStatusCode.NoContent, none.Status);
        Assert.DoesNotContain(none.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_browser_asks_beforehand_is_not_in_the_journal()
    {
        await using var emulator = new EmulatorUnderTest();
        await Preflight(emulator, Orders, Page, "PUT", "x");
        await Ask(emulator, HttpMethod.Get, Orders, Page);
        var exchanges = (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["exchanges"]!.AsArray();
        Assert.Equal("GET", Assert.Single(exchanges)!["method"]!.GetValue<string>());
    }

    private static Task<Answer> Preflight(EmulatorUnderTest emulator, string path, string origin, string method,
        string headers) =>
        Ask(emulator, HttpMethod.Options, path, origin, ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", headers));

    private static async Task<Answer> Ask(EmulatorUnderTest emulator, HttpMethod method, string path, string origin,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers.Append(("Origin", origin)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await emulator.Nobody().Send(request);
    }
}
