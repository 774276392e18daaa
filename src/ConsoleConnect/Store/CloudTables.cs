using Emulator.Domain.Clouds;
using Emulator.Domain.Connections;
using Emulator.Errors;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>What clouds add to connections: the keys that were used, and Azure's peerings.</summary>
internal static class CloudTables
{
    extension(EmulatorDb db)
    {
        public DbSet<CloudKey> CloudKeys => db.Set<CloudKey>();

        public DbSet<AzurePeering> AzurePeerings => db.Set<AzurePeering>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<CloudKey>(table =>
        {
            table.ToTable("CloudKeys");
            table.HasKey(key => key.Key);
            table.HasOne<Connection>().WithMany().HasForeignKey(key => key.ConnectionId);
        });
        model.Entity<AzurePeering>(table =>
        {
            table.ToTable("AzurePeerings");
            table.IsStaged<AzurePeering, AzurePeeringStatus>();
            table.HasOne(peering => peering.Connection).WithMany().HasForeignKey(peering => peering.ConnectionId);

            // One of a type, whatever else goes wrong.
            table
                .HasIndex(peering => new { peering.ConnectionId, peering.Type })
                .IsUnique()
                .HasFilter("\"Status\" <> 'Deleted'");
        });
    }

    /// <summary>The peerings that a connection has, oldest first.</summary>
    public static IQueryable<AzurePeering> Of(this IQueryable<AzurePeering> peerings, string connectionId) =>
        peerings
            .Where(peering => peering.ConnectionId == connectionId && peering.Status != AzurePeeringStatus.Deleted)
            .OrderBy(peering => peering.CreatedAt)
            .ThenBy(peering => peering.Id);

    /// <summary>A connection's peering of a type.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PeeringNotFound"/>.</exception>
    public static async Task<AzurePeering> OfType(
        this IQueryable<AzurePeering> peerings,
        Connection connection,
        AzurePeeringType type,
        CancellationToken ct)
    {
        if (connection.Status is ConnectionStatus.Deleting or ConnectionStatus.Deleted)
        {
            throw ServiceErrors.PeeringNotFound.Because("The connection is gone, and its peerings with it.");
        }

        return await peerings.Of(connection.Id).FirstOrDefaultAsync(peering => peering.Type == type, ct)
            ?? throw ServiceErrors.PeeringNotFound.Because("The connection has no peering of this type: POST to the "
                + "same address sets one.");
    }

    /// <summary>Refuses a key that a connection was ordered with.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CloudKeyUsed"/>.</exception>
    public static async Task MustBeUnused(
        this IQueryable<CloudKey> keys,
        string key,
        string noun,
        CancellationToken ct)
    {
        if (await keys.AsNoTracking().FirstOrDefaultAsync(used => used.Key == key, ct) is { } used)
        {
            throw ServiceErrors.CloudKeyUsed.Because($"Connection {used.ConnectionId} was ordered with it, at "
                + $"{used.UsedAt:u}, and a key is for one order: take another.", noun);
        }
    }
}
