using System.Globalization;
using Bogus;
using Emulator.Domain.CloudRouters;

namespace Emulator.Store.Seeding.Generated;

/// <summary>
/// CloudRouters, two for each company, and sites of the companies' own on the first ones: as many as there are subnets
/// for, less what is left to clients.
/// </summary>
internal sealed class GeneratedRouters(
    VolumePlan plan,
    Faker faker,
    IReadOnlyList<Place> places,
    SoldPort[] ports,
    string[] keyholders)
{
    /// <summary>Mbps.</summary>
    private const int RateOfASite = 10;

    private static readonly string[] Bandwidths = ["500MB", "1GB", "2.5GB", "5GB", "10GB"];

    /// <summary>All CloudRouters, one after the other.</summary>
    public IEnumerable<CloudRouterRow> Routers()
    {
        for (var router = 0; router < plan.Routers; router++)
        {
            var company = router / VolumePlan.RoutersOfACompany;
            var stamp = plan.Router(router);
            var since = stamp.CreatedAt.AddSeconds(faker.Random.Int(2, 60));
            yield return new CloudRouterRow
            {
                Id = stamp.Id,
                Uuid = plan.Uuid(stamp.Id, salt: 0),
                Status = CloudRouterStatus.Created,
                CompanyId = plan.Company(company).Id,
                Name = string.Create(CultureInfo.InvariantCulture, $"{faker.Hacker.Adjective()} net {router + 1}"),
                Bandwidth = faker.PickRandom(Bandwidths),
                Duration = faker.Random.Int(1, 36),
                DurationUnit = "m",
                CreatedBy = keyholders[company],
                CreatedAt = stamp.CreatedAt,
                Since = since,
                FirstCreatedAt = since,
            };
        }
    }

    /// <summary>All sites, one after the other; fewer than planned where a company has no port for one.</summary>
    /// <param name="firstLink">The number of the first subnet that nobody has.</param>
    public IEnumerable<CloudRouterSiteRow> Sites(int firstLink)
    {
        var most = Math.Min(plan.Sites, PeerLinks.Count - VolumePlan.MostSites - firstLink);
        for (var site = 0; site < most; site++)
        {
            var router = site / VolumePlan.SitesOfARouter;
            var company = router / VolumePlan.RoutersOfACompany;
            if (PortOf(company) is { } port)
            {
                yield return SiteOf(site, router, company, port, firstLink + site);
            }
        }
    }

    private CloudRouterSiteRow SiteOf(int site, int router, int company, int port, int link)
    {
        ports[port].Free -= RateOfASite;
        var stamp = plan.Site(site);
        var since = stamp.CreatedAt.AddSeconds(faker.Random.Int(30, 90));
        return new CloudRouterSiteRow
        {
            Id = plan.Uuid(stamp.Id, salt: 0),
            Status = CloudRouterSiteStatus.Active,
            CompanyId = plan.Company(company).Id,
            RouterId = plan.Router(router).Id,
            Name = $"{places[ports[port].Place].Metro.Name}, {faker.Hacker.Noun()}",
            Type = CloudRouterSite.OwnType,
            PortId = plan.Port(port).Id,
            Vlan = 100 + ports[port].Vlans++,
            RateLimit = RateOfASite,
            ClassesOfService = [new("SILVER", 100)],
            PeerId = plan.Uuid(stamp.Id, salt: 1),
            PeerUuid = plan.Uuid(stamp.Id, salt: 2),
            BgpKey = plan.Uuid(stamp.Id, salt: 3).Replace("-", "", StringComparison.Ordinal)[..24],
            PeerAsn = 64512,
            Link = link,
            PeeredAt = since,
            CreatedBy = keyholders[company],
            CreatedAt = stamp.CreatedAt,
            Since = since,
        };
    }

    /// <summary>A port of a company's that carries one more site; null where none does.</summary>
    private int? PortOf(int company)
    {
        for (var port = plan.FirstPortOf(company); port < plan.FirstPortOf(company + 1); port++)
        {
            if (ports[port] is { InService: true, Free: > 4 * RateOfASite, Vlans: < 3900 } sold
                && !places[sold.Place].Facility.IsOffNet)
            {
                return port;
            }
        }

        return null;
    }
}
