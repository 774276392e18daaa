using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seeded world keeps the rules that the emulator would keep it to.</summary>
public sealed class SeedTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    private static readonly string[] Customers =
    [
        "harbourlight",
        "meridian",
        "kestrelbank",
        "hoshizora",
        "bluefin",
        "pebblepine",
    ];

    [Fact]
    public void The_world_is_as_large_as_a_demo_needs()
    {
        Assert.True(world.Metros.Count >= 12, "metros");
        Assert.True(
            world
                .Metros.Values.SelectMany(metro => metro.RegionIds)
                .Select(id => world.Regions.Single(region => region.Id == id).InsightRegion)
                .Distinct()
                .Count() >= 4,
            "continents");
        Assert.True(world.Facilities.Count >= 25, "facilities");
        Assert.True(
            world.Metros.Values.All(metro => world.Facilities.Values.Any(facility => facility.MetroId == metro.Id)),
            "a facility in every metro");
    }

    [Fact]
    public void There_are_facilities_of_every_kind()
    {
        var facilities = world.Facilities.Values;

        Assert.True(facilities.Count(facility => facility.IsOffNet) >= 3);
        Assert.True(facilities.Count(facility => facility.Tags.Contains("monthly-ports")) >= 3);
        Assert.Single(facilities, facility => !facility.Ready);
        Assert.Single(facilities, facility => facility.CanBundleCrossConnect);
        Assert.All(facilities, facility =>
            Assert.Equal(facility.CanBundleCrossConnect, facility.BundleCrossConnectChargeId is not null));
        Assert.Equal(facilities.Count(), facilities.Select(facility => facility.LocationId).Distinct().Count());
    }

    [Fact]
    public void Six_customers_have_a_keyholder_a_network_admin_a_network_viewer_and_a_plain_member() =>
        Assert.All(Customers, customer =>
        {
            var company = world.CompanyNamed(customer);
            Assert.Equal(PartnerType.None, company.Partner);
            Assert.Equal(
                Enum.GetValues<RoleName>(),
                world
                    .Memberships.Where(membership => membership.CompanyId == company.Id)
                    .Select(membership => Assert.Single(membership.Roles))
                    .Order());
        });

    [Fact]
    public void Every_company_has_a_keyholder() =>
        Assert.All(world.Companies.Keys, company =>
            Assert.Contains(world.Memberships, membership =>
                membership.CompanyId == company && membership.Roles.Contains(RoleName.Admin)));

    [Fact]
    public void Every_password_is_Password1() =>
        Assert.All(world.Users.Values, user => Assert.Equal("Password1", user.PasswordHash));

    [Fact]
    public void A_key_is_named_after_its_user_and_nobody_has_two() =>
        Assert.All(world.ApiKeys, key => Assert.Equal($"key-{world.Users[key.UserId].Username}", key.Key));

    [Fact]
    public void Those_who_manage_a_customers_network_have_a_key()
    {
        var managers = world.Memberships.Where(membership =>
            Customers.Contains(world.Companies[membership.CompanyId].Username)
            && world.WritesNetwork(membership.UserId, membership.CompanyId));
        var keys = world.ApiKeys.Select(key => key.UserId).ToHashSet();

        Assert.All(managers, membership => Assert.Contains(membership.UserId, keys));
        Assert.Subset(keys, new HashSet<string> { world.UserNamed("stan").Id, world.UserNamed("meg").Id });
    }

    [Fact]
    public void One_user_is_Console_Connect_support() => Assert.Single(world.Users.Values, user => user.IsSupport);

    [Fact]
    public void One_customer_is_not_verified_and_orders_nothing()
    {
        var unverified = Assert.Single(world.Companies.Values, company => !company.Verified);

        Assert.Equal(PartnerType.None, unverified.Partner);
        Assert.DoesNotContain(world.Orders, order => order.CompanyId == unverified.Id);
    }

    [Fact]
    public void Nothing_moves_by_itself()
    {
        Assert.All(world.Ports.Values, port => Assert.Null(port.Due));
        Assert.All(world.Orders, order => Assert.Null(order.Due));
        Assert.All(world.Connections, connection => Assert.Null(connection.Due));
        Assert.All(world.Connections, connection => Assert.Null(connection.Change?.Due));
        Assert.All(world.Services, service => Assert.Null(service.Due));
        Assert.All(world.Flexes, flex => Assert.Null(flex.Due));
        Assert.All(world.Routers, router => Assert.Null(router.Due));
        Assert.All(world.Routers.SelectMany(router => router.Sites), site => Assert.Null(site.Due));
        Assert.All(world.SimPools.Values, pool => Assert.Null(pool.Due));
        Assert.All(world.SimOrders.Values, order => Assert.Null(order.Due));
    }

    [Fact]
    public void Everything_that_has_a_status_has_a_history_that_ends_with_it()
    {
        var last = world
            .Moves.GroupBy(move => (move.Machine, move.ResourceId))
            .ToDictionary(moves => moves.Key, moves => moves.MaxBy(move => move.Sequence)!.To);

        Assert.All(world.Ports.Values, port => Assert.Equal(Spelling.Of(port.Status), last[("ports", port.Id)]));
        Assert.All(world.Orders, order => Assert.Equal(Spelling.Of(order.Status), last[("port-orders", order.Id)]));
        Assert.All(world.Connections, connection =>
            Assert.Equal(Spelling.Of(connection.Status), last[("connections", connection.Id)]));
        Assert.All(world.Services, service =>
            Assert.Equal(Spelling.Of(service.Status), last[("iod-services", service.Id)]));
        Assert.All(world.Flexes, flex => Assert.Equal(Spelling.Of(flex.Status), last[("flexes", flex.Id)]));
        Assert.All(world.Asns, asn => Assert.Equal(Spelling.Of(asn.Status), last[("asns", asn.Id)]));
        Assert.All(world.Routers, router =>
            Assert.Equal(Spelling.Of(router.Status), last[("cloudrouters", router.Id)]));
        Assert.All(world.Routers.SelectMany(router => router.Sites), site =>
            Assert.Equal(Spelling.Of(site.Status), last[("cloudrouter-sites", site.Id)]));
        Assert.All(world.SimPools.Values, pool =>
            Assert.Equal(Spelling.Of(pool.Status), last[("sim-pools", pool.Id)]));
        Assert.All(world.SimOrders.Values, order =>
            Assert.Equal(Spelling.Of(order.Status), last[("sim-orders", order.Id)]));
        Assert.All(world.Sims, sim => Assert.Equal(Spelling.Of(sim.Status), last[("sims", sim.Id)]));
    }

    [Fact]
    public void Nothing_is_older_than_what_it_stands_on()
    {
        // The documents print orders of 2015 and 2016 for a company that they say was made in 2017.
        string[] printedSo = ["5609caf241fc0fb816805b8c", "56d691309a90128d55831db1"];
        var ordered = world
            .Orders.Where(order => printedSo.Contains(order.Id))
            .Select(order => order.PortId)
            .ToHashSet();

        Assert.All(world.Ports.Values.Where(port => !ordered.Contains(port.Id)), port =>
            Assert.True(port.CreatedAt >= world.Companies[port.CompanyId].CreatedAt, port.Id));
        Assert.All(world.Ports.Values, port =>
            Assert.True(
                port.FacilityId is null || port.CreatedAt >= world.Facilities[port.FacilityId].CreatedAt,
                port.Id));
        Assert.All(world.Orders, order =>
            Assert.True(order.CreatedAt >= world.Ports[order.PortId].CreatedAt, order.Id));
        Assert.All(world.Connections, connection =>
            Assert.True(
                new[] { connection.SrcPortId, connection.DestPortId }.All(port =>
                    port is null || connection.CreatedAt >= world.Ports[port].CreatedAt),
                connection.Id));
    }
}
