using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Sonata;

/// <summary>Reads an order in MEF's dialect (OpenAPI 1.59.2).</summary>
internal static class GetOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mefApi/sonata/productOrderingManagement/v10/productOrder/{id}", Handle)
        .Published("198", "Read a product order")
        .Tells("Shows an order with its state, which is that of the port order, the connection or the deletion it "
            + "stands for, and since when. Once there is a product, product.id names it.")
        .AskedByABuyer(NetworkAction.ReadProductOrder)
        .With(new ParameterExample("id", "0b9f6f52-93c4-4a4a-8f53-5f6cf2d1a8be", "The order's id: a uuid."))
        .Answers<ProductOrder>(200)
        .Answers(ServiceErrors.SonataNotFound)
        .Assumes("Which status of a port order or a connection is which state; an order that was cancelled on another "
            + "route is cancelled here, and one that the other company has rejected is rejected. "
            + "expectedCompletionDate is, once it is under way, when its state last changed.");

    private static async Task<Answer<ProductOrder>> Handle(
        string id, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var company = Buyer.Of(request, turn, NetworkAction.ReadProductOrder);
        var order = await turn.Db.SonataOrderOf(company, id, ct);
        return new ProductOrder(order, order.StateAt(turn.Now.At));
    }
}
