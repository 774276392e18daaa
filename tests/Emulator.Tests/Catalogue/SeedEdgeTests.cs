using Emulator.Domain.EdgePorts;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>What edge ports are sold for, and the seeded searches.</summary>
public sealed class SeedEdgeTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    [Fact]
    public void Where_somebody_sells_there_is_a_facility_in_the_country_with_a_price_and_a_validity()
    {
        Assert.All(world.EdgeOffers.Where(offer => offer.Vendors.Count > 0), offer =>
        {
            var metro = world.Metros[world.Facilities[offer.FacilityId!].MetroId];
            Assert.Equal(offer.Iso, Domain.Places.CountryNames.TwoLetters(metro.Country));
            Assert.True(offer.MonthlyCents > 0 && offer.OnceCents > 0 && offer.Weeks > 0, offer.Country);
            Assert.Contains(offer.ValidDays, new[] { 30, 60 });
            Assert.InRange(offer.Vendors.Count, 1, EdgeQuoteKeys.Most);
        });
        Assert.Contains(world.EdgeOffers, offer => offer.Vendors.Count == 0);
    }

    [Fact]
    public void A_search_of_each_status_can_be_seen_with_what_it_finds()
    {
        Assert.Equal(
            Enum.GetValues<EdgeQuoteStatus>(), world.EdgeQuotes.Select(quote => quote.Status).Distinct().Order());
        Assert.All(world.EdgeQuotes, quote =>
        {
            Assert.NotEmpty(quote.Solutions);
            Assert.All(quote.Solutions, solution =>
                Assert.Contains(quote.Id, EdgeQuoteKeys.SearchesOf(solution.QuoteKey)));
        });
    }
}
