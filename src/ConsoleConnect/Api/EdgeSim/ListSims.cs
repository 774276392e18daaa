using System.Text.Json.Nodes;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Lists a company's SIM cards (OpenAPI 1.59.2).</summary>
internal static class ListSims
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{id}/iot-sims-cache", Handle)
        .Published("167", "List SIM cards")
        .Tells("Lists the company's SIM cards: a bare array, oldest first unless the filter orders it. imsi is what "
            + "moves between pools take.")
        .NeedsOfEither(NetworkAction.ReadSim, "id", ServiceErrors.ModelNotFound)
        .With(
            EdgeSimChapter.Company,
            EdgeSimChapter.Filter("""{"where":{"iotSimPoolId":"4f6f1c7e-8d0b-4f38-9a52-b1c0d4e7a963"}}"""))
        .Answers<IReadOnlyList<SimShape>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter)
        .Assumes("The order. state is the same as status. detectedImei is null until a device is seen, which happens "
            + "to seeded cards only; simTransferId is that of the last move between pools, null before one.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        Company company, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var sims = await turn.Db.SimsOf(company).AsNoTracking().ToListAsync(ct);
        return LoopBackQuery.Apply(
            request,
            EdgeSimChapter.Rows(sims.Select(sim => new SimShape(sim)), ServiceJson.Default.SimShape));
    }
}
