using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.PortOrders;

/// <summary>Renames the port that is ordered (000:3382).</summary>
internal static class UpdatePortOrder
{
    private static readonly BodyMember<string> PortName = Body.NeededText("portName", "The port's new name.");

    private static readonly RequestSchema Schema = new RequestSchema().With(PortName);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/company/{companyName}/ports/orders/{orderId}", Handle)
        .Documented("044", "Rename a port order")
        .Tells("Gives the ordered port another name; the port that comes of the order has it. An order that is over "
            + "can't be renamed.")
        .Needs(NetworkAction.UpdatePortOrder)
        .With(Parameters.Company, Parameters.Order)
        .Takes(Schema, """{"portName": "PORT_2"}""")
        .Answers<PortOrderDetails>(200)
        .Answers(ServiceErrors.OrderNotFound, ServiceErrors.WrongState);

    private static async Task<Answer<PortOrderDetails>> Handle(
        Company company,
        string orderId,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var order = await turn.Db.PortOrders.OwnedBy(company, orderId, ct);
        order.Rename(body.Checked(Schema).Of(PortName), turn.Now);
        return turn.DetailsOf(order);
    }
}
