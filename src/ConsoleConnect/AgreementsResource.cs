using Emulator.Api.Agreements;
using Emulator.Control;
using Emulator.Domain.Agreements;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>What companies have agreed to.</summary>
internal static class AgreementsResource
{
    public static readonly Resource Resource = Resource.Named("agreements")
        .Stays("RequiredAgreements")
        .Stored(AgreementTables.Configure)
        .Called("Agreements", "\"Type\" || ' ' || \"Version\"")
        .Called("RequiredAgreements", "\"Type\"")
        .Seeded(() => new SeedPart<Agreement>("agreements.json", () => SeedJson.Default.Agreement)
            .Unique(row => row.Id)
            .Unique(row => $"{row.CompanyId} {row.Type} {row.Version}")
            .Refers("company", row => [row.CompanyId])
            .Refers("user", row => [row.UserId])
            .Stored((rows, world) => world.Insert("Agreements", rows)))
        .Mapped(AgreementsChapter.Map)
        .Controlled(AgreementRoutes.Map);
}
