using Emulator.Domain.Places;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Regions, metros and data center facilities: keys, indexes and references.</summary>
internal static class PlaceTables
{
    extension(EmulatorDb db)
    {
        public DbSet<Region> Regions => db.Set<Region>();

        public DbSet<Metro> Metros => db.Set<Metro>();

        public DbSet<DataCenterFacility> Facilities => db.Set<DataCenterFacility>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Region>().ToTable("Regions");
        model.Entity<Metro>().ToTable("Metros");
        model.Entity<DataCenterFacility>(table =>
        {
            table.ToTable("DataCenterFacilities");
            table.HasIndex(facility => facility.Username).IsUnique();
            table.HasOne<Metro>().WithMany().HasForeignKey(facility => facility.MetroId);
        });
    }
}
