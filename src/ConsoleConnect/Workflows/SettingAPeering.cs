using Emulator.Domain.Clouds;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>Sets a peering of a connection to Azure, or sets it again.</summary>
internal static class SettingAPeering
{
    /// <summary>What is asked for.</summary>
    /// <param name="Type">With which of Azure's services.</param>
    /// <param name="VlanId">The VLAN within the connection, 1 to 4094.</param>
    /// <param name="PeerAsn">The customer's ASN.</param>
    /// <param name="Primary">A /30 between the customer and the primary port.</param>
    /// <param name="Secondary">A /30 between the customer and the secondary port.</param>
    /// <param name="Prefixes">The public prefixes that are advertised.</param>
    /// <param name="Registry">Where those are registered; null where that isn't said.</param>
    internal sealed record Wanted(
        AzurePeeringType Type,
        int VlanId,
        long PeerAsn,
        string Primary,
        string Secondary,
        IReadOnlyList<string> Prefixes,
        string? Registry);

    /// <summary>Sets it: PENDING.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="leadsToAzure">Whether it does.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="id">Makes the id of a new one.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static async Task<AzurePeering> Set(
        EmulatorDb db,
        Connection connection,
        bool leadsToAzure,
        Wanted wanted,
        Func<string> id,
        Moment moment,
        CancellationToken ct)
    {
        AzurePeering.MustBePossibleOn(connection, leadsToAzure);
        var all = await db.AzurePeerings.Of(connection.Id).ToListAsync(ct);
        AzurePeering.MustHaveVlan(wanted.VlanId, wanted.Type, all);
        if (all.Find(known => known.Type == wanted.Type) is { } there)
        {
            Put(there);
            AzurePeeringStateMachine.Table.Fire(there, AzurePeeringTrigger.Update, moment);
            return there;
        }

        var peering = new AzurePeering
        {
            Id = id(),
            ConnectionId = connection.Id,
            Type = wanted.Type,
            CreatedAt = moment.At,
        };
        Put(peering);
        AzurePeeringStateMachine.Table.Begin(peering, AzurePeeringStatus.Pending, moment);
        db.Add(peering);
        return peering;

        void Put(AzurePeering peering) => peering.Set(
            wanted.VlanId, wanted.PeerAsn, wanted.Primary, wanted.Secondary, wanted.Prefixes, wanted.Registry);
    }
}
