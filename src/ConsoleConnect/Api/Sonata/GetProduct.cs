using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Sonata;

/// <summary>Reads a product in MEF's dialect (OpenAPI 1.59.2).</summary>
internal static class GetProduct
{
    private static readonly QueryParameter<string?> Fields = Query.Text(
        "fields", "", "Which members are wanted. It is ignored: all are sent.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mefApi/sonata/productInventory/v7/product/{id}", Handle)
        .Published("202", "Read a product")
        .Tells("Shows a port (UNI) or a layer 2 connection (ACCESS_E_LINE) that was ordered in this dialect, as it is "
            + "now: its status, speed and name, the VLANs of an E-Line, and what a UNI has left.")
        .AskedByABuyer(NetworkAction.ReadProduct)
        .With(new ParameterExample("id", "5b30dc0fc2e6a1b4d7dea069", "The product's id: a port's or a connection's."))
        .With(Fields)
        .Answers<ProductDetails>(200)
        .Answers(ServiceErrors.SonataNotFound)
        .Assumes("Which status of a port or a connection is which of the product's. That fields changes nothing.");

    private static async Task<Answer<ProductDetails>> Handle(
        string id, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var company = Buyer.Of(request, turn, NetworkAction.ReadProduct);
        _ = Fields.Of(request);
        var order = await turn.Db.SonataProductOf(company, id, ct)
            ?? throw ServiceErrors.SonataNotFound.Because(
                $"{company.Username} has ordered no product with the id {id.Named()} in this dialect: "
                + "GET /mefApi/sonata/productInventory/v7/product lists what it has.",
                "product",
                id);
        return new ProductDetails(
            new ProductFacts(order),
            order is { ConnectionId: null, Port: { } port }
                ? Capacity.Of(port, turn.Rows.UseOf(port)).Remaining
                : null);
    }
}
