using Emulator.Domain.Companies;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>Ports, and how they are reached: keys, indexes and references.</summary>
internal static class PortTables
{
    /// <summary>
    /// Ports that there are: delivered and not gone. Word for word as the query says it, which SQLite wants before it
    /// takes the index.
    /// </summary>
    public const string InUse = "\"DeliveredAt\" IS NOT NULL AND \"Status\" <> 'Deleted'";

    extension(EmulatorDb db)
    {
        public DbSet<Port> Ports => db.Set<Port>();

        public DbSet<AccessCircuit> AccessCircuits => db.Set<AccessCircuit>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Port>(Ports);
        model.Entity<AccessCircuit>(table =>
        {
            table.ToTable("AccessCircuits");
            table.HasKey(circuit => circuit.PortId);
            table.HasOne<Port>().WithOne().HasForeignKey<AccessCircuit>(circuit => circuit.PortId);
        });
    }

    private static void Ports(EntityTypeBuilder<Port> table)
    {
        table.ToTable("Ports");
        table.IsStaged<Port, PortStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(port => port.CompanyId);
        table.HasOne<Metro>().WithMany().HasForeignKey(port => port.MetroId);
        table.HasIndex(port => new { port.CompanyId, port.CreatedAt, port.Id });
        table.HasIndex(port => new { port.CompanyId, port.Status, port.DeliveredAt });
        table.HasIndex(port => new { port.CompanyId, port.MetroId }).HasFilter(InUse);
        table.HasIndex(port => port.BillingId);
        table.HasIndex(port => new { port.CompanyId, port.Asn }).HasFilter("\"Asn\" IS NOT NULL");
    }
}
