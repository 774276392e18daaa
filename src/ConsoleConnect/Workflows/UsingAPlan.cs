using Emulator.Domain;
using Emulator.Domain.Connections;
using Emulator.Domain.Plans;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>A connection uses up what its source port's plan gives.</summary>
internal static class UsingAPlan
{
    /// <summary>
    /// Refuses what the source port's plan has no entitlement left for (000:6503), once the connection is as it would
    /// be. Nothing is limited within one region, on a port without a plan, and between regions that the plan doesn't
    /// name. The sandbox does one piece of work at a time, so nobody uses it up in between.
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.EntitlementExceeded"/>.</exception>
    /// <param name="db">The tables.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="reference">The metros it is between.</param>
    /// <param name="speed">The speed it would have, Mbps; null where it has it already.</param>
    public static void MustCover(EmulatorDb db, Connection connection, ReferenceData reference, int? speed = null)
    {
        if (
            connection.SrcPort is not { } port
            || RegionPair.Between(reference.Metro(connection.SrcMetroId), reference.Metro(connection.DestMetroId))
                is not { } regions
            || db.Connection.PlanOf(port)?.CdrBetween(regions) is not { } allowed)
        {
            return;
        }

        var used = db
            .Connection.HeldOf(port)
            .Where(other => other.ConnectionId != connection.Id && other.Between(reference) == regions)
            .Sum(other => other.Speed);
        new CommittedDataRate(regions, used, allowed).MustHold(speed ?? connection.HeldSpeed);
    }
}
