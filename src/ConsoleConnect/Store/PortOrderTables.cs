using Emulator.Domain.Companies;
using Emulator.Domain.PortOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>Port orders: keys, indexes and references.</summary>
internal static class PortOrderTables
{
    extension(EmulatorDb db)
    {
        public DbSet<PortOrder> PortOrders => db.Set<PortOrder>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<PortOrder>(PortOrders);
    }

    private static void PortOrders(EntityTypeBuilder<PortOrder> table)
    {
        table.ToTable("PortOrders");
        table.IsStaged<PortOrder, PortOrderStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(order => order.CompanyId);
        table.HasOne(order => order.Port).WithOne().HasForeignKey<PortOrder>(order => order.PortId);
        table.HasIndex(order => new { order.CompanyId, order.CreatedAt });
        table.HasIndex(order => order.BillingId);
    }
}
