using Emulator.Wire;

namespace Emulator.Control.Comparing;

/// <summary>The emulator held against a recording of the service: a user's own traffic as the exam.</summary>
internal static class CompareRoutes
{
    private const string Group = "Compare";

    /// <summary>What HAR files are called by those who serve them; whatever is sent is read as one.</summary>
    private const string ContentType = "application/har+json";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/__admin/compare", Handle)
        .OfTheEmulator(Group, "Compare the emulator with a recording of the service: a HAR file")
        .Tells("Makes a recording's requests again, in a temporary sandbox, and says for each operation where the "
            + "emulator's answers differ: status, members, kinds of values, states. With mode read, the recorded "
            + "answers are only compared with /openapi.json. No connection is opened, and no value of the recording is "
            + "in the report.")
        .With(
            Query.Choice("mode", "replay", "replay, or read.", "replay", "read"),
            Query.Choice("format", "json", "The form of the report.", "json", "text", "junit"))
        .TakesFile(ContentType)
        .Produces<ComparisonShown>()
        .Answers(
            ServiceErrors.RecordingUnreadable,
            ServiceErrors.BodyTooLarge,
            ServiceErrors.BadQuery,
            ServiceErrors.TooManySandboxes,
            ServiceErrors.UnsupportedEncoding,
            ServiceErrors.BrokenEncoding);

    private static async Task Handle(HttpContext context, CancellationToken ct)
    {
        var mode = Of(context.Request, "mode", "replay", "read");
        var format = Of(context.Request, "format", "json", "text", "junit");
        var body = await BufferedBody.ReadFile(
            context.Request,
            HarRecording.MostBytes,
            $"Recordings of up to {HarRecording.MostBytes} bytes are taken: export only the service's requests.",
            ct);
        var shown = await Comparison.Compare(body.Bytes, mode == "replay", context.RequestServices, ct);
        if (format == "json")
        {
            await new Answer<ComparisonShown>(shown).ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = format == "junit" ? "application/xml" : "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            format == "junit" ? ComparisonText.JUnit(shown) : ComparisonText.Plain(shown), ct);
    }

    private static string Of(HttpRequest request, string name, params string[] allowed)
    {
        var asked = request.Query[name] is [{ Length: > 0 } sent, ..] ? sent : allowed[0];
        return allowed.Contains(asked) ? asked : throw ServiceErrors.BadQuery.Because(
            $"{name} is {string.Join(" or ", allowed)}.", name, "equal to one of the allowed values");
    }
}
