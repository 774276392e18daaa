using System.Text.Json.Nodes;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Lists plans of SIM cards (OpenAPI 1.59.2).</summary>
internal static class ListPlans
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/iot-imsi-profile", Handle)
        .Published("170", "List plans of SIM cards")
        .Tells("Lists the plans of SIM cards, or IMSI profiles: everybody's, and those of companies whose network you "
            + "may read. A bare array, oldest first unless the filter orders it.")
        .MayBeCalledBy(Plans.Readers)
        .With(EdgeSimChapter.Filter("""{"where":{"simType":"E-SIM"}}"""))
        .Answers<IReadOnlyList<PlanShape>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter)
        .Assumes("That a plan is for everybody or for one company; that only staff see plans which are shieldOnly. The "
            + "order. include has no effect.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        HttpRequest request, Turn turn, CancellationToken ct) =>
        LoopBackQuery.Apply(
            request,
            EdgeSimChapter.Rows(
                (await Plans.SeenBy(turn, ct)).Select(plan => new PlanShape(plan)), ServiceJson.Default.PlanShape));
}
