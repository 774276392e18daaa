using System.Text.Json.Nodes;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Lists a company's orders of SIM cards (OpenAPI 1.59.2).</summary>
internal static class ListSimOrders
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{id}/iot-order", Handle)
        .Published("159", "List orders of SIM cards")
        .Tells("Lists the company's orders of SIM cards: a bare array, oldest first unless the filter orders it.")
        .NeedsOfEither(NetworkAction.ReadSimOrder, "id", ServiceErrors.ModelNotFound)
        .With(EdgeSimChapter.Company, EdgeSimChapter.Filter("""{"where":{"status":"ORDERED"}}"""))
        .Answers<IReadOnlyList<SimOrderShape>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter)
        .Assumes("The order, and which company a user's id stands for. include has no effect. The sentences that "
            + "describe a card and who made it.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        Company company, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var orders = await turn.Db.SimOrdersOf(company).AsNoTracking().ToListAsync(ct);
        return LoopBackQuery.Apply(
            request,
            EdgeSimChapter.Rows(
                orders.Select(order => new SimOrderShape(order, company)), ServiceJson.Default.SimOrderShape));
    }
}
