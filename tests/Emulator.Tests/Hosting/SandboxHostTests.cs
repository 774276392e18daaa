using Emulator.Hosting;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Sandboxes that are chosen by a host name, and requests that choose none.</summary>
public sealed class SandboxHostTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    [Fact]
    public async Task A_path_that_begins_with_a_slash_does_not_lose_the_sandbox()
    {
        await using var emulator = new EmulatorUnderTest("sandbox-urls=host");
        var made = (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"ci-1"}""")).MustBeOk();
        var url = new Uri(made.TextOf("url"));
        Assert.Equal(("http://ci-1.localhost/", "http://localhost/sandbox/ci-1"),
            (url.ToString(), made.TextOf("pathUrl")));
        (await emulator.With("ci-1.key-stan").Post(Port, """{"name":"In the sandbox"}""")).MustBeOk();

        // As new URL(path, base) in JavaScript and urljoin in Python put them together.
        var answer = (await emulator.With("key-stan").Get(new Uri(url, Port).ToString())).MustBeOk();
        Assert.Equal(("In the sandbox", "ci-1"), (answer.TextOf("name"), answer.Headers["X-Emulator-Sandbox"]));
        Assert.Equal("In the sandbox", (await emulator.With("key-stan").Get("http://CI-1.localhost:9000" + Port))
            .MustBeOk().TextOf("name"));
        Assert.Equal("ci-1", (await emulator.Nobody().Get("http://ci-1.localhost/__admin/health")).MustBeOk()
            .TextOf("sandbox"));
        Assert.Equal("Acme Great Oaks", (await emulator.With("key-stan").Get("http://default.localhost" + Port))
            .MustBeOk().TextOf("name"));
    }

    [Fact]
    public async Task A_host_that_nobody_has_or_that_contradicts_another_choice_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"one"}""")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"two"}""")).MustBeOk();
        var refused = (await emulator.With("key-stan").Get("http://three.localhost" + Port))
            .MustRefuse(404, "There is no sandbox called three");
        Assert.Contains("three.localhost", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        (await emulator.With("key-stan").Get("http://a.one.localhost" + Port))
            .MustRefuse(404, "There is no sandbox called a.one");
        (await emulator.With("key-stan").Get("http://one.localhost/sandbox/two" + Port))
            .MustRefuse(400, "The request names two sandboxes: two and one");
        (await emulator.With("two.key-stan").Get("http://one.localhost" + Port))
            .MustRefuse(400, "The request names two sandboxes: one and two");
        (await emulator.With("one.key-stan").Get("http://one.localhost/sandbox/ONE" + Port)).MustBeOk();
        (await emulator.With("key-stan").Get("http://one.localhost.evil.example" + Port)).MustBeOk();
        Assert.False((await emulator.With("key-stan").Get("http://one.localhost.evil.example" + Port))
            .Headers.ContainsKey("X-Emulator-Sandbox"));
    }

    [Fact]
    public async Task The_host_name_is_given_out_where_it_can_be_one_and_the_client_finds_it()
    {
        await using var host = new EmulatorUnderTest("sandbox-urls=host");
        Assert.Equal("http://localhost:9000/sandbox/under_score",
            await UrlOf(host, "under_score", "http://localhost:9000"));
        Assert.Equal("http://localhost:9000/sandbox/ends-", await UrlOf(host, "ends-", "http://localhost:9000"));
        Assert.Equal("http://127.0.0.1:9000/sandbox/x1", await UrlOf(host, "x1", "http://127.0.0.1:9000"));
        Assert.Equal("http://upper.localhost:9000", await UrlOf(host, "Upper", "http://localhost:9000"));
        Assert.Equal("http://x2.localhost:9000", await UrlOf(host, "x2", "http://x1.localhost:9000"));

        await using var path = new EmulatorUnderTest("sandbox-urls=path");
        Assert.Equal("http://localhost:9000/sandbox/x1", await UrlOf(path, "x1", "http://localhost:9000"));

        // A client that asks by such a name finds others.
        await using var auto = new EmulatorUnderTest();
        Assert.Equal("http://x1.localhost:9000", await UrlOf(auto, "x1", "http://default.localhost:9000"));
    }

    [Fact]
    public async Task Another_domain_can_stand_behind_the_name()
    {
        await using var emulator = new EmulatorUnderTest("sandbox-domain=cc.example", "sandbox-urls=host",
            "admin-hosts=cc.example");
        Assert.Equal("http://ci-1.cc.example:9000", await UrlOf(emulator, "ci-1", "http://cc.example:9000"));
        Assert.Equal("ci-1", (await emulator.Nobody().Get("http://ci-1.cc.example:9000/__admin/health")).MustBeOk()
            .TextOf("sandbox"));
        Assert.Equal("ci-1", (await emulator.Nobody().Get("http://ci-1.localhost/__admin/health")).MustBeOk()
            .TextOf("sandbox"));
        (await emulator.Nobody().Get("http://ci-1.other.example/__admin/health")).MustRefuse(403);
    }

    [Fact]
    public async Task Required_a_sandbox_is_chosen_by_every_request_of_the_service()
    {
        await using var emulator = new EmulatorUnderTest("require-sandbox=true");
        var refused = (await emulator.With("key-stan").Get(Port)).MustRefuse(400, "The request chooses no sandbox");
        Assert.All(new[] { "/sandbox/NAME/", "NAME.localhost", "X-Emulator-Sandbox", "/__admin/sandboxes" }, way =>
            Assert.Contains(way, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal));
        (await emulator.Nobody().Put("/api/auth/token", """{"email":"stan@example.com"}""")).MustRefuse(400);
        (await emulator.Nobody().Get("/v2/data-center-facility")).MustRefuse(400);
        (await emulator.Nobody().Get("/socket.io/?EIO=4&transport=polling")).MustRefuse(400);
        (await emulator.With("gone.key-stan").Get(Port)).MustRefuse(400);

        foreach (var open in new[] { "/readyz", "/livez", "/__admin/health", "/__admin/sandboxes",
            "/swagger/index.html", "/openapi.json" })
        {
            (await emulator.Nobody().Get(open)).MustBeOk();
        }

        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        (await emulator.With("mine.key-stan").Get(Port)).MustBeOk();
        (await emulator.With("key-stan").Get("/sandbox/mine" + Port)).MustBeOk();
        (await emulator.With("key-stan").Get("http://mine.localhost" + Port)).MustBeOk();
        (await emulator.With("key-stan").Get("/sandbox/default" + Port)).MustBeOk();
    }

    [Fact]
    public void What_the_systems_files_say_tells_whether_names_are_found()
    {
        var folder = Directory.CreateTempSubdirectory("names-");
        Assert.False(new LocalNames(folder.FullName).Resolve("ci-1.localhost"));
        File.WriteAllText(Path.Combine(folder.FullName, "hosts"),
            "127.0.0.1 localhost\n127.0.0.1\tci-1.localhost # ci-2.localhost\n");
        File.WriteAllText(Path.Combine(folder.FullName, "nsswitch.conf"), "passwd: files\nhosts: files dns\n");
        Assert.True(new LocalNames(folder.FullName).Resolve("CI-1.localhost"));
        Assert.False(new LocalNames(folder.FullName).Resolve("ci-2.localhost"));
        File.WriteAllText(Path.Combine(folder.FullName, "resolv.conf"), "nameserver 127.0.0.53\n");
        Assert.True(new LocalNames(folder.FullName).Resolve("ci-2.localhost"));
        File.WriteAllText(Path.Combine(folder.FullName, "resolv.conf"), "nameserver 192.0.2.53\n");
        File.WriteAllText(Path.Combine(folder.FullName, "nsswitch.conf"), "hosts: files mymachines myhostname dns\n");
        Assert.True(new LocalNames(folder.FullName).Resolve("ci-2.localhost"));
        Assert.False(new LocalNames(folder.FullName).Resolve("ci-2.example"));
        folder.Delete(recursive: true);
    }

    private static async Task<string> UrlOf(EmulatorUnderTest emulator, string name, string service) =>
        (await emulator.Nobody().Post(service + "/__admin/sandboxes", $$"""{"name":"{{name}}"}""")).MustBeOk()
        .TextOf("url");
}
