using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>
/// An order of SIM cards goes on in time: once it is PROCESSED its cards are there, in a pool of their own or in the
/// one that it names; or it fails, where there is no room for them any more.
/// </summary>
internal static class ProcessingASimOrder
{
    /// <summary>Makes the order's next move, and what that stands for.</summary>
    /// <param name="db">The tables; what was settled before is saved.</param>
    /// <param name="order">The order.</param>
    /// <param name="moment">The instant it was due.</param>
    public static async Task Settle(EmulatorDb db, SimOrder order, Moment moment)
    {
        if (order.Status == SimOrderStatus.Ordered)
        {
            SimOrderStateMachine.Table.Fire(order, SimOrderTrigger.Process, moment);
            return;
        }

        var apn = (await db.SimApns.FindAsync(order.ApnId))!;
        if (await PoolOf(db, order, apn, moment) is not { } pool)
        {
            Fail(apn.DeletedAt is not null ? "The APN is gone"
                : order.SimPoolId is null ? "No subnet is available for the SIM pool"
                : "The SIM pool is gone");
            return;
        }

        var hosts = db.Connection.FreeHosts(pool, order.SimQuantity);
        if (hosts.Count < order.SimQuantity)
        {
            Fail($"The SIM pool has room for {hosts.Count} more SIMs only");
            return;
        }

        Deliver(db, order, pool, apn, hosts, moment);
        order.SimPoolId = pool.Id;
        SimOrderStateMachine.Table.Fire(order, SimOrderTrigger.Processed, moment);

        void Fail(string reason) =>
            SimOrderStateMachine.Table.Fire(order, SimOrderTrigger.Fail, moment, reason);
    }

    /// <summary>The pool that the cards come into; null where there is none and none can be made.</summary>
    private static async Task<SimPool?> PoolOf(EmulatorDb db, SimOrder order, SimApn apn, Moment moment)
    {
        if (order.SimPoolId is { } named)
        {
            return await db.SimPools.FindAsync(named) is { Status: not SimPoolStatus.Deleted } there ? there : null;
        }

        if (apn.DeletedAt is not null || db.Connection.FreeSimSubnet() is not { } block)
        {
            return null;
        }

        var pool = new SimPool
        {
            Id = order.NewPoolId!,
            CompanyId = order.CompanyId,
            Name = order.SimPoolName,
            ApnId = order.ApnId,
            Block = block,
            Firewall = order.Firewall,
            UseDefaultDns = order.UseDefaultDns,
            PrimaryDns = order.UseDefaultDns ? null : order.DnsPreferred,
            SecondaryDns = order.UseDefaultDns ? null : order.DnsAlternate,
            CreatedAt = moment.At,
        };
        SimPoolStateMachine.Table.Begin(pool, SimPoolStatus.Created, moment);
        db.Add(pool);
        return pool;
    }

    private static void Deliver(
        EmulatorDb db, SimOrder order, SimPool pool, SimApn apn, IReadOnlyList<int> hosts, Moment moment)
    {
        var last = db.Connection.LastSim();
        for (var number = 0; number < hosts.Count; number++)
        {
            var sim = new Sim
            {
                Id = order.IdOfSim(number),
                CompanyId = order.CompanyId,
                PoolId = pool.Id,
                Pool = pool,
                OrderId = order.Id,
                Serial = last + number + 1,
                Host = hosts[number],
                Provider = apn.Settings.SimProvider ?? Sim.UsualProvider,
                CreatedAt = moment.At,
            };
            SimStateMachine.Table.Begin(sim, SimStatus.Active, moment);
            db.Add(sim);
        }
    }
}
