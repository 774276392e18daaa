using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.EdgePorts;

namespace Emulator.Api.EdgePorts;

/// <summary>Says what a price would be with a discount (OpenAPI 1.59.2).</summary>
internal static class DiscountQuote
{
    private static readonly QueryParameter<string?> QuoteKey = Query.Text(
        "quoteKey", EdgePortsChapter.QuoteKey, "The price's key, of a search that is READY.");

    private static readonly QueryParameter<string?> DiscountCode = Query.Text(
        "discountCode", "TESTING", "The discount's code.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/edgeports/quotes/discount", Handle)
        .Published("152", "Read a price of an edge port with a discount")
        .Tells("Says what a price would be with a discount code: mrc and trc fall, nrc stays. Nothing is kept; the "
            + "order sends the code again.")
        .ItselfNeeds(NetworkAction.CreateEdgePortQuote)
        .With(QuoteKey, DiscountCode)
        .Answers<DiscountedShape>(200)
        .Answers(
            ServiceErrors.AccessDenied, ServiceErrors.EdgeQuoteNotFound, ServiceErrors.EdgeDiscountInvalid)
        .TellsOfTime()
        .Assumes("The words for a price that isn't there, is another company's or no longer good; it is looked at "
            + "before the code. Amounts are rounded down to the cent.");

    private static async Task<Answer<DiscountedShape>> Handle(
        HttpRequest request, Turn turn, CancellationToken ct)
    {
        var companies = turn.EdgeCompanies(NetworkAction.CreateEdgePortQuote);
        var (quote, solution) =
            await turn.Db.EdgeSolutionWith(QuoteKey.Of(request) ?? "", companies, turn.Now.At, ct)
            ?? throw ServiceErrors.EdgeQuoteNotFound.Because("quoteKey is one of those that GET "
                + "/v2/edgeports/quotes/search/{responseId} shows, while they are good.");
        return EdgeRules.PercentOff(turn.Reference.Prices.DiscountOf(DiscountCode.Of(request))) is { } percent
            ? new DiscountedShape(quote, solution.Discounted(percent), percent)
            : throw ServiceErrors.EdgeDiscountInvalid.Because("discountCode is that of a discount for edge ports.");
    }

    /// <summary>A price with a discount.</summary>
    internal sealed class DiscountedShape(EdgeQuote quote, EdgeSolution solution, int percent)
    {
        [JsonPropertyName("formatted-address")]
        public string Address => quote.Place.FormattedAddress;
        public EdgeAddressShape AddressResult => new(quote.Place);
        public IReadOnlyList<PriceShape> Data => [new(solution, percent)];
    }

    /// <summary>What it is then.</summary>
    internal sealed class PriceShape(EdgeSolution solution, int percent)
    {
        public string QuoteKey => solution.QuoteKey;
        public string Mrc => EdgeSolution.Written(solution.MonthlyCents);
        public string MrcCurrency => "USD";
        public string Trc => EdgeSolution.Written(solution.RecurringCents);
        public string DiscountValue => string.Create(CultureInfo.InvariantCulture, $"{percent}%");
    }
}
