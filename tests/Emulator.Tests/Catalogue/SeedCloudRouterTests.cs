using Emulator.Domain.CloudRouters;
using Emulator.Domain.Ports;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seeded CloudRouters, their sites, and the clouds that sites lead to.</summary>
public sealed class SeedCloudRouterTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    private List<CloudRouterSite> Sites => [.. world.Routers.SelectMany(router => router.Sites)];

    private List<CloudRouterSite> OnPorts => Sites.FindAll(site => site.SimPoolId is null);

    [Fact]
    public void Every_status_but_deleted_can_be_seen()
    {
        Assert.Equal(
            Enum.GetValues<CloudRouterStatus>().Except([CloudRouterStatus.Deleted]),
            world.Routers.Select(router => router.Status).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<CloudRouterSiteStatus>().Except([CloudRouterSiteStatus.Deleted]),
            Sites.Select(site => site.Status).Distinct().Order());
    }

    [Fact]
    public void A_router_that_is_or_was_there_has_a_contract_and_one_with_sites_is_there()
    {
        Assert.All(world.Routers, router =>
        {
            var was = router.Status is CloudRouterStatus.Created or CloudRouterStatus.Deleting;
            Assert.Equal(was, router.ContractEndsAt is not null);
            Assert.Equal(router.Status == CloudRouterStatus.Error, router.ErrorReason is not null);
            Assert.True(router.Sites.Count == 0 || router.Status == CloudRouterStatus.Created, router.Name);
            Assert.InRange(router.Capacity.Used, 0, router.Capacity.Total);
        });
    }

    [Fact]
    public void A_site_stands_on_a_port_of_the_companys_or_the_clouds_within_what_it_has()
    {
        Assert.All(OnPorts, site =>
        {
            var port = world.Ports[site.PortId!];
            var owner = world.Companies[port.CompanyId];
            Assert.Equal(PortStatus.Active, port.Status);
            Assert.True(site.Type == CloudRouterSite.OwnType
                ? owner.Id == site.CompanyId
                : owner.Cloud?.CloudType == site.Type);
            Assert.Equal(site.Type == CloudRouterSite.OwnType, site.CloudKey is null);
            Assert.Equal(100, site.ClassesOfService.Sum(share => share.Value));
            Assert.True(port.Offers(site.Vlan!.Value));
            Assert.True(port.Partner is null || port.Partner.Speeds.Any(speed => speed.Value == site.TierRateLimit));
            Assert.True(site.TierRateLimit is null || site.TierRateLimit >= site.RateLimit);
            Assert.Equal(
                site.Status is CloudRouterSiteStatus.Active or CloudRouterSiteStatus.Deleting,
                site.PeeredAt is not null);
            Assert.Equal(site.Status == CloudRouterSiteStatus.Error, site.ErrorReason is not null);
        });
        Assert.Equal(OnPorts.Count, OnPorts.Select(site => site.Link).Distinct().Count());
    }

    [Fact]
    public void Every_cloud_partner_is_a_cloud_to_routers_and_five_others_are()
    {
        var clouds = world.Companies.Values.Where(company => company.Cloud is not null).ToList();
        Assert.All(world.Companies.Values, company =>
            Assert.Equal(company.IsCloudProvider, company.Cloud is { CompanyType: "DCP" }));
        Assert.Equal(
            ["gamma", "huaweicloud", "salesforcecom", "vultrcloud", "wasabicloud"],
            clouds.Where(company => !company.IsCloudProvider).Select(company => company.Username).Order());
        Assert.All(clouds, company => Assert.True(company.Cloud!.Asn is not null ^ company.Cloud.AsnRange.Count == 2));
        Assert.Equal(
            clouds.Count,
            clouds.Select(company => company.Cloud!.CloudType.ToUpperInvariant()).Distinct().Count());
    }
}
