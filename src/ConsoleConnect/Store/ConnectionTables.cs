using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>Connections, and what is asked of them: keys, indexes and references.</summary>
internal static class ConnectionTables
{
    extension(EmulatorDb db)
    {
        public DbSet<Connection> Connections => db.Set<Connection>();

        public DbSet<ChangeRequest> ChangeRequests => db.Set<ChangeRequest>();

        public DbSet<ScheduledRun> ScheduledRuns => db.Set<ScheduledRun>();

        public DbSet<Reply> Replies => db.Set<Reply>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Connection>(Connections);
        model.Entity<ChangeRequest>(table =>
        {
            table.ToTable("ChangeRequests");
            table.IsStaged<ChangeRequest, ChangeRequestStatus>();
            table
                .HasOne(change => change.Connection)
                .WithOne(connection => connection.Change)
                .HasForeignKey<ChangeRequest>(change => change.Id);
        });
        model.Entity<ScheduledRun>(table =>
        {
            table.ToTable("ScheduledRuns");
            table.IsStaged<ScheduledRun, ScheduledRunStatus>();
            table.HasOne(run => run.Connection).WithMany().HasForeignKey(run => run.ConnectionId);
        });
        model.Entity<Reply>(table =>
        {
            table.ToTable("Replies");
            table.IsStaged<Reply, ReplyStatus>();
            table.HasOne(reply => reply.Connection).WithOne().HasForeignKey<Reply>(reply => reply.Id);
        });
    }

    private static void Connections(EntityTypeBuilder<Connection> table)
    {
        table.ToTable("Connections");
        table.IsStaged<Connection, ConnectionStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(connection => connection.SrcCompanyId);
        table.HasOne<Company>().WithMany().HasForeignKey(connection => connection.DestCompanyId);
        table.HasOne(connection => connection.SrcPort).WithMany().HasForeignKey(connection => connection.SrcPortId);
        table.HasOne(connection => connection.DestPort).WithMany().HasForeignKey(connection => connection.DestPortId);

        // In the order of the lists, the id included, so that a page is read and no more than a page.
        table.HasIndex(connection => new
        {
            connection.SrcCompanyId,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => new
        {
            connection.DestCompanyId,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => new
        {
            connection.SrcCompanyId,
            connection.Status,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => new
        {
            connection.DestCompanyId,
            connection.Status,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => connection.ParentId).HasFilter("\"ParentId\" IS NOT NULL");
    }
}
