using System.Text.Json.Nodes;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Lists the APNs of a plan (OpenAPI 1.59.2).</summary>
internal static class ListApns
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/iot-imsi-profile/{id}/apns", Handle)
        .Published("174", "List the APNs of a plan")
        .Tells("Lists a plan's APNs: a bare array, oldest first unless the filter orders it. id is what pools and "
            + "orders take as apnId.")
        .MayBeCalledBy(Plans.Readers)
        .With(EdgeSimChapter.Plan, EdgeSimChapter.Filter("""{"where":{"ipAvailable":true}}"""))
        .Answers<IReadOnlyList<ApnShape>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter, ServiceErrors.ImsiPlanRefused)
        .Assumes("The order. That what is deleted is in no list.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        string id, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var plan = await Plans.Seen(turn, id, ct);
        var apns = await turn.Db.ApnsOf(plan).AsNoTracking().ToListAsync(ct);
        return LoopBackQuery.Apply(
            request, EdgeSimChapter.Rows(apns.Select(apn => new ApnShape(apn)), ServiceJson.Default.ApnShape));
    }
}
