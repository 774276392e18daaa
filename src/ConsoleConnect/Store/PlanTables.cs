using Emulator.Domain.Companies;
using Emulator.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Subscriptions and addons: keys, indexes and references.</summary>
internal static class PlanTables
{
    extension(EmulatorDb db)
    {
        public DbSet<Subscription> Subscriptions => db.Set<Subscription>();

        public DbSet<Addon> Addons => db.Set<Addon>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Subscription>(table =>
        {
            table.ToTable("Subscriptions");
            table.HasOne<Company>().WithMany().HasForeignKey(subscription => subscription.CompanyId);
        });
        model.Entity<Addon>(table =>
        {
            table.ToTable("Addons");
            table.HasOne<Company>().WithMany().HasForeignKey(addon => addon.PartnerId);
        });
    }
}
