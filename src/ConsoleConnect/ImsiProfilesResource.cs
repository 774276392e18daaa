using Emulator.Domain.EdgeSim;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>Plans of SIM cards, the identities that they are of, and their APNs.</summary>
internal static class ImsiProfilesResource
{
    public static readonly Resource Resource = Resource.Named("imsi-profiles")
        .Stays("ImsiTypes")
        .Stays("ImsiProfiles", "\"CompanyId\" IS NULL")
        .Stays("SimApns", "\"ProfileId\" IN (SELECT \"Id\" FROM \"ImsiProfiles\" WHERE \"CompanyId\" IS NULL)")
        .Stored(EdgeSimTables.ConfigurePlans)
        .Called("SimApns", "\"Settings\" ->> 'Apn'")
        .Seeded(() => new SeedPart<ImsiType>("imsi-types.json", () => SeedJson.Default.ImsiType)
            .Unique(row => row.Id, "IMSI type")
            .Stored((rows, world) => world.Insert("ImsiTypes", rows)))
        .Seeded(() => new SeedPart<ImsiProfile>("imsi-profiles.json", () => SeedJson.Default.ImsiProfile)
            .Unique(row => row.Id, "IMSI profile")
            .Refers("IMSI type", row => [row.ImsiTypeId])
            .Refers("company", row => [row.CompanyId])
            .Stored((rows, world) => world.Insert("ImsiProfiles", rows)))
        .Seeded(() => new SeedPart<SimApnRow>("sim-apns.json", () => SeedJson.Default.SimApnRow)
            .Unique(row => row.Id, "APN")
            .Refers("IMSI profile", row => [row.ProfileId])
            .Stored((rows, world) => world.Insert("SimApns", rows.Select(EdgeSimRows.ApnOf))));
}
