using Emulator.Domain.Companies;
using Emulator.Domain.Sonata;
using Emulator.Errors;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Orders and quotes in MEF's dialect: keys, indexes, references and questions.</summary>
internal static class SonataTables
{
    extension(EmulatorDb db)
    {
        public DbSet<SonataOrder> SonataOrders => db.Set<SonataOrder>();

        public DbSet<SonataQuote> SonataQuotes => db.Set<SonataQuote>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<SonataOrder>(table =>
        {
            table.ToTable("SonataOrders");
            table.HasOne<Company>().WithMany().HasForeignKey(order => order.CompanyId);
            table.HasOne(order => order.PortOrder).WithMany().HasForeignKey(order => order.PortOrderId);
            table.HasOne(order => order.Port).WithMany().HasForeignKey(order => order.PortId);
            table.HasOne(order => order.Connection).WithMany().HasForeignKey(order => order.ConnectionId);
            table.HasIndex(order => new { order.CompanyId, order.PlacedAt, order.Id });
        });
        model.Entity<SonataQuote>(table =>
        {
            table.ToTable("SonataQuotes");
            table.HasOne<Company>().WithMany().HasForeignKey(quote => quote.CompanyId);
            table.HasIndex(quote => new { quote.CompanyId, quote.QuotedAt, quote.Id });
        });
    }

    /// <summary>A company's orders with what they are for, oldest first.</summary>
    public static IQueryable<SonataOrder> SonataOrdersOf(this EmulatorDb db, Company company) => db.SonataOrders
        .Within("SonataOrders", nameof(SonataOrder.CompanyId), company.Id)
        .Include(order => order.PortOrder)
        .Include(order => order.Port)
        .Include(order => order.Connection)
        .OrderBy(order => order.PlacedAt)
        .ThenBy(order => order.Id);

    /// <summary>A company's order, with what it is for.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataNotFound"/>.</exception>
    public static async Task<SonataOrder> SonataOrderOf(
        this EmulatorDb db, Company company, string id, CancellationToken ct) =>
        await db.SonataOrders
            .Include(order => order.PortOrder)
            .Include(order => order.Port)
            .Include(order => order.Connection)
            .FirstOrDefaultAsync(order => order.Id == id && order.CompanyId == company.Id, ct)
        ?? throw ServiceErrors.SonataNotFound.Because(
            $"{company.Username} has placed no product order with the id {id.Named()}: it is the member id, not "
                + "orderId, of "
            + "what POST /mefApi/sonata/productOrderingManagement/v10/productOrder answers.",
            "product order",
            id);

    /// <summary>The order that has added a company's product; null where there is no such product.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="company">The company.</param>
    /// <param name="id">The product's id: a port's or a connection's.</param>
    /// <param name="ct">Ends the query.</param>
    public static async Task<SonataOrder?> SonataProductOf(
        this EmulatorDb db, Company company, string id, CancellationToken ct) =>
        (await db.SonataOrders
            .Include(order => order.PortOrder)
            .Include(order => order.Port)
            .Include(order => order.Connection)
            .Where(order => order.PortId == id || order.ConnectionId == id)
            .ToListAsync(ct))
        .FirstOrDefault(order => order.CompanyId == company.Id && order.Adds && order.ProductId == id);

    /// <summary>A company's quote.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataNotFound"/>.</exception>
    public static async Task<SonataQuote> SonataQuoteOf(
        this EmulatorDb db, Company company, string id, CancellationToken ct) =>
        await db.SonataQuotes.FirstOrDefaultAsync(quote => quote.Id == id && quote.CompanyId == company.Id, ct)
        ?? throw ServiceErrors.SonataNotFound.Because(
            $"{company.Username} has asked for no quote with the id {id.Named()}: "
            + "POST /mefApi/sonata/quoteManagement/v8/quote makes one.",
            "quote",
            id);
}
