using Emulator.Domain.Companies;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.Places;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Edge ports: what is offered, and searches for prices.</summary>
internal static class EdgeTables
{
    extension(EmulatorDb db)
    {
        public DbSet<EdgeOffer> EdgeOffers => db.Set<EdgeOffer>();

        public DbSet<EdgeQuote> EdgeQuotes => db.Set<EdgeQuote>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<EdgeOffer>(table =>
        {
            table.ToTable("EdgeOffers");
            table.HasKey(offer => offer.Iso);
            table.HasOne<DataCenterFacility>().WithMany().HasForeignKey(offer => offer.FacilityId);
        });
        model.Entity<EdgeQuote>(table =>
        {
            table.ToTable("EdgeQuotes");
            table.IsStaged<EdgeQuote, EdgeQuoteStatus>();
            table.HasOne<Company>().WithMany().HasForeignKey(quote => quote.CompanyId);
        });
    }

    /// <summary>
    /// The search and the solution that a key stands for, where one of the companies has it and it can be ordered; null
    /// otherwise.
    /// </summary>
    public static async Task<(EdgeQuote Quote, EdgeSolution Solution)?> EdgeSolutionWith(
        this EmulatorDb db, string key, IReadOnlyList<Company> companies, DateTimeOffset now, CancellationToken ct)
    {
        var searches = EdgeQuoteKeys.SearchesOf(key);
        var quotes = searches.Count == 0
            ? []
            : await db.EdgeQuotes.AsNoTracking().Where(quote => searches.Contains(quote.Id)).ToListAsync(ct);
        foreach (var quote in quotes)
        {
            if (companies.Any(company => company.Id == quote.CompanyId) && quote.Find(key, now) is { } solution)
            {
                return (quote, solution);
            }
        }

        return null;
    }
}
