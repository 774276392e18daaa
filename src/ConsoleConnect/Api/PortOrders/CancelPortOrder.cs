using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.PortOrders;

/// <summary>Asks for an order's cancellation (000:3570).</summary>
internal static class CancelPortOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/company/{companyName}/ports/orders/{orderId}/cancel", Handle)
        .Documented("045", "Cancel a port order")
        .Tells("Calls an order off: it passes cancelling and is cancelled a moment later, and no port comes of it. "
            + "Refused once it is done.")
        .Needs(NetworkAction.UpdatePortOrder)
        .With(Parameters.Company, Parameters.Order)
        .Answers<PortOrderDetails>(200)
        .Answers(ServiceErrors.OrderNotFound, ServiceErrors.WrongState)
        .Assumes("409 for an order that is done: the status is documented for loasent only (000:3594).");

    private static async Task<Answer<PortOrderDetails>> Handle(
        Company company,
        string orderId,
        Turn turn,
        CancellationToken ct)
    {
        var order = await turn.Db.PortOrders.OwnedBy(company, orderId, ct);
        order.Cancel(turn.Now);
        return turn.DetailsOf(order);
    }
}
