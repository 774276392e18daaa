using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.CloudRouters;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect;

/// <summary>The sites of CloudRouters, each with its peer.</summary>
internal static class CloudRouterSitesResource
{
    public static readonly Resource Resource = Resource.Named("cloudrouter-sites")
        .InWorlds(() => new SitesInWorlds())
        .Stored(CloudRouterTables.ConfigureSites)
        .Owned("CloudRouterSites", "\"CompanyId\"", "/app-user/{companyId}/l3vpn/{RouterId}/sites")
        .Moved("CloudRouterSites", table =>
            new Machine<CloudRouterSiteStatus, CloudRouterSiteTrigger, CloudRouterSite>(
                "cloudrouter-sites",
                table,
                () => CloudRouterSiteStateMachine.Table,
                db => db.CloudRouterSites.Include(site => site.Port),
                rules: FiringUnderRules.OfASite,
                together: DeletingASite.Move))
        .Seeded(() => new SeedPart<CloudRouterSiteRow>(
            "cloudrouter-sites.json", () => SeedJson.Default.CloudRouterSiteRow)
            .Unique(row => row.Id, "CloudRouter site")
            .Unique(row => row.Link is { } link
                ? link.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : row.Id)
            .Refers("CloudRouter", row => [row.RouterId])
            .Refers("company", row => [row.CompanyId])
            .Refers("port", row => [row.PortId])
            .Refers("SIM pool", row => [row.SimPoolId])
            .Refers("CloudRouter site", row => [row.LinkedSiteId])
            .Refers("user", row => [row.CreatedBy])
            .Stored((rows, world) => world.Insert("CloudRouterSites", rows.Select(CloudRouterRows.SiteOf))));
}
