using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Companies, and what the emulator plays for them: keys, indexes and references.</summary>
internal static class CompanyTables
{
    extension(EmulatorDb db)
    {
        public DbSet<Company> Companies => db.Set<Company>();

        public DbSet<Counterparty> Counterparties => db.Set<Counterparty>();

        public DbSet<Want> Wants => db.Set<Want>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Company>(table =>
        {
            table.ToTable("Companies");
            table.Property(company => company.Username).UseCollation("NOCASE");
            table.HasIndex(company => company.Username).IsUnique();
        });
        model.Entity<Counterparty>(table =>
        {
            table.ToTable("Counterparties");
            table.HasKey(counterparty => counterparty.CompanyId);
            table.HasOne<Company>().WithOne().HasForeignKey<Counterparty>(counterparty => counterparty.CompanyId);
        });
        model.Entity<Want>(table =>
        {
            table.ToTable("Wants");
            table.HasKey(want => new { want.CompanyId, want.WantedId });
            table.HasIndex(want => want.WantedId);
            table.HasOne<Company>().WithMany().HasForeignKey(want => want.CompanyId);
            table.HasOne<Company>().WithMany().HasForeignKey(want => want.WantedId);
        });
    }
}
