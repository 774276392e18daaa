using Emulator.Api.Sonata;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>Orders and quotes in MEF's dialect. What they order is ordinary ports and connections.</summary>
internal static class SonataResource
{
    public static readonly Resource Resource = Resource.Named("sonata")
        .Stored(SonataTables.Configure)
        .Called("SonataOrders", "\"ExternalId\"")
        .Called("SonataQuotes", "\"ExternalId\"")
        .Seeded(() => new SeedPart<SonataOrderRow>("sonata-orders.json", () => SeedJson.Default.SonataOrderRow)
            .Unique(row => row.Id)
            .Refers("company", row => [row.CompanyId])
            .Refers("port order", row => [row.PortOrderId])
            .Refers("port", row => [row.PortId])
            .Refers("connection", row => [row.ConnectionId])
            .Stored((rows, world) => world.Insert("SonataOrders", rows.Select(row => row.ToOrder()))))
        .Seeded(() => new SeedPart<SonataQuoteRow>("sonata-quotes.json", () => SeedJson.Default.SonataQuoteRow)
            .Unique(row => row.Id)
            .Refers("company", row => [row.CompanyId])
            .Stored((rows, world) => world.Insert("SonataQuotes", rows.Select(row => row.ToQuote()))))
        .Mapped(SonataChapter.Map);
}
