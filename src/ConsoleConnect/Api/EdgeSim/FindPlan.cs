using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Finds the first plan of SIM cards that fits a filter (OpenAPI 1.59.2).</summary>
internal static class FindPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/iot-imsi-profile/findOne", Handle)
        .Published("171", "Find a plan of SIM cards")
        .Tells("Shows the first plan that the filter finds, of those that the list has.")
        .MayBeCalledBy(Plans.Readers)
        .With(EdgeSimChapter.Filter("""{"where":{"simType":"PHYSICAL-SIM"},"order":"name ASC"}"""))
        .Answers<PlanShape>(200)
        .Answers(ServiceErrors.BadFilter, ServiceErrors.ImsiPlanRefused)
        .Assumes("That finding nothing is answered like a plan which doesn't exist. limit and fields of the filter "
            + "have no effect.");

    private static async Task<Answer<PlanShape>> Handle(HttpRequest request, Turn turn, CancellationToken ct)
    {
        var plans = await Plans.SeenBy(turn, ct);
        var found = LoopBackQuery.First(
            request,
            plans,
            plan => EdgeSimChapter.Rows([new PlanShape(plan)], ServiceJson.Default.PlanShape).Single());
        return new PlanShape(found ?? throw Plans.Unknown(id: null));
    }
}
