using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// The emulator beside a recording: its own journal has no difference, and what is otherwise is found.
/// </summary>
public sealed class CompareTests
{
    [Theory]
    [InlineData("replay")]
    [InlineData("read")]
    public async Task The_journals_own_recording_has_no_difference(string mode)
    {
        await using var emulator = new EmulatorUnderTest();
        var recorded = await Journeys(emulator);
        var shown = await Compare(emulator, recorded.ToJsonString(), mode);
        Assert.True(shown.TextOf("verdict") == "same", shown.Text);
        var entries = recorded["log"]!["entries"]!.AsArray().Count;
        Assert.True(entries > 25, $"{entries} entries");
        Assert.Equal(entries, shown["entries"]!.GetValue<int>());
        Assert.True(shown["skipped"]!.GetValue<int>() == 0, shown.Text);
        Assert.Equal(entries, shown[mode == "replay" ? "replayed" : "read"]!.GetValue<int>());

        // Of the replay's sandbox nothing is left.
        Assert.Single((await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk()["sandboxes"]!.AsArray());
    }

    [Fact]
    public async Task Another_emulator_replays_it_as_well()
    {
        await using var emulator = new EmulatorUnderTest("seed=5");
        await using var other = new EmulatorUnderTest("seed=99");
        var shown = await Compare(other, (await Journeys(emulator)).ToJsonString(), "replay");
        Assert.True(shown.TextOf("verdict") == "same", shown.Text);
        Assert.Equal(0, shown["skipped"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_the_service_answers_otherwise_is_told_without_values()
    {
        await using var emulator = new EmulatorUnderTest();
        var recorded = await Journeys(emulator);
        var entries = recorded["log"]!["entries"]!.AsArray();
        var ports = entries.First(entry =>
            entry!["request"]!["url"]!.GetValue<string>().EndsWith("/Acme/ports", StringComparison.Ordinal)
            && entry["request"]!["method"]!.GetValue<string>() == "GET")!;
        var body = JsonNode.Parse(ports["response"]!["content"]!["text"]!.GetValue<string>())!;
        foreach (var port in body["results"]!.AsArray())
        {
            port!["brandNew"] = "secret-of-theirs";
            port["name"] = 7;
            port.AsObject().Remove("metro");
        }

        ports["response"]!["content"]!["text"] = body.ToJsonString();
        var order = entries.First(entry => entry!["request"]!["method"]!.GetValue<string>() == "PUT"
            && entry["request"]!["url"]!.GetValue<string>().EndsWith("/ports/orders", StringComparison.Ordinal))!;
        var placed = JsonNode.Parse(order["response"]!["content"]!["text"]!.GetValue<string>())!;
        placed["status"] = "draft";
        order["response"]!["content"]!["text"] = placed.ToJsonString();
        var refused = entries.First(entry => entry!["response"]!["status"]!.GetValue<int>() == 404)!;
        refused["response"]!["status"] = 410;

        var shown = await Compare(emulator, recorded.ToJsonString(), "replay");
        Assert.Equal("different", shown.TextOf("verdict"));
        var found = shown["operations"]!.AsArray()
            .SelectMany(operation => operation!["differences"]!.AsArray().Select(difference =>
                $"{operation["operation"]} {difference!["kind"]} {difference["at"]} "
                    + $"{difference["recorded"]} {difference["emulator"]}"))
            .ToList();
        Assert.Contains("GET /api/company/{companyName}/ports missing /results/*/brandNew string none", found);
        Assert.Contains("GET /api/company/{companyName}/ports kind /results/*/name number string", found);
        Assert.Contains(found, one => one.StartsWith(
            "GET /api/company/{companyName}/ports extra /results/*/metro none", StringComparison.Ordinal));
        Assert.Contains("PUT /api/company/{companyName}/ports/orders state /status draft created", found);
        Assert.Contains(found, one => one.EndsWith("status  410 404", StringComparison.Ordinal));
        Assert.Equal(5, found.Count);
        Assert.DoesNotContain("secret-of-theirs", shown.Text, StringComparison.Ordinal);

        foreach (var format in new[] { "text", "junit" })
        {
            var report = await emulator.Nobody().Post($"/__admin/compare?format={format}", recorded.ToJsonString());
            Assert.Contains("/results/*/brandNew", report.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-of-theirs", report.Text, StringComparison.Ordinal);
        }

        var read = await Compare(emulator, recorded.ToJsonString(), "read");
        Assert.Contains("/results/*/brandNew", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_of_the_services_own_are_translated_and_what_nobody_told_of_is_skipped()
    {
        await using var emulator = new EmulatorUnderTest();
        const string Order = "aaaaaaaaaaaaaaaaaaaaaaaa";
        var placed = JsonNode.Parse((await (await emulator.Stan()).Put("/api/company/Acme/ports/orders",
            """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""))
            .MustBeOk().Text)!;
        placed["id"] = Order;
        var done = placed.DeepClone();
        done["status"] = "done";
        done["port"]!["status"] = "ACTIVATING";
        var recorded = Har(
            Entry("PUT", "https://api.consoleconnect.com/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""",
                200, placed.ToJsonString()),
            Entry("GET", $"https://api.consoleconnect.com/api/company/Acme/ports/orders/{Order}",
                null, 200, done.ToJsonString()),
            Entry("GET", "https://api.consoleconnect.com/api/company/Acme/ports/bbbbbbbbbbbbbbbbbbbbbbbb",
                null, 200, "{}"),
            Entry("GET", "https://api.consoleconnect.com/api/company/Unheard/ports", null, 200, """{"results":[]}"""),
            Entry("GET", "https://api.consoleconnect.com/api/company/Acme/ports/cccccccccccccccccccccccc",
                null, 404, """{"error":{"message":"Not found","status":404,"statusCode":404}}"""),
            Entry("GET", "https://api.consoleconnect.com/api/company/Acme/brand-new/bbbbbbbbbbbbbbbbbbbbbbbb",
                null, 200, "{}"),
            Entry("GET", "https://cdn.example/app.js", null, 200, "x", "text/javascript"));
        var shown = await Compare(emulator, recorded, "replay");
        Assert.Equal(3, shown["replayed"]!.GetValue<int>());
        Assert.Equal(2, shown["read"]!.GetValue<int>());
        Assert.Equal(2, shown["skipped"]!.GetValue<int>());
        Assert.Equal("GET /api/company/Acme/brand-new/{id}", shown["unknown"]![0]!["request"]!.GetValue<string>());
        Assert.Equal("cdn.example", shown["otherHosts"]![0]!["host"]!.GetValue<string>());
        Assert.Contains("no answer before it has told of", shown.Text, StringComparison.Ordinal);
        Assert.Contains("isn't in the sandbox", shown.Text, StringComparison.Ordinal);
        var orders = shown["operations"]!.AsArray()
            .Where(one => one!["operation"]!.GetValue<string>().Contains("orders", StringComparison.Ordinal));
        Assert.All(orders, one => Assert.True(one!["different"]!.GetValue<int>() == 0, one.ToJsonString()));
    }

    [Fact]
    public async Task Tools_write_recordings_in_their_own_ways()
    {
        await using var emulator = new EmulatorUnderTest();
        const string Url = "https://api.consoleconnect.com/api/company/Acme/ports";
        var recorded = """
            {"log":{"version":"1.2","creator":{"name":"x"},"_more":1,"pages":[],"entries":[
              {"request":{"method":"GET","url":"@","headers":[
                {"name":":authority","value":"api.consoleconnect.com"},{"name":"portal-token","value":"theirs"}]},
               "response":{"status":0,"content":{}}},
              {"request":{"method":"OPTIONS","url":"@"},
               "response":{"status":204,"content":{"size":0,"mimeType":"x-unknown"}}},
              {"request":{"method":"GET","url":"@"},
               "response":{"status":200,"content":{"size":9,"mimeType":"application/json","text":null}}},
              {"request":{"method":"GET","url":"@"},
               "response":{"status":200,"content":{
                "mimeType":"application/json","encoding":"base64","text":"eyJyZXN1bHRzIjpbXX0="}}},
              {"request":{"method":"GET","url":"@"},
               "response":{"status":200,"content":{
                "mimeType":"application/json; charset=utf-8","text":"{\"results\":[{\"na"}}},
              {"request":{"method":"GET","url":"@"},"response":{"status":304}},
              {"request":{"method":"GET","url":"@"},
               "response":{"status":503,"content":{"mimeType":"text/html","text":"<html>"}}},
              {"request":{"method":"POST","url":"@/55767b5652a693344a015744",
                "postData":{"mimeType":"application/octet-stream","text":"AAEC/w==","encoding":"base64"}},
               "response":{"status":400,"content":{}}},
              {"request":{"method":"GET"},"response":{"status":200}},
              {"response":{"status":200}},
              {"request":null},
              7,
              {"_resourceType":"websocket",
               "request":{"method":"GET","url":"wss://api.consoleconnect.com/socket.io/?x=1"},
               "response":{"status":101}}
            ]}}
            """.Replace("@", Url, StringComparison.Ordinal);
        foreach (var mode in new[] { "replay", "read" })
        {
            var shown = await Compare(emulator, recorded, mode);
            Assert.Equal(13, shown["entries"]!.GetValue<int>());
            Assert.Equal("same", shown.TextOf("verdict"));
            Assert.Equal(4, shown[mode == "replay" ? "replayed" : "read"]!.GetValue<int>());
            Assert.Equal(9, shown["skipped"]!.GetValue<int>());
        }
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{\"log\":{\"entries\":[", "no JSON")]
    [InlineData("[]", "log.entries")]
    [InlineData("{\"log\":{}}", "log.entries")]
    [InlineData("\u0000\u0001", "no JSON")]
    public async Task What_is_no_recording_is_refused(string file, string words)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = await emulator.Nobody().Post("/__admin/compare", file);
        refused.MustRefuse(400);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        (await emulator.Nobody().Post("/__admin/compare?mode=guess", "{}")).MustRefuse(400);
    }

    [Fact]
    public async Task One_that_is_too_large_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        using var large = new HttpRequestMessage(HttpMethod.Post, "/__admin/compare")
        {
            Content = new ByteArrayContent(new byte[(64 * 1024 * 1024) + 1]),
        };
        (await emulator.Nobody().Send(large)).MustRefuse(413);
        var nothing = await Compare(emulator, Har(Entry("GET", "https://cdn.example/x", null, 200, "")), "replay");
        Assert.Equal("nothing", nothing.TextOf("verdict"));
    }

    [Fact]
    public async Task One_of_too_many_exchanges_or_of_too_many_levels_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        const string Entry = """{"request":{"method":"GET","url":"https://cdn.example/x"},"response":{"status":200}}""";
        var many = await emulator.Nobody().Post("/__admin/compare", Har([.. Enumerable.Repeat(Entry, 20_001)]));
        many.MustRefuse(400);
        Assert.Contains("it has 20001 entries, and 20000 are read", many.Message, StringComparison.Ordinal);
        (await emulator.Nobody().Post("/__admin/compare", string.Concat(Enumerable.Repeat("{\"log\":", 5000))))
            .MustRefuse(400);
    }

    [Fact]
    public async Task Binary_bodies_are_told_by_their_type_and_never_written()
    {
        await using var emulator = new EmulatorUnderTest();
        var picture = Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 0, 0xFF, 0xFE, 0x80]);
        const string Url = "https://api.consoleconnect.com/api/company/Acme/ports";
        var recorded = """
            {"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[
              {"request":{"method":"GET","url":"@url","headers":[{"name":"portal-token","value":"key-stan"}]},
               "response":{"status":200,"content":{"mimeType":"image/png","encoding":"base64","text":"@picture"}}},
              {"request":{"method":"GET","url":"@url","headers":[{"name":"portal-token","value":"key-stan"}]},
               "response":{"status":200,"content":{"mimeType":"application/json","encoding":"base64",
                "text":"not base64!"}}},
              {"request":{"method":"PUT","url":"@url/orders","headers":[{"name":"portal-token","value":"key-stan"}],
                "postData":{"mimeType":"application/json","encoding":"base64","text":"@picture"}},
               "response":{"status":400,"content":{"mimeType":"application/json",
                "text":"{\"error\":{\"message\":\"m\",\"status\":400,\"statusCode\":400}}"}}}
            ]}}
            """.Replace("@url", Url, StringComparison.Ordinal).Replace("@picture", picture, StringComparison.Ordinal);
        foreach (var mode in new[] { "replay", "read" })
        {
            var shown = await Compare(emulator, recorded, mode);
            Assert.Equal("different", shown.TextOf("verdict"));
            Assert.Equal(3, shown["entries"]!.GetValue<int>());
            var kinds = shown["operations"]!.AsArray()
                .SelectMany(operation => operation!["differences"]!.AsArray())
                .Select(difference => $"{difference!["kind"]} {difference["recorded"]}").ToList();
            Assert.Contains("type image/png", kinds);
            Assert.DoesNotContain(picture, shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("not base64", shown.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Secrets_of_a_recording_are_in_no_report()
    {
        await using var emulator = new EmulatorUnderTest();
        string[] secrets = ["hunter2-hunter2", "5e3c" + new string('7', 60), "Cookie-Monster-1"];
        var recorded = Har(
            Entry("PUT", "https://api.consoleconnect.com/api/auth/token",
                $$"""{"email":"jo@their.example","password":"{{secrets[0]}}"}""", 200,
                $$"""{"token":"{{secrets[1]}}","extra":"{{secrets[0]}}"}"""),
            Entry("GET", $"https://api.consoleconnect.com/api/unheard/{secrets[1]}", null, 200, "{}"),
            Entry("GET", "https://api.consoleconnect.com/api/company/Acme/ports", null, 200,
                $$"""{"results":"{{secrets[2]}}"}"""));
        foreach (var mode in new[] { "replay", "read" })
        {
            foreach (var format in new[] { "json", "text", "junit" })
            {
                var report = await emulator.Nobody().Post($"/__admin/compare?mode={mode}&format={format}", recorded);
                Assert.All(secrets, secret => Assert.DoesNotContain(secret, report.Text, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>The main journeys, as the journal has recorded them.</summary>
    private static async Task<JsonNode> Journeys(EmulatorUnderTest emulator)
    {
        var (stan, meg, vera) = (
            await emulator.Stan(), await emulator.Meg(), await emulator.LoggedIn("vera@example.com"));
        var key = emulator.With("key-stan");
        (await key.Get("/api/company/Acme/ports")).MustBeOk();
        (await stan.Get("/v2/data-center-facility")).MustBeOk();
        (await stan.Get("/api/search?type=dataCenterFacilities&q=San+Jose")).MustBeOk();
        (await stan.Get("/api/company/Acme/ports/cccccccccccccccccccccccc")).MustRefuse(404);
        (await emulator.Nobody().Get("/api/company/Acme/ports")).MustRefuse(401);
        (await emulator.With("nonsense").Get("/api/company/Acme/ports")).MustRefuse(401);

        var order = (await stan.Put("/api/company/Acme/ports/orders",
            """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Mine","paymentType":"invoice"}"""))
            .MustBeOk().TextOf("id");
        (await vera.Put("/api/company/Acme/ports/orders",
            """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Hers","paymentType":"invoice"}"""))
            .MustRefuse(401);
        (await stan.Get($"/api/company/Acme/ports/orders/{order}")).MustBeOk();
        await emulator.Pass(60);
        var port = (await stan.Get($"/api/company/Acme/ports/orders/{order}")).MustBeOk().TextOf("portId");
        (await stan.Get($"/api/company/Acme/ports/{port}")).MustBeOk();
        (await stan.Post($"/api/company/Acme/ports/{port}", """{"name":"Renamed"}""")).MustBeOk();
        (await vera.Get($"/api/company/Acme/ports/{port}")).MustBeOk();

        var connection = (await stan.Put("/api/v2/company/Acme/connections/layer2",
            $$"""{"type":"LAYER2","name":"Acme to company2","portId":"{{port}}","speed":100"""
                + ""","destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}"""))
            .MustBeOk().TextOf("id");
        (await meg.Put($"/api/v2/company/company2/connections/{connection}/approve",
            """{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}""")).MustBeOk();
        await emulator.Pass(60);
        (await stan.Get($"/api/v2/company/Acme/connections/{connection}")).MustBeOk();
        (await stan.Put($"/api/company/Acme/connections/{connection}/change", """{"speed":200}""")).MustBeOk();
        (await stan.Get($"/api/company/Acme/connections/{connection}/log")).MustBeOk();
        (await meg.Put($"/api/v2/company/company2/connections/{connection}/approve",
            """{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}""")).MustBeOk();
        (await stan.Delete($"/api/v2/company/Acme/connections/{connection}")).MustBeOk();
        await emulator.Pass(60);
        (await stan.Get($"/api/v2/company/Acme/connections/{connection}")).MustBeOk();

        (await stan.Post("/api/pricing/calculate",
            """{"ports":[{"dcf":"5a8ba9aac2e6a1b4d7575bb1","speed":1000}]}""")).MustBeOk();
        (await stan.Post("/api/v2/support-tickets",
            """{"name":"Slow","description":"It is slow.","service":{"id":"@","type":"Port"}}"""
                .Replace("@", port, StringComparison.Ordinal))).MustBeOk();
        (await stan.Get("/api/v2/support-tickets")).MustBeOk();
        (await stan.Get("/api/auth/token")).MustBeOk();
        (await stan.Delete("/api/auth/token")).MustBeOk();
        (await stan.Get("/api/auth/token")).MustRefuse(401);
        return (await emulator.Nobody().Get("/__admin/journal/export?format=har")).MustBeOk().Json;
    }

    private static string Har(params string[] entries) =>
        """{"log":{"version":"1.2","creator":{"name":"test","version":"1"},"entries":["""
            + string.Join(',', entries) + "]}}";

    private static string Entry(
        string method, string url, string? body, int status, string answer, string type = "application/json")
    {
        var request = new JsonObject { ["method"] = method, ["url"] = url, ["headers"] = new JsonArray() };
        if (body is not null)
        {
            request["postData"] = new JsonObject { ["mimeType"] = "application/json", ["text"] = body };
        }

        return new JsonObject
        {
            ["startedDateTime"] = "2026-01-01T00:00:00Z",
            ["request"] = request,
            ["response"] = new JsonObject
            {
                ["status"] = status,
                ["content"] = new JsonObject { ["mimeType"] = type, ["text"] = answer },
            },
        }.ToJsonString();
    }

    private static async Task<Answer> Compare(EmulatorUnderTest emulator, string recorded, string mode)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/__admin/compare?mode={mode}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(recorded)),
        };
        return (await emulator.Nobody().Send(request)).MustBeOk();
    }
}
