using Emulator.Api.Asns;
using Emulator.Api.PrivateAsn;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.Asns;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>Autonomous system numbers, private and public.</summary>
internal static class AsnsResource
{
    public static readonly Resource Resource = Resource.Named("asns")
        .Stored(AsnTables.Configure)
        .Called("Asns", "'AS' || \"Number\"")
        .Owned("Asns", "\"CompanyId\"", "/api/company/{company}/asns/{Number}")
        .Moved("Asns", table => new Machine<AsnStatus, AsnTrigger, Asn>(
            "asns", table, () => AsnStateMachine.Table, db => db.Asns))
        .Seeded(() => new SeedPart<AsnRow>("asns.json", () => SeedJson.Default.AsnRow)
            .Unique(row => row.Id, "ASN")
            .Unique(row => row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Refers("company", row => [row.CompanyId])
            .Stored((rows, world) => world.Insert("Asns", rows.Select(InternetRows.AsnOf))))
        .InWorlds(() => new AsnsInWorlds())
        .Mapped(PrivateAsnChapter.Map, AsnsChapter.Map);
}
