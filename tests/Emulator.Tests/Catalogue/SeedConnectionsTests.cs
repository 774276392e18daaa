using Emulator.Domain.Connections;
using Emulator.Domain.Ports;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seed's connections and change requests keep to the rules of both their sides.</summary>
public sealed class SeedConnectionsTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    [Fact]
    public void There_is_a_connection_in_every_documented_status() =>
        Assert.Equal(
            Enum.GetValues<ConnectionStatus>(),
            world.Connections.Select(connection => connection.Status).Distinct().Order());

    [Fact]
    public void There_is_a_change_request_in_every_documented_status() =>
        Assert.Equal(
            [ChangeRequestStatus.Pending, ChangeRequestStatus.Withdrawn, ChangeRequestStatus.Rejected],
            world
                .Connections.Where(connection => connection.Change is not null)
                .Select(connection => connection.Change!.Status)
                .Distinct()
                .Order());

    [Fact]
    public void What_leaves_a_port_never_takes_more_than_it_has() =>
        Assert.All(world.Ports.Values, port => Assert.True(world.FreeOn(port) >= 0, $"{port.Id} is oversold by "
            + $"{-world.FreeOn(port)} Mbps"));

    [Fact]
    public void No_connection_is_faster_than_the_port_it_leads_to() =>
        Assert.All(world.Connections.Where(connection => connection.DestPortId is not null), connection =>
            Assert.True(connection.HeldSpeed <= world.Ports[connection.DestPortId!].Speed, connection.Id));

    [Fact]
    public void A_connections_companies_and_metros_are_those_of_its_ports() =>
        Assert.All(world.Connections, connection =>
        {
            if (connection.SrcPortId is { } src)
            {
                Assert.Equal(
                    (connection.SrcCompanyId, connection.SrcMetroId),
                    (world.Ports[src].CompanyId, world.Ports[src].MetroId));
            }

            if (connection.DestPortId is { } dest)
            {
                Assert.Equal(
                    (connection.DestCompanyId, connection.DestMetroId),
                    (world.Ports[dest].CompanyId, world.Ports[dest].MetroId));
            }

            Assert.True(connection.SrcPortId is null || connection.SrcPortId != connection.DestPortId, connection.Id);
        });

    [Fact]
    public void A_connections_regions_are_those_of_its_metros() => Assert.All(world.Connections, connection =>
        {
            Assert.Equal(world.Metros[connection.SrcMetroId].RegionIds[0], connection.SrcRegionId);
            Assert.Equal(world.Metros[connection.DestMetroId].RegionIds[0], connection.DestRegionId);
        });

    [Fact]
    public void Only_groups_have_no_ports_and_only_requests_lack_the_other_sides() =>
        Assert.All(world.Connections, connection =>
        {
            Assert.Equal(connection.Type == ConnectionType.GroupLayer2, connection.SrcPortId is null);
            if (connection.DestPortId is null)
            {
                Assert.True(
                    connection.Type == ConnectionType.GroupLayer2
                        || connection.Status
                            is ConnectionStatus.Pending
                                or ConnectionStatus.Cancelled
                                or ConnectionStatus.Denied,
                    connection.Id);
            }
        });

    [Fact]
    public void A_connection_in_service_is_between_ports_in_service() =>
        Assert.All(
            world.Connections.Where(connection =>
                connection.Type != ConnectionType.GroupLayer2
                && connection.Status
                    is ConnectionStatus.Active
                        or ConnectionStatus.Accepted
                        or ConnectionStatus.Creating
                        or ConnectionStatus.Enabling
                        or ConnectionStatus.Activating),
            connection =>
            {
                Assert.Equal(PortStatus.Active, world.Ports[connection.SrcPortId!].Status);
                Assert.Equal(PortStatus.Active, world.Ports[connection.DestPortId!].Status);
            });

    [Fact]
    public void A_request_has_an_active_port_to_be_answered_with() =>
        Assert.All(
            world.Connections.Where(connection => connection is { Status: ConnectionStatus.Pending, DestPortId: null }),
            connection =>
                Assert.Contains(world.Ports.Values, port =>
                    port.CompanyId == connection.DestCompanyId
                    && port.MetroId == connection.DestMetroId
                    && port.Status == PortStatus.Active
                    && port.Speed >= connection.Speed));

    [Fact]
    public void Whoever_approved_may_do_so_for_that_side() => Assert.All(world.Connections, connection =>
        {
            Assert.True(world.WritesNetwork(connection.SrcApprovedBy!, connection.SrcCompanyId), connection.Id);
            Assert.True(
                connection.DestApprovedBy is null
                    || world.WritesNetwork(connection.DestApprovedBy, connection.DestCompanyId),
                connection.Id);
        });

    [Fact]
    public void A_connection_to_another_customer_is_there_once_both_have_approved() =>
        Assert.All(
            world.Connections.Where(connection =>
                !connection.IsToSelf && !world.Companies[connection.DestCompanyId].IsCloudProvider),
            connection =>
                Assert.Equal(
                    connection.Status
                        is ConnectionStatus.Pending
                            or ConnectionStatus.Cancelled
                            or ConnectionStatus.Denied,
                    connection.DestApprovedBy is null));

    [Fact]
    public void Only_connections_to_cloud_partners_wait_for_acceptance_and_one_waits_for_amazon()
    {
        var waiting = world
            .Connections.Where(connection => connection.Status == ConnectionStatus.PendingAcceptance)
            .ToList();

        Assert.All(waiting, connection => Assert.True(world.Companies[connection.DestCompanyId].IsCloudProvider));
        Assert.Contains(waiting, connection => world.Companies[connection.DestCompanyId].Username == "amazon");
    }

    [Fact]
    public void A_connection_to_a_cloud_partner_has_a_speed_that_is_offered_there() =>
        Assert.All(
            world.Connections.Where(connection =>
                connection.DestPortId is not null && world.Ports[connection.DestPortId].Partner is not null),
            connection =>
                Assert.Contains(world.Ports[connection.DestPortId!].Partner!.Speeds, speed =>
                    speed.Value == connection.Speed));

    [Fact]
    public void A_group_has_two_subconnections_between_its_companies()
    {
        var groups = world.Connections.Where(connection => connection.Type == ConnectionType.GroupLayer2).ToList();
        var subconnections = world
            .Connections.Where(connection => connection.ParentId is not null)
            .ToLookup(connection => connection.ParentId);

        Assert.NotEmpty(groups);
        Assert.Subset(
            groups.Select(group => group.Id).ToHashSet(),
            subconnections.Select(subs => subs.Key!).ToHashSet());
        Assert.All(groups, group =>
        {
            Assert.Equal(2, subconnections[group.Id].Count());
            Assert.All(subconnections[group.Id], sub =>
                Assert.Equal(
                    (ConnectionType.Layer2, group.SrcCompanyId, group.DestCompanyId, group.Speed, group.Status),
                    (sub.Type, sub.SrcCompanyId, sub.DestCompanyId, sub.Speed, sub.Status)));
            Assert.Equal(2, subconnections[group.Id].Select(sub => sub.DestPortId).Distinct().Count());
        });
    }

    [Fact]
    public void Only_what_failed_says_why() =>
        Assert.All(world.Connections, connection =>
            Assert.Equal(connection.Status == ConnectionStatus.Error, connection.ErrorReason is not null));

    [Fact]
    public void A_vlan_is_in_its_ports_ranges_and_used_once_on_a_port()
    {
        var layer2 = world.Holding.Where(connection => connection.Type == ConnectionType.Layer2).ToList();
        var uses = layer2
            .Select(connection => (PortId: connection.SrcPortId, Vlan: connection.SrcVlanRequest ?? connection.Tag))
            .Concat(
                layer2.Select(connection =>
                    (PortId: connection.DestPortId, Vlan: connection.DestVlanRequest ?? connection.Tag)))
            .Where(use => use.PortId is not null && use.Vlan is not null)
            .ToList();

        Assert.All(uses, use =>
            Assert.Contains(world.Ports[use.PortId!].VlanRanges, range =>
                use.Vlan >= range.First && use.Vlan <= range.Last));
        Assert.Equal(uses.Count, uses.Distinct().Count());
    }

    [Fact]
    public void A_change_request_is_made_by_a_side_that_approves_its_own_proposal() => Assert.All(
        world.Connections.Where(connection => connection.Change is not null), connection =>
        {
            var change = connection.Change!;
            var company = change.ProposedBy == Side.Src ? connection.SrcCompanyId : connection.DestCompanyId;
            Assert.False(connection.IsToSelf);
            Assert.True(world.WritesNetwork(change.ApprovalOf(change.ProposedBy)!, company), connection.Id);
            Assert.Null(change.ApprovalOf(change.ProposedBy == Side.Src ? Side.Dest : Side.Src));
        });

    [Fact]
    public void A_change_request_that_is_pending_asks_for_more() => Assert.All(
        world.Connections.Where(connection => connection.Change?.Status == ChangeRequestStatus.Pending), connection =>
        {
            Assert.True(connection.Change!.Speed > connection.Speed, connection.Id);
            Assert.Equal(ConnectionStatus.Active, connection.Status);
        });
}
