using System.Text.Json.Serialization;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgePorts;

/// <summary>Lists the countries of edge ports (OpenAPI 1.59.2).</summary>
internal static class ListEdgeCountries
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/edgeports/quotes/countries", Handle)
        .Published("151", "List the countries of edge ports")
        .Tells("Lists the countries that a search for prices can ask for; provider is there where a vendor is, so that "
            + "a search finds something.")
        .ItselfNeeds(NetworkAction.CreateEdgePortQuote)
        .Answers<CountryList>(200)
        .Answers(ServiceErrors.AccessDenied)
        .Assumes("The countries, their order, and that all of them are one page.");

    private static async Task<Answer<CountryList>> Handle(Turn turn, CancellationToken ct)
    {
        turn.EdgeCompanies(NetworkAction.CreateEdgePortQuote);
        var offers = await turn.Db.EdgeOffers.AsNoTracking().OrderBy(offer => offer.Country).ToListAsync(ct);
        return new CountryList([.. offers.Select(offer => new CountryShape(offer))]);
    }

    /// <summary>All countries: a list that could have pages, and has one.</summary>
    internal sealed class CountryList(IReadOnlyList<CountryShape> data)
    {
        public IReadOnlyList<CountryShape> Data => data;
        public EmptyShape Links => EmptyShape.Instance;
        public int Page => 1;
        public int Size => data.Count;
        public int Total => data.Count;
    }

    /// <summary>A country.</summary>
    internal sealed class CountryShape(EdgeOffer offer)
    {
        public string Country => offer.Country;
        public string CountryIso => offer.Iso.ToLowerInvariant();

        /// <summary>Only where there is one.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Provider => offer.Vendors.Count > 0 ? offer.Vendors[0] : null;
        public string PhonePrefix => offer.PhonePrefix;
    }
}
