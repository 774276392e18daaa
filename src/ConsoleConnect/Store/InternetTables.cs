using Emulator.Domain.Addresses;
using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>Internet On-Demand services, their addresses and flexes: keys, indexes and references.</summary>
internal static class InternetTables
{
    extension(EmulatorDb db)
    {
        public DbSet<IodService> IodServices => db.Set<IodService>();

        public DbSet<Flex> Flexes => db.Set<Flex>();

        public DbSet<IpBlock> IpBlocks => db.Set<IpBlock>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<IodService>(IodServices);
        model.Entity<Flex>(table =>
        {
            table.ToTable("Flexes");
            table.IsStaged<Flex, FlexStatus>();
            table
                .HasOne(flex => flex.Service)
                .WithMany(service => service.Flexes)
                .HasForeignKey(flex => flex.ServiceId);
            table.HasIndex(flex => new
            {
                flex.ServiceId,
                flex.CreatedAt,
                flex.Id,
            });
        });
        model.Entity<IpBlock>(table =>
        {
            table.ToTable("IpBlocks");
            table.Property(block => block.Id).ValueGeneratedNever();
            table.HasOne<IodService>().WithMany(service => service.Blocks).HasForeignKey(block => block.ServiceId);

            // Nobody has what another has, whatever else goes wrong.
            table
                .HasIndex(block => new { block.Version, block.Address })
                .IsUnique()
                .HasFilter("\"ReleasedAt\" IS NULL");
        });
    }

    private static void IodServices(EntityTypeBuilder<IodService> table)
    {
        table.ToTable("IodServices");
        table.IsStaged<IodService, IodServiceStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(service => service.CompanyId);
        table.HasOne(service => service.AccessPort).WithMany().HasForeignKey(service => service.AccessPortId);
        table.HasOne(service => service.Asn).WithMany().HasForeignKey(service => service.AsnId);
        table.HasIndex(service => new
        {
            service.CompanyId,
            service.CreatedAt,
            service.Id,
        });
        table
            .HasIndex(service => new { service.AccessPortId, service.Vlan })
            .IsUnique()
            .HasFilter("\"Status\" <> 'Deleted'");
    }
}
