using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>Fault rules over HTTP: which requests they strike, when, and what is counted.</summary>
public sealed class FaultRouteTests
{
    private const string Ports = "/api/company/Acme/ports";
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
    private const string Busy = """ "then":{"answer":{"status":503}}""";

    [Fact]
    public async Task A_rule_strikes_what_it_matches()
    {
        (string Match, string Path, bool Struck)[] cases =
        [
            ("""{"operation":"047"}""", Ports, true),
            ("""{"operation":"090"}""", Ports, true),
            ("""{"operation":"000:3807"}""", Ports, true),
            ("""{"operation":"API reference, line 3807"}""", Ports, true),
            ("""{"operation":"GET /api/company/{companyName}/ports"}""", Ports, true),
            ("""{"operation":"get /company/:any/ports/"}""", Ports, true),
            ("""{"operation":"047"}""", Port, false),
            ("""{"operation":"GET /api/company/{c}/connections"}""", "/api/company/Acme/connections", true),
            ("""{"method":"GET"}""", Port, true),
            ("""{"method":"POST"}""", Port, false),
            ("""{"path":"/api/company/*/ports/**"}""", Port, true),
            ("""{"path":"/company/Acme/ports"}""", "/company/Acme/ports", true),
            ("""{"path":"/api/company/Acme/ports"}""", "/company/Acme/ports", true),
            ("""{"path":"/company/Acme/ports"}""", Ports, false),
            ("""{"path":"/nowhere"}""", "/nowhere", true),
            ("""{"company":"acme"}""", Ports, true),
            ("""{"company":"557679e2c2e6a1b4d7756472"}""", Ports, true),
            ("""{"company":"Acme"}""", "/api/company/557679e2c2e6a1b4d7756472/ports", true),
            ("""{"company":"company1"}""", Ports, false),
            ("""{"company":"Acme"}""", "/api/auth/token", false),
            ("""{"user":"stan"}""", Ports, true),
            ("""{"user":"STAN@example.com"}""", Ports, true),
            ("""{"user":"meg"}""", Ports, false),
            ("""{"header":{"name":"portal-token"}}""", Ports, true),
            ("""{"header":{"name":"Portal-Token","value":"key-stan"}}""", Ports, true),
            ("""{"header":{"name":"portal-token","value":"KEY-STAN"}}""", Ports, false),
            ("""{"header":{"name":"x-none"}}""", Ports, false),
            ("""{"method":"GET","company":"Acme","user":"meg"}""", Ports, false),
        ];
        await using var emulator = new EmulatorUnderTest();
        foreach (var (match, path, struck) in cases)
        {
            await emulator.Nobody().Delete("/__admin/faults");
            await Add(emulator, $$$$"""{"match":{{{{match}}}},"then":{"answer":{"status":503}}}""");
            var answer = await emulator.With("key-stan").Get(path);
            Assert.True(
                struck == (answer.Status == HttpStatusCode.ServiceUnavailable),
                $"{match} {path}: {answer.Text}");
            Assert.Equal(struck ? "fault-1" : null, answer.Headers.GetValueOrDefault("X-Emulator-Fault"));
            var rule = (await emulator.Nobody().Get("/__admin/faults/fault-1")).MustBeOk();
            Assert.Equal(struck ? (1, 1) : (0, 0), (Number(rule, "matched"), Number(rule, "fired")));
            Assert.Equal(struck ? "2026-03-01T12:00:00.000Z" : null, rule["lastFiredAt"]?.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("""{"next":2}""", "XX......")]
    [InlineData("""{"every":3}""", "..X..X..")]
    [InlineData("""{"from":6}""", ".....XXX")]
    [InlineData("""{"probability":0}""", "........")]
    [InlineData("""{"probability":1}""", "XXXXXXXX")]
    [InlineData("{}", "XXXXXXXX")]
    public async Task A_rule_strikes_when_it_says(string when, string expected)
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(emulator, $$"""{"when":{{when}},{{Busy}}}""");
        Assert.Equal(expected, await Series(emulator, expected.Length));
        (await emulator.Nobody().Post("/__admin/faults/fault-1/reset")).MustBeOk();
        Assert.Equal(expected, await Series(emulator, expected.Length));
    }

    [Fact]
    public async Task The_same_seed_has_the_same_luck_and_another_has_another()
    {
        var series = new List<string>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            await using var emulator = new EmulatorUnderTest();
            await Add(emulator, $$"""{"when":{"probability":0.5},"seed":{{seed}},{{Busy}}}""");
            series.Add(await Series(emulator, 64));
        }

        Assert.Equal(series[0], series[1]);
        Assert.NotEqual(series[0], series[2]);
        Assert.InRange(series[0].Count(struck => struck == 'X'), 20, 44);
    }

    [Fact]
    public async Task Fifty_requests_at_once_meet_exactly_the_next_five()
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(emulator, $$"""{"when":{"next":5},{{Busy}}}""");
        var stan = emulator.With("key-stan");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => stan.Get(Port))));
        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.ServiceUnavailable));
        Assert.Equal(45, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        var rule = (await emulator.Nobody().Get("/__admin/faults/fault-1")).MustBeOk();
        Assert.Equal((50, 5), (Number(rule, "matched"), Number(rule, "fired")));
    }

    [Fact]
    public async Task The_first_rule_that_strikes_decides_and_one_that_delays_goes_on()
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(emulator, """{"id":"one","when":{"next":1},"then":{"answer":{"status":500}}}""");
        await Add(emulator, """{"id":"two","then":{"answer":{"status":502}}}""");
        await Add(emulator, """{"id":"late","first":true,"then":{"latency":{"milliseconds":1}}}""");
        var stan = emulator.With("key-stan");
        var answer = (await stan.Get(Ports)).MustRefuse(500, "Internal Server Error");
        Assert.Equal("late, one", answer.Headers["X-Emulator-Fault"]);
        answer = (await stan.Get(Ports)).MustRefuse(502, "Bad Gateway");
        Assert.Equal("late, two", answer.Headers["X-Emulator-Fault"]);
        var rules = (await emulator.Nobody().Get("/__admin/faults")).MustBeOk()["faults"]!.AsArray();
        Assert.Equal(
            ["late 2/2", "one 1/2", "two 1/1"],
            rules.Select(rule => $"{rule!["id"]} {rule["fired"]}/{rule["matched"]}"));
    }

    [Fact]
    public async Task An_answer_has_the_shape_of_its_route_or_the_body_that_was_given()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await Add(
            emulator,
            """
            {"then":{"answer":{"status":503,"message":"Down for maintenance","retryAfterSeconds":7,
            "headers":{"X-Served-By":"gateway-1"}}}}
            """
        );
        var answer = (await stan.Get(Ports)).MustRefuse(503, "Down for maintenance");
        Assert.Equal(["message", "status", "statusCode"], answer["error"]!.AsObject().Select(member => member.Key));
        Assert.Equal(("7", "gateway-1"), (answer.Headers["Retry-After"], answer.Headers["X-Served-By"]));
        answer = (await stan.Get("/v2/data-center-facility")).MustRefuse(503, "Down for maintenance");
        Assert.Equal(["statusCode", "name", "message"], answer["error"]!.AsObject().Select(member => member.Key));

        await Put(emulator, """{"then":{"answer":{"status":418,"body":{"a":[1,null,"ü"]}}}}""");
        answer = await stan.Get(Ports);
        Assert.Equal(
            (418, """{"a":[1,null,"ü"]}""", "application/json"),
            ((int)answer.Status, answer.Text, answer.ContentType));

        await Put(
            emulator,
            """
            {"then":{"answer":{"status":502,"text":"<html>Bad gateway</html>",
            "headers":{"Content-Type":"text/html"}}}}
            """
        );
        answer = await stan.Get(Ports);
        Assert.Equal(
            (502, "<html>Bad gateway</html>", "text/html"),
            ((int)answer.Status, answer.Text, answer.ContentType));

        await Put(emulator, """{"then":{"answer":{"status":204}}}""");
        answer = await stan.Get(Ports);
        Assert.Equal((204, "", null), ((int)answer.Status, answer.Text, answer.ContentType));
    }

    [Theory]
    [InlineData(false, "Acme Great Oaks")]
    [InlineData(true, "Renamed")]
    public async Task After_it_the_operation_was_done_all_the_same(bool after, string name)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await Add(
            emulator,
            $$$"""
            {"match":{"method":"POST"},"then":{"answer":{"status":504},"after":{{{(after ? "true" : "false")}}}}}
            """
        );
        var answer = (await stan.Post(Port, """{"name":"Renamed"}""")).MustRefuse(504, "Gateway Timeout");
        Assert.Equal("console-connect", answer.Headers["X-Emulator"]);
        Assert.Equal(name, (await stan.Get(Port)).MustBeOk().TextOf("name"));
        (await stan.Post(Port, """{"name":7}""")).MustRefuse(504);
    }

    [Fact]
    public async Task A_kept_answer_is_struck_too_and_comes_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var before = (await stan.Get(Port)).MustBeOk().Text;
        Assert.Equal(before, (await stan.Get(Port)).Text);
        await Add(emulator, $$"""{"when":{"next":1},{{Busy}}}""");
        (await stan.Get(Port)).MustRefuse(503);
        Assert.Equal(before, (await stan.Get(Port)).MustBeOk().Text);
    }

    [Fact]
    public async Task The_emulators_own_routes_are_never_struck()
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(emulator, """{"match":{"path":"**"},"then":{"answer":{"status":503}}}""");
        foreach (
            var path in new[]
            {
                "/livez",
                "/readyz",
                "/__admin/health",
                "/__admin/faults",
                "/__admin/clock",
                "/openapi.json",
                "/openapi/admin.json",
                "/swagger/index.html",
                "/sandbox/default/livez",
            })
        {
            (await emulator.Nobody().Get(path)).MustBeOk();
        }

        (await emulator.Nobody().Get("/__admin/nowhere")).MustRefuse(404);
        (await emulator.Nobody().Post("/livez")).MustRefuse(404);
        (await emulator.Nobody().Get("/")).MustBeOk();
        (await emulator.Nobody().Get("/console/nowhere.js")).MustRefuse(404);
        (await emulator.Nobody().Get("/nowhere")).MustRefuse(503);
        (await emulator.Nobody().Send(HttpMethod.Patch, "/api/auth/token")).MustRefuse(503);
        Assert.Equal(1, Number((await emulator.Nobody().Delete("/__admin/faults")).MustBeOk(), "deleted"));
        (await emulator.Nobody().Get("/nowhere")).MustRefuse(404);
    }

    [Fact]
    public async Task A_rule_is_its_sandboxs_and_a_reset_leaves_none()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"blue"}""")).MustBeOk();
        (
            await emulator
                .Nobody()
                .Post("/sandbox/blue/__admin/faults", $$"""{"match":{"path":"{{Ports}}"},{{Busy}}}""")
        ).MustBeOk();
        (await emulator.With("key-stan").Get(Ports)).MustBeOk();
        (await emulator.With("key-stan").Get("/sandbox/blue" + Ports)).MustRefuse(503);
        (await emulator.With("blue.key-stan").Get(Ports)).MustRefuse(503);
        Assert.Empty((await emulator.Nobody().Get("/__admin/faults"))["faults"]!.AsArray());
        (await emulator.Nobody().Post("/__admin/sandboxes/blue/reset")).MustBeOk();
        (await emulator.With("blue.key-stan").Get(Ports)).MustBeOk();
    }

    [Fact]
    public async Task A_rule_goes_when_its_time_is_over_by_the_sandboxs_clock()
    {
        await using var emulator = new EmulatorUnderTest();
        var rule = await Add(emulator, $$"""{"ttlSeconds":60,{{Busy}}}""");
        Assert.Equal("2026-03-01T12:01:00.000Z", rule.TextOf("expiresAt"));
        await emulator.Pass(59);
        (await emulator.With("key-stan").Get(Ports)).MustRefuse(503);
        await emulator.Pass(1);
        (await emulator.With("key-stan").Get(Ports)).MustBeOk();
        (await emulator.Nobody().Get("/__admin/faults/fault-1")).MustRefuse(
            404,
            "There is no fault rule called fault-1");
    }

    [Fact]
    public async Task A_rate_limit_goes_by_the_sandboxs_clock()
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(
            emulator,
            """{"match":{"path":"/api/company/**"},"then":{"rateLimit":{"limit":2,"perSeconds":10}}}"""
        );
        var (stan, meg) = (emulator.With("key-stan"), emulator.With("key-meg"));
        (await stan.Get(Ports)).MustBeOk();
        await emulator.Pass(3.5);
        (await meg.Get("/api/company/company2/ports")).MustBeOk();
        var refused = (await stan.Get(Ports)).MustRefuse(429, "Too Many Requests");
        Assert.Equal("7", refused.Headers["Retry-After"]);
        await emulator.Pass(6);
        Assert.Equal("1", (await stan.Get(Ports)).MustRefuse(429).Headers["Retry-After"]);
        await emulator.Pass(0.5);
        (await stan.Get(Ports)).MustBeOk();
        var rule = (await emulator.Nobody().Get("/__admin/faults/fault-1")).MustBeOk();
        Assert.Equal((5, 2), (Number(rule, "matched"), Number(rule, "fired")));
    }

    [Fact]
    public async Task A_rate_limit_is_each_users_or_each_companys_own()
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(emulator, """{"then":{"rateLimit":{"limit":1,"perSeconds":10,"by":"user"}}}""");
        var byToken = await emulator.Stan(); // The login itself is a request of nobody.
        (await emulator.With("key-stan").Get(Ports)).MustBeOk();
        (await byToken.Get(Ports)).MustRefuse(429);
        (await emulator.With("key-meg").Get("/api/company/company2/ports")).MustBeOk();
        (await emulator.With("no-key").Get(Ports)).MustRefuse(429);

        await Put(emulator, """{"then":{"rateLimit":{"limit":1,"perSeconds":10,"by":"company"}}}""");
        (await emulator.With("key-stan").Get(Ports)).MustBeOk();
        (await emulator.With("key-stan").Get("/api/company/557679e2c2e6a1b4d7756472/ports")).MustRefuse(429);
        (await emulator.With("key-stan").Get("/api/company/company1/ports")).MustBeOk();
        (await emulator.With("key-stan").Get("/api/auth/token")).MustBeOk();
        (await emulator.With("key-stan").Get("/api/auth/token")).MustBeOk();
    }

    [Fact]
    public async Task A_limit_holds_for_many_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(emulator, """{"then":{"rateLimit":{"limit":10,"perSeconds":1}}}""");
        var stan = emulator.With("key-stan");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => stan.Get(Port))));
        Assert.Equal(
            (10, 50),
            (
                answers.Count(answer => answer.Status == HttpStatusCode.OK),
                answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests)));
    }

    [Fact]
    public async Task Rules_are_named_replaced_where_they_stand_put_to_sleep_and_taken_away()
    {
        await using var emulator = new EmulatorUnderTest();
        await Add(emulator, $$"""{"id":"fault-2",{{Busy}}}""");
        await Add(emulator, $$"""{{{Busy}}}""");
        await Add(emulator, $$"""{{{Busy}}}""");
        Assert.Equal(["fault-2", "fault-1", "fault-3"], await Ids(emulator));
        (await emulator.Nobody().Post("/__admin/faults", $$"""{"id":"FAULT-2",{{Busy}}}""")).MustRefuse(
            409,
            "There is a fault rule called FAULT-2 already");
        (await emulator.With("key-stan").Get(Ports)).MustRefuse(503);
        var replaced = (
            await emulator.Nobody().Put("/__admin/faults/Fault-2", """{"enabled":false,"then":{"reset":true}}""")
        ).MustBeOk();
        Assert.Equal(("fault-2", 0), (replaced.TextOf("id"), Number(replaced, "matched")));
        Assert.Equal(["fault-2", "fault-1", "fault-3"], await Ids(emulator));
        (await emulator.With("key-stan").Get(Ports)).MustRefuse(503);
        Assert.Equal(0, Number(await emulator.Nobody().Get("/__admin/faults/fault-2"), "matched"));
        (await emulator.Nobody().Delete("/__admin/faults/fault-1")).MustBeOk();
        (await emulator.Nobody().Delete("/__admin/faults/fault-1")).MustRefuse(404);
        (await emulator.Nobody().Put("/__admin/faults/fault-1", $$"""{{{Busy}}}""")).MustRefuse(404);
        (await emulator.Nobody().Post("/__admin/faults/fault-1/reset")).MustRefuse(404);
        Assert.Equal(["fault-2", "fault-3"], await Ids(emulator));
    }

    [Fact]
    public async Task There_is_an_end_to_rules()
    {
        await using var emulator = new EmulatorUnderTest();
        for (var rule = 0; rule < 200; rule++)
        {
            await Add(emulator, $$"""{"match":{"path":"/none"},{{Busy}}}""");
        }

        (await emulator.Nobody().Post("/__admin/faults", $$"""{{{Busy}}}""")).MustRefuse(
            409,
            "There are 200 fault rules, and no more can be made");
        (await emulator.With("key-stan").Get(Ports)).MustBeOk();
    }

    [Fact]
    public async Task A_rule_that_could_not_do_what_it_says_is_refused()
    {
        (string Rule, string Message)[] cases =
        [
            ("{}", "The request must have required property 'then'"),
            ("""{"then":{}}""", "The fault rule can not be: nothing would happen"),
            ("""{"then":{"reset":false}}""", "The fault rule can not be: nothing would happen"),
            ("""{"than":{},"then":{"reset":true}}""", "The request must NOT have the additional property 'than'"),
            (
                """{"match":{"pth":"/"},"then":{"reset":true}}""",
                "The request/match must NOT have the additional property 'pth'"),
            (
                """{"match":{"header":{"named":"x"}},"then":{"reset":true}}""",
                "The request/match/header must NOT have the additional property 'named'"),
            (
                """{"match":{"header":{}},"then":{"reset":true}}""",
                "The request/match/header must have required property 'name'"),
            ("""{"match":{"operation":"999"},"then":{"reset":true}}""", "There is no operation called 999"),
            (
                """{"match":{"operation":"GET /api/company/{c}/prts"},"then":{"reset":true}}""",
                "There is no operation called GET /api/company/{c}/prts"),
            (
                """{"match":{"operation":"047","method":"POST"},"then":{"reset":true}}""",
                "The fault rule can not be: 047 isn't asked with POST"),
            (
                """{"match":{"method":"FETCH"},"then":{"reset":true}}""",
                "The request/match/method must be equal to one of the allowed values"),
            (
                """{"match":{"path":"api"},"then":{"reset":true}}""",
                "The fault rule can not be: no path begins as api does"),
            (
                """{"match":{"path":"/__admin/**"},"then":{"reset":true}}""",
                "The fault rule can not be: nothing at /__admin/** is ever struck"),
            (
                """{"match":{"path":"/sandbox/a/api"},"then":{"reset":true}}""",
                "The fault rule can not be: nothing at /sandbox/a/api is ever struck"),
            (
                """{"when":{"next":1,"every":2},"then":{"reset":true}}""",
                "The fault rule can not be: when has next and every"),
            ("""{"when":{"next":0},"then":{"reset":true}}""", "The request/when/next must be >= 1"),
            ("""{"when":{"probability":1.5},"then":{"reset":true}}""", "The request/when/probability must be <= 1"),
            (
                """{"when":{"probability":"half"},"then":{"reset":true}}""",
                "The request/when/probability must be number"),
            ("""{"then":{"answer":{}}}""", "The request/then/answer must have required property 'status'"),
            ("""{"then":{"answer":{"status":100}}}""", "The request/then/answer/status must be >= 200"),
            (
                """{"then":{"answer":{"status":503,"body":{},"text":""}}}""",
                "The fault rule can not be: then/answer has body and text"),
            (
                """{"then":{"answer":{"status":204,"body":{}}}}""",
                "The fault rule can not be: an answer of 204 has no body"),
            (
                """{"then":{"answer":{"status":200},"truncate":{"bytes":1}}}""",
                "The fault rule can not be: an empty answer can't be cut off"),
            (
                """{"then":{"answer":{"status":503,"headers":{"A B":"c"}}}}""",
                "The request/then/answer/headers/A B must match format \"header\""),
            (
                """{"then":{"answer":{"status":503,"headers":{"A":"b\nc"}}}}""",
                "The request/then/answer/headers/A must match format \"header\""),
            (
                """{"then":{"answer":{"status":503,"headers":{"A":1}}}}""",
                "The request/then/answer/headers/A must be string"),
            (
                """{"then":{"answer":{"status":503,"headers":{"Content-Length":"1"}}}}""",
                "The fault rule can not be: Content-Length is the connection's own"),
            ("""{"then":{"latency":{}}}""", "The fault rule can not be: then/latency says nothing"),
            ("""{"then":{"latency":{"from":5,"to":1}}}""", "The request/then/latency/to must be >= 5"),
            (
                """{"then":{"latency":{"milliseconds":5,"from":1}}}""",
                "The fault rule can not be: then/latency has milliseconds and from"),
            (
                """{"then":{"latency":{"milliseconds":600001}}}""",
                "The request/then/latency/milliseconds must be <= 600000"),
            ("""{"then":{"truncate":{"share":2}}}""", "The request/then/truncate/share must be <= 1"),
            (
                """{"then":{"truncate":{"bytes":1,"share":0.5}}}""",
                "The fault rule can not be: then/truncate has bytes and share"),
            ("""{"then":{"slow":{"bytesPerSecond":0}}}""", "The request/then/slow/bytesPerSecond must be >= 1"),
            (
                """{"then":{"reset":true,"answer":{"status":503}}}""",
                "The fault rule can not be: reset goes with latency and after only"),
            (
                """{"then":{"truncate":{"bytes":1},"after":true}}""",
                "The fault rule can not be: after goes with answer or reset"),
            (
                """{"then":{"rateLimit":{"limit":1,"perSeconds":1},"slow":{"milliseconds":1}}}""",
                "The fault rule can not be: rateLimit goes with latency only"),
            (
                """{"when":{"next":1},"then":{"rateLimit":{"limit":1,"perSeconds":1}}}""",
                "The fault rule can not be: rateLimit goes without when"),
            (
                """{"then":{"rateLimit":{"limit":1}}}""",
                "The request/then/rateLimit must have required property 'perSeconds'"),
            (
                """{"id":"a b","then":{"reset":true}}""",
                "The request/id must match pattern \"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$\""),
            ("""{"ttlSeconds":0,"then":{"reset":true}}""", "The request/ttlSeconds must be >= 1"),
        ];
        await using var emulator = new EmulatorUnderTest();
        foreach (var (rule, message) in cases)
        {
            (await emulator.Nobody().Post("/__admin/faults", rule)).MustRefuse(400, message);
        }

        Assert.Empty(await Ids(emulator));
    }

    [Fact]
    public async Task A_name_that_no_operation_has_is_answered_with_the_nearest()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (
            await emulator
                .Nobody()
                .Post(
                    "/__admin/faults",
                    """{"match":{"operation":"GET /api/company/{companyName}/prts"},"then":{"reset":true}}"""
                )
        ).MustRefuse(400);
        Assert.Contains(
            "GET /api/company/{companyName}/ports;",
            refused.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_large_a_body_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator
                .Nobody()
                .Post(
                    "/__admin/faults",
                    $$$$"""{"then":{"answer":{"status":503,"body":"{{{{new string('x', 262_143)}}}}"}}}""")
        ).MustRefuse(400, "The request/then/answer/body must NOT have more than 262144 characters");
    }

    [Fact]
    public async Task A_rule_is_shown_as_it_was_given()
    {
        await using var emulator = new EmulatorUnderTest();
        const string Match =
            """
            {"operation":"047","method":"GET","path":"/api/**","company":"Acme","user":"stan","header":{"name":"A",
            "value":"b"}}
            """;
        const string Then =
            """
            {"answer":{"status":503,"body":{"a":1},"retryAfterSeconds":2,"headers":{"X":"y"}},"latency":{"from":1,
            "to":2},"truncate":{"share":0.5},"slow":{"milliseconds":5},"after":true}
            """;
        var shown = await Add(
            emulator,
            $$"""{"match":{{Match}},"when":{"probability":0.25},"then":{{Then}},"seed":9}""");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Match), shown["match"]), shown.Text);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Then), shown["then"]), shown.Text);
        Assert.Equal((0.25, 9), (shown["when"]!["probability"]!.GetValue<double>(), Number(shown, "seed")));
    }

    private static async Task<Answer> Add(EmulatorUnderTest emulator, string rule) =>
        (await emulator.Nobody().Post("/__admin/faults", rule)).MustBeOk();

    private static async Task Put(EmulatorUnderTest emulator, string rule) =>
        (await emulator.Nobody().Put("/__admin/faults/fault-1", rule)).MustBeOk();

    private static async Task<IEnumerable<string>> Ids(EmulatorUnderTest emulator) =>
        (await emulator.Nobody().Get("/__admin/faults")).MustBeOk()["faults"]!
            .AsArray()
            .Select(rule => rule!["id"]!.GetValue<string>());

    private static async Task<string> Series(EmulatorUnderTest emulator, int count)
    {
        var stan = emulator.With("key-stan");
        var series = "";
        for (var request = 0; request < count; request++)
        {
            series += (await stan.Get(Port)).Status == HttpStatusCode.ServiceUnavailable ? 'X' : '.';
        }

        return series;
    }

    private static int Number(Answer answer, string name) => answer[name]!.GetValue<int>();
}
