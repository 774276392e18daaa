using System.Text.Json.Nodes;
using Emulator.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>What happens in a sandbox, as server-sent events.</summary>
public sealed class EventTests
{
    private const string Order =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Watched","paymentType":"invoice"}""";

    [Fact]
    public async Task Transitions_and_messages_are_told_in_order_those_of_the_service_too()
    {
        await using var emulator = new EmulatorUnderTest();
        await using var events = await Stream.Open(emulator, "/__admin/events");
        var order = (await emulator.With("key-stan").Put("/api/company/Acme/ports/orders", Order))
            .MustBeOk()
            .TextOf("id");
        var made = await events.Next();
        Assert.Equal(("transition", "1"), (made.Kind, made.Id));
        Assert.Equal(
            ("port-orders", order, "stan", "created"),
            (Text(made, "machine"), Text(made, "id"), Text(made, "by"), Text(made, "to")));
        Assert.Equal("2026-03-01T12:00:00.000Z", Text(made, "at"));

        await emulator.Pass(1000);
        // What is due is settled when somebody looks.
        (await emulator.With("key-stan").Get($"/api/company/Acme/ports/orders/{order}")).MustBeOk();
        var seen = new List<Told>();
        do
        {
            seen.Add(await events.Next());
        } while (Text(seen[^1], "machine") != "port-orders" || Text(seen[^1], "to") != "done");
        var moves = seen.FindAll(told =>
            told.Kind == "transition" && Text(told, "machine") == "port-orders" && Text(told, "id") == order);
        Assert.All(moves.Zip(moves.Skip(1)), pair => Assert.Equal(Text(pair.First, "to"), Text(pair.Second, "from")));
        Assert.All(moves, move => Assert.True(string.CompareOrdinal(Text(move, "at"), "2026-03-01T12:16:40.000Z") < 0));
        Assert.Equal(
            Enumerable.Range(2, seen.Count),
            seen.Select(told => int.Parse(told.Id!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Messages_and_resets_are_told_and_kinds_can_be_chosen()
    {
        await using var emulator = new EmulatorUnderTest();
        await using var events = await Stream.Open(emulator, "/__admin/events?kind=message,Reset");
        (await emulator.With("key-stan").Put("/api/company/Acme/ports/orders", Order)).MustBeOk();
        (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        var message = await events.Next();
        Assert.Equal(
            ("message", "PasswordReset", "[\"user@example.com\"]"),
            (message.Kind, Text(message, "kind"), message.Data["to"]!.ToJsonString()));
        Assert.Equal(
            (await emulator.Nobody().Get("/__admin/outbox?kind=PasswordReset")).MustBeOk()["letters"]![0]![
                "id"
            ]!.GetValue<int>(),
            message.Data["id"]!.GetValue<int>());
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(
            ("reset", "default"),
            ((await events.Next()) is var reset ? reset.Kind : "", Text(reset, "sandbox")));
        (await emulator.Nobody().Get("/__admin/events?kind=weather")).MustRefuse(400);
        (await emulator.Nobody().Get("/__admin/events?since=x")).MustRefuse(400);
    }

    [Fact]
    public async Task A_fault_that_has_struck_is_told()
    {
        await using var emulator = new EmulatorUnderTest();
        await using var events = await Stream.Open(emulator, "/__admin/events?kind=fault");
        (
            await emulator
                .Nobody()
                .Post("/__admin/faults", """{"id":"slow-ports","when":{"next":1},"then":{"answer":{"status":503}}}""")
        ).MustBeOk();
        Assert.Equal(
            System.Net.HttpStatusCode.ServiceUnavailable,
            (await emulator.With("key-stan").Get("/api/company/Acme/ports")).Status);
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
        var fault = await events.Next();
        Assert.Equal(
            ("fault", "slow-ports", "GET", "/api/company/Acme/ports", "047"),
            (fault.Kind, Text(fault, "rule"), Text(fault, "method"), Text(fault, "path"), Text(fault, "operation")));

        // The journal has what the client was answered.
        var exchange = (await emulator.Nobody().Get("/__admin/journal?status=503")).MustBeOk()["exchanges"]![0]!;
        Assert.Equal("slow-ports", exchange["fault"]!.GetValue<string>());
    }

    [Fact]
    public async Task Each_request_is_told_to_one_who_asks_for_it_as_the_journal_lists_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var token = (await emulator.Stan()).Credential!;
        await using var events = await Stream.Open(emulator, "/__admin/events?kind=request");
        await using var others = await Stream.Open(emulator, "/__admin/events");
        await emulator.Nobody().Get($"/api/company/Acme/ports?token={token}");
        (await emulator.With("key-stan").Post(
            "/api/company/Acme/ports/55767b5652a693344a015744", """{"name":"Renamed"}""")).MustBeOk();
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk(); // From memory.
        var refused = await events.Next();
        Assert.Equal(("request", (string?)null), (refused.Kind, refused.Id));
        Assert.Equal(401, refused.Data["status"]!.GetValue<int>());
        Assert.NotNull(refused.Data["explanation"]);
        Assert.DoesNotContain(token, refused.Data.ToJsonString(), StringComparison.Ordinal);
        var write = await events.Next();
        Assert.Equal((1, 200), (write.Data["changed"]!.GetValue<int>(), write.Data["status"]!.GetValue<int>()));
        var listed = (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["exchanges"]!;
        Assert.Equal(listed[2]!.ToJsonString(), write.Data.ToJsonString());
        Assert.Equal(listed[1]!.ToJsonString(), (await events.Next()).Data.ToJsonString());
        Assert.Equal(listed[0]!.ToJsonString(), (await events.Next()).Data.ToJsonString());
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal("reset", (await others.Next()).Kind); // Nothing of requests for one who didn't choose.
    }

    [Fact]
    public async Task The_clock_snapshots_and_rules_are_told_when_they_change()
    {
        await using var emulator = new EmulatorUnderTest();
        var nobody = emulator.Nobody();
        await using var events = await Stream.Open(emulator, "/__admin/events?kind=clock,snapshot,faults");
        (await nobody.Post("/__admin/clock/advance", """{"seconds":60}""")).MustBeOk();
        var moved = await events.Next();
        Assert.Equal(
            ("clock", "2026-03-01T12:01:00.000Z", true, 0),
            (moved.Kind, Text(moved, "now"), moved.Data["frozen"]!.GetValue<bool>(),
                moved.Data["rate"]!.GetValue<int>()));
        (await nobody.Post("/__admin/clock/resume")).MustBeOk();
        var runs = await events.Next();
        Assert.Equal((false, 1), (runs.Data["frozen"]!.GetValue<bool>(), runs.Data["rate"]!.GetValue<int>()));
        Assert.Equal(1, (await nobody.Get("/__admin/clock")).MustBeOk()["rate"]!.GetValue<int>());
        (await nobody.Put("/__admin/clock", """{"at":"nonsense"}""")).MustRefuse(400);
        (await nobody.Post("/__admin/snapshots", """{"name":"told"}""")).MustBeOk();
        (await nobody.Post("/__admin/snapshots/told/restore")).MustBeOk();
        (await nobody.Delete("/__admin/snapshots/told")).MustBeOk();
        foreach (var done in new[] { "saved", "restored", "deleted" })
        {
            var snapshot = await events.Next();
            Assert.Equal(
                ("snapshot", done, "told"), (snapshot.Kind, Text(snapshot, "done"), Text(snapshot, "name")));
        }

        (await nobody.Post("/__admin/faults", """{"id":"f","then":{"answer":{"status":503}}}""")).MustBeOk();
        (await nobody.Delete("/__admin/faults")).MustBeOk();
        Assert.Equal(1, (await events.Next()).Data["rules"]!.GetValue<int>());
        Assert.Equal(0, (await events.Next()).Data["rules"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_a_refused_request_would_have_done_is_not_told()
    {
        await using var emulator = new EmulatorUnderTest();
        await using var events = await Stream.Open(emulator, "/__admin/events");
        (
            await emulator
                .With("key-stan")
                .Put(
                    "/api/company/Acme/ports/orders",
                    """{"dataCenterFacility":"supernetpa4","speed":7,"portName":"p","paymentType":"invoice"}"""
                )
        ).MustRefuse(400);
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(("reset", "1"), ((await events.Next()) is var reset ? reset.Kind : "", reset.Id));
    }

    [Fact]
    public async Task Whoever_comes_late_is_told_what_came_before()
    {
        await using var emulator = new EmulatorUnderTest();
        for (var i = 0; i < 3; i++)
        {
            (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        }

        await using (var all = await Stream.Open(emulator, "/__admin/events?since=0"))
        {
            Assert.Equal("1 2 3", $"{(await all.Next()).Id} {(await all.Next()).Id} {(await all.Next()).Id}");
        }

        await using (var after = await Stream.Open(emulator, "/__admin/events", lastEventId: "2"))
        {
            Assert.Equal("3", (await after.Next()).Id);
            (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
            Assert.Equal("4", (await after.Next()).Id);
        }

        // A number that was never given is of an emulator that was started again since.
        await using var elsewhere = await Stream.Open(emulator, "/__admin/events", lastEventId: "77");
        Assert.Equal(["overrun", "message"], [(await elsewhere.Next()).Kind, (await elsewhere.Next()).Kind]);
        for (var i = 0; i < 600; i++)
        {
            (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        }

        await using var tooLate = await Stream.Open(emulator, "/__admin/events?since=1");
        Assert.Equal("overrun", (await tooLate.Next()).Kind);
        Assert.Equal("105", (await tooLate.Next()).Id);
    }

    [Fact]
    public async Task One_that_does_not_read_holds_nobody_up_and_is_told_what_it_missed()
    {
        await using var emulator = new EmulatorUnderTest();
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Default;
        using var sleeper = sandbox.Events.Listen(new HashSet<string> { "reset" }, since: null);
        for (var i = 0; i < 1001; i++)
        {
            sandbox.Events.WasReset();
        }

        Assert.True(sleeper.Overran);
        var read = 0;
        await foreach (var _ in sleeper.News.ReadAllAsync())
        {
            read++;
        }

        Assert.Equal(1000, read);
        using var awake = sandbox.Events.Listen(new HashSet<string> { "reset" }, since: 1000);
        Assert.Equal(1001, (await awake.News.ReadAsync()).Id);
    }

    [Fact]
    public async Task Two_sandboxes_tell_their_own_and_a_deleted_one_ends()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        await using var here = await Stream.Open(emulator, "/__admin/events");
        await using var there = await Stream.Open(emulator, "/sandbox/mine/__admin/events");
        (await emulator.Nobody().Put("/sandbox/mine/api/auth/password/forgot/user@example.com")).MustBeOk();
        Assert.Equal("message", (await there.Next()).Kind);
        (await emulator.Nobody().Delete("/__admin/sandboxes/mine")).MustBeOk();
        Assert.True(await there.IsOver());
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal("reset", (await here.Next()).Kind);
    }

    private static string? Text(Told told, string name) => told.Data[name]?.GetValue<string>();

    /// <summary>One event.</summary>
    private sealed record Told(string Kind, string? Id, JsonNode Data);

    /// <summary>A stream of events, as a client reads it.</summary>
    private sealed class Stream(HttpClient http, HttpResponseMessage response, StreamReader lines) : IAsyncDisposable
    {
        public static async Task<Stream> Open(EmulatorUnderTest emulator, string path, string? lastEventId = null)
        {
            var http = emulator.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (lastEventId is not null)
            {
                request.Headers.Add("Last-Event-ID", lastEventId);
            }

            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
            var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
            Assert.Equal(": listening", await lines.ReadLineAsync());
            return new Stream(http, response, lines);
        }

        public async Task<Told> Next()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var fields = new Dictionary<string, string>();
            while (await lines.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Length > 0 && line.Split(": ", 2) is [{ Length: > 0 } name, var value])
                {
                    fields[name] = value;
                }
                else if (line.Length == 0 && fields.Count > 0)
                {
                    return new Told(fields["event"], fields.GetValueOrDefault("id"), JsonNode.Parse(fields["data"])!);
                }
            }

            throw new EndOfStreamException();
        }

        public async Task<bool> IsOver()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            string? line;
            while ((line = await lines.ReadLineAsync(patience.Token)) is "")
            {
            }

            return line is null;
        }

        public ValueTask DisposeAsync()
        {
            lines.Dispose();
            response.Dispose();
            http.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
