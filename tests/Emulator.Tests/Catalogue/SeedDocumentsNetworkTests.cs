using System.Globalization;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// The ports, orders, subscriptions and connections that the three documents print are there, and as they must be for
/// the documents' requests to succeed.
/// </summary>
public sealed class SeedDocumentsNetworkTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    private const string SanJose = "1232413986c08c061dd8c45f";
    private const string Brisbane = "d466b388d3e9ee0a92177910";

    [Theory]
    [InlineData("55767b5652a693344a015744", "Acme", SanJose)]
    [InlineData("576247795c9de0b91e8b8576", "Acme", SanJose)]
    [InlineData("5762451a82894b9b1b1a5dc2", "corp", SanJose)]
    [InlineData("58afc0489430ab7f3666b97a", "company2", Brisbane)]
    [InlineData("579f33b348010f508c7a4495", "CompanyA", SanJose)]
    [InlineData("57e0aba00956ad107191328c", "acmeinc", null)]
    [InlineData("57e0aba10956ad1071913290", "acmeinc", null)]
    [InlineData("579ec72fa21a602e46f32c30", "amazon", SanJose)]
    public void A_port_of_the_documents_is_in_service(string id, string company, string? metroId)
    {
        var port = world.Ports[id];

        Assert.Equal(PortStatus.Active, port.Status);
        Assert.Equal(company, world.Companies[port.CompanyId].Username);
        Assert.Equal(metroId ?? port.MetroId, port.MetroId);
    }

    [Fact]
    public void The_port_that_the_documents_disable_and_delete_can_be()
    {
        var port = world.Ports["55767b5652a693344a015744"];

        Assert.Null(port.Onboarding);
        Assert.Single(world.AttachedTo(port));
        Assert.All(world.AttachedTo(port), connection => Assert.Equal(ConnectionStatus.Disabled, connection.Status));
    }

    [Fact]
    public void The_port_that_the_documents_connect_to_CompanyA_from_has_plenty_left()
    {
        var port = world.Ports["576247795c9de0b91e8b8576"];

        Assert.Equal(1000, port.Speed);
        Assert.True(world.FreeOn(port) >= 500);
        Assert.False(port.SingleService);
    }

    [Theory]
    [InlineData("company2", SanJose)]
    [InlineData("company2", Brisbane)]
    [InlineData("CompanyA", SanJose)]
    [InlineData("Acme", SanJose)]
    public void Whoever_is_asked_for_a_connection_has_a_port_to_answer_with(string company, string metroId) =>
        Assert.Contains(world.Ports.Values, port =>
            port.CompanyId == world.CompanyNamed(company).Id
            && port.MetroId == metroId
            && port.Status == PortStatus.Active
            && world.FreeOn(port) >= 100);

    [Fact]
    public void The_list_of_ports_has_what_the_older_edition_prints()
    {
        var port = world.Ports["5762451a82894b9b1b1a5dc2"];
        var controller = Assert.Single(port.Controllers);

        Assert.Equal(("Vicente", 1000, "176251"), (port.Name, port.Speed, port.Asn));
        Assert.Equal([new VlanRange(3600, 3699)], port.VlanRanges);
        Assert.Equal(
            ("5762451b82894b9b1b1a5dc6", "corp - Skyla", 200, "111.111.111.111", "1111::1111:1111:1111:1111", "54321"),
            (controller.Id, controller.Name, controller.Vlan, controller.Ipv4, controller.Ipv6, controller.Asn));
        Assert.Equal(SanJose, controller.MetroId);
    }

    [Fact]
    public void The_list_of_ports_has_what_the_newer_edition_prints()
    {
        var port = Assert.Single(world.Ports.Values, port =>
            port.CompanyId == world.CompanyNamed("corp").Id && port.Onboarding is not null);

        Assert.Equal((PortType.Nni, 1000, 635), (port.Type, port.Speed, world.FreeOn(port)));
        Assert.Equal(
            ("COPPER", "A", "123456", "plan"),
            (port.MediaType, port.IciLink, port.SalesRecordId, port.PaymentType));
        Assert.Equal([new VlanRange(1000, 1010)], port.VlanRanges);
        Assert.Equal(["Meeting place port"], port.ReportingLabels);
        Assert.Equal(["L2"], port.SupportedServices);
        Assert.Equal("hkg05", world.Facilities[port.FacilityId!].Username);
        Assert.Equal(2, world.AttachedTo(port).Count(connection => connection.Status == ConnectionStatus.Error));
    }

    [Fact]
    public void The_cloud_region_that_the_documents_print_has_its_speeds()
    {
        var offer = world.Ports["579ec72fa21a602e46f32c30"].Partner!;

        Assert.Equal((PartnerType.Aws, "us-west-1"), (offer.Type, offer.RegionName));
        Assert.Equal(
            [
                (50, "AUTOMATIC"),
                (100, "AUTOMATIC"),
                (200, "AUTOMATIC"),
                (300, "AUTOMATIC"),
                (400, "AUTOMATIC"),
                (500, "AUTOMATIC"),
                (1000, "MANUAL"),
                (10000, "MANUAL"),
            ],
            offer.Speeds.Select(speed => (speed.Value, speed.Type)));
    }

    [Theory]
    [InlineData("56d691309a90128d55831db1", "company1", PortOrderStatus.Created)]
    [InlineData("5609caf241fc0fb816805b8c", "company1", PortOrderStatus.Created)]
    [InlineData("55767b5652a693344a015744", "Acme", PortOrderStatus.Allocated)]
    [InlineData("Acme", "Acme", PortOrderStatus.Created)]
    internal void An_order_of_the_documents_is_there(string id, string company, PortOrderStatus status)
    {
        var order = world.OrderWith(id);

        Assert.Equal((company, status), (world.Companies[order.CompanyId].Username, order.Status));
    }

    [Fact]
    public void The_documents_orders_are_for_the_ports_and_places_that_they_print()
    {
        Assert.Equal("56d6912f9a90128d55831da8", world.OrderWith("56d691309a90128d55831db1").PortId);
        Assert.Equal(
            "68961a5a-7133-4fd7-8559-ec2cb8d21da4",
            world.Facilities[world.OrderWith("5609caf241fc0fb816805b8c").FacilityId].LocationId);
    }

    [Fact]
    public void The_subscription_that_the_documents_order_with_covers_more_ports()
    {
        var subscription = world.Subscriptions["56d691309a90128d55831db2"];
        var used = world.Ports.Values.Count(port =>
            port.BillingId == subscription.Id && port.Status != PortStatus.Deleted);

        Assert.Equal("Acme", world.Companies[subscription.CompanyId].Username);
        Assert.True(subscription.Covers(used + 3, 10000));
    }

    [Fact]
    public void The_subscription_of_the_entitlements_is_there()
    {
        var subscription = world.Subscriptions["5c07767990a74879f2cf8cf4"];

        Assert.Equal(
            ("5c07766b3a4c3579f27a4553", "5c07767990a74879f2cf8cf1", 1, "y"),
            (subscription.UserId, subscription.BundleId, subscription.Length, subscription.LengthUnit));
        Assert.Contains(world.Ports.Values, port => port.BillingId == subscription.Id);
        Assert.Contains(world.Subscriptions.Values, other => world.Companies[other.CompanyId].Username == "company1");
    }

    [Theory]
    [InlineData("55783e39519d254d36f6126e", "International link", "Acme", "company2", 200)]
    [InlineData("58afc0499430ab7f3666b990", "Jocelyn", "company1", "company2", 500)]
    [InlineData("5762451d82894b9b1b1a5dd2", "Sierra", "corp", "Acme", 100)]
    [InlineData("579f33b548010f508c7a449c", "newname", "CompanyB", "corp", 500)]
    public void A_connection_of_the_documents_is_in_service(string id, string name, string src, string dest, int speed)
    {
        var connection = world.ConnectionWith(id);

        Assert.Equal((name, speed, ConnectionStatus.Active), (connection.SrcName, connection.Speed, connection.Status));
        Assert.Equal(
            (src, dest),
            (world.Companies[connection.SrcCompanyId].Username, world.Companies[connection.DestCompanyId].Username));
    }

    [Fact]
    public void The_connection_that_the_documents_ask_to_change_can_be_changed()
    {
        var connection = world.ConnectionWith("55783e39519d254d36f6126e");

        Assert.Null(connection.Change);
        Assert.NotEqual("55767b5652a693344a015744", connection.SrcPortId);
        Assert.True(world.FreeOn(world.Ports[connection.SrcPortId!]) >= 50);
        Assert.True(world.Ports[connection.DestPortId!].Speed >= 250);
    }

    [Fact]
    public void The_connection_with_a_change_request_is_as_printed()
    {
        var connection = world.ConnectionWith("58afc0499430ab7f3666b990");
        var change = connection.Change!;

        Assert.Equal(
            ("GOLD", 1000, 2000),
            (connection.ClassOfService, connection.SrcVlanRequest, connection.DestVlanRequest));
        Assert.Equal("58afc0489430ab7f3666b97a", connection.DestPortId);
        Assert.Equal("236107000000000000000001", connection.SrcRegionId);
        Assert.Equal("236107000000000000000001", connection.DestRegionId);
        Assert.Equal((ChangeRequestStatus.Pending, 580, Side.Dest), (change.Status, change.Speed, change.ProposedBy));
        Assert.Equal((null, "58afc0479430ab7f3666b971"), (change.SrcApproval, change.DestApproval));
        Assert.Equal(
            "2017-02-24T05:10:44.942Z",
            change.UpdatedAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_connection_of_the_layer_3_days_ends_at_the_port_with_a_controller()
    {
        var connection = world.ConnectionWith("579f33b548010f508c7a449c");

        Assert.Equal((ConnectionType.Layer3, 1), (connection.Type, connection.Tag));
        Assert.Equal("5762451a82894b9b1b1a5dc2", connection.DestPortId);
        Assert.Equal("5762451a82894b9b1b1a5dc2", world.ConnectionWith("5762451d82894b9b1b1a5dd2").SrcPortId);
    }
}
