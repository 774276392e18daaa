using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.PortOrders;

/// <summary>Reads an order (000:3178): what clients poll until it is done.</summary>
internal static class GetPortOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/ports/orders/{orderId}", Handle)
        .Documented("043", "Read a port order")
        .Tells("Shows a port order and how far it has come: what a client polls, from created until done, when "
            + "portId names the port that came of it.")
        .Needs(NetworkAction.ReadPortOrder)
        .With(Parameters.Company, Parameters.Order)
        .Answers<PortOrderDetails>(200)
        .Answers(ServiceErrors.OrderNotFound);

    private static async Task<Answer<PortOrderDetails>> Handle(
        Company company,
        string orderId,
        Turn turn,
        CancellationToken ct)
    {
        var order = await turn.Db.PortOrders.AsNoTracking().OwnedBy(company, orderId, ct);
        return turn.DetailsOf(order);
    }
}
