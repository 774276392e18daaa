using Emulator.Api.Pricing;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.Pricing;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>What everything costs: the price list, the discounts, and the operations about them.</summary>
internal static class PricingResource
{
    public static readonly Resource Resource = Resource.Named("pricing")
        .Stored(PricingTables.Configure)
        .Called("PriceLists", RowName.None)
        .Seeded(() => new SeedPart<PriceListRow>("price-list.json", () => SeedJson.Default.PriceListRow)
            .Unique(_ => "The price list") // Everything costs what one list says.
            .Refers("region", row => row.Prices.Internet.SelectMany(rate => rate.RegionIds))
            .Refers("metro", row => row.Prices.CloudRouters.Metros.Select(metro => metro.MetroId))
            .Stored((rows, world) => world.Insert("PriceLists", rows)))
        .Seeded(() => new SeedPart<Discount>("discounts.json", () => SeedJson.Default.Discount)
            .Unique(row => row.Id)
            .Unique(row => row.MarketingCode.ToUpperInvariant())
            .Refers("data center facility", row => row.ApplicableDcfs)
            .Refers("metro", row => row.ApplicableMetros)
            .Stored((rows, world) => world.Insert("Discounts", rows)))
        .Stays("PriceLists")
        .Stays("Discounts")
        .InWorlds(() => new PricesInWorlds())
        .InWorlds(() => new DiscountsInWorlds())
        .Mapped(PricingChapter.Map)
        .Controlled(ChargeRoutes.Map);
}
