using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>
/// What a company's orders and services cost, which no documented operation shows: by the price list, as their prices
/// said.
/// </summary>
internal static class ChargeRoutes
{
    private static readonly ParameterExample Company = new("companyName", "Acme", "The company's username.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/companies/{companyName}/charges", List)
        .OnTheSandbox("Prices", "What a company's orders and services cost")
        .Tells("Lists port orders, connections that the company asked for, Internet On-Demand, CloudRouters and their "
            + "sites, each with its price by the price list and the discount code of the order: the same price as in "
            + "the operations that calculate prices. What a plan pays costs nothing more; null means no price.")
        .With(Company)
        .Produces<ChargesShown>()
        .Answers(ServiceErrors.CompanyNotFound);

    private static async Task<Answer<ChargesShown>> List(string companyName, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var orders = await turn.Db.PortOrders.AsNoTracking()
            .Where(order => order.CompanyId == company.Id && order.Status != PortOrderStatus.Cancelled)
            .OrderBy(order => order.CreatedAt).ThenBy(order => order.Id)
            .ToListAsync(ct);
        var connections = await turn.Db.Connections.AsNoTracking()
            .Include(connection => connection.SrcPort)
            .Include(connection => connection.DestPort)
            .Where(connection => connection.SrcCompanyId == company.Id && connection.Type == ConnectionType.Layer2
                && connection.Status != ConnectionStatus.Deleted && connection.Status != ConnectionStatus.Denied
                && connection.Status != ConnectionStatus.Cancelled)
            .OrderBy(connection => connection.CreatedAt).ThenBy(connection => connection.Id)
            .ToListAsync(ct);
        var services = await turn.Db.IodServices.Whole().AsNoTracking()
            .Include(service => service.AccessPort)
            .Where(service => service.CompanyId == company.Id && service.Status != IodServiceStatus.Deleted)
            .OrderBy(service => service.CreatedAt).ThenBy(service => service.Id)
            .ToListAsync(ct);
        var routers = await turn.Db.RoutersOf(company).ReadWhole(turn.Db, ct);
        return new ChargesShown(
        [
            .. orders.Select(order => Charge.Of(order, turn.Reference)),
            .. connections.Select(connection => Charge.Of(connection, turn.Reference)),
            .. services.Select(service => Charge.Of(service, turn.Reference)),
            .. routers.SelectMany(router => Charge.Of(router, turn.Reference)),
        ]);
    }

    /// <summary>The charges.</summary>
    internal sealed record ChargesShown(IReadOnlyList<Charge> Charges);
}
