using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Plans;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seed's ports, orders and subscriptions agree with each other.</summary>
public sealed class SeedPortsTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    [Fact]
    public void There_is_a_port_in_every_documented_status() =>
        Assert.Equal(
            Enum.GetValues<PortStatus>(),
            world
                .Ports.Values.Where(port => port.DeliveredAt is not null)
                .Select(port => port.Status)
                .Distinct()
                .Order());

    /// <summary>What only later editions have: an order gets there by time or by <c>/__admin</c>.</summary>
    internal static readonly PortOrderStatus[] OfLaterEditions =
    [
        PortOrderStatus.Processing, PortOrderStatus.SetupXc, PortOrderStatus.Error, PortOrderStatus.Draft,
        PortOrderStatus.SiteSurvey, PortOrderStatus.Installation,
    ];

    [Fact]
    public void There_is_an_order_in_every_documented_status() =>
        Assert.Equal(
            Enum.GetValues<PortOrderStatus>().Except(OfLaterEditions),
            world.Orders.Select(order => order.Status).Distinct().Order());

    [Fact]
    public void A_port_stands_in_the_metro_of_its_facility() =>
        Assert.All(world.Ports.Values.Where(port => port.FacilityId is not null), port =>
        {
            var facility = world.Facilities[port.FacilityId!];
            Assert.Equal(facility.MetroId, port.MetroId);
            Assert.Equal(facility.LocationId, port.LocationId);
        });

    [Fact]
    public void A_port_is_as_fast_as_its_facility_offers() =>
        Assert.All(world.Ports.Values.Where(port => port.FacilityId is not null), port =>
        {
            var speeds = world.Facilities[port.FacilityId!].Speeds;
            Assert.True(speeds.Count == 0 || speeds.Contains(port.Speed), port.Id);
        });

    [Fact]
    public void A_cross_connect_is_made_of_what_its_port_takes() => Assert.All(world.AccessCircuits, circuit =>
    {
        var port = world.Ports[circuit.PortId];
        Assert.NotNull(port.DeliveredAt);
        Assert.Equal(port.MediaType, Spelling.Of(circuit.CrossConnectMediaType));
    });

    [Fact]
    public void An_order_and_its_port_say_the_same() => Assert.All(world.Orders, order =>
        {
            var port = world.Ports[order.PortId];
            Assert.Equal(
                (order.CompanyId, order.FacilityId, order.PortName, order.Speed),
                (port.CompanyId, port.FacilityId, port.Name, port.Speed));
            Assert.Equal((order.PaymentType, order.BillingId), (port.PaymentType, port.BillingId));
        });

    [Fact]
    public void A_port_is_unknown_and_not_delivered_until_its_order_is_done() => Assert.All(world.Orders, order =>
        {
            var port = world.Ports[order.PortId];
            Assert.Equal(order.Status == PortOrderStatus.Done, port.DeliveredAt is not null);
            if (order.Status != PortOrderStatus.Done)
            {
                Assert.Equal(
                    order.Status == PortOrderStatus.Cancelled ? PortStatus.Deleted : PortStatus.Unknown,
                    port.Status);
            }
        });

    [Fact]
    public void A_port_that_is_not_delivered_has_an_order_and_no_connection() =>
        Assert.All(world.Ports.Values.Where(port => port.DeliveredAt is null), port =>
        {
            Assert.Single(world.Orders, order => order.PortId == port.Id);
            Assert.Empty(world.AttachedTo(port));
        });

    [Fact]
    public void Orders_are_made_by_the_network_people_of_verified_companies_where_facilities_are_ready() =>
        Assert.All(world.Orders, order =>
        {
            Assert.True(world.WritesNetwork(order.CreatedBy, order.CompanyId), order.Id);
            Assert.True(order.CancelledBy is null || world.WritesNetwork(order.CancelledBy, order.CompanyId), order.Id);
            Assert.Equal(
                order.Status is PortOrderStatus.Cancelling or PortOrderStatus.Cancelled,
                order.CancelledBy is not null);
            Assert.True(world.Companies[order.CompanyId].Verified, order.Id);
            Assert.True(world.Facilities[order.FacilityId].Ready, order.Id);
        });

    [Fact]
    public void Only_orders_at_off_net_facilities_wait_for_a_network_service_provider() =>
        Assert.All(world.Orders.Where(order => order.Status == PortOrderStatus.WaitingForNsp), order =>
            Assert.True(world.Facilities[order.FacilityId].IsOffNet));

    [Fact]
    public void A_port_on_a_plan_is_covered_by_its_companys_subscription() => Assert.All(world.Ports.Values, port =>
    {
        Assert.Equal(port.PaymentType == "plan", port.BillingId is not null);
        if (port.BillingId is { } id)
        {
            Assert.Equal(port.CompanyId, world.Subscriptions[id].CompanyId);
            Assert.False(port.Speed > world.Subscriptions[id].PortSpeed, port.Id);
        }
    });

    [Fact]
    public void No_subscription_covers_more_ports_than_it_has_and_one_is_used_up()
    {
        var used = world.Subscriptions.Values.ToDictionary(
            subscription => subscription,
            subscription =>
                world.Ports.Values.Count(port => port.BillingId == subscription.Id && port.Status != PortStatus.Deleted)
        );

        Assert.All(used, pair => Assert.True(pair.Value <= pair.Key.Ports, pair.Key.Id));
        Assert.Single(used, pair => pair.Key.Ports == 1 && pair.Value == 1);
        Assert.All(world.Subscriptions.Values, subscription =>
            Assert.Contains(world.Memberships, membership =>
                membership.UserId == subscription.UserId && membership.CompanyId == subscription.CompanyId));
    }

    [Fact]
    public void No_port_has_more_between_two_regions_than_its_plan_gives_it()
    {
        var limited = world
            .Holding.Where(connection => connection.SrcPortId is { } port && world.Ports[port].BillingId is not null)
            .Select(connection =>
                (
                    Connection: connection,
                    Between: RegionPair.Between(
                        world.Metros[connection.SrcMetroId],
                        world.Metros[connection.DestMetroId])))
            .Where(held => held.Between is not null)
            .GroupBy(
                held => (Port: held.Connection.SrcPortId!, Between: held.Between!.Value),
                held => held.Connection.HeldSpeed)
            .Select(held =>
                (
                    Sold: held.Sum(),
                    Allowed: world.Subscriptions[world.Ports[held.Key.Port].BillingId!].CdrBetween(held.Key.Between)))
            .Where(held => held.Allowed is not null)
            .ToList();

        Assert.NotEmpty(limited);
        Assert.All(limited, held => Assert.True(held.Sold <= held.Allowed, held.ToString()));
    }

    [Fact]
    public void Every_cloud_partner_sells_an_addon_and_nobody_else_does()
    {
        Assert.Equal(
            world.Companies.Values.Where(company => company.IsCloudProvider).Select(company => company.Id).Order(),
            world.Addons.Select(addon => addon.PartnerId).Distinct().Order());
        Assert.Contains(world.Addons, addon => addon.CompanyIds.Count > 0);
        Assert.Contains(world.Addons, addon => addon.RegionIds.Count > 0);
    }

    [Fact]
    public void Every_partners_port_is_on_a_device() =>
        Assert.All(world.Ports.Values, port =>
            Assert.Equal(world.Companies[port.CompanyId].Partner != PartnerType.None, port.DeviceId is not null));

    [Fact]
    public void Only_ports_of_cloud_partners_have_a_partners_offer() => Assert.All(world.Ports.Values, port =>
    {
        var company = world.Companies[port.CompanyId];
        Assert.Equal(company.IsCloudProvider, port.Type == PortType.Dcp);
        Assert.Equal(company.IsCloudProvider ? company.Partner : null, port.Partner?.Type);
    });

    [Theory]
    [InlineData("amazon")]
    [InlineData("azure")]
    [InlineData("google_cloud")]
    [InlineData("tencent-cloud")]
    [InlineData("alibaba_cloud")]
    [InlineData("ibm")]
    [InlineData("oracle")]
    [InlineData("ovhcloud")]
    public void A_cloud_partner_sells_in_two_to_four_places(string username)
    {
        var ports = world.Ports.Values.Where(port => port.CompanyId == world.CompanyNamed(username).Id).ToList();

        Assert.InRange(ports.Select(port => port.MetroId).Distinct().Count(), 2, 4);
        Assert.All(ports, port => Assert.Equal(PortStatus.Active, port.Status));
        Assert.All(ports, port => Assert.NotEmpty(port.Partner!.Speeds));
        Assert.All(ports.SelectMany(port => port.Partner!.Speeds), speed =>
            Assert.Contains(speed.Type, new[] { "AUTOMATIC", "MANUAL" }));
    }

    [Fact]
    public void The_network_service_provider_has_ports_of_its_kind()
    {
        var provider = world.CompanyNamed("internet");
        var ports = world.Ports.Values.Where(port => port.CompanyId == provider.Id).ToList();

        Assert.Equal(PartnerType.Nsp, provider.Partner);
        Assert.NotEmpty(ports);
        Assert.All(ports, port => Assert.Equal(PortType.PhysicalNsp, port.Type));
    }

    [Fact]
    public void A_port_that_is_out_of_service_carries_nothing_that_is_in_service() =>
        Assert.All(
            world.Ports.Values.Where(port =>
                port.Status is PortStatus.Disabling or PortStatus.Disabled or PortStatus.Deleting or PortStatus.Deleted
            ),
            port =>
                Assert.All(world.AttachedTo(port), connection =>
                    Assert.Equal(ConnectionStatus.Disabled, connection.Status)));

    [Fact]
    public void A_port_that_is_being_on_boarded_says_how()
    {
        Assert.All(world.Ports.Values.Where(port => port.Status == PortStatus.Onboarding), port =>
            Assert.NotNull(port.Onboarding));
        Assert.All(world.Ports.Values.Where(port => port.Onboarding is not null), port =>
            Assert.True(world.Users.ContainsKey(port.Onboarding!.By)));
    }

    [Fact]
    public void A_port_in_single_service_mode_carries_one_untagged_connection()
    {
        var singles = world.Ports.Values.Where(port => port.SingleService).ToList();

        Assert.NotEmpty(singles);
        Assert.All(singles, port =>
        {
            var connection = Assert.Single(world.AttachedTo(port));
            Assert.True(connection.SrcPortId == port.Id ? connection.SrcUntagged : connection.DestUntagged);
        });
        Assert.All(world.Holding.Where(connection => connection.SrcUntagged), connection =>
            Assert.True(world.Ports[connection.SrcPortId!].SingleService));
        Assert.All(world.Holding.Where(connection => connection.DestUntagged), connection =>
            Assert.True(world.Ports[connection.DestPortId!].SingleService));
    }
}
