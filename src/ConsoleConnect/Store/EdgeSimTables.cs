using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>SIM cards, their pools, orders and plans: keys, indexes and references.</summary>
internal static class EdgeSimTables
{
    extension(EmulatorDb db)
    {
        public DbSet<ImsiType> ImsiTypes => db.Set<ImsiType>();

        public DbSet<ImsiProfile> ImsiProfiles => db.Set<ImsiProfile>();

        public DbSet<SimApn> SimApns => db.Set<SimApn>();

        public DbSet<SimPool> SimPools => db.Set<SimPool>();

        public DbSet<SimOrder> SimOrders => db.Set<SimOrder>();

        public DbSet<Sim> Sims => db.Set<Sim>();
    }

    public static void ConfigurePlans(ModelBuilder model)
    {
        model.Entity<ImsiType>(table =>
        {
            table.ToTable("ImsiTypes");
            table.HasKey(type => type.Id);
            table.Property(type => type.Id).ValueGeneratedNever();
        });
        model.Entity<ImsiProfile>(table =>
        {
            table.ToTable("ImsiProfiles");
            table.HasKey(profile => profile.Id);
            table.Property(profile => profile.Id).ValueGeneratedNever();
            table.HasOne<ImsiType>().WithMany().HasForeignKey(profile => profile.ImsiTypeId);
            table.HasOne<Company>().WithMany().HasForeignKey(profile => profile.CompanyId);
        });
        model.Entity<SimApn>(table =>
        {
            table.ToTable("SimApns");
            table.HasKey(apn => apn.Id);
            table.Property(apn => apn.Id).ValueGeneratedNever();
            table.HasOne(apn => apn.Profile).WithMany().HasForeignKey(apn => apn.ProfileId);
            table.HasIndex(apn => new { apn.ProfileId, apn.CreatedAt, apn.Id });
        });
    }

    public static void ConfigurePools(ModelBuilder model) => model.Entity<SimPool>(table =>
    {
        table.ToTable("SimPools");
        table.IsStaged<SimPool, SimPoolStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(pool => pool.CompanyId);
        table.HasOne<SimApn>().WithMany().HasForeignKey(pool => pool.ApnId);
        table.HasIndex(pool => new { pool.CompanyId, pool.CreatedAt, pool.Id });

        // No two pools have one subnet, whatever else goes wrong.
        table.HasIndex(pool => pool.Block).IsUnique().HasFilter("\"Status\" <> 'Deleted'");
    });

    public static void ConfigureOrders(ModelBuilder model) => model.Entity<SimOrder>(table =>
    {
        table.ToTable("SimOrders");
        table.IsStaged<SimOrder, SimOrderStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(order => order.CompanyId);
        table.HasOne<SimPool>().WithMany().HasForeignKey(order => order.SimPoolId);
        table.HasOne<SimApn>().WithMany().HasForeignKey(order => order.ApnId);
        table.HasIndex(order => new { order.CompanyId, order.CreatedAt, order.Id });
    });

    public static void ConfigureSims(ModelBuilder model) => model.Entity<Sim>(table =>
    {
        table.ToTable("Sims");
        table.IsStaged<Sim, SimStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(sim => sim.CompanyId);
        table.HasOne(sim => sim.Pool).WithMany().HasForeignKey(sim => sim.PoolId);
        table.HasOne<SimOrder>().WithMany().HasForeignKey(sim => sim.OrderId);
        table.HasIndex(sim => new { sim.CompanyId, sim.Serial });

        // No two cards have one number, or one address of a pool.
        table.HasIndex(sim => sim.Serial).IsUnique();
        table.HasIndex(sim => new { sim.PoolId, sim.Host }).IsUnique();
    });
}
