using ConsoleConnect.Emulator.Admin;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// The journal as a file for other tools, oldest first: HAR for browsers and proxies, .http for editors, curl for
/// shells.
/// </summary>
internal static class JournalExport
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/journal/export", Handle).OfTheEmulator(JournalRoutes.Group, "Exchanges as a file: HAR 1.2, "
            + "an .http file, or curl lines")
        .Tells("For browsers' developer tools (HAR), to be sent again from an editor (.http), or to be pasted into a "
            + "shell (curl). It takes the list's filters; secrets are redacted.")
        .With(ExchangeSearch.Parameters(Query.Choice("format", "har", "The form of the file.", "har", "http", "curl")))
        .Produces<HarFile>().Answers(ServiceErrors.BadQuery, ServiceErrors.JournalOff);

    private static async Task Handle(HttpContext context, Service service, CancellationToken ct)
    {
        var search = ExchangeSearch.Of(context.Request, service);
        var format = context.Request.Query["format"] is [{ Length: > 0 } asked, ..] ? asked : "har";
        if (format is not ("har" or "http" or "curl"))
        {
            throw ServiceErrors.BadQuery.Because(
                "format is har, http or curl.",
                "format",
                "equal to one of the allowed values");
        }

        var exchanges = (await JournalRoutes.Of(context, ct))
            .Look()
            .Exchanges.Where(search.Fits)
            .Select(exchange => (Kept: exchange, Shown: ExchangeShown.Whole(exchange, service: null)));
        if (format == "har")
        {
            await new Answer<HarFile>(HarFile.Of(exchanges)).ExecuteAsync(context);
            return;
        }

        var text = format == "http" ? RequestsAsText.Http(exchanges) : RequestsAsText.Curl(exchanges);
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(text, ct);
    }

    /// <summary>The address that was asked, as far as the request's headers say.</summary>
    public static string Address(Exchange kept, JournalExchange shown) =>
        $"{kept.Scheme}://{HeaderOf(shown, "Host") ?? "localhost"}{kept.Prefix}{shown.SandboxPath}"
        + $"{(shown.Path == "*" ? "" : shown.Path)}{shown.Query}";

    /// <summary>A header of the request; null where it had none.</summary>
    public static string? HeaderOf(JournalExchange shown, string name) =>
        shown
            .RequestHeaders!.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?.Value;
}
