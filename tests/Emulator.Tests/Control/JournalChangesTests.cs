using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>What a request changed: told in the journal row by row, apart from what time had brought.</summary>
public sealed class JournalChangesTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    private const string Orders = "/api/company/Acme/ports/orders";

    private const string Order = """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}
        """;

    [Fact]
    public async Task A_write_is_told_with_each_member_as_it_was_and_is()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Post(Port, """{"name":"Renamed"}""")).MustBeOk();
        var read = await One(emulator, 1);
        var change = Assert.Single(read["changes"]!.AsArray())!;
        Assert.Equal(
            ("request", "changed", "ports", "Ports", "55767b5652a693344a015744", "Renamed"),
            (change["by"].Text(), change["kind"].Text(), change["resource"].Text(), change["table"].Text(),
                change["id"].Text(), change["name"].Text()));
        Assert.Equal(("Acme Great Oaks", "Renamed"), Of(change, "name"));
        Assert.Equal("2026-03-01T12:00:00.000Z", Of(change, "updatedAt").After);
        Assert.Equal(2, change["members"]!.AsArray().Count);
        Assert.Equal((1, 0), (read["changed"]!.GetValue<int>(), read["changesLeftOut"]!.GetValue<int>()));
        var row = (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["exchanges"]![0]!;
        Assert.Equal(1, row["changed"]!.GetValue<int>());
        Assert.Null(row["changes"]);
    }

    [Fact]
    public async Task A_read_a_refusal_and_what_stays_as_it_is_change_nothing()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Get(Port)).MustBeOk();
        (await stan.Get(Port)).MustBeOk();
        (await stan.Put(Orders, """{"dataCenterFacility":"nowhere"}""")).MustRefuse(400);
        for (var number = 1; number <= 3; number++)
        {
            var read = await One(emulator, number);
            Assert.Empty(read["changes"]!.AsArray());
            Assert.Equal(0, read["changed"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task What_is_added_shows_all_that_it_has_and_its_status_as_the_service_spells_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var id = (await emulator.With("key-stan").Put(Orders, Order)).MustBeOk()["id"].Text();
        var changes = (await One(emulator, 1))["changes"]!.AsArray();
        var order = Assert.Single(changes, change => change!["resource"].Text() == "port-orders")!;
        Assert.Equal(("added", id), (order["kind"].Text(), order["id"].Text()));
        Assert.Equal((null, "created"), Of(order, "status"));
        Assert.Equal((null, "P"), Of(order, "portName"));
        Assert.DoesNotContain(order["members"]!.AsArray(), member => member!["after"] is null);
        Assert.DoesNotContain(changes, change => change!["table"].Text() is "Moves" or "Sandbox");
    }

    [Fact]
    public async Task What_was_due_before_is_told_apart_from_what_the_request_did()
    {
        await using var emulator = new EmulatorUnderTest("clock-frozen=false");
        var stan = emulator.With("key-stan");
        var id = (await stan.Put(Orders, Order)).MustBeOk()["id"].Text();
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        (await stan.Post(Port, """{"name":"Renamed"}""")).MustBeOk();
        var read = await One(emulator, 2);
        var byTime = read["changes"]!.AsArray().Where(change => change!["by"].Text() == "time").ToList();
        var order = Assert.Single(byTime, change => change!["id"].Text() == id)!;
        Assert.Equal("created", Of(order, "status").Before);
        Assert.NotEqual("created", Of(order, "status").After);
        var own = Assert.Single(read["changes"]!.AsArray(), change => change!["by"].Text() == "request")!;
        Assert.Equal("ports", own["resource"].Text());
        Assert.Same(own, read["changes"]!.AsArray()[^1]);
        Assert.Equal(1, read["changed"]!.GetValue<int>());
        Assert.Equal("2 1", await Found(emulator, "?changed=ports")); // An order makes its port.
        Assert.Equal("1", await Found(emulator, "?changed=port-orders"));
    }

    [Fact]
    public async Task Secrets_are_redacted_with_the_marks_that_the_exchange_has_elsewhere()
    {
        await using var emulator = new EmulatorUnderTest();
        var token = (await emulator.Nobody().Put(
            "/api/auth/token", """{"email":"stan@example.com","password":"Password1"}""")).MustBeOk()["token"].Text()!;
        var stan = emulator.With(token);
        (await stan.Put(
            "/api/auth/password", """{"oldPassword":"Password1","newPassword":"Other-Password2"}""")).MustBeOk();
        (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        var login = await One(emulator, 1);
        var session = Assert.Single(login["changes"]!.AsArray(), change => change!["table"].Text() == "Sessions")!;
        Assert.StartsWith("redacted-", session["id"].Text(), StringComparison.Ordinal);
        Assert.Contains(session["id"].Text()!, login["answerBody"]!["text"].Text()!, StringComparison.Ordinal);
        Assert.Equal("stan", session["name"].Text());
        var password = await One(emulator, 2);
        var user = Assert.Single(password["changes"]!.AsArray(), change => change!["table"].Text() == "Users")!;
        Assert.StartsWith("redacted-", Of(user, "passwordHash").Before, StringComparison.Ordinal);
        Assert.StartsWith("redacted-", Of(user, "passwordHash").After, StringComparison.Ordinal);
        var forgotten = await One(emulator, 3);
        var letter = Assert.Single(forgotten["changes"]!.AsArray(), change => change!["resource"].Text() == "letters")!;
        Assert.StartsWith("redacted-", Of(letter, "link").After, StringComparison.Ordinal);
        var mailed = (await emulator.Nobody().Get("/__admin/outbox")).MustBeOk().Text;
        var sent = System.Text.RegularExpressions.Regex.Match(mailed, "[0-9a-f]{64}").Value;
        Assert.NotEmpty(sent);
        foreach (var read in new[] { login, password, forgotten })
        {
            foreach (var secret in new[] { token, "Password1", "Other-Password2", sent })
            {
                Assert.DoesNotContain(secret, read.ToJsonString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Exchanges_are_found_counted_and_verified_by_what_they_changed()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, nobody) = (emulator.With("key-stan"), emulator.Nobody());
        (await stan.Get(Port)).MustBeOk(); // 1
        (await stan.Post(Port, """{"name":"Renamed"}""")).MustBeOk(); // 2
        (await stan.Put(Orders, Order)).MustBeOk(); // 3
        Assert.Equal("3 2", await Found(emulator, "?changed=Ports")); // An order makes its port.
        Assert.Equal("3", await Found(emulator, "?changed=port-orders"));
        Assert.Equal("3 2", await Found(emulator, "?changed=*"));
        Assert.Equal("", await Found(emulator, "?changed=connections"));
        Assert.Equal(
            2, (await nobody.Post("/__admin/journal/count", """{"changed":"*"}""")).MustBeOk()["count"]!
                .GetValue<int>());
        (await nobody.Post("/__admin/journal/verify", """{"changed":"ports","exactly":2}""")).MustBeOk();
        var missed = await nobody.Post("/__admin/journal/verify", """{"method":"POST","changed":"connections"}""");
        Assert.Contains("(changed is ports)", missed.MustRefuse(409).Message, StringComparison.Ordinal);
        (await nobody.Post("/__admin/journal/verify", """{"changed":"weather"}""")).MustRefuse(400);
        (await nobody.Get("/__admin/journal?changed=weather")).MustRefuse(400);
        var waited = (await nobody.Post("/__admin/journal/wait", """{"changed":"ports","timeoutSeconds":5}"""))
            .MustBeOk();
        Assert.Contains(waited["changes"]!.AsArray(), change => change!["resource"].Text() == "ports");
    }

    [Fact]
    public async Task A_read_for_which_a_move_waits_says_that_it_was_counted()
    {
        await using var emulator = new EmulatorUnderTest("progression=polls", "polls=2");
        var stan = emulator.With("key-stan");
        var id = (await stan.Put(Orders, Order)).MustBeOk()["id"].Text();
        (await stan.Get($"{Orders}/{id}")).MustBeOk();
        var change = Assert.Single((await One(emulator, 2))["changes"]!.AsArray())!;
        Assert.Equal(("port-orders", id), (change["resource"].Text(), change["id"].Text()));
        Assert.Equal(("2", "1"), Of(change, "pollsLeft"));
    }

    [Fact]
    public async Task Long_texts_and_many_rows_are_bounded_and_what_is_left_out_is_counted()
    {
        await using var emulator = new EmulatorUnderTest("journal-bytes=100000");
        var stan = emulator.With("key-stan");
        var (long1, long2) = (new string('a', 3000), new string('b', 3000));
        (await stan.Post("/api/user/stan", $$"""{"summary":"{{long1}}"}""")).MustBeOk();
        (await stan.Post("/api/user/stan", $$"""{"summary":"{{long2}}"}""")).MustBeOk();
        var change = Assert.Single((await One(emulator, 2))["changes"]!.AsArray())!;
        var (before, after) = Of(change, "summary");
        Assert.Equal((1001, 1001), (before!.Length, after!.Length));
        Assert.EndsWith("b…", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exports_are_as_they_were()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Post(Port, """{"name":"Renamed"}""")).MustBeOk();
        foreach (var format in new[] { "har", "http", "curl" })
        {
            var file = (await emulator.Nobody().Get($"/__admin/journal/export?format={format}")).MustBeOk().Text;
            Assert.DoesNotContain("Acme Great Oaks", format == "har" ? "" : file, StringComparison.Ordinal);
            Assert.DoesNotContain("\"changes\"", file, StringComparison.Ordinal);
        }
    }

    private static (string? Before, string? After) Of(JsonNode change, string member)
    {
        var found = Assert.Single(change["members"]!.AsArray(), one => one!["name"].Text() == member)!;
        return (found["before"]?.ToString(), found["after"]?.ToString());
    }

    private static async Task<JsonNode> One(EmulatorUnderTest emulator, long number) =>
        JsonNode.Parse((await emulator.Nobody().Get($"/__admin/journal/{number}")).MustBeOk().Text)!;

    private static async Task<string> Found(EmulatorUnderTest emulator, string query) =>
        string.Join(' ', (await emulator.Nobody().Get("/__admin/journal" + query)).MustBeOk()["exchanges"]!.AsArray()
            .Select(exchange => exchange!["sequence"]!.GetValue<int>()));
}

/// <summary>Reading JSON.</summary>
file static class Reading
{
    public static string? Text(this JsonNode? node) => node?.GetValue<string>();
}
