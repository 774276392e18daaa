using System.Globalization;
using ConsoleConnect.Emulator.Admin;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// The journal: what clients asked, and what they were answered. Looking at it takes no turn, so it neither waits for
/// the sandbox nor makes anything happen in it.
/// </summary>
internal static class JournalRoutes
{
    public const string Group = "Journal";

    /// <summary>How many exchanges a list has unless it is said otherwise.</summary>
    private const int UsualLimit = 100;

    private static readonly QueryParameter<int?> Offset = Query.WholeNumber(
        "offset",
        "",
        "How many are skipped before the first that is listed. With a fixed before, it finds any part of a long list "
            + "while new exchanges arrive.",
        minimum: 0);

    private static readonly ParameterExample Number = new("sequence", "1", "The exchange's number, as the list shows "
        + "it; the first after a reset is 1.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/__admin/journal", List)
            .OfTheEmulator(Group, "The last exchanges, newest first")
            .Tells(
                "Filters by operation, path, status, user and more, and pages. Secrets are redacted; calls to /__admin "
                    + "aren't recorded.")
            .With(
                ExchangeSearch.Parameters(
                    Query.WholeNumber("limit", "", $"The most that are listed; {UsualLimit} by default.", minimum: 0),
                    Query.WholeNumber(
                        "before",
                        "",
                        "Only those with a smaller number: the next page of a list with the newest first.",
                        minimum: 0),
                    Offset,
                    Query.Choice("order", "", "Which come first.", "newest", "oldest")))
            .Produces<ExchangeList>()
            .Answers(ServiceErrors.BadQuery, ServiceErrors.JournalOff);
        routes
            .MapGet("/__admin/journal/unmatched", Unmatched)
            .OfTheEmulator(
                Group,
                "The exchanges that matched no " + "documented operation, newest first, each with the nearest ones")
            .Tells("Shows what a client calls that the service doesn't have: a misspelled path, another method.")
            .With(
                Query.WholeNumber("limit", "", $"The most that are listed; {UsualLimit} by default.", minimum: 0)
            )
            .Produces<UnmatchedShown>()
            .Answers(ServiceErrors.BadQuery, ServiceErrors.JournalOff);
        routes
            .MapGet("/__admin/journal/{sequence}", Show)
            .OfTheEmulator(Group, "One exchange, with headers, bodies and what it changed")
            .Tells(
                "Long bodies are cut off, and passwords, tokens and keys are redacted. What it changed is shown row by "
                    + "row, each member as it was before and after.")
            .With(Number).Produces<JournalExchange>().Answers(ServiceErrors.ExchangeNotFound, ServiceErrors.JournalOff);
        routes.MapDelete("/__admin/journal", Clear).OfTheEmulator(Group, "Delete all exchanges; numbers go on counting")
            .Tells("Use it before the part of a test that matters. The answer counts them.")
            .Produces<ExchangesDeleted>().Answers(ServiceErrors.JournalOff);
    }

    /// <summary>The chosen sandbox's journal.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.JournalOff"/>.</exception>
    public static async Task<Journal> Of(HttpContext context, CancellationToken ct) =>
        (await ChosenSandbox.Of(context).Opened(ct)).Journal is { IsOn: true } journal
            ? journal
            : throw ServiceErrors.JournalOff.Because("The emulator was started with --journal=0 (EMULATOR_JOURNAL).");

    private static async Task<Answer<ExchangeList>> List(HttpContext context, Service service, CancellationToken ct)
    {
        var search = ExchangeSearch.Of(context.Request, service);
        var newestFirst = context.Request.Query["order"] switch
        {
            [] or ["" or "newest"] => true,
            ["oldest"] => false,
            _ => throw ServiceErrors.BadQuery.Because(
                "order is newest or oldest.",
                "order",
                "equal to one of the allowed values"),
        };
        var limit = Limit(context.Request);
        var offset = Offset.Of(context.Request) ?? 0;
        var before = context.Request.Query["before"] is not [{ Length: > 0 } text, ..] ? long.MaxValue
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw ServiceErrors.BadQuery.Because("before is the number of an exchange.", "before", "integer");
        var seen = (await Of(context, ct)).Look();
        var found = seen.Exchanges.Where(search.Fits).ToList();
        var page = found.Where(exchange => exchange.Sequence < before);
        return new ExchangeList(
            found.Count,
            seen.Exchanges.Count,
            seen.Forgotten,
            seen.Last,
            [.. (newestFirst ? page.Reverse() : page).Skip(offset).Take(limit).Select(ExchangeShown.Short)]);
    }

    private static async Task<Answer<UnmatchedShown>> Unmatched(
        HttpContext context,
        NearestOperations nearest,
        CancellationToken ct)
    {
        var limit = Limit(context.Request);
        var unmatched = (await Of(context, ct))
            .Look()
            .Exchanges.Where(exchange => exchange.Operation is null && !nearest.Has(exchange))
            .Reverse();
        return new UnmatchedShown([
            .. unmatched
                .Take(limit)
                .Select(exchange => new UnmatchedExchange(ExchangeShown.Short(exchange), nearest.To(exchange))),
        ]);
    }

    private static async Task<Answer<JournalExchange>> Show(
        string sequence,
        HttpContext context,
        Service service,
        CancellationToken ct)
    {
        var exchanges = (await Of(context, ct)).Look().Exchanges;
        var found = long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? exchanges.FirstOrDefault(exchange => exchange.Sequence == number)
            : null;
        return ExchangeShown.Whole(
            found
                ?? throw ServiceErrors.ExchangeNotFound.Because(
                    "GET /__admin/journal lists " + "those there are; the oldest make room for new ones.",
                    sequence),
            service);
    }

    private static async Task<Answer<ExchangesDeleted>> Clear(HttpContext context, CancellationToken ct) =>
        new ExchangesDeleted((await Of(context, ct)).Clear());

    private static int Limit(HttpRequest request) =>
        request.Query["limit"] is not [{ Length: > 0 } text, ..] ? UsualLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit
        : throw ServiceErrors.BadQuery.Because("limit is how many exchanges are listed at most.", "limit", "integer");

    /// <summary>What matched no operation.</summary>
    internal sealed record UnmatchedShown(IReadOnlyList<UnmatchedExchange> Exchanges);

    /// <summary>An exchange that matched none.</summary>
    /// <param name="Exchange">The exchange.</param>
    /// <param name="Nearest">The operations that come nearest to it.</param>
    internal sealed record UnmatchedExchange(JournalExchange Exchange, IReadOnlyList<NearOperation> Nearest);

    /// <summary>How many were deleted.</summary>
    internal sealed record ExchangesDeleted(
        [property: System.Text.Json.Serialization.JsonPropertyName("deleted")] int Count);
}
