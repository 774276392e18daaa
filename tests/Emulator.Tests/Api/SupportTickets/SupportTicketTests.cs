using System.Net;
using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.SupportTickets;

/// <summary>Tickets with Console Connect's support (published editions, 139 to 143).</summary>
public sealed class SupportTicketTests
{
    private const string Tickets = "/api/v2/support-tickets";
    private const string SanJose = "576247795c9de0b91e8b8576";

    /// <summary>Acme's, Acknowledged.</summary>
    private const string Acmes = "INC000000031207";

    /// <summary>Harbourlight's.</summary>
    private const string Harbourlights = "INC000000031079";

    private const string NotVisible =
        "Support Ticket: ticketId does not exist or Company: companyId does not have permission to view it.";

    private const string NoteInvalid = "Support Ticket Note is invalid: Ensure body includes a { noteText: 'text' } "
        + "with a text size of >=1 characters and <= 4000 characters.";

    [Fact]
    public async Task A_ticket_is_Acknowledged_with_what_is_wrong_its_first_note_and_whom_to_turn_to()
    {
        await using var emulator = new EmulatorUnderTest();
        var ticket = (await Open(emulator.With("key-stan"))).MustBeOk();
        Assert.Matches("^INC[0-9]{12}$", ticket.TextOf("id"));
        Assert.Equal("Acknowledged", ticket.TextOf("status"));
        Assert.Equal("2026-03-01T12:00:00.000+0000", ticket.TextOf("creationDate"));
        Assert.Equal("""["High"]""", ticket["priority"]!.ToJsonString());
        Assert.Equal(
            [
                ("category", "Console Connect", "faultsymptom"),
                ("item", "Packet Loss/Drops", "faultsymptom"),
                ("type", "Port", "faultsymptom"),
                ("Email-Open Ticket", "Losses", "worklog"),
            ],
            Notes(ticket.Json));
        Assert.Matches("^WLG[0-9]{12}$", ticket["notes"]![3]!["worklogId"]!.GetValue<string>());
        Assert.Equal(
            """[{"name":"Ann","phone":"123","email":"ann@example.net"}]""",
            ticket["relatedParty"]!.ToJsonString());
        Assert.Equal("557679e2c2e6a1b4d7756472", ticket["relatedEntity"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(
            ticket.Json.ToJsonString(),
            (await emulator.With("key-stan").Get($"{Tickets}/{ticket.TextOf("id")}")).MustBeOk().Json.ToJsonString());
    }

    [Fact]
    public async Task Support_takes_it_on_and_closes_it_and_it_moves_to_the_closed_ones()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await Open(stan)).MustBeOk().TextOf("id");
        await emulator.Pass(2);
        Assert.Equal("In Progress", await StatusOf(stan, id));
        Assert.Contains(id, await Listed(stan, "open"));
        await emulator.Pass(5);
        Assert.Equal("Resolved", await StatusOf(stan, id));
        Assert.DoesNotContain(id, await Listed(stan, "open"));
        Assert.Contains(id, await Listed(stan, "closed"));
        await emulator.Pass(5);
        Assert.Equal("Closed", await StatusOf(stan, id));
    }

    [Fact]
    public async Task Support_is_played_by_admin_which_can_reopen_what_is_closed()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = emulator.With("key-stan");
        var shown = (await emulator.Nobody().Get($"/__admin/workflows/support-tickets/{Acmes}")).MustBeOk();
        Assert.Equal("Acknowledged", shown.TextOf("state"));
        Assert.Equal(
            ["Start", "Resolve", "Close"],
            shown["mayFire"]!.AsArray().Select(move => move!["trigger"]!.GetValue<string>()));
        foreach (var (trigger, status) in new[]
        {
            ("Start", "In Progress"), ("Resolve", "Resolved"), ("Reopen", "In Progress"), ("Close", "Closed"),
            ("Reopen", "In Progress"),
        })
        {
            (await emulator.Fire("support-tickets", Acmes, trigger)).MustBeOk();
            Assert.Equal(status, await StatusOf(stan, Acmes));
        }

        (await emulator.Fire("support-tickets", Acmes, "Start")).MustRefuse(409);
    }

    [Fact]
    public async Task Every_ticket_and_note_is_in_the_outbox_to_support_or_from_it()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = emulator.With("key-stan");
        var id = (await Open(stan)).MustBeOk().TextOf("id");
        var opened = Assert.Single(await emulator.Letters("SupportTicket", "support@consoleconnect.com"))!;
        Assert.Equal($"[{id}] Trouble", opened["subject"]!.GetValue<string>());
        Assert.Contains(SanJose, opened["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(id, opened["aboutId"]!.GetValue<string>());
        (await Note(stan, id, "Still there")).MustBeOk();
        var noted = Assert.Single(await emulator.Letters("SupportNote", "support@consoleconnect.com"))!;
        Assert.Equal("Still there", noted["text"]!.GetValue<string>());
        var admin = (await emulator.Nobody().Post(
            $"/__admin/support-tickets/{id}/notes", """{"noteText":"On our way"}""")).MustBeOk();
        Assert.Equal((id, "Acknowledged"), (admin.TextOf("ticket"), admin.TextOf("status")));
        var answered = Assert.Single(await emulator.Letters("SupportNote", "ann@example.net"))!;
        Assert.Equal("On our way", answered["text"]!.GetValue<string>());
        var notes = Notes((await stan.Get($"{Tickets}/{id}")).MustBeOk().Json).Skip(3);
        Assert.Equal(
            [
                ("Email-Open Ticket", "Losses", "worklog"),
                ("Email-Customer Note", "Still there", "worklog"),
                ("Email-Support Note", "On our way", "worklog"),
            ],
            notes);
        (await emulator.Nobody().Post("/__admin/support-tickets/INC1/notes", """{"noteText":"x"}"""))
            .MustRefuse(404);
        (await emulator.Nobody().Post($"/__admin/support-tickets/{id}/notes", """{"noteText":""}""")).MustRefuse(400);
    }

    [Fact]
    public async Task Both_spellings_of_the_path_are_one()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var ticket = (await stan.Post("/v2/support-tickets", Body().ToJsonString())).MustBeOk().TextOf("id");
        (await stan.Get($"/v2/support-tickets/{ticket}")).MustBeOk();
        (await stan.Post($"/v2/support-tickets/{ticket}/addNote", """{"noteText":"Hello"}""")).MustBeOk();
        Assert.Equal(
            (await stan.Get($"{Tickets}?status=open")).MustBeOk().Text,
            (await stan.Get("/v2/support-tickets?status=open")).MustBeOk().Text);
        Assert.Equal(
            (await stan.Get($"{Tickets}/services")).MustBeOk().Text,
            (await stan.Get("/v2/support-tickets/services")).MustBeOk().Text);
        foreach (var path in new[] { "/v2", "/api/v2" })
        {
            var refused = (await stan.Get($"{path}/support-tickets/INC000000000001"))
                .MustRefuse(404, "Support Ticket: ticketId does not exist.");
            Assert.Equal(
                """{"error":{"statusCode":404,"name":"Error","message":"Support Ticket: ticketId does not exist."}}""",
                refused.Json.ToJsonString());
        }
    }

    [Theory]
    [InlineData("INC1", 400, "Support Ticket: ticketId is not valid.")]
    [InlineData("INC00000003120x", 400, "Support Ticket: ticketId is not valid.")]
    [InlineData("inc000000031207", 400, "Support Ticket: ticketId is not valid.")]
    [InlineData("INC0000000031207", 400, "Support Ticket: ticketId is not valid.")]
    [InlineData("INC999999999999", 404, "Support Ticket: ticketId does not exist.")]
    [InlineData(Harbourlights, 401, NotVisible)]
    public async Task A_ticket_that_is_none_or_anothers_is_not_shown_and_takes_no_note(
        string id, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Get($"{Tickets}/{id}")).MustRefuse(status, message);
        (await Note(stan, id, "Hello")).MustRefuse(status, message);
    }

    [Fact]
    public async Task Tickets_of_others_are_in_no_list_and_pages_follow_each_other_newest_first()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var olivia = emulator.With("key-olivia");
        Assert.Equal([Harbourlights], await Listed(olivia, "open"));
        Assert.Empty(await Listed(olivia, "closed"));
        var ids = new List<string> { Harbourlights };
        for (var time = 0; time < 4; time++)
        {
            await emulator.Pass(1);
            ids.Insert(0, (await Open(olivia, Other())).MustBeOk().TextOf("id"));
        }

        Assert.Equal(ids, await Listed(olivia, "open"));
        Assert.Equal(ids.Take(2), await Listed(olivia, "open&page=1&pageSize=2"));
        Assert.Equal(ids.Skip(4), await Listed(olivia, "open&page=3&pageSize=2"));
        Assert.Empty(await Listed(olivia, "open&page=2147483647&pageSize=2147483647"));
        Assert.Equal(ids, Ids((await olivia.Get(Tickets)).MustBeOk()));
        foreach (var wrong in new[]
        {
            "status=all", "status=open&page=0", "status=open&page=-1", "status=open&pageSize=0",
            "status=open&pageSize=x",
        })
        {
            (await olivia.Get($"{Tickets}?{wrong}")).MustRefuse(400);
        }
    }

    [Fact]
    public async Task What_a_ticket_can_be_about_is_what_the_company_has()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var services = (await stan.Get($"{Tickets}/services")).MustBeOk().Json.AsArray();
        Assert.Equal(
            ["Port", "Connection (L2)", "Internet on Demand", "CloudRouter"],
            services.Select(service => service!["type"]!.GetValue<string>()).Distinct());
        Assert.Contains(services, service => service!["value"]!.GetValue<string>() == SanJose);
        var olivia = emulator.With("key-olivia");
        var theirs = (await olivia.Get($"{Tickets}/services")).MustBeOk().Json.AsArray();
        Assert.NotEmpty(theirs);
        foreach (var service in theirs)
        {
            var order = Body(service!["type"]!.GetValue<string>(), service["value"]!.GetValue<string>());
            (await Open(olivia, order)).MustBeOk();
        }

        Assert.DoesNotContain(theirs, service => service!["value"]!.GetValue<string>() == SanJose);
    }

    [Theory]
    [InlineData("Port", "5ca476a3c2e6a1b4d75b06f2")]
    [InlineData("Port", "55783e39519d254d36f6126e")]
    [InlineData("Connection (L2)", SanJose)]
    [InlineData("CloudRouter", "none")]
    [InlineData("Internet on Demand", "")]
    [InlineData("Port", null)]
    public async Task A_service_that_the_company_does_not_have_is_refused(string type, string? id)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var before = await Listed(stan, "open");
        (await Open(stan, Body(type, id))).MustRefuse(400, "Support Ticket: service is not valid.");
        Assert.Equal(before, await Listed(stan, "open"));
    }

    [Fact]
    public async Task The_company_is_the_one_that_has_the_service_and_the_contact_the_caller_unless_said()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var bare = Other();
        bare.Remove("customerContact");
        bare.Remove("issueType");
        var ticket = (await Open(stan, bare)).MustBeOk();
        Assert.Equal("stan@example.com", ticket["relatedParty"]![0]!["email"]!.GetValue<string>());
        Assert.Equal("557679e2c2e6a1b4d7756472", ticket["relatedEntity"]![0]!["name"]!.GetValue<string>());
        var service = (await Open(stan, Body("Internet on Demand", "06327dfa-4e86-438b-af4c-3086be0a2467"))).MustBeOk();
        Assert.Equal("5e4cb418ab1dbe8c8476163b", service["relatedEntity"]![0]!["name"]!.GetValue<string>());
        (await emulator.With("key-joe").Get($"{Tickets}/{service.TextOf("id")}")).MustBeOk();
        (await emulator.With("key-joe").Get($"{Tickets}/{ticket.TextOf("id")}")).MustRefuse(401, NotVisible);
    }

    [Theory]
    [InlineData("name", null, "The request must have required property 'name'")]
    [InlineData("name", "\"\"", "The request/name must NOT have fewer than 1 characters")]
    [InlineData("name", "7", "The request/name must be string")]
    [InlineData("description", null, "The request must have required property 'description'")]
    [InlineData("description", "[]", "The request/description must be string")]
    [InlineData("issueType", "\"Fire\"", "The request/issueType must be equal to one of the allowed values")]
    [InlineData("service", null, "The request must have required property 'service'")]
    [InlineData("service", "\"x\"", "The request/service must be object")]
    [InlineData("service", "{}", "The request/service must have required property 'type'")]
    [InlineData("service", """{"type":"Router"}""",
        "The request/service/type must be equal to one of the allowed values")]
    [InlineData("customerContact", """{"email":"nobody"}""",
        "The request/customerContact/email must match format \"email\"")]
    [InlineData("customerContact", "1", "The request/customerContact must be object")]
    public async Task What_is_no_ticket_is_refused(string member, string? json, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await Open(stan, Body().Changed(member, json))).MustRefuse(400, message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"noteText":""}""")]
    [InlineData("""{"noteText":null}""")]
    [InlineData("""{"noteText":1}""")]
    [InlineData("""{"text":"Hello"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_note_without_text_is_refused_in_the_printed_words(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Post($"{Tickets}/{Acmes}/addNote", body)).MustRefuse(400, NoteInvalid);
    }

    [Fact]
    public async Task A_note_has_4000_characters_at_most_and_closed_tickets_take_one()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = emulator.With("key-stan");
        (await Note(stan, Acmes, new string('x', 4000))).MustBeOk();
        (await Note(stan, Acmes, new string('x', 4001))).MustRefuse(400, NoteInvalid);
        (await stan.Post($"{Tickets}/{Acmes}/addNote", "{")).MustRefuse(400);
        (await emulator.Fire("support-tickets", Acmes, "Close")).MustBeOk();
        Assert.Equal("Closed", (await Note(stan, Acmes, "One more thing")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task Of_notes_that_are_added_at_once_none_is_lost_and_each_has_an_id_of_its_own()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var clients = new[] { emulator.With("key-stan"), emulator.With("key-user") };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async time =>
            (await Note(clients[time % 2], Acmes, $"Note {time}")).MustBeOk()));
        var notes = (await clients[0].Get($"{Tickets}/{Acmes}")).MustBeOk()["notes"]!.AsArray().Skip(4).ToList();
        Assert.Equal(20, notes.Select(note => note!["text"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(20, notes.Select(note => note!["worklogId"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Viewers_read_and_those_without_a_network_role_are_refused_in_the_printed_words()
    {
        await using var emulator = new EmulatorUnderTest();
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.Get($"{Tickets}/{Acmes}")).MustBeOk();
        (await vera.Get($"{Tickets}/services")).MustBeOk();
        Assert.Contains(Acmes, await Listed(vera, "open"));
        (await Open(vera)).MustRefuse(401, NotVisible);
        (await Note(vera, Acmes, "Hello")).MustRefuse(401, NotVisible);
        var ruben = await emulator.LoggedIn("ruben@meridian.example");
        foreach (var path in new[] { $"{Tickets}?status=open", $"{Tickets}/{Acmes}", $"{Tickets}/services" })
        {
            (await ruben.Get(path)).MustRefuse(401, NotVisible);
        }

        (await emulator.Nobody().Get(Tickets)).MustRefuse(401, "The user is not logged in");
    }

    [Fact]
    public async Task Where_roles_are_not_enforced_everybody_in_a_company_may_and_a_header_says_so()
    {
        await using var emulator = new EmulatorUnderTest("access=report");
        var ruben = await emulator.LoggedIn("ruben@meridian.example");
        var listed = (await ruben.Get(Tickets)).MustBeOk();
        Assert.True(listed.Headers.ContainsKey("X-Emulator-Access"));
        Assert.Equal(HttpStatusCode.OK, (await Open(ruben, Other())).Status);
        (await ruben.Get($"{Tickets}/{Acmes}")).MustRefuse(401, NotVisible);
    }

    private static Task<Answer> Open(Client client, JsonObject? body = null) =>
        client.Post(Tickets, (body ?? Body()).ToJsonString());

    private static Task<Answer> Note(Client client, string id, string text) =>
        client.Post($"{Tickets}/{id}/addNote", new JsonObject { ["noteText"] = text }.ToJsonString());

    private static JsonObject Other() => Body("Non-Console Service", "SR-7");

    private static JsonObject Body(string type = "Port", string? id = SanJose) => new()
    {
        ["name"] = "Trouble",
        ["description"] = "Losses",
        ["issueType"] = "Packet Loss/Drops",
        ["service"] = id is null
            ? new JsonObject { ["type"] = type }
            : new JsonObject { ["id"] = id, ["type"] = type },
        ["customerContact"] = new JsonObject
        {
            ["name"] = "Ann",
            ["phone"] = "123",
            ["email"] = "ann@example.net",
        },
    };

    private static async Task<string> StatusOf(Client client, string id) =>
        (await client.Get($"{Tickets}/{id}")).MustBeOk().TextOf("status");

    private static async Task<List<string>> Listed(Client client, string query) =>
        Ids((await client.Get($"{Tickets}?status={query}")).MustBeOk());

    private static List<string> Ids(Answer listed) =>
        [.. listed.Json.AsArray().Select(ticket => ticket!["id"]!.GetValue<string>())];

    private static IEnumerable<(string Id, string Text, string Type)> Notes(JsonNode ticket) =>
        ticket["notes"]!.AsArray().Select(note => (
            note!["id"]!.GetValue<string>(), note["text"]!.GetValue<string>(), note["@type"]!.GetValue<string>()));
}
