using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Store.Seeding.Generated;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>A world of 500 generated ports beside the seeded ones.</summary>
public sealed class VolumeWorld() : SeedWorld(Volume, seed: 1)
{
    internal const int Volume = 500;

    /// <summary>
    /// Whether a company is generated, by its id: all generated ids lie between the seed's and those that are counted
    /// later.
    /// </summary>
    internal static bool IsGenerated(string id) =>
        string.CompareOrdinal(id, "6770") >= 0 && string.CompareOrdinal(id, "6800") < 0;
}

/// <summary>What <c>--volume</c> generates keeps the rules that the seed is held to, and its own.</summary>
public sealed class VolumeTests(VolumeWorld world) : IClassFixture<VolumeWorld>
{
    [Fact]
    public void The_seeds_own_rules_hold()
    {
        var seed = new SeedTests(world);
        seed.Every_company_has_a_keyholder();
        seed.Every_password_is_Password1();
        seed.One_user_is_Console_Connect_support();
        seed.Nothing_moves_by_itself();
        seed.Everything_that_has_a_status_has_a_history_that_ends_with_it();
        seed.Nothing_is_older_than_what_it_stands_on();
    }

    [Fact]
    public void The_seeds_rules_for_ports_and_orders_hold()
    {
        var ports = new SeedPortsTests(world);
        ports.A_port_stands_in_the_metro_of_its_facility();
        ports.A_port_is_as_fast_as_its_facility_offers();
        ports.An_order_and_its_port_say_the_same();
        ports.A_port_is_unknown_and_not_delivered_until_its_order_is_done();
        ports.A_port_that_is_not_delivered_has_an_order_and_no_connection();
        ports.Orders_are_made_by_the_network_people_of_verified_companies_where_facilities_are_ready();
        ports.Only_orders_at_off_net_facilities_wait_for_a_network_service_provider();
        ports.A_port_on_a_plan_is_covered_by_its_companys_subscription();
        ports.Only_ports_of_cloud_partners_have_a_partners_offer();
        ports.A_port_that_is_out_of_service_carries_nothing_that_is_in_service();
        ports.A_port_that_is_being_on_boarded_says_how();
        ports.A_port_in_single_service_mode_carries_one_untagged_connection();
    }

    [Fact]
    public void The_seeds_rules_for_connections_hold()
    {
        var connections = new SeedConnectionsTests(world);
        connections.What_leaves_a_port_never_takes_more_than_it_has();
        connections.No_connection_is_faster_than_the_port_it_leads_to();
        connections.A_connections_companies_and_metros_are_those_of_its_ports();
        connections.A_connections_regions_are_those_of_its_metros();
        connections.Only_groups_have_no_ports_and_only_requests_lack_the_other_sides();
        connections.A_connection_in_service_is_between_ports_in_service();
        connections.A_request_has_an_active_port_to_be_answered_with();
        connections.Whoever_approved_may_do_so_for_that_side();
        connections.A_connection_to_another_customer_is_there_once_both_have_approved();
        connections.Only_connections_to_cloud_partners_wait_for_acceptance_and_one_waits_for_amazon();
        connections.Only_what_failed_says_why();
        connections.A_vlan_is_in_its_ports_ranges_and_used_once_on_a_port();
        connections.A_change_request_is_made_by_a_side_that_approves_its_own_proposal();
        connections.A_change_request_that_is_pending_asks_for_more();
    }

    [Fact]
    public void The_seeds_rules_for_routers_hold_and_each_company_has_some()
    {
        var routers = new SeedCloudRouterTests(world);
        routers.A_router_that_is_or_was_there_has_a_contract_and_one_with_sites_is_there();
        routers.A_site_stands_on_a_port_of_the_companys_or_the_clouds_within_what_it_has();
        Assert.All(
            world.Companies.Values.Where(company => VolumeWorld.IsGenerated(company.Id)),
            company => Assert.Equal(2, world.Routers.Count(router => router.CompanyId == company.Id)));
        Assert.Contains(world.Routers, router => VolumeWorld.IsGenerated(router.Id) && router.Sites.Count == 2);
    }

    [Fact]
    public void The_first_company_has_a_fifth_of_ports_and_connections_and_each_other_about_fifty_ports()
    {
        var ports = world
            .Ports.Values.Where(port => VolumeWorld.IsGenerated(port.Id))
            .ToLookup(port => world.Companies[port.CompanyId].Username);
        var connections = world.Connections.Where(connection => VolumeWorld.IsGenerated(connection.Id)).ToList();
        var first = world.CompanyNamed("volume1").Id;

        Assert.Equal(VolumeWorld.Volume, ports.Sum(own => own.Count()));
        Assert.Equal(VolumeWorld.Volume / 5, ports["volume1"].Count());
        Assert.All(ports.Where(own => own.Key != "volume1"), own => Assert.InRange(own.Count(), 25, 75));
        Assert.Equal(VolumeWorld.Volume * 3 / 2, connections.Count);
        Assert.Equal(
            connections.Count / 5,
            connections.Count(connection => connection.SrcCompanyId == first || connection.DestCompanyId == first));
    }

    [Fact]
    public void There_is_something_in_every_status_that_needs_no_cloud_partner()
    {
        Assert.Equal(
            Enum.GetValues<PortStatus>(),
            world
                .Ports.Values.Where(port => VolumeWorld.IsGenerated(port.Id) && port.DeliveredAt is not null)
                .Select(port => port.Status)
                .Distinct()
                .Order());
        Assert.Equal(
            Enum.GetValues<PortOrderStatus>()
                .Except([PortOrderStatus.WaitingForNsp, .. SeedPortsTests.OfLaterEditions]),
            world
                .Orders.Where(order => VolumeWorld.IsGenerated(order.Id))
                .Select(order => order.Status)
                .Distinct()
                .Order()
                .Except([PortOrderStatus.WaitingForNsp]));
        Assert.Equal(
            Enum.GetValues<ConnectionStatus>().Except([ConnectionStatus.PendingAcceptance]),
            world
                .Connections.Where(connection => VolumeWorld.IsGenerated(connection.Id))
                .Select(connection => connection.Status)
                .Distinct()
                .Order());
    }

    [Fact]
    public void Names_are_valid_and_unique_and_addresses_lead_nowhere()
    {
        var users = world.Users.Values.Where(user => VolumeWorld.IsGenerated(user.Id)).ToList();
        var companies = world.Companies.Values.Where(company => VolumeWorld.IsGenerated(company.Id)).ToList();
        var names = world
            .Users.Values.Select(user => user.Username)
            .Concat(companies.Select(company => company.Username))
            .ToList();

        Assert.Equal(companies.Count, users.Count);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(users, user => Assert.True(Username.IsValid(user.Username), user.Username));
        Assert.All(users, user => Assert.EndsWith(".example", user.Email, StringComparison.Ordinal));
        Assert.All(companies, company =>
            Assert.Contains(world.ApiKeys, key =>
                key.Key == $"key-{company.Username}" && world.Has(key.UserId, RoleName.Admin, company.Id)));
    }

    [Fact]
    public void Every_id_is_24_hexadecimal_digits_between_the_seeds_and_those_that_are_counted_later()
    {
        var ids = world
            .Companies.Keys.Concat(world.Users.Keys)
            .Concat(world.Ports.Keys)
            .Concat(world.Orders.Select(order => order.Id))
            .Concat(world.Connections.Select(connection => connection.Id))
            .Concat(world.Memberships.Select(membership => membership.Id))
            .Where(VolumeWorld.IsGenerated)
            .ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{24}$", id));
        Assert.All(world.Ports.Values.Where(port => VolumeWorld.IsGenerated(port.Id)), port =>
            Assert.Equal(Convert.ToInt64(port.Id[..8], 16), port.CreatedAt.ToUnixTimeSeconds()));
        Assert.True(
            world
                .Connections.Where(connection => VolumeWorld.IsGenerated(connection.Id))
                .All(connection => connection.Since < EmulatorUnderTest.Start));
    }

    [Fact]
    public void The_same_seed_number_gives_the_same_world_and_another_another()
    {
        Assert.Equal(Told(new SeedWorld(100, seed: 7)), Told(new SeedWorld(100, seed: 7)));
        Assert.NotEqual(Told(new SeedWorld(100, seed: 7)), Told(new SeedWorld(100, seed: 8)));

        static string Told(SeedWorld world) =>
            string.Join(
                '\n',
                System.Text.Json.JsonSerializer.Serialize(world.Companies),
                System.Text.Json.JsonSerializer.Serialize(world.Users),
                System.Text.Json.JsonSerializer.Serialize(world.Ports),
                string.Join(
                    ' ',
                    world.Orders.Select(order => $"{order.Id} {order.PortName} {order.Status} {order.Since:O}")),
                string.Join(
                    ' ',
                    world.Connections.Select(connection =>
                        $"{connection.Id} {connection.SrcName} "
                        + $"{connection.SrcPortId} {connection.DestPortId} {connection.Speed} {connection.Status} "
                        + $"{connection.Since:O}")));
    }

    [Fact]
    public void The_largest_world_ends_before_the_ids_that_are_counted_later()
    {
        var plan = new VolumePlan(1_000_000, seed: -1);

        Assert.True(VolumeWorld.IsGenerated(plan.Company(0).Id));
        Assert.True(VolumeWorld.IsGenerated(plan.Connection(plan.Connections - 1).Id));
        Assert.True(string.CompareOrdinal(plan.Order(plan.Ports - 1).Id, plan.Connection(0).Id) < 0);
        Assert.Equal(plan.Ports, plan.FirstPortOf(plan.Companies));
    }

    [Fact]
    public async Task It_is_served_page_by_page_and_comes_back_with_a_reset()
    {
        await using var emulator = new EmulatorUnderTest("volume=100");
        var keyholder = emulator.With("key-volume1");
        const string Page = "/api/v2/company/volume1/connections?page=1&count=20&status=ACTIVE";
        var page = (await keyholder.Get(Page)).MustBeOk();
        var ports = (await keyholder.Get("/api/company/volume1/ports?page=2&count=5")).MustBeOk()["results"]!.AsArray();

        Assert.Equal(20, page["results"]!.AsArray().Count);
        Assert.Equal(5, ports.Count);
        (await keyholder.Put($"/api/v2/company/volume1/connections/{page["results"]![0]!["id"]}/disable")).MustBeOk();
        Assert.NotEqual(page.Text, (await keyholder.Get(Page)).Text);
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(page.Text, (await keyholder.Get(Page)).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void The_smallest_worlds_keep_the_rules_too(int volume)
    {
        var small = new SeedWorld(volume, seed: 3);

        Assert.Equal(volume, small.Ports.Keys.Count(VolumeWorld.IsGenerated));
        new SeedConnectionsTests(small).What_leaves_a_port_never_takes_more_than_it_has();
        new SeedConnectionsTests(small).A_connections_companies_and_metros_are_those_of_its_ports();
    }
}
