using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// What the emulator lets pass, reads otherwise than it was sent or chooses for a client, it notes in a header; the
/// body stays the service's.
/// </summary>
public sealed class NotesTests
{
    private const string Header = "X-Emulator-Note";
    private const string Create = "/api/v2/company/Acme/connections/layer2";

    [Theory]
    [InlineData("/api/company/Acme/connections?status=BOGUS", "there is no status \"BOGUS\"")]
    [InlineData("/api/company/Acme/connections?status=PENDING%20ACCEPTANCE", "read with an underscore")]
    [InlineData("/api/company/Acme/connections?stauts=ACTIVE", "\"stauts\" is no parameter here and was overlooked: "
        + "there are page, count, status")]
    [InlineData("/api/company/Acme/ports/orders?status=finished", "there is no status \"finished\"")]
    [InlineData("/api/company/Acme/ports/orders?status=undefined", "status was sent as undefined and read as not sent")]
    [InlineData("/api/company/Acme/ports/orders?locationId=nowhere", "no facility has the locationId \"nowhere\"")]
    [InlineData("/api/company/Acme/ports/orders?speedId=fast", "no speed has the speedId \"fast\"")]
    [InlineData("/api/company/Acme/ports?deleted=perhaps", "deleted is true or false: \"perhaps\" was overlooked")]
    [InlineData("/api/company/Acme/ports?deleted=true%60", "the backtick behind deleted was cut off")]
    [InlineData("/v2/data-center-facility?filter={\"where\":{\"nope\":1}}", "nothing here has the property \"nope\"")]
    [InlineData("/v2/data-center-facility?filter={\"order\":\"nope DESC\"}", "nothing here has the property \"nope\"")]
    [InlineData(
        "/v2/data-center-facility?filter={\"wher\":{\"id\":1}}",
        "\"wher\" is no part of a filter and was " + "overlooked"
    )]
    [InlineData(
        "/api/company/Acme/ports/55767b5652a693344a015744/utilization?start=1700000000.5&end=1700000060",
        "the fraction of start was cut off"
    )]
    public async Task What_a_query_asks_in_vain_is_noted_however_often_it_is_asked(string path, string note)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Contains(note, (await stan.Get(path)).MustBeOk().Headers[Header], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_number_sent_as_text_and_a_member_nobody_knows_are_noted_together()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answer = (
            await stan.Put(
                "/api/company/Acme/ports/orders",
                """
                {"dataCenterFacility":"supernetpa4","speed":"1000","portName":"P","paymentType":"invoice",
                "portname":"Q","color":"red"}
                """
            )
        ).MustBeOk();
        Assert.Equal(
            "speed was sent as text and read as the number 1000; \"portname\" is no member of the request and was "
            + "overlooked: perhaps portName was meant; "
            + "\"color\" is no member of the request and was overlooked",
            answer.Headers[Header]);
    }

    [Fact]
    public async Task A_refusal_keeps_its_notes_which_may_say_why()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (
            await (await emulator.Stan()).Put(
                Create,
                """{"type":"LAYER2","name":"N","portID":"576247795c9de0b91e8b8576"}"""
            )
        ).MustRefuse(400, "The request must have required property 'portId'");
        Assert.Contains("perhaps portId was meant", refused.Headers[Header], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_that_names_no_port_is_told_which_was_chosen()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        var created = (await stan.Put(Create, Body("1232413986c08c061dd8c45f"))).MustBeOk();
        Assert.False(created.Headers.ContainsKey(Header));
        var approved = (
            await meg.Put($"/api/v2/company/company2/connections/{created.TextOf("id")}/approve")
        ).MustBeOk();
        Assert.Contains(
            $"{approved.TextOf("destPortId")}, the destination's oldest ACTIVE port",
            approved.Headers[Header],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_to_where_the_other_company_has_no_port_is_noted()
    {
        await using var emulator = new EmulatorUnderTest();
        var created = (await (await emulator.Stan()).Put(Create, Body("5a370fb8c2e6a1b4d749fba4"))).MustBeOk();
        Assert.Contains("company2 has no ACTIVE port in ", created.Headers[Header], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "/api/company/Acme/ports/576247795c9de0b91e8b8576/:disable",
        "",
        "the colon before \"disable\" was " + "overlooked"
    )]
    [InlineData(
        "/api/user/stan",
        """{"optIntoMarketingEmail":"true"}""",
        "optIntoMarketingEmail was sent as text and read as true"
    )]
    [InlineData(
        "/api/user/stan",
        """{"headline":"A","headline":"B"}""",
        "\"headline\" was sent twice: the last counts"
    )]
    public async Task What_a_client_writes_in_its_own_way_is_noted(string path, string body, string note)
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Contains(
            note,
            (await (await emulator.Stan()).Post(path, body)).MustBeOk().Headers[Header],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_and_what_is_no_JSON_are_noted()
    {
        await using var emulator = new EmulatorUnderTest();
        var form = (
            await emulator.Nobody().Put("/api/auth/token", "email=stan%40example.com&password=Password1")
        ).MustBeOk();
        Assert.Contains("read as a form", form.Headers[Header], StringComparison.Ordinal);
        var bare = await (await emulator.Stan()).Put("/api/company/Acme/ports/orders", """
            {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"plan",
            "billingId":576247795c9de0b91e8b8576}
            """);
        Assert.Contains("an id without quotes was read as text", bare.Headers[Header], StringComparison.Ordinal);
    }

    /// <summary>
    /// Names are the client's: whatever they hold, the header stays one line of printable ASCII, and of bounded length.
    /// </summary>
    [Fact]
    public async Task A_note_is_one_short_line_of_ASCII_whatever_the_client_has_sent()
    {
        await using var emulator = new EmulatorUnderTest();
        var body = new JsonObject { ["headline"] = "x", ["é\r\nX-Evil: 1"] = 1, [new string('a', 5000)] = 2 };
        for (var index = 0; index < 500; index++)
        {
            body[$"member{index}"] = index;
        }

        var note = (await (await emulator.Stan()).Post("/api/user/stan", body.ToJsonString())).MustBeOk().Headers[
            Header
        ];
        Assert.All(note, letter => Assert.InRange(letter, ' ', '~'));
        Assert.InRange(note.Length, 1, 2000);
        Assert.EndsWith("; and more", note, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('a', 60), note, StringComparison.Ordinal);
    }

    /// <summary>Nothing is noted of what the documents print.</summary>
    [Fact]
    public async Task The_documents_own_examples_are_answered_without_a_word()
    {
        await using var emulator = new EmulatorUnderTest();
        var listing = await OpenApiListing.OfThisBuild("/openapi.json");
        var stan = emulator.With("key-stan");
        foreach (
            var operation in listing.Operations.Where(operation =>
                operation.Method == "GET" && operation.Id != "WatchPresence"))
        {
            var path = operation.Path;
            foreach (var (_, name, example) in operation.Parameters.Where(parameter => parameter.In == "path"))
            {
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(example!), StringComparison.Ordinal);
            }

            var query = operation.Parameters.Where(parameter => parameter is { In: "query", Example: not null });
            var answer = await stan.Get(
                $"{path}?"
                + string.Join(
                    '&',
                    query.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Example!)}"))
            );
            Assert.False(
                answer.Headers.ContainsKey(Header),
                $"{operation}: {answer.Headers.GetValueOrDefault(Header)}");
        }
    }

    [Fact]
    public async Task The_contract_declares_the_header_and_the_journal_keeps_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var contract = (await emulator.Nobody().Get("/openapi.json")).MustBeOk();
        Assert.NotNull(contract["components"]!["headers"]![Header]);
        var listed = contract["paths"]!["/api/v2/company/{companyName}/connections"]!["get"]!["responses"]!["200"]![
            "headers"
        ]!;
        Assert.NotNull(listed[Header]);
        (await (await emulator.Stan()).Get("/api/company/Acme/connections?status=BOGUS")).MustBeOk();
        Assert.Contains(
            "there is no status",
            (await emulator.Nobody().Get("/__admin/journal/2")).MustBeOk().Text,
            StringComparison.Ordinal);
    }

    private static string Body(string metro) =>
        $$"""
            {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,"destMetroId":"{{metro}}",
            "destCompany":"company2"}
            """;
}
