using System.Diagnostics;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>The e-mails that the service would have sent.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task Letters_are_searched_by_recipient_kind_since_and_after()
    {
        await using var emulator = new EmulatorUnderTest();
        await Forgotten(emulator, "user@example.com");
        await emulator.Pass(60);
        await Forgotten(emulator, "meg@example.com");
        (await (await emulator.Stan()).Put("/api/invite/user", """[{"email":"meg@example.com"}]""")).MustBeOk();
        Assert.Equal("1 2 3", await Found(emulator, ""));
        Assert.Equal("2 3", await Found(emulator, "?to=MEG@example.com"));
        Assert.Equal("2", await Found(emulator, "?to=meg@example.com&kind=passwordreset"));
        Assert.Equal("2 3", await Found(emulator, "?since=2026-03-01T12:01:00Z"));
        Assert.Equal("3", await Found(emulator, "?after=2"));
        Assert.Equal("", await Found(emulator, "?since=2026-03-01T12:01:00.001Z"));
        (await emulator.Nobody().Get("/__admin/outbox?kind=Poem")).MustRefuse(400);
        (await emulator.Nobody().Get("/__admin/outbox?kind=1")).MustRefuse(400);
        (await emulator.Nobody().Get("/__admin/outbox?since=yesterday")).MustRefuse(400);
        (await emulator.Nobody().Get("/__admin/outbox?after=x")).MustRefuse(400);
    }

    [Fact]
    public async Task One_letter_is_read_and_thrown_away_and_so_are_all()
    {
        await using var emulator = new EmulatorUnderTest();
        await Forgotten(emulator, "user@example.com");
        await Forgotten(emulator, "meg@example.com");
        Assert.Equal(
            "user@example.com",
            (await emulator.Nobody().Get("/__admin/outbox/1")).MustBeOk()["to"]![0]!.GetValue<string>());
        Assert.Equal(1, (await emulator.Nobody().Delete("/__admin/outbox/1")).MustBeOk()["deleted"]!.GetValue<int>());
        (await emulator.Nobody().Get("/__admin/outbox/1")).MustRefuse(404, "There is no message with the id 1 in the "
            + "outbox");
        (await emulator.Nobody().Get("/__admin/outbox/x")).MustRefuse(404);
        await Forgotten(emulator, "stan@example.com");
        Assert.Equal("2 3", await Found(emulator, ""));
        Assert.Equal(2, (await emulator.Nobody().Delete("/__admin/outbox")).MustBeOk()["deleted"]!.GetValue<int>());
        Assert.Equal(0, await emulator.Count());
        await Forgotten(emulator, "stan@example.com");
        Assert.Equal("4", await Found(emulator, ""));
    }

    [Fact]
    public async Task Waiting_answers_at_once_with_the_newest_that_is_there()
    {
        await using var emulator = new EmulatorUnderTest();
        await Forgotten(emulator, "user@example.com");
        await Forgotten(emulator, "user@example.com");
        var letter = (
            await emulator.Nobody().Post("/__admin/outbox/wait", """{"to":"user@example.com","kind":"PasswordReset"}""")
        ).MustBeOk();
        Assert.Equal(2, letter["id"]!.GetValue<int>());
    }

    [Fact]
    public async Task Waiting_keeps_nobody_from_working_and_answers_when_the_letter_comes()
    {
        await using var emulator = new EmulatorUnderTest();
        await Forgotten(emulator, "user@example.com");
        var waiters = Enumerable
            .Range(0, 8)
            .Select(_ =>
                emulator
                    .Nobody()
                    .Post("/__admin/outbox/wait", """{"to":"meg@example.com","after":1,"timeoutSeconds":60}"""))
            .ToList();
        await Forgotten(emulator, "user@example.com");
        await Task.Delay(100);
        Assert.DoesNotContain(waiters, waiter => waiter.IsCompleted);
        await Forgotten(emulator, "meg@example.com");
        Assert.All(await Task.WhenAll(waiters).WaitAsync(TimeSpan.FromSeconds(20)), letter =>
            Assert.Equal(3, letter.MustBeOk()["id"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Waiting_in_vain_ends_after_the_time_out()
    {
        await using var emulator = new EmulatorUnderTest();
        var watch = Stopwatch.StartNew();
        (
            await emulator.Nobody().Post("/__admin/outbox/wait", """{"to":"meg@example.com","timeoutSeconds":1}""")
        ).MustRefuse(408, "No matching message was sent within 1 seconds");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 20);
        (await emulator.Nobody().Post("/__admin/outbox/wait", """{"timeoutSeconds":0}""")).MustRefuse(408);
        (await emulator.Nobody().Post("/__admin/outbox/wait", """{"timeoutSeconds":-1}""")).MustRefuse(400);
        (await emulator.Nobody().Post("/__admin/outbox/wait", """{"timeoutSeconds":121}""")).MustRefuse(400);
        (await emulator.Nobody().Post("/__admin/outbox/wait", """{"kind":"Poem"}""")).MustRefuse(400);
        var old = (await emulator.Nobody().Post("/__admin/outbox/wait", """{"seconds":1}""")).MustRefuse(400);
        Assert.StartsWith("The nearest name is \"timeoutSeconds\".", old.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_sees_what_the_service_sends_of_its_own_accord_when_it_falls_due()
    {
        await using var emulator = new EmulatorUnderTest("clock-frozen=false", "step=0.2");
        var order = (
            await (await emulator.Stan()).Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Mailed","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        var letter = (
            await emulator.Nobody().Post("/__admin/outbox/wait", """{"kind":"Loa","timeoutSeconds":20}""")
        ).MustBeOk();
        Assert.Equal(order.TextOf("id"), letter.TextOf("aboutId"));
        Assert.Null(letter["causedBy"]);
        Assert.Null(letter["link"]);
    }

    [Fact]
    public async Task A_letter_stays_with_who_it_went_to_whatever_becomes_of_their_roles()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await (await emulator.LoggedIn("rosa@example.com")).Put("/api/membership-requests/Acme")).MustBeOk();
        (await stan.Put("/company/Acme/memberships/vera/roles/ADMIN")).MustBeOk();
        var letter = Assert.Single((await emulator.Nobody().Get("/__admin/outbox")).MustBeOk()["letters"]!.AsArray())!;
        Assert.Equal("[\"stan@example.com\"]", letter["to"]!.ToJsonString());
    }

    private static async Task Forgotten(EmulatorUnderTest emulator, string email) =>
        (await emulator.Nobody().Put($"/api/auth/password/forgot/{email}")).MustBeOk();

    private static async Task<string> Found(EmulatorUnderTest emulator, string query) =>
        string.Join(
            ' ',
            (await emulator.Nobody().Get("/__admin/outbox" + query)).MustBeOk()["letters"]!
                .AsArray()
                .Select(letter => letter!["id"]!.GetValue<int>()));
}
