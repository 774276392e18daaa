using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>CloudRouters and their sites: keys, indexes and references.</summary>
internal static class CloudRouterTables
{
    extension(EmulatorDb db)
    {
        public DbSet<CloudRouter> CloudRouters => db.Set<CloudRouter>();

        public DbSet<CloudRouterSite> CloudRouterSites => db.Set<CloudRouterSite>();
    }

    public static void ConfigureRouters(ModelBuilder model) => model.Entity<CloudRouter>(table =>
    {
        table.ToTable("CloudRouters");
        table.IsStaged<CloudRouter, CloudRouterStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(router => router.CompanyId);
        table.HasIndex(router => new { router.CompanyId, router.CreatedAt, router.Id });
        table.HasMany(router => router.Sites).WithOne(site => site.Router).HasForeignKey(site => site.RouterId);
    });

    public static void ConfigureSites(ModelBuilder model) => model.Entity<CloudRouterSite>(Sites);

    private static void Sites(EntityTypeBuilder<CloudRouterSite> table)
    {
        const string Live = "\"Status\" <> 'Deleted'";
        table.ToTable("CloudRouterSites");
        table.IsStaged<CloudRouterSite, CloudRouterSiteStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(site => site.CompanyId);
        table.HasOne(site => site.Port).WithMany().HasForeignKey(site => site.PortId);
        table.HasOne<SimPool>().WithMany().HasForeignKey(site => site.SimPoolId);
        table.HasIndex(site => new { site.RouterId, site.CreatedAt, site.Id });

        // Nobody has what another has, whatever else goes wrong.
        table.HasIndex(site => new { site.PortId, site.Vlan }).IsUnique().HasFilter(Live);
        table.HasIndex(site => site.Link).IsUnique().HasFilter(Live);
        table.HasIndex(site => site.SimPoolId).IsUnique().HasFilter(Live + " AND \"SimPoolId\" IS NOT NULL");

        // Whether a cloud's key is in use is asked for by the key.
        table.HasIndex(site => site.CloudKey).HasFilter("\"CloudKey\" IS NOT NULL");
    }
}
