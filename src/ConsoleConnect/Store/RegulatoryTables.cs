using Emulator.Domain.RegulatoryChecks;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>The countries for which a sandbox's orders are regulated.</summary>
internal static class RegulatoryTables
{
    extension(EmulatorDb db)
    {
        public DbSet<RegulatedCountry> RegulatedCountries => db.Set<RegulatedCountry>();
    }

    public static void Configure(ModelBuilder model) => model.Entity<RegulatedCountry>(table =>
    {
        table.ToTable("RegulatedCountries");
        table.HasKey(country => country.Country);
    });
}
