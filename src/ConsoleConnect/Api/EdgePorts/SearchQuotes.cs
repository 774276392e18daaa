using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.EdgePorts;

/// <summary>Begins a search for prices (OpenAPI 1.59.2).</summary>
internal static class SearchQuotes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/edgeports/quotes/search", Handle)
        .Published("153", "Search for prices of an edge port")
        .Tells("Begins a search for prices. It is PROCESSING while the vendors are asked: GET "
            + "/v2/edgeports/quotes/search/{responseId} is polled until it is READY.")
        .ItselfNeeds(NetworkAction.CreateEdgePortQuote)
        .Takes(EdgeSearchBody.Schema, EdgeSearchBody.Example)
        .Answers<SearchShape>(200)
        .Answers(ServiceErrors.AccessDenied, ServiceErrors.WrongType)
        .Assumes(EdgePortsChapter.Companies + "Where nobody sells, or not the bandwidth or term, the search is READY "
            + "and has found nothing. Which countries, prices and how long it takes are the emulator's.");

    private static async Task<Answer<SearchShape>> Handle(RequestBody body, Turn turn, CancellationToken ct)
    {
        var company = turn.EdgeCompanies(NetworkAction.CreateEdgePortQuote)[0];
        var asked = body.Checked(EdgeSearchBody.Schema);
        var (mbps, months) = EdgeSearchBody.Read(asked);
        var iso = asked.Of(EdgeSearchBody.Country).Of(EdgeSearchBody.CountryIso).ToUpperInvariant();
        var offer = await turn.Db.EdgeOffers.FindAsync([iso], ct);
        var id = turn.Ids.NextUuid();
        var quote = new EdgeQuote
        {
            Id = id,
            CompanyId = company.Id,
            Place = EdgeSearchBody.PlaceOf(asked, offer),
            WithMetro = asked.Of(EdgeSearchBody.WithMetro) ?? true,
            Solutions = offer?.Solutions(id, mbps, months) ?? [],
            CreatedAt = turn.Now.At,
            ExpiresAt = turn.Now.At.AddDays(offer?.ValidDays ?? 30),
        };
        EdgeQuoteStateMachine.Table.Begin(quote, EdgeQuoteStatus.Processing, turn.Now);
        turn.Db.Add(quote);
        return new SearchShape(quote.Id, Spelling.Of(quote.Status));
    }

    /// <summary>A search that has begun.</summary>
    /// <param name="ResponseId">What it is polled by.</param>
    /// <param name="Status">PROCESSING.</param>
    internal sealed record SearchShape(string ResponseId, string Status);
}
