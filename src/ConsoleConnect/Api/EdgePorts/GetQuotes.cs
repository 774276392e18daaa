using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.EdgePorts;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgePorts;

/// <summary>Reads what a search for prices has found (OpenAPI 1.59.2).</summary>
internal static class GetQuotes
{
    private static readonly ParameterExample Search = new(
        "responseId", EdgePortsChapter.Search, "The search's id: what beginning it answers.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/edgeports/quotes/search/{responseId}", Handle)
        .Published("154", "Read the prices of an edge port")
        .Tells("Shows a search: status alone while it is PROCESSING, its prices once it is READY. A quoteKey is what "
            + "the port is ordered by.")
        .ItselfNeeds(NetworkAction.CreateEdgePortQuote)
        .With(Search)
        .Answers<QuotesShape>(200)
        .Answers(ServiceErrors.AccessDenied, ServiceErrors.EdgeQuoteNotFound)
        .Assumes("The words of the refusal; another company's search isn't found. trc is mrc by the months, tcv that "
            + "and nrc. A search can be read for ever, and ordered by for 30 or 60 days.");

    private static async Task<Answer<QuotesShape>> Handle(string responseId, Turn turn, CancellationToken ct)
    {
        var companies = turn.EdgeCompanies(NetworkAction.CreateEdgePortQuote);
        var quote = await turn.Db.EdgeQuotes.AsNoTracking().FirstOrDefaultAsync(found => found.Id == responseId, ct);
        return quote is not null && companies.Any(company => company.Id == quote.CompanyId)
            ? new QuotesShape(quote, turn.Reference)
            : throw ServiceErrors.EdgeQuoteNotFound.Because("The caller's companies have begun no such search: POST "
                + "/v2/edgeports/quotes/search answers its responseId.");
    }

    /// <summary>A search, with what it has found once it is READY.</summary>
    internal sealed class QuotesShape(EdgeQuote quote, ReferenceData reference)
    {
        private readonly bool ready = quote.Status == EdgeQuoteStatus.Ready;

        [JsonPropertyName("formatted-address")]
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Address => ready ? quote.Place.FormattedAddress : null;

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public EdgeAddressShape? AddressResult => ready ? new(quote.Place) : null;

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<EdgeSolutionShape>? Data => ready
            ?
            [
                .. quote.Solutions.Select(solution => new EdgeSolutionShape(
                    solution,
                    quote.WithMetro && reference.Facility(solution.FacilityId) is { } facility
                        ? reference.Metro(facility.MetroId)
                        : null)),
            ]
            : null;
        public string ResponseId => quote.Id;
        public string Status => Spelling.Of(quote.Status);
    }
}
