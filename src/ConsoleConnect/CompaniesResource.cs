using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>Companies: whom they want to connect to, and what the emulator plays for them.</summary>
internal static class CompaniesResource
{
    /// <summary>
    /// The ids of those that stay where a world begins with nothing, as SQL: clouds, and the platform's own.
    /// </summary>
    public const string Staying =
        """
        SELECT "Id" FROM "Companies" WHERE "Partner" <> 'None' OR "Cloud" IS NOT NULL OR "Id" IN (
            SELECT m."CompanyId" FROM "Memberships" m JOIN "Users" u ON u."Id" = m."UserId" WHERE u."IsSupport")
        """;

    public static readonly Resource Resource = Resource.Named("companies")
        .Stored(CompanyTables.Configure)
        .Called("Companies", "\"Username\"")
        .Called("Counterparties", RowName.Through("CompanyId", "Companies", "Username"))
        .Called("Wants", RowName.None)
        .Seeded(() => new SeedPart<Company>("companies.json", () => SeedJson.Default.Company)
            .Unique(row => row.Id, "company")
            .Unique(row => row.Username.ToLowerInvariant())
            .Stored((rows, world) => world.Insert("Companies", rows)))
        .Seeded(() => new SeedPart<Counterparty>("counterparties.json", () => SeedJson.Default.Counterparty)
            .Unique(row => row.CompanyId)
            .Refers("company", row => [row.CompanyId])
            .Stored((rows, world) => world.Insert("Counterparties", rows)))
        .Seeded(() => new SeedPart<Want>("wanted-connections.json", () => SeedJson.Default.Want)
            .Unique(row => $"{row.CompanyId} {row.WantedId}")
            .Refers("company", row => [row.CompanyId, row.WantedId])
            .Stored((rows, world) => world.Insert("Wants", rows)))
        .Stays("Companies", $"\"Id\" IN ({Staying})")
        .InWorlds(() => new CompaniesInWorlds())
        .Controlled(CompanyRoutes.Map);
}
