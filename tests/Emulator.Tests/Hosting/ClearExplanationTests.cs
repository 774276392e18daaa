using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Errors;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// An explanation says what to do next to somebody who has the vendor's documents and nothing of ours.
/// </summary>
public sealed partial class ClearExplanationTests
{
    private const string Shortest = "The shortest body that is taken: ";

    [Theory]
    [InlineData("GET", "/api/company/Acme/prots", "The nearest: GET /api/company/{companyName}/ports (List ports);")]
    [InlineData("GET", "/company/Acme/prots", "The nearest: GET /api/company/{companyName}/ports (List ports);")]
    [InlineData("PATCH", "/api/company/Acme/ports", "It takes GET (List ports).")]
    [InlineData(
        "PATCH",
        "/api/company/Acme/ports/55767b5652a693344a015744",
        "It takes GET (Read port details), POST ("
    )]
    [InlineData("POST", "/api/company", "It takes PUT (Create a company). To create, use PUT.")]
    [InlineData("GET", "/nowhere", "No operation has this path: /openapi.json lists every operation.")]
    [InlineData("GET", "/__admin/sandboxs", "The nearest: GET /__admin/sandboxes (")]
    [InlineData("GET", "/__admin/reset", "It takes POST (")]
    public async Task What_is_no_operation_is_told_the_nearest_or_the_methods(string method, string path, string words)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.With("key-stan").Send(new HttpMethod(method), path))
            .MustRefuse(404, $"There is no method to handle {method} {path}");
        Assert.Contains(words, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
    }

    /// <summary>
    /// POST ports/orders is the update of a port called orders; what was meant stands in the documents under another
    /// method.
    /// </summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"New"}""")]
    [InlineData("""{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""")]
    public async Task A_path_that_is_another_operations_word_for_word_names_that(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        var explanation = (await emulator.With("key-stan").Post("/api/company/Acme/ports/orders", body))
            .MustRefuse(404)
            .Headers["X-Emulator-Explain"];
        Assert.Contains(
            "PUT /api/company/{companyName}/ports/orders (Order a port)",
            explanation,
            StringComparison.Ordinal);
        Assert.EndsWith("To create, use PUT.", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_of_any_length_is_refused_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Get("/" + new string('a', 30_000))).MustRefuse(404);
        (await emulator.Nobody().Get(string.Concat(Enumerable.Repeat("/a", 15_000)))).MustRefuse(404);
    }

    [Theory]
    [InlineData("/openapi.json", 15)]
    [InlineData("/openapi/admin.json", 5)]
    public async Task A_missing_member_shows_the_shortest_body_and_that_is_taken(string document, int atLeast)
    {
        await using var emulator = new EmulatorUnderTest();
        var shown = 0;
        var listing = await OpenApiListing.OfThisBuild(document);

        // A call that waits needs no member: it would wait its ten seconds.
        foreach (var operation in listing.Operations
            .Where(operation => operation.Body is not null)
            .Where(operation => !operation.Path.EndsWith("/wait", StringComparison.Ordinal)))
        {
            var stan = emulator.With("key-stan");
            var nothing = operation.Body!.StartsWith('[') ? "[{}]" : "{}";
            var empty = await stan.Send(new HttpMethod(operation.Method), operation.Address(), nothing);
            if (
                (int)empty.Status is not (400 or 422)
                || !empty.Message.Contains("must have required property", StringComparison.Ordinal))
            {
                continue;
            }

            var explanation = empty.Headers["X-Emulator-Explain"];
            Assert.True(explanation.Contains(Shortest, StringComparison.Ordinal), $"{operation}: {explanation}");
            var body = explanation[(explanation.IndexOf(Shortest, StringComparison.Ordinal) + Shortest.Length)..];
            Assert.True(JsonNode.Parse(body)!.ToJsonString().Length <= operation.Body!.Length, $"{operation}: {body}");
            if (operation.Address() == "/__admin/faults/busy")
            {
                (await stan.Post("/__admin/faults", """{"id":"busy","then":{"answer":{"status":503}}}""")).MustBeOk();
            }

            var taken = await stan.Send(new HttpMethod(operation.Method), operation.Address(), body);
            var why = taken.Headers.GetValueOrDefault("X-Emulator-Explain");
            Assert.True((int)taken.Status is 200 or 201 or 204, $"{operation} refuses {body}: {taken.Text} {why}");
            (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
            shown++;
        }

        Assert.True(shown >= atLeast, $"{shown}");
    }

    [Theory]
    [InlineData(
        """{"email":"a@example.com","password":"x",}""",
        40,
        "from line 1, column 41 on: a comma stands before }, and nothing follows it."
    )]
    [InlineData(
        "{\n  \"email\": 'a@example.com'}",
        13,
        "from line 2, column 12 on: names and texts stand in double " + "quotes"
    )]
    [InlineData("""{"email":"a" "password":"x"}""", 13, "a comma is missing before this text")]
    [InlineData("""{"email":}""", 9, "a value is expected, and } is found")]
    [InlineData("""{email:1}""", 1, "the name of a member is expected, in double quotes, and e is found")]
    [InlineData("""{"email":hello}""", 9, "h begins no value")]
    [InlineData("""{"email":"a" """, 13, "it ends before it is complete")]
    [InlineData("""{"email":1} // no""", 12, "JSON has no comments")]
    [InlineData("{\"é\":\"é\",}", 11, "from line 1, column 10 on: a comma stands before }")]
    [InlineData("{\"email\":\"a\nb\"}", 11, "U+000A isn't expected here")]
    public async Task Broken_JSON_is_told_in_plain_words_with_its_place(string body, int position, string words)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.Nobody().Put("/api/auth/token", body)).MustRefuse(
            400,
            $"Unexpected token in JSON at position {position}");
        Assert.Contains(words, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
    }

    /// <summary>
    /// What a state forbids is told in what a client may ask; what only a test can make happen is no advice to one.
    /// </summary>
    [Fact]
    public async Task A_wrong_state_tells_what_can_be_asked_and_what_the_service_does_next()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        const string Free = "/api/company/Acme/ports/55767b5652a693344a015744";
        var active = (await stan.Delete(Free)).MustRefuse(409).Headers["X-Emulator-Explain"];
        Assert.Equal("The port is ACTIVE: it can be disabled.", active);
        (await stan.Post(Free + "/disable")).MustBeOk();
        var disabling = (await stan.Post(Free + "/active")).MustRefuse(409).Headers["X-Emulator-Explain"];
        Assert.Equal("The port is DISABLING: it can be deleted. The service takes it on to DISABLED: read it until "
            + "it is.", disabling);
        (await stan.Delete(Free)).MustBeOk();
        var deleting = (await stan.Post(Free + "/active")).MustRefuse(409).Headers["X-Emulator-Explain"];
        Assert.Equal(
            "The port is DELETING, and nothing can be asked of it. The service takes it on to DELETED: read it until "
            + "it is.", deleting);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("“quoted” – it’s…", "\"quoted\" - it's...")]
    [InlineData("Müller 🙂 a\r\nb", "M\\u00FCller \\uD83D\\uDE42 a\\u000D\\u000Ab")]
    public void A_header_carries_all_of_a_text(string text, string header) => Assert.Equal(header, HeaderText.Of(text));

    [Fact]
    public void A_text_of_any_length_fits_a_header() =>
        Assert.InRange(HeaderText.Of(new string('é', 100_000)).Length, 3000, 4000);

    [Theory]
    [InlineData("only less is possible (000:6187).", "only less is possible (API reference, line 6187).")]
    [InlineData("(001:459)", "(layer 2 guide, line 459)")]
    [InlineData("(002:489-495): in the body", "(Internet On-Demand, lines 489-495): in the body")]
    [InlineData("See 000:2813 and 000:6513", "See API reference, lines 2813 and 6513")]
    [InlineData("(000:1, 000:2, 001:3)", "(API reference, lines 1 and 2, layer 2 guide, line 3)")]
    [InlineData("2026-03-01T00:00:00Z and 1000:20", "2026-03-01T00:00:00Z and 1000:20")]
    public void A_citation_is_readable(string ours, string readable) =>
        Assert.Equal(readable, Citations.Readable(ours));

    /// <summary>Each product refuses a company that isn't verified in its own words; the way on is the same.</summary>
    [Theory]
    [InlineData(
        "PUT",
        "/api/company/pebblepine/ports/orders",
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
    )]
    [InlineData(
        "POST",
        "/app-user/pebblepine/l3vpns",
        """{"name":"Core","paymentMethod":"invoice","bandwidth":"500MB","duration":{"quantity":1,"unit":"m"}}"""
    )]
    [InlineData(
        "POST",
        "/app-user/pebblepine/iot-order",
        """
        {"name":"Vans","orderType":"PAYG","companyId":"6703c662c2e6a1b4d787a1c7","connectivityType":"PRIVATE",
         "simQuantity":3,"paymentType":"INVOICE"}
        """
    )]
    [InlineData(
        "POST",
        "/app-user/pebblepine/gia-service",
        """
        {"accessPortId":"60059799c2e6a1b4d737f5aa","name":"Internet","type":"STATIC","rateLimit":100,"ipblock":29,
         "duration":{"quantity":1,"unit":"d"},"billingtype":"payg","paymentType":"invoice","enableIpv6":false,
         "defaultOriginate":true,"privateAsn":false}
        """
    )]
    public async Task A_company_that_is_not_verified_is_told_how_it_can_be(string method, string path, string body)
    {
        await using var emulator = new EmulatorUnderTest();
        var chloe = emulator.With("key-chloe");
        var refused = await chloe.Send(new HttpMethod(method), path, body);
        Assert.Equal(
            "pebblepine isn't verified yet: Console Connect's team does that (API reference, line 66). The emulator's "
                + "own POST /__admin/companies/pebblepine/verify plays the team.",
            refused.Headers["X-Emulator-Explain"]);
        (await emulator.Nobody().Post("/__admin/companies/pebblepine/verify")).MustBeOk();
        var verified = await chloe.Send(new HttpMethod(method), path, body);
        Assert.DoesNotContain(
            "isn't verified", verified.Headers.GetValueOrDefault("X-Emulator-Explain", ""), StringComparison.Ordinal);
    }

    /// <summary>
    /// The words of every refusal in the code, and of the catalogue: none has a character that a header can't carry as
    /// it is.
    /// </summary>
    [Fact]
    public void No_explanation_needs_another_alphabet()
    {
        var explanations = Sources.Texts()
            .SelectMany(text => Explained().Matches(text).Select(match => match.Value)).ToList();
        Assert.True(explanations.Count > 200, $"{explanations.Count}");
        Assert.DoesNotContain(explanations, explanation => explanation.Any(character => character > '~'));
        Assert.DoesNotContain(explanations, explanation => Regex.IsMatch(explanation, "FACTS|BEHAVIOUR"));
        var messages = typeof(ServiceErrors)
            .GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Select(field => ((ServiceError)field.GetValue(null)!).Message)
            .ToList();
        Assert.True(messages.Count > 100, $"{messages.Count}");
        Assert.DoesNotContain(messages, message => message.Any(character => character > '~'));
    }

    /// <summary>The check of every explanation that a test meets finds what it is for.</summary>
    [Theory]
    [InlineData("For more, PUT  /change (API reference, line 6187).", "a gap")]
    [InlineData("For more, PUT ... /change.", "a gap")]
    [InlineData("See (000:6187).", "what only we know (000:6187)")]
    [InlineData("See seed-data/access.", "what only we know (seed-data)")]
    [InlineData("The JSON object contains a trailing comma. LineNumber: 0", "words of .NET's (LineNumber)")]
    [InlineData("POST /__admin/clock/advance gets there.", "a route of ours, to a client of the service")]
    [InlineData("é", "a character that a header can't carry")]
    [InlineData("The port is ACTIVE: it can be disabled.", null)]
    [InlineData("The emulator's own GET /__admin/faults lists them.", null)]
    public void What_is_wrong_with_an_explanation_is_seen(string explanation, string? flaw) =>
        Assert.Equal(flaw, Explanations.Flaw(explanation, "/api/company/Acme/ports"));

    [GeneratedRegex(@"\.Because\((?:[^;]|;(?!\r?\n))*;\r?\n")]
    private static partial Regex Explained();
}
