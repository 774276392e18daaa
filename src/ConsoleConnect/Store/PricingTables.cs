using Emulator.Domain.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>The price list and the discounts: keys and indexes.</summary>
internal static class PricingTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<PriceListRow>(table => table.ToTable("PriceLists"));
        model.Entity<Discount>(table =>
        {
            table.ToTable("Discounts");
            table.HasIndex(discount => discount.MarketingCode).IsUnique();
        });
    }
}
