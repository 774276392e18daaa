using Emulator.Api.CloudRouters;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.CloudRouters;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect;

/// <summary>CloudRouters: routed networks of a company's own.</summary>
internal static class CloudRoutersResource
{
    public static readonly Resource Resource = Resource.Named("cloudrouters")
        .Stored(CloudRouterTables.ConfigureRouters)
        .Owned("CloudRouters", "\"CompanyId\"", "/app-user/{companyId}/l3vpns")
        .Moved("CloudRouters", table => new Machine<CloudRouterStatus, CloudRouterTrigger, CloudRouter>(
            "cloudrouters",
            table,
            () => CloudRouterStateMachine.Table,
            db => db.CloudRouters.WithSites(),
            rules: FiringUnderRules.OfACloudRouter))
        .Seeded(() => new SeedPart<CloudRouterRow>("cloudrouters.json", () => SeedJson.Default.CloudRouterRow)
            .Unique(row => row.Id, "CloudRouter")
            .Unique(row => row.Uuid)
            .Refers("company", row => [row.CompanyId])
            .Refers("user", row => [row.CreatedBy])
            .Stored((rows, world) => world.Insert("CloudRouters", rows.Select(CloudRouterRows.RouterOf))))
        .InWorlds(() => new CloudRoutersInWorlds())
        .Mapped(CloudRouterChapter.Map);
}
