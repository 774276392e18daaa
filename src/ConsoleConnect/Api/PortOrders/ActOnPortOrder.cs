using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.PortOrders;

/// <summary>Mails the LOA again (sendloa), or says that it has been sent (loasent) (000:3586-3594).</summary>
internal static class ActOnPortOrder
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/company/{companyName}/ports/orders/{orderId}/{action}", Handle)
            .Documented("046", "Perform an action on a port order")
            .Tells(
                "Does one of three things with an order: sendloa mails the Letter of Authorization again; loasent "
                    + "moves the order from allocated to loa_sent, and is refused "
                    + "with 409 from any other status; "
                    + "cancel does as its own route.")
            .Needs(NetworkAction.UpdatePortOrder)
            .With(
                Parameters.Company,
                Parameters.Order,
                new ParameterExample("action", "sendloa", "cancel, sendloa or loasent."))
            .Answers<PortOrderDetails>(200)
            .Answers(ServiceErrors.OrderNotFound, ServiceErrors.WrongState);

    private static async Task<Answer<PortOrderDetails>> Handle(
        Company company,
        string orderId,
        string action,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var order = await turn.Db.PortOrders.OwnedBy(company, orderId, ct);
        switch (action.ToLowerInvariant())
        {
            case "sendloa":
                order.MailLoa(turn.Now);
                break;
            case "loasent":
                order.LoaSent(turn.Now);
                break;
            case "cancel":
                order.Cancel(turn.Now);
                break;
            default:
                throw ServiceErrors.UnknownRoute.Because(
                    "The actions are cancel, sendloa and loasent (000:3588-3592).",
                    request.Method,
                    request.Path.Value);
        }

        return turn.DetailsOf(order);
    }
}
