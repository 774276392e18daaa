using Emulator.Domain.Connections;
using Emulator.Errors;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Flexes of connections: keys, indexes and references, and what is asked of them.</summary>
internal static class ConnectionFlexTables
{
    extension(EmulatorDb db)
    {
        public DbSet<ConnectionFlex> ConnectionFlexes => db.Set<ConnectionFlex>();
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<ConnectionFlex>(table =>
        {
            table.ToTable("ConnectionFlexes");
            table.IsStaged<ConnectionFlex, ConnectionFlexStatus>();
            table.HasOne(flex => flex.Connection).WithMany().HasForeignKey(flex => flex.ConnectionId);
            table.HasIndex(flex => new
            {
                flex.ConnectionId,
                flex.CreatedAt,
                flex.Id,
            });
        });

    /// <summary>A connection's flexes that are in progress or in force.</summary>
    public static Task<List<ConnectionFlex>> OpenFlexesOf(
        this EmulatorDb db, Connection connection, CancellationToken ct) =>
        db.ConnectionFlexes
            .Where(flex => flex.ConnectionId == connection.Id)
            .Where(flex => flex.Status == ConnectionFlexStatus.Requested
                || (flex.ActiveFrom != null && flex.ActiveUntil == null))
            .OrderBy(flex => flex.CreatedAt)
            .ThenBy(flex => flex.Id)
            .ToListAsync(ct);

    /// <summary>Every flex of a connection, newest first.</summary>
    public static Task<List<ConnectionFlex>> FlexesOf(
        this EmulatorDb db, Connection connection, CancellationToken ct) =>
        db.ConnectionFlexes
            .AsNoTracking()
            .Include(flex => flex.Connection)
            .Where(flex => flex.ConnectionId == connection.Id)
            .OrderByDescending(flex => flex.CreatedAt)
            .ThenByDescending(flex => flex.Id)
            .ToListAsync(ct);

    /// <summary>A flex of a connection.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ConnectionFlexNotFound"/>.</exception>
    public static async Task<ConnectionFlex> FlexOf(
        this EmulatorDb db, Connection connection, string id, CancellationToken ct) =>
        await db.ConnectionFlexes
            .AsNoTracking()
            .Include(flex => flex.Connection)
            .FirstOrDefaultAsync(flex => flex.Id == id && flex.ConnectionId == connection.Id, ct)
        ?? throw ServiceErrors.ConnectionFlexNotFound.Because(
            $"Connection {connection.Id} has no flex with the id {id.Named()}: GET the same path without it "
                + "lists them.");
}
