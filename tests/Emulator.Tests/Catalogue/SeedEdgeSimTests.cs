using Emulator.Domain.EdgeSim;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seeded SIM cards, their pools, orders and plans.</summary>
public sealed class SeedEdgeSimTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    [Fact]
    public void Every_status_but_deleted_can_be_seen()
    {
        Assert.Equal(
            Enum.GetValues<SimPoolStatus>().Except([SimPoolStatus.Deleted]),
            world.SimPools.Values.Select(pool => pool.Status).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<SimOrderStatus>(), world.SimOrders.Values.Select(order => order.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<SimStatus>(), world.Sims.Select(sim => sim.Status).Distinct().Order());
    }

    [Fact]
    public void An_order_that_is_done_has_its_cards_and_others_have_none()
    {
        Assert.All(world.SimOrders.Values, order =>
        {
            var sims = world.Sims.Where(sim => sim.OrderId == order.Id).OrderBy(sim => sim.Serial).ToList();
            var done = order.Status == SimOrderStatus.Processed;
            Assert.Equal(done ? order.SimQuantity : 0, sims.Count);
            Assert.Equal(done, order.SimPoolId is not null);
            Assert.Equal(done, order.NewPoolId is null);
            Assert.Equal(order.Status == SimOrderStatus.Failed, order.ErrorReason is not null);
            Assert.Equal(sims.Select((_, number) => order.IdOfSim(number)), sims.Select(sim => sim.Id));
        });
    }

    [Fact]
    public void Cards_pools_and_orders_are_of_one_company_and_use_APNs_that_it_may()
    {
        Assert.All(world.Sims, sim =>
        {
            Assert.Equal(sim.CompanyId, world.SimPools[sim.PoolId].CompanyId);
            Assert.Equal(sim.CompanyId, world.SimOrders[sim.OrderId].CompanyId);
            Assert.InRange(sim.Host, SimSubnets.FirstHost, SimSubnets.LastHost);
        });
        Assert.All(world.SimPools.Values, pool =>
        {
            Assert.True(world.SimApns[pool.ApnId].Profile.IsFor(world.Companies[pool.CompanyId]));
            Assert.Equal(pool.Status == SimPoolStatus.Failed, pool.ErrorReason is not null);
        });
        Assert.All(world.SimOrders.Values, order =>
            Assert.True(world.SimApns[order.ApnId].Profile.IsFor(world.Companies[order.CompanyId])));
        Assert.Equal(
            Enumerable.Range(1, world.Sims.Count), world.Sims.Select(sim => sim.Serial).Order());
    }
}
