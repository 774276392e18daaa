using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// The clock: set, advanced to what happens next or until something is as wanted; each answer tells what has moved.
/// </summary>
public sealed class ClockTests
{
    [Fact]
    public async Task Advancing_tells_what_has_moved_and_when()
    {
        await using var emulator = new EmulatorUnderTest();
        var (order, port) = await Order(emulator);
        var moved = (await emulator.Nobody().Post("/__admin/clock/advance", """{"seconds":3}""")).MustBeOk();
        Assert.Equal(
            ["created→pending 12:00:01", "pending→allocated 12:00:02", "allocated→loa_sent 12:00:03"],
            Moves(moved, order));
        Assert.Equal("2026-03-01T12:00:04.000Z", moved.TextOf("nextDue"));
        moved = (await emulator.Nobody().Post("/__admin/clock/advance", """{"seconds":3600}""")).MustBeOk();
        Assert.Equal(["loa_sent→done 12:00:04"], Moves(moved, order));
        Assert.Equal(
            "ACTIVE",
            moved["moved"]!.AsArray().Last(move => move!["id"]!.GetValue<string>() == port)!["to"]!.GetValue<string>());
        Assert.Equal(moved["moved"]!.AsArray().Count, moved["movedCount"]!.GetValue<int>());
        Assert.Null(moved["nextDue"]);
    }

    [Fact]
    public async Task It_goes_to_what_happens_next_and_says_when_nothing_will()
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        (await admin.Post("/__admin/clock/advance-to-next")).MustRefuse(409, "Nothing is due: the service moves "
            + "nothing on by itself");
        var (order, _) = await Order(emulator);
        var next = (await admin.Post("/__admin/clock/advance-to-next")).MustBeOk();
        Assert.Equal("2026-03-01T12:00:01.000Z", next.TextOf("now"));
        Assert.Equal(["created→pending 12:00:01"], Moves(next, order));
        (await admin.Put("/__admin/progression", """{"progression":"manual"}""")).MustBeOk();
        var never = (await admin.Post("/__admin/clock/advance-to-next")).MustRefuse(409);
        Assert.Contains(
            "1 are kept from going on by their pace",
            never.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_on_until_a_resource_is_as_wanted()
    {
        await using var emulator = new EmulatorUnderTest();
        var (order, port) = await Order(emulator);
        var reached = (await Until(emulator, "ports", port, "active")).MustBeOk();
        Assert.Equal(
            ("ACTIVE", "2026-03-01T12:00:05.000Z", "ACTIVE"),
            (reached.TextOf("state"), reached.TextOf("reachedAt"), reached.TextOf("stateNow")));
        Assert.Equal("2026-03-01T12:00:05.000Z", reached["clock"]!["now"]!.GetValue<string>());
        Assert.Equal(
            "done",
            (await emulator.With("key-stan").Get($"/api/company/Acme/ports/orders/{order}")).TextOf("status"));

        // What is so already needs no time.
        Assert.Equal(
            "2026-03-01T12:00:05.000Z",
            (await Until(emulator, "ports", port, "ACTIVE")).MustBeOk()["clock"]!["now"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stage_that_lasts_no_time_is_got_to_and_left()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        (await emulator.Nobody().Put("/__admin/progression", """{"progression":"time"}""")).MustBeOk();
        var (order, _) = await Order(emulator);
        (
            await emulator
                .Nobody()
                .Put(
                    $"/__admin/progression/port-orders",
                    """{"progression":"time","stages":{"pending":0,"allocated":0,"loa_sent":0}}"""
                )
        ).MustBeOk();
        var reached = (await Until(emulator, "port-orders", order, "allocated")).MustBeOk();
        Assert.Equal(("2026-03-01T12:00:01.000Z", "done"), (reached.TextOf("reachedAt"), reached.TextOf("stateNow")));
    }

    [Fact]
    public async Task Where_it_never_will_be_nothing_is_changed()
    {
        await using var emulator = new EmulatorUnderTest();
        var (order, _) = await Order(emulator);
        const string Pending = "67569860c2e6a1b4d7775129";
        var never = (await Until(emulator, "connections", Pending, "ACTIVE")).MustRefuse(
            409,
            $"connections {Pending} will not get to ACTIVE by itself");
        Assert.Contains(
            "It would stay PENDING: nothing more is due. Nothing was changed.",
            never.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
        Assert.Contains("Deny", never["error"]!["legal"]!.AsArray().Select(legal => legal!.GetValue<string>()));

        // The order would have been done on the way.
        Assert.Equal("2026-03-01T12:00:00.000Z", (await emulator.Nobody().Get("/__admin/clock")).TextOf("now"));
        Assert.Equal(
            "created",
            (await emulator.With("key-stan").Get($"/api/company/Acme/ports/orders/{order}")).TextOf("status"));
        Assert.Equal("pending", (await Until(emulator, "port-orders", order, "pending")).MustBeOk().TextOf("stateNow"));

        var late = (
            await emulator
                .Nobody()
                .Post(
                    "/__admin/clock/advance-until",
                    $$"""{"machine":"port-orders","id":"{{order}}","state":"done","timeoutSeconds":2}""")
        ).MustRefuse(409);
        Assert.Contains(
            "after 2026-03-01T12:00:03.000Z (timeoutSeconds)",
            late.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
        (
            await emulator
                .Nobody()
                .Put($"/__admin/progression/port-orders/{order}", """{"progression":"polls","polls":3}""")
        ).MustBeOk();
        var polled = (await Until(emulator, "port-orders", order, "done")).MustRefuse(409);
        Assert.Contains("it waits for 3 more reads", polled.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_task_is_something_that_happens_next()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        var connection = (
            await emulator
                .With("key-stan")
                .Put(
                    "/api/v2/company/Acme/connections/layer2",
                    """
                    {"type":"LAYER2","name":"Later","portId":"569fbfdec2e6a1b4d74c2c70","speed":10,
                    "destPortId":"5aaaac3bc2e6a1b4d7cc4c6d","destCompany":"Acme",
                    "scheduledTaskList":[{"scheduledAt":"2026-04-01T13:00:00Z","action":"disable"}]}
                    """
                ))
            .MustBeOk()
            .TextOf("id");
        Assert.Equal(
            "2026-04-01T13:00:00.000Z",
            (await Until(emulator, "connections", connection, "DISABLED")).MustBeOk().TextOf("reachedAt"));
    }

    [Fact]
    public async Task It_is_set_ahead_and_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var (order, _) = await Order(emulator);
        var set = (await emulator.Nobody().Put("/__admin/clock", """{"at":"2027-01-01T00:00:00Z"}""")).MustBeOk();
        Assert.Equal("2027-01-01T00:00:00.000Z", set.TextOf("now"));
        Assert.Equal(4, Moves(set, order).Length);
        Assert.Equal(
            "1999-12-31T23:59:59.000Z",
            (await emulator.Nobody().Put("/__admin/clock", """{"at":"1999-12-31T23:59:59Z"}"""))
                .MustBeOk()
                .TextOf("now"));
    }

    [Theory]
    [InlineData("PUT", "/__admin/clock", "{}", "The request must have required property 'at'")]
    [InlineData("PUT", "/__admin/clock", """{"at":"tomorrow"}""", "The request/at must match format \"date-time\"")]
    [InlineData(
        "PUT",
        "/__admin/clock",
        """{"at":"0001-01-01T00:00:00Z"}""",
        "The request/at must be >= 1970-01-01T00:00:00Z"
    )]
    [InlineData(
        "PUT",
        "/__admin/clock",
        """{"at":"9999-12-31T23:59:59Z"}""",
        "The request/at must be <= 9000-01-01T00:00:00Z"
    )]
    [InlineData(
        "POST",
        "/__admin/clock/freeze",
        """{"at":"9999-12-31T23:59:59Z"}""",
        "The request/at must be <= 9000-01-01T00:00:00Z"
    )]
    [InlineData("POST", "/__admin/clock/advance", "{}", "The request must have required property 'seconds'")]
    [InlineData("POST", "/__admin/clock/advance", """{"seconds":-1}""", "The request/seconds must be >= 0")]
    [InlineData(
        "POST",
        "/__admin/clock/advance-until",
        """{"machine":"ports","id":"1","state":"GONE"}""",
        "The request/state must be equal to one of the allowed values"
    )]
    public async Task What_can_not_be_is_refused(string method, string path, string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Send(new HttpMethod(method), path, body)).MustRefuse(400, message);
        Assert.Equal("2026-03-01T12:00:00.000Z", (await emulator.Nobody().Get("/__admin/clock")).TextOf("now"));
    }

    [Fact]
    public async Task It_ends_before_dates_do()
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        (await admin.Put("/__admin/clock", """{"at":"8999-12-31T23:59:00Z"}""")).MustBeOk();
        (await admin.Post("/__admin/clock/advance", """{"seconds":61}""")).MustRefuse(
            400,
            "The request/seconds must be <= 60");
        (await admin.Post("/__admin/clock/advance", """{"seconds":60}""")).MustBeOk();
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
    }

    private static Task<Answer> Until(EmulatorUnderTest emulator, string machine, string id, string state) =>
        emulator
            .Nobody()
            .Post("/__admin/clock/advance-until", $$"""{"machine":"{{machine}}","id":"{{id}}","state":"{{state}}"}""");

    private static string[] Moves(Answer answer, string id) =>
        [
            .. answer["moved"]!
                .AsArray()
                .Where(move =>
                    move!["id"]!.GetValue<string>() == id && move["machine"]!.GetValue<string>() == "port-orders")
                .Select(move => $"{move!["from"]}→{move["to"]} {move["at"]!.GetValue<string>()[11..19]}"),
        ];

    private static async Task<(string Order, string Port)> Order(EmulatorUnderTest emulator)
    {
        var order = (
            await emulator
                .With("key-stan")
                .Put(
                    "/api/company/Acme/ports/orders",
                    """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
                )
        ).MustBeOk();
        return (order.TextOf("id"), order["port"]!["id"]!.GetValue<string>());
    }
}
