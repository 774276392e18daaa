using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seeded services keep the rules that the emulator would keep them to.</summary>
public sealed class SeedInternetTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    [Fact]
    public void There_is_a_service_in_every_status_and_of_every_billing()
    {
        Assert.Equal(
            Enum.GetValues<IodServiceStatus>().Except([IodServiceStatus.Deleted]),
            world.Services.Select(service => service.Status).Distinct().Order());
        Assert.Equal(
            ["bespoke", "free", "payg"],
            world.Services.Select(service => service.BillingType).Distinct().Order());
        Assert.Equal(
            ["creditcard", "invoice"],
            world.Services.Select(service => service.PaymentType).Distinct().Order());
        Assert.Equal(Enum.GetValues<AsnStatus>(), world.Asns.Select(asn => asn.Status).Distinct().Order());
    }

    [Fact]
    public void A_service_goes_through_a_port_of_its_companys_that_can_carry_it() =>
        Assert.All(world.Services, service =>
        {
            var port = world.Ports[service.AccessPortId];
            Assert.Equal(service.CompanyId, port.CompanyId);
            Assert.Equal(PortStatus.Active, port.Status);
            Assert.True(port.HasIod, port.Id);
            Assert.True(world.FreeOn(port) >= 0, port.Id);
            Assert.True(port.Offers(service.Vlan));
            Assert.DoesNotContain(world.AttachedTo(port), connection =>
                connection.SrcVlan == service.Vlan || connection.DestVlan == service.Vlan);
            Assert.True(service.CreatedAt >= port.CreatedAt);
        });

    [Fact]
    public void A_dynamic_service_has_an_ASN_of_its_companys_and_a_key_and_a_static_one_neither() =>
        Assert.All(world.Services, service =>
        {
            Assert.Equal(service.Routing == RoutingType.Dynamic, service.BgpKey is not null);
            Assert.Equal(service.Routing == RoutingType.Dynamic, service.Asn is not null);
            Assert.True(
                service.Asn is null
                    || (
                        service.Asn.CompanyId == service.CompanyId
                        && service.Asn.Status is AsnStatus.Verified or AsnStatus.Private),
                service.Name);
        });

    [Fact]
    public void ASNs_are_of_the_ranges_that_they_may_be_of() =>
        Assert.All(world.Asns, asn =>
            Assert.Null(
                asn.Status == AsnStatus.Private
                    ? PrivateAsns.Objection(asn.Number, isTaken: false)
                    : PublicAsns.Objection(asn.Number, isTaken: false)));

    [Fact]
    public void Blocks_are_of_their_pools_and_share_no_address()
    {
        foreach (var pool in IpPool.All)
        {
            var blocks = world
                .Services.SelectMany(service => service.Blocks)
                .Where(block => block.Version == pool.Version && block.Purpose == pool.Purpose)
                .ToList();
            Assert.NotEmpty(blocks);
            Assert.All(blocks, block =>
            {
                // With every other block given, its own place is free: so it is in the pool, on a boundary, and nobody
                // else's.
                var others = blocks.Where(other => other != block).ToList();
                var network = System.Net.IPNetwork.Parse(block.Cidr);
                Assert.Contains(pool.Ranges.Select(System.Net.IPNetwork.Parse), range =>
                    range.Contains(network.BaseAddress));
                Assert.DoesNotContain(others, other =>
                    network.Contains(System.Net.IPAddress.Parse(other.Address))
                    || System.Net.IPNetwork.Parse(other.Cidr).Contains(network.BaseAddress));
            });
        }

        Assert.All(world.Services, service => Assert.NotNull(service.Block(IpVersion.Ipv4, IpPurpose.Linknet)));
        Assert.All(world.Services, service =>
            Assert.Equal(service.EnableIpv6, service.Block(IpVersion.Ipv6, IpPurpose.Linknet) is not null));
    }

    [Fact]
    public void Flexes_follow_each_other_and_what_is_in_force_is_the_last_that_began()
    {
        foreach (var flexes in world.Flexes.GroupBy(flex => flex.ServiceId))
        {
            var service = flexes.First().Service;
            Assert.True(flexes.Count(flex => flex.InProgress) <= 1);
            var inForce = flexes.SingleOrDefault(flex => flex.Active);
            Assert.Equal(inForce?.Bandwidth ?? service.ContractBandwidth, service.RateLimit);
            Assert.All(flexes, flex => Assert.NotNull(FlexPricing.Of(world.Prices, flex.Extra, null, default)));
            Assert.All(flexes.Where(flex => flex.ActiveUntil is not null), flex =>
                Assert.True(flex.ActiveFrom < flex.ActiveUntil));
        }
    }

    [Fact]
    public void The_documents_service_is_as_printed_and_out_of_its_contract()
    {
        var service = world.Services.Single(service => service.Id == "06327dfa-4e86-438b-af4c-3086be0a2467");
        Assert.Equal(
            ("5e4cb418ab1dbe8c8476163b", "gia-service", 100, 150),
            (service.CompanyId, service.Name, service.ContractBandwidth, service.BurstRate));
        Assert.True(service.ContractEndsAt < EmulatorUnderTest.Start);
        Assert.Contains(world.Services, other =>
            other.CompanyId == service.CompanyId && other.ContractEndsAt > EmulatorUnderTest.Start.AddYears(1));
    }
}
