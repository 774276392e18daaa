using Emulator.Api.InternetOnDemand;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.InternetOnDemand;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect;

/// <summary>Internet On-Demand: services, their addresses and their flexes.</summary>
internal static class InternetOnDemandResource
{
    public static readonly Resource Resource = Resource.Named("internet-on-demand")
        .Stored(InternetTables.Configure)
        .Called("Flexes", RowName.Through("ServiceId", "IodServices", "Name"))
        .Called("IpBlocks", "\"Address\" || '/' || \"Mask\"")
        .Owned("IodServices", "\"CompanyId\"", "/app-user/{companyId}/gia-services/{Id}")
        .Owned(
            "Flexes",
            RowName.Through("ServiceId", "IodServices", "CompanyId", of: "Flexes"),
            "/app-user/{companyId}/gia-service/{ServiceId}/flex")
        .Moved("IodServices", table => new Machine<IodServiceStatus, IodServiceTrigger, IodService>(
            "iod-services",
            table,
            () => IodServiceStateMachine.Table,
            db => db.IodServices.Whole(),
            rules: FiringUnderRules.OfAService))
        .Moved("Flexes", table => new Machine<FlexStatus, FlexTrigger, Flex>(
            "flexes", table, () => FlexStateMachine.Table, db => db.Flexes.WithService()))
        .Seeded(() => new SeedPart<IodServiceRow>("iod-services.json", () => SeedJson.Default.IodServiceRow)
            .Unique(row => row.Id)
            .Refers("company", row => [row.CompanyId])
            .Refers("port", row => [row.AccessPortId])
            .Refers("ASN", row => [row.AsnId])
            .Refers("user", row => [row.CreatedBy])
            .Stored(Store))
        .InWorlds(() => new InternetServicesInWorlds())
        .InWorlds(() => new ServiceFlexesInWorlds())
        .Mapped(InternetOnDemandChapter.Map)
        .Controlled(InternetRoutes.Map);

    private static void Store(IReadOnlyList<IodServiceRow> rows, SeedWriting world)
    {
        List<IodService> services = [.. rows.Select(InternetRows.ServiceOf)];
        world.Insert("IodServices", services);
        world.Insert("IpBlocks", services.SelectMany(service => service.Blocks));
        world.Insert("Flexes", services.SelectMany(service => service.Flexes));
    }
}
