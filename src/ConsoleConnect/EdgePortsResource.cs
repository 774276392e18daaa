using Emulator.Api.EdgePorts;
using Emulator.Control;
using Emulator.Domain.EdgePorts;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>Edge ports: what is offered and the searches for prices. Their orders are port orders.</summary>
internal static class EdgePortsResource
{
    public static readonly Resource Resource = Resource.Named("edge-ports")
        .Stays(
            "EdgeOffers",
            "\"ShieldPortId\" IS NULL OR \"ShieldPortId\" IN (SELECT \"Id\" FROM \"Ports\" WHERE \"CompanyId\" IN "
                + $"({CompaniesResource.Staying}))")
        .Stored(EdgeTables.Configure)
        .Called("EdgeOffers", "\"Country\"")
        .Called("EdgeQuotes", RowName.None)
        .Owned("EdgeQuotes", "\"CompanyId\"", "/v2/edgeports/quotes/search/{Id}")
        .Moved("EdgeQuotes", table => new Machine<EdgeQuoteStatus, EdgeQuoteTrigger, EdgeQuote>(
            "edge-quotes", table, () => EdgeQuoteStateMachine.Table, db => db.EdgeQuotes))
        .Seeded(() => new SeedPart<EdgeOffer>("edge-offers.json", () => SeedJson.Default.EdgeOffer)
            .Unique(row => row.Iso, "edge offer")
            .Refers("data center facility", row => [row.FacilityId])
            .Stored((rows, world) => world.Insert("EdgeOffers", rows)))
        .Seeded(() => new SeedPart<EdgeQuoteRow>("edge-quotes.json", () => SeedJson.Default.EdgeQuoteRow)
            .Unique(row => row.Id)
            .Refers("company", row => [row.CompanyId])
            .Refers("edge offer", row => [row.Iso])
            .Stored(Store))
        .Mapped(EdgePortsChapter.Map)
        .Controlled(EdgeRoutes.Map);

    private static void Store(IReadOnlyList<EdgeQuoteRow> rows, SeedWriting world)
    {
        var offers = world.RowsOf<EdgeOffer>().ToDictionary(offer => offer.Iso, StringComparer.Ordinal);
        world.Insert("EdgeQuotes", rows.Select(row => EdgeRows.QuoteOf(row, offers[row.Iso])));
    }
}
