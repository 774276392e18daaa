using System.Net.Sockets;
using System.Text;
using Emulator.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>The journal: what is recorded, how it is found, and what it costs nobody.</summary>
public sealed class JournalTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    [Fact]
    public async Task An_exchange_is_kept_with_all_that_was_sent_either_way()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Get("/company/Acme/ports/55767b5652a693344a015744?x=1&y=%20z")).MustBeOk();
        (await stan.Post(Port, """{"name":"Ülm"}""")).MustBeOk();
        var read = await One(emulator, 1);
        Assert.Equal(
            ("GET", "/company/Acme/ports/55767b5652a693344a015744", "?x=1&y=%20z", 200),
            (read.TextOf("method"), read.TextOf("path"), read.TextOf("query"), read["status"]!.GetValue<int>()));
        Assert.Equal(
            ("048", "stan", "2026-03-01T12:00:00.000Z"),
            (read["operation"]!["key"]!.GetValue<string>(), read.TextOf("user"), read.TextOf("at")));
        Assert.Null(read["sandboxPath"]);
        Assert.Null(read["requestBody"]);
        Assert.Contains(
            "\"Acme Great Oaks\"",
            read["answerBody"]!["text"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal(
            Encoding.UTF8.GetByteCount(read["answerBody"]!["text"]!.GetValue<string>()),
            read["answerBytes"]!.GetValue<int>());
        Assert.Contains(
            "application/json; charset=utf-8",
            Header(read, "answerHeaders", "Content-Type"),
            StringComparison.Ordinal);
        var write = await One(emulator, 2);
        Assert.Equal("""{"name":"Ülm"}""", write["requestBody"]!["text"]!.GetValue<string>());
        Assert.Equal("application/json", Header(write, "requestHeaders", "Content-Type"));
        Assert.False(write["aborted"]!.GetValue<bool>());
        (await emulator.Nobody().Get("/__admin/journal/3")).MustRefuse(404, "There is no exchange with the number 3 "
            + "in the journal");
        (await emulator.Nobody().Get("/__admin/journal/x")).MustRefuse(404);
    }

    [Fact]
    public async Task A_request_that_asks_not_to_be_recorded_is_not_and_another_word_changes_nothing()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        foreach (var (word, count) in new[] { ("off", 0), ("OFF", 0), ("on", 1), ("", 2) })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, Port);
            asked.Headers.TryAddWithoutValidation("X-Emulator-Journal", word);
            asked.Headers.Add("portal-token", "key-stan");
            (await stan.Send(asked)).MustBeOk();
            Assert.Equal(count, (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["found"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Reads_from_memory_late_answers_pictures_and_refusals_are_kept_like_the_others()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var first = (await stan.Get(Port)).MustBeOk();
        Assert.Equal(first.Text, (await stan.Get(Port)).Text);
        var list = (await stan.Get("/v2/data-center-facility")).MustBeOk();
        (await stan.Get("/api/user/stan/avatar")).MustBeOk();
        (await stan.Get("/api/company/Acme/ports/000000000000000000000000")).MustRefuse(404);
        (await emulator.With("key-nobody").Get(Port)).MustRefuse(401);
        (await stan.Get("/sandbox/none" + Port)).MustRefuse(404);
        Assert.Equal(first.Text, (await One(emulator, 2))["answerBody"]!["text"]!.GetValue<string>());
        Assert.Equal("stan", (await One(emulator, 2)).TextOf("user"));
        var late = await One(emulator, 3);
        Assert.Equal(Encoding.UTF8.GetByteCount(list.Text), late["answerBytes"]!.GetValue<int>());
        Assert.StartsWith(late["answerBody"]!["text"]!.GetValue<string>(), list.Text, StringComparison.Ordinal);
        Assert.Equal("base64", (await One(emulator, 4))["answerBody"]!["encoding"]!.GetValue<string>());
        Assert.Equal(404, (await One(emulator, 5))["status"]!.GetValue<int>());
        Assert.Null((await One(emulator, 6))["user"]);
        var lost = await One(emulator, 7);
        Assert.Equal(
            ("/sandbox/none", Port, 404),
            (lost.TextOf("sandboxPath"), lost.TextOf("path"), lost["status"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_emulators_own_routes_and_pages_are_not_kept()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        foreach (
            var path in new[]
            {
                "/__admin/health",
                "/__ADMIN/clock",
                "/livez",
                "/readyz",
                "/openapi.json",
                "/openapi/admin.json",
                "/swagger/index.html",
                "/sandbox/mine/__admin/clock",
                "/__admin/nothing",
            })
        {
            await emulator.Nobody().Get(path);
        }

        Assert.Equal(0, (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["last"]!.GetValue<int>());
        Assert.Equal(
            0,
            (await emulator.Nobody().Get("/sandbox/mine/__admin/journal")).MustBeOk()["last"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_list_pages_back_and_says_why_and_how_sure()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await stan.Get(Port); // 1
        await stan.Get("/api/company/Acme/prots"); // 2
        await stan.Get("/api/company/Nobody/ports"); // 3
        await stan.Get("/api/company/Acme/ports"); // 4
        Assert.Equal("4 3", await Found(emulator, "?limit=2"));
        Assert.Equal("2 1", await Found(emulator, "?limit=2&before=3"));
        Assert.Equal("", await Found(emulator, "?before=1"));
        Assert.Equal("1 2", await Found(emulator, "?before=3&order=oldest"));
        Assert.Equal("2 1", await Found(emulator, "?offset=2"));
        Assert.Equal("2", await Found(emulator, "?before=4&offset=1&limit=1"));
        Assert.Equal("3 4", await Found(emulator, "?order=oldest&offset=2"));
        Assert.Equal("", await Found(emulator, "?offset=4"));
        (await emulator.Nobody().Get("/__admin/journal?offset=-1")).MustRefuse(400);
        var page = (await emulator.Nobody().Get("/__admin/journal?before=3&limit=1")).MustBeOk();
        Assert.Equal(4, page["found"]!.GetValue<int>());
        (await emulator.Nobody().Get("/__admin/journal?before=x")).MustRefuse(400);
        Assert.Equal("none", page["exchanges"]![0]!["assurance"]!.GetValue<string>());
        var all = (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["exchanges"]!.AsArray();
        var coverage = (await emulator.Nobody().Get("/__admin/coverage")).MustBeOk()["operations"]!.AsArray();
        Assert.Equal(
            coverage.Single(operation => operation!["key"]!.GetValue<string>() == "047")!["evidence"]!
                .GetValue<string>(),
            all[0]!["assurance"]!.GetValue<string>());
        Assert.Null(all[0]!["explanation"]);
        Assert.StartsWith(
            "No company has the username or the id Nobody", all[1]!["explanation"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal(
            all[1]!["explanation"]!.GetValue<string>(), (await One(emulator, 3))["explanation"]!.GetValue<string>());
    }

    [Fact]
    public async Task Exchanges_are_found_by_all_that_is_known_of_them()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await stan.Get(Port); // 1
        await stan.Post(Port, """{"name":"Blue"}"""); // 2
        await emulator.With("key-meg").Get("/company/company2/ports"); // 3
        await stan.Get("/api/company/Acme/prots"); // 4
        await emulator.Nobody().Get("/api/company/Acme/ports"); // 5
        Assert.Equal("5 4 3 2 1", await Found(emulator, ""));
        Assert.Equal("1 2", await Found(emulator, "?order=oldest&limit=2"));
        Assert.Equal("2 1", await Found(emulator, "?path=/api/company/acme/ports/55767b5652a693344a015744"));
        Assert.Equal("5 2 1", await Found(emulator, "?path=/api/company/Acme/ports"));
        Assert.Equal("2 1", await Found(emulator, "?path=/api/*/Acme/ports/*"));
        Assert.Equal("5 4 3 2 1", await Found(emulator, "?path=**company**"));
        Assert.Equal("3", await Found(emulator, "?path=/company/company2/ports"));
        Assert.Equal("3", await Found(emulator, "?path=/api/company/company2/ports"));
        Assert.Equal("1", await Found(emulator, "?operation=048"));
        Assert.Equal("1", await Found(emulator, "?operation=/api/company/{companyName}/ports/{portId}&method=get"));
        Assert.Equal("2", await Found(emulator, "?method=POST"));
        Assert.Equal("4", await Found(emulator, "?status=404"));
        Assert.Equal("5 4", await Found(emulator, "?status=4xx"));
        Assert.Equal("3", await Found(emulator, "?company=COMPANY2"));
        Assert.Equal("3", await Found(emulator, "?user=meg"));
        Assert.Equal("4 2 1", await Found(emulator, "?header=portal-token:key-stan"));
        Assert.Equal("4 3 2 1", await Found(emulator, "?header=Portal-Token"));
        Assert.Equal("2", await Found(emulator, "?body=Blue"));
        Assert.Equal("5 4", await Found(emulator, "?since=3"));
        Assert.Equal("4", await Found(emulator, "?since=3&user=stan&company=Acme"));
        foreach (var bad in new[] { "status=2", "status=4x4", "since=x", "limit=-1", "order=random" })
        {
            (await emulator.Nobody().Get($"/__admin/journal?{bad}")).MustRefuse(400);
        }
    }

    [Fact]
    public async Task What_matched_no_operation_is_listed_with_the_nearest_ones()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await stan.Get(Port);
        await stan.Get("/api/company/Acme/prots/55767b5652a693344a015744");
        await stan.Get("/api/company/Acme/ports/none"); // An operation, though there is no such port.
        await stan.Get("/sandbox/none" + Port); // An operation, refused before it was looked for.
        await stan.Put(Port);
        var unmatched = (await emulator.Nobody().Get("/__admin/journal/unmatched")).MustBeOk()["exchanges"]!.AsArray();
        Assert.Equal([5, 2], unmatched.Select(one => one!["exchange"]!["sequence"]!.GetValue<int>()));
        Assert.Equal(
            "/api/company/{companyName}/ports/{portId}",
            unmatched[0]!["nearest"]![0]!["path"]!.GetValue<string>());
        Assert.Equal(
            ("048", "GET", "/api/company/{companyName}/ports/{portId}"),
            (
                unmatched[1]!["nearest"]![0]!["key"]!.GetValue<string>(),
                unmatched[1]!["nearest"]![0]!["method"]!.GetValue<string>(),
                unmatched[1]!["nearest"]![0]!["path"]!.GetValue<string>()));
        Assert.Equal(3, unmatched[1]!["nearest"]!.AsArray().Count);
    }

    [Fact]
    public async Task Counting_and_verifying_tell_what_was_found_and_what_came_near()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await stan.Get(Port);
        await stan.Get(Port);
        await stan.Post(Port, """{"name":"Blue"}""");
        Assert.Equal(
            2,
            (await Ask(emulator, "count", """{"method":"GET","status":200}""")).MustBeOk()["count"]!.GetValue<int>());
        Assert.Equal(3, (await Ask(emulator, "count", "{}")).MustBeOk()["count"]!.GetValue<int>());
        Assert.Equal(
            2,
            (await Ask(emulator, "verify", """{"operation":"048","exactly":2}""")).MustBeOk()["count"]!.GetValue<int>()
        );
        (await Ask(emulator, "verify", """{"operation":"048"}""")).MustBeOk();
        (await Ask(emulator, "verify", """{"operation":"048","atLeast":2,"atMost":2}""")).MustBeOk();
        (await Ask(emulator, "verify", """{"status":"2xx","atLeast":0}""")).MustBeOk();
        (await Ask(emulator, "verify", """{"method":"DELETE","atMost":0}""")).MustBeOk();

        var few = (
            await Ask(emulator, "verify", $$"""{"method":"POST","path":"{{Port}}","user":"meg","atLeast":2}""")
        ).MustRefuse(
            409,
            $"Expected at least 2 exchanges with method POST, path {Port}, user meg, found 0; the nearest: #3 "
                + $"POST {Port} 200 (user is stan); #2 GET {Port} 200 (method is GET, user is stan); #1 GET {Port} "
                + "200 (method is GET, user is stan)");
        Assert.Equal(3, few["error"]!["nearest"]!.AsArray().Count);
        var many = (await Ask(emulator, "verify", """{"method":"GET","exactly":1}""")).MustRefuse(409);
        Assert.StartsWith(
            "Expected exactly 1 exchange with method GET, found 2; the newest: #2 GET",
            many.Message,
            StringComparison.Ordinal);
        (await Ask(emulator, "verify", """{"exactly":1,"atLeast":1}""")).MustRefuse(
            400,
            "The request/exactly must be sent without atLeast and atMost");
        (await Ask(emulator, "verify", """{"atLeast":3,"atMost":2}""")).MustRefuse(
            400,
            "The request/atMost must be >= 3");
        (await Ask(emulator, "verify", """{"atLeast":-1}""")).MustRefuse(400, "The request/atLeast must be >= 0");
        (await Ask(emulator, "count", """{"status":"often"}""")).MustRefuse(
            400,
            "The request/status must be a status such as 404 or 4xx");
        (await Ask(emulator, "count", """{"status":true}""")).MustRefuse(400);
        (await Ask(emulator, "count", """{"path":1}""")).MustRefuse(400, "The request/path must be string");
    }

    [Fact]
    public async Task Waiting_answers_at_once_or_when_it_comes_and_ends_after_the_time_out()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await stan.Get(Port);
        Assert.Equal(1, (await Ask(emulator, "wait", """{"method":"GET"}""")).MustBeOk()["sequence"]!.GetValue<int>());
        var waiters = Enumerable
            .Range(0, 8)
            .Select(_ => Ask(emulator, "wait", """{"method":"GET","since":1,"timeoutSeconds":60}"""))
            .ToList();
        await stan.Post(Port, """{"name":"Blue"}""");
        await Task.Delay(100);
        Assert.DoesNotContain(waiters, waiter => waiter.IsCompleted);
        await stan.Get(Port);
        Assert.All(await Task.WhenAll(waiters).WaitAsync(TimeSpan.FromSeconds(20)), waiter =>
            Assert.Equal(3, waiter.MustBeOk()["sequence"]!.GetValue<int>()));
        var late = (await Ask(emulator, "wait", """{"method":"PUT","timeoutSeconds":0}""")).MustRefuse(408);
        Assert.StartsWith(
            "No exchange with method PUT arrived within 0 seconds; the nearest: #3 GET",
            late.Message,
            StringComparison.Ordinal);
        (await Ask(emulator, "wait", """{"timeoutSeconds":121}""")).MustRefuse(400);
    }

    [Fact]
    public async Task Waiting_in_a_sandbox_that_is_deleted_ends()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"brief"}""")).MustBeOk();
        var waiter = emulator.Nobody().Post("/sandbox/brief/__admin/journal/wait", """{"timeoutSeconds":100}""");
        await Task.Delay(100);
        (await emulator.Nobody().Delete("/__admin/sandboxes/brief")).MustBeOk();
        (await waiter.WaitAsync(TimeSpan.FromSeconds(20))).MustRefuse(404, "There is no sandbox called brief");
    }

    [Fact]
    public async Task Clearing_counts_on_and_a_reset_begins_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await stan.Get(Port);
        await stan.Get(Port);
        Assert.Equal(2, (await emulator.Nobody().Delete("/__admin/journal")).MustBeOk()["deleted"]!.GetValue<int>());
        Assert.Equal("", await Found(emulator, ""));
        await stan.Get(Port);
        Assert.Equal("3", await Found(emulator, ""));
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal("", await Found(emulator, ""));
        await stan.Get(Port);
        Assert.Equal("1", await Found(emulator, ""));
    }

    [Fact]
    public async Task Two_sandboxes_keep_theirs_apart()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        await emulator.With("mine.key-stan").Get(Port);
        await emulator.With("key-meg").Get("/sandbox/mine" + Port);
        await emulator.With("key-meg").Get("/api/company/company2/ports");
        Assert.Equal("1", await Found(emulator, ""));
        var mine = (await emulator.Nobody().Get("/sandbox/mine/__admin/journal?order=oldest")).MustBeOk()[
            "exchanges"
        ]!.AsArray();
        Assert.Equal([null, "/sandbox/mine"], mine.Select(one => one!["sandboxPath"]?.GetValue<string>()));
        Assert.All(mine, one => Assert.Equal(Port, one!["path"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_oldest_make_room_by_count_and_by_bytes()
    {
        await using (var emulator = new EmulatorUnderTest("journal=3"))
        {
            for (var i = 0; i < 5; i++)
            {
                await emulator.With("key-stan").Get(Port);
            }

            Assert.Equal("5 4 3", await Found(emulator, ""));
            Assert.Equal(2, (await Ask(emulator, "count", "{}")).MustBeOk()["forgotten"]!.GetValue<int>());
        }

        await using (var emulator = new EmulatorUnderTest("journal-bytes=65536"))
        {
            var journal = (await emulator.Services.GetRequiredService<Sandboxes>().Default).Journal;
            for (var i = 0; i < 30; i++)
            {
                await emulator.With("key-stan").Post(Port, $$"""{"name":"{{i}}","more":"{{new string('x', 9000)}}"}""");
                Assert.InRange(journal.Look().Bytes, 1, 65536);
            }

            Assert.InRange(journal.Look().Exchanges.Count, 3, 7);
            await emulator.With("key-stan").Post(Port, $$"""{"name":"long","more":"{{new string('y', 50_000)}}"}""");
            var cut = (await Ask(emulator, "wait", """{"body":"long"}""")).MustBeOk();
            Assert.True(cut["requestBody"]!["truncated"]!.GetValue<bool>());
            Assert.InRange(cut["requestBytes"]!.GetValue<int>(), 50_010, 50_050);
            Assert.InRange(cut["requestBody"]!["text"]!.GetValue<string>().Length, 10_000, 20_000);
        }
    }

    [Fact]
    public async Task An_answer_that_is_given_again_and_again_is_kept_once()
    {
        await using var emulator = new EmulatorUnderTest("journal-bytes=65536");
        for (var i = 0; i < 45; i++)
        {
            (await emulator.With("key-stan").Get("/api/company/Acme/ports/55767b5652a693344a015744")).MustBeOk();
        }

        Assert.Equal(
            0,
            (await Ask(emulator, "verify", """{"method":"GET","exactly":45}""")).MustBeOk()[
                "forgotten"
            ]!.GetValue<int>());
    }

    [Fact]
    public async Task Switched_off_it_says_so_and_keeps_nothing()
    {
        await using var emulator = new EmulatorUnderTest("journal=0");
        (await emulator.With("key-stan").Get(Port)).MustBeOk();
        (await emulator.Nobody().Get("/__admin/journal")).MustRefuse(409, "The journal is switched off");
        (await Ask(emulator, "verify", "{}")).MustRefuse(409, "The journal is switched off");
    }

    /// <summary>
    /// Over real connections: nobody's answer comes before its exchange is there, however many record at once.
    /// </summary>
    [Fact]
    public async Task Whoever_has_an_answer_finds_it_however_many_record_at_once()
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        var stan = new Client(new HttpClient { BaseAddress = new Uri(emulator.Url) }, "key-stan");
                        for (var i = 0; i < 25; i++)
                        {
                            var path = (i % 3) switch
                            {
                                0 => Port,
                                1 => "/v2/data-center-facility",
                                _ => "/api/nothing",
                            };
                            await stan.Get($"{path}?by={writer}-{i}");
                            var found = (
                                await stan.Get($"/__admin/journal?limit=1&path={path}&order=newest")
                            ).MustBeOk();
                            Assert.True(found["found"]!.GetValue<int>() > 0);
                            var all = (await stan.Get("/__admin/journal?limit=1000")).MustBeOk()[
                                "exchanges"
                            ]!.AsArray();
                            Assert.Contains(all, one => one!["query"]!.GetValue<string>() == $"?by={writer}-{i}");
                        }
                    })));
        var sequences = (await emulator.Nobody().Get("/__admin/journal?limit=1000&order=oldest")).MustBeOk()[
            "exchanges"
        ]!
            .AsArray()
            .Select(one => one!["sequence"]!.GetValue<int>())
            .ToList();
        // The oldest have made room: lists are long.
        Assert.Equal(Enumerable.Range(201 - sequences.Count, sequences.Count), sequences);
    }

    [Fact]
    public async Task A_client_that_went_away_is_kept_as_such()
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        using (var client = new TcpClient())
        {
            var at = new Uri(emulator.Url);
            await client.ConnectAsync(at.Host, at.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /user HTTP/1.1\r\nHost: "
                + "x\r\nportal-token: key-stan\r\n\r\n"));
            _ = await client.GetStream().ReadAsync(new byte[1]);
        }

        var gone = (
            await emulator.Nobody().Post("/__admin/journal/wait", """{"path":"/user","timeoutSeconds":20}""")
        ).MustBeOk();
        Assert.True(gone["aborted"]!.GetValue<bool>());
        Assert.Equal("stan", gone.TextOf("user"));
    }

    internal static async Task<Answer> One(EmulatorUnderTest emulator, int sequence) =>
        (await emulator.Nobody().Get($"/__admin/journal/{sequence}")).MustBeOk();

    private static Task<Answer> Ask(EmulatorUnderTest emulator, string what, string body) =>
        emulator.Nobody().Post($"/__admin/journal/{what}", body);

    private static async Task<string> Found(EmulatorUnderTest emulator, string query) =>
        string.Join(
            ' ',
            (await emulator.Nobody().Get("/__admin/journal" + query)).MustBeOk()["exchanges"]!
                .AsArray()
                .Select(one => one!["sequence"]!.GetValue<int>()));

    private static string Header(Answer exchange, string of, string name) =>
        exchange[of]!
            .AsArray()
            .Single(header => header!["name"]!.GetValue<string>().Equals(name, StringComparison.OrdinalIgnoreCase))![
            "value"
        ]!.GetValue<string>();
}
