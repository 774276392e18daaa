using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>ASNs: keys, indexes and references.</summary>
internal static class AsnTables
{
    extension(EmulatorDb db)
    {
        public DbSet<Asn> Asns => db.Set<Asn>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Asn>(Asns);
    }

    private static void Asns(EntityTypeBuilder<Asn> table)
    {
        table.ToTable("Asns");
        table.IsStaged<Asn, AsnStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(asn => asn.CompanyId);
        table.HasIndex(asn => new { asn.CompanyId, asn.Number });
        table.HasIndex(asn => asn.Number).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
    }
}
