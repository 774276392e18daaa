using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>No secret is shown by the journal, in whatever form; and its exports are what other tools read.</summary>
public sealed partial class JournalSecretsTests
{
    private const string Password = "Sw0rdfish!9";

    [Fact]
    public async Task No_secret_is_in_anything_that_is_shown_and_equal_ones_are_seen_to_be_equal()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        await stan.Get("/api/auth/token");
        await stan.Put("/api/auth/password", $$"""{"oldPassword":"Password1","newPassword":"{{Password}}"}""");
        await emulator
            .Nobody()
            .Send(
                HttpMethod.Put,
                "/api/auth/token",
                $"email=stan%40example.com&password={Uri.EscapeDataString(Password)}",
                "application/x-www-form-urlencoded");
        await emulator.Nobody().Put("/api/auth/token", $$"""{"email":"stan@example.com","password":"{{Password}}" """);
        await emulator
            .Nobody()
            .Put("/api/auth/token", $$"""{"email":"stan@example.com","p\u0061ssword":"{{Password}}"}""");
        await emulator
            .Nobody()
            .Put("/api/auth/token", $$"""{"email":"stan@example.com","password":["{{Password}}"]}""");
        await emulator
            .Nobody()
            .Get($"/api/nothing?apiKey={Uri.EscapeDataString(Password)}&filter={{\"token\":\"{Password}\"}}");
        await emulator.Nobody().Put("/api/auth/password/forgot/stan@example.com");
        var mailed = (await emulator.Nobody().Get("/__admin/outbox?kind=PasswordReset")).MustBeOk()["letters"]![0]![
            "token"
        ]!.GetValue<string>();
        await emulator.Nobody().Put($"/api/auth/password/reset/{mailed}", $$"""{"password":"{{Password}}"}""");
        await emulator.Nobody().Put($"/api/auth/pasword/reset/{Password}");
        using var latin = new HttpRequestMessage(HttpMethod.Put, "/api/auth/token")
        {
            Content = new ByteArrayContent([
                .. System.Text.Encoding.Latin1.GetBytes($"email=stan@example.com&note=ü&password={Password}"),
            ]),
        };
        (await emulator.Nobody().Send(latin)).MustBeOk();
        using var bearer = new HttpRequestMessage(HttpMethod.Get, "/api/company/Acme/ports");
        bearer.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "key-stan");
        bearer.Headers.Add("X-Emulator-Admin-Token", Password);
        bearer.Headers.Add("X-Trace", $"of {Password}");
        await emulator.Nobody().Send(bearer);

        var last = (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["last"]!.GetValue<int>();
        var shown = new List<string>();
        for (var sequence = 1; sequence <= last; sequence++)
        {
            shown.Add((await JournalTests.One(emulator, sequence)).Text);
        }

        foreach (
            var path in new[]
            {
                "?limit=100",
                "/unmatched",
                "/export?format=har",
                "/export?format=http",
                "/export?format=curl",
            })
        {
            shown.Add((await emulator.Nobody().Get("/__admin/journal" + path)).MustBeOk().Text);
        }

        var search = $$"""{"header":"X-Emulator-Admin-Token:{{Password}}","method":"PATCH"}""";
        shown.Add((await emulator.Nobody().Post("/__admin/journal/verify", search)).MustRefuse(409).Text);
        shown.Add(
            (
                await emulator
                    .Nobody()
                    .Post("/__admin/journal/wait", """{"timeoutSeconds":0,"method":"PATCH","path":"/api/auth"}"""))
                .MustRefuse(408)
                .Text);
        foreach (
            var secret in new[] { Password, Uri.EscapeDataString(Password), "Password1", stan.Credential!, mailed })
        {
            Assert.DoesNotContain(shown, text => text.Contains(secret, StringComparison.Ordinal));
        }

        Assert.Contains(shown, text => text.Contains("&note=ü&password=redacted-", StringComparison.Ordinal));
        Assert.DoesNotContain("key-stan", string.Concat(shown), StringComparison.Ordinal);

        // The token that the login gave is the one that was sent from then on; and two passwords are two.
        var given = Mark().Match(JsonNode.Parse(shown[0])!["answerBody"]!["text"]!.GetValue<string>()).Value;
        Assert.Contains($"\"{given}\"", shown[1], StringComparison.Ordinal);
        var third = JsonNode.Parse(shown[2])!.AsObject();
        Assert.Matches(Mark(), third["changes"]!.ToJsonString()); // What is stored of a password is none of the two.
        third.Remove("changes");
        Assert.Equal(3, Mark().Matches(third.ToJsonString()).Select(mark => mark.Value).Distinct().Count());
        Assert.Equal(Mark().Match(shown[3]).Value, Mark().Match(shown[4]).Value);
        Assert.Contains("Bearer redacted-", shown[last - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_has_all_that_HAR_asks_for()
    {
        await using var emulator = await Busy();
        var har = (await emulator.Nobody().Get("/__admin/journal/export")).MustBeOk();
        Assert.Equal("1.2", har["log"]!["version"]!.GetValue<string>());
        Assert.NotNull(har["log"]!["creator"]!["name"]);
        var entries = har["log"]!["entries"]!.AsArray();
        Assert.Equal(4, entries.Count);
        Assert.All(entries, entry =>
        {
            Assert.True(DateTimeOffset.TryParse(entry!["startedDateTime"]!.GetValue<string>(), out _));
            var timings = entry["timings"]!;
            Assert.Equal(
                entry["time"]!.GetValue<double>(),
                timings["send"]!.GetValue<double>()
                    + timings["wait"]!.GetValue<double>()
                    + timings["receive"]!.GetValue<double>());
            Assert.IsType<JsonObject>(entry["cache"]);
            var (request, response) = (entry["request"]!, entry["response"]!);
            Assert.All(new[] { "method", "url", "httpVersion" }, name =>
                Assert.NotEqual("", request[name]!.GetValue<string>()));
            Assert.All(new[] { "cookies", "headers", "queryString" }, name => Assert.IsType<JsonArray>(request[name]));
            Assert.True(Uri.TryCreate(request["url"]!.GetValue<string>(), UriKind.Absolute, out _));
            Assert.All(new[] { "status", "headersSize", "bodySize" }, name => Assert.NotNull(response[name]));
            Assert.All(new[] { "statusText", "redirectURL" }, name =>
                Assert.NotNull(response[name]!.GetValue<string>()));
            Assert.NotNull(response["content"]!["size"]);
            Assert.NotNull(response["content"]!["mimeType"]);
            AssertNothingIsNull(entry);
        });
        Assert.Equal(
            "http://localhost/api/company/Acme/ports?filter=%7B%22limit%22%3A1%7D",
            entries[0]!["request"]!["url"]!.GetValue<string>());
        Assert.Equal("""{"limit":1}""", entries[0]!["request"]!["queryString"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("application/json", entries[1]!["request"]!["postData"]!["mimeType"]!.GetValue<string>());
        Assert.Equal("base64", entries[2]!["response"]!["content"]!["encoding"]!.GetValue<string>());
        Assert.Equal("image/png", entries[2]!["response"]!["content"]!["mimeType"]!.GetValue<string>());
        Assert.Single(
            (
                await emulator.Nobody().Get("/__admin/journal/export?format=har&method=POST&since=1&status=200")
            ).MustBeOk()["log"]!["entries"]!.AsArray());
        (await emulator.Nobody().Get("/__admin/journal/export?format=pdf")).MustRefuse(400);
    }

    [Fact]
    public async Task An_http_file_has_every_request_and_asks_for_the_secrets()
    {
        await using var emulator = await Busy();
        var answer = (await emulator.Nobody().Get("/__admin/journal/export?format=http")).MustBeOk();
        Assert.Equal("text/plain", answer.ContentType);
        Assert.Matches("\\A@secret_[0-9a-f]{8} = \n### 1 ", answer.Text);
        Assert.Matches("\nGET http://localhost/api/company/Acme/ports\\?filter=[^\n]*\n(.*\n)*?portal-token: "
            + "\\{\\{secret_[0-9a-f]{8}\\}\\}\n", answer.Text);
        Assert.Contains("\n\n{\"name\":\"It's $HOME `id` \\\"x\\\"\"}\n", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DELETE http://evil", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>Whatever clients have sent, pasting the lines sends just that, and does nothing else.</summary>
    [Fact]
    public async Task Curl_lines_can_be_pasted_and_do_what_was_done()
    {
        Assert.SkipUnless(File.Exists("/bin/bash") && File.Exists("/usr/bin/curl"), "bash and curl are what the "
            + "lines are for");
        using var emulator = await RunningEmulator.Start(":memory:");
        var stan = new Client(new HttpClient { BaseAddress = new Uri(emulator.Url) }, "key-stan");
        foreach (var body in Bodies)
        {
            await stan.Post("/api/company/Acme/ports/55767b5652a693344a015744?x='$(id)'", body);
        }

        var lines = (await emulator.Nobody().Get("/__admin/journal/export?format=curl")).MustBeOk().Text;
        var set = Secret().Match(lines).Value;
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-eo", "pipefail", "-c", lines])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [set] = "key-stan" },
        })!;
        var said = await bash.StandardOutput.ReadToEndAsync() + await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, said);
        for (var i = 1; i <= Bodies.Length; i++)
        {
            var (first, again) = (
                (await emulator.Nobody().Get($"/__admin/journal/{i}")).MustBeOk(),
                (await emulator.Nobody().Get($"/__admin/journal/{i + Bodies.Length}")).MustBeOk());
            Assert.Equal(first["requestBody"]!.ToJsonString(), again["requestBody"]!.ToJsonString());
            Assert.All(new[] { "method", "path", "query", "status", "user" }, name =>
                Assert.Equal(first[name]!.ToJsonString(), again[name]!.ToJsonString()));
        }
    }

    private static readonly string[] Bodies =
    [
        """{"name":"It's $HOME `id` \"x\""}""",
        "@/etc/passwd",
        "{\"name\":\n\"two lines\\u00fc ü\"}",
        "'; exit 7; '",
        """{"name":"redacted-; $(exit 8)"}""",
    ];

    private static async Task<EmulatorUnderTest> Busy()
    {
        var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Get("/api/company/Acme/ports?filter=%7B%22limit%22%3A1%7D")).MustBeOk();
        (await stan.Post("/api/company/Acme/ports/55767b5652a693344a015744", Bodies[0])).MustBeOk();
        (await stan.Get("/api/user/stan/avatar")).MustBeOk();
        await stan.Post("/api/nothing", "a\n###\nDELETE http://evil/\n");
        return emulator;
    }

    private static void AssertNothingIsNull(JsonNode node)
    {
        foreach (
            var child in node is JsonObject members ? members.Select(member => member.Value)
            : node is JsonArray items ? items
            : [])
        {
            Assert.NotNull(child);
            AssertNothingIsNull(child);
        }
    }

    [GeneratedRegex("redacted-[0-9a-f]{8}")]
    private static partial Regex Mark();

    [GeneratedRegex("SECRET_[0-9a-f]{8}")]
    private static partial Regex Secret();
}
