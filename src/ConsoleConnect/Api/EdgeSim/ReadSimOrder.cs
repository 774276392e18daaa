using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Reads an order of SIM cards. Q-052: with a POST (OpenAPI 1.59.2).</summary>
internal static class ReadSimOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{id}/iot-order/{orderId}", Handle)
        .Published("161", "Read an order of SIM cards")
        .Tells("Shows one order. It is read with a POST, which takes no body and changes nothing. Once status is "
            + "PROCESSED, simPoolId names its pool.")
        .NeedsOfEither(NetworkAction.ReadSimOrder, "id", ServiceErrors.ModelNotFoundHere)
        .With(EdgeSimChapter.Company, EdgeSimChapter.Order)
        .Answers<SimOrderShape>(200)
        .Assumes("That an order which doesn't exist is answered with 400, as printed, and so is a company that "
            + "doesn't.");

    private static async Task<Answer<SimOrderShape>> Handle(
        Company company, string orderId, Turn turn, CancellationToken ct) =>
        new SimOrderShape(await turn.Db.SimOrders.AsNoTracking().OwnedBy(company, orderId, ct), company);
}
