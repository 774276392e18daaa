using Emulator.Api.Entitlements;
using Emulator.Domain.Plans;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>What companies pay for in advance: subscriptions, and the addons of partners.</summary>
internal static class PlansResource
{
    public static readonly Resource Resource = Resource.Named("plans")
        .Stored(PlanTables.Configure)
        .Called("Subscriptions", RowName.None)
        .Seeded(() => new SeedPart<Subscription>("subscriptions.json", () => SeedJson.Default.Subscription)
            .Unique(row => row.Id, "subscription")
            .Refers("company", row => [row.CompanyId])
            .Refers("user", row => [row.UserId])
            .Refers("region", row =>
                row.Cdr.SelectMany(allowance => new[] { allowance.SrcRegionId, allowance.DestRegionId }))
            .Stored((rows, world) => world.Insert("Subscriptions", rows)))
        .Seeded(() => new SeedPart<Addon>("addons.json", () => SeedJson.Default.Addon)
            .Unique(row => row.Id)
            .Refers("company", row => [row.PartnerId, .. row.CompanyIds])
            .Refers("region", row => row.RegionIds)
            .Stored((rows, world) => world.Insert("Addons", rows)))
        .Stays(
            "Addons",
            $"\"PartnerId\" IN ({CompaniesResource.Staying}) AND NOT EXISTS (SELECT 1 FROM json_each(\"CompanyIds\") "
                + $"WHERE \"value\" NOT IN ({CompaniesResource.Staying}))")
        .Mapped(EntitlementsChapter.Map);
}
