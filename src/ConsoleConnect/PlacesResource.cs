using Emulator.Api.Facilities;
using Emulator.Api.Metros;
using Emulator.Control;
using Emulator.Domain.Places;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>Regions, metros and data center facilities: reference data that no operation changes.</summary>
internal static class PlacesResource
{
    public static readonly Resource Resource = Resource.Named("places")
        .Stored(PlaceTables.Configure)
        .Seeded(() => new SeedPart<Region>("regions.json", () => SeedJson.Default.Region)
            .Unique(row => row.Id, "region")
            .Stored((rows, world) => world.Insert("Regions", rows)))
        .Seeded(() => new SeedPart<Metro>("metros.json", () => SeedJson.Default.Metro)
            .Unique(row => row.Id, "metro")
            .Refers("region", row => row.RegionIds)
            .Stored((rows, world) => world.Insert("Metros", rows)))
        .Seeded(() => new SeedPart<DataCenterFacility>(
            "data-center-facilities.json", () => SeedJson.Default.DataCenterFacility)
            .Unique(row => row.Id, "data center facility")
            .Unique(row => row.Username.ToLowerInvariant())
            .Refers("metro", row => [row.MetroId])
            .Stored((rows, world) => world.Insert("DataCenterFacilities", rows)))
        .Stays("Regions")
        .Stays("Metros")
        .Stays("DataCenterFacilities")
        .Mapped(MetrosChapter.Map, FacilitiesChapter.Map)
        .Controlled(NetworkRoutes.Map);
}
