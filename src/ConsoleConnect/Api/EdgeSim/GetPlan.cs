using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Reads a plan of SIM cards (OpenAPI 1.59.2).</summary>
internal static class GetPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/iot-imsi-profile/{id}", Handle)
        .Published("172", "Read a plan of SIM cards")
        .Tells("Shows one of the plans that the list has.")
        .MayBeCalledBy(Plans.Readers)
        .With(EdgeSimChapter.Plan)
        .Answers<PlanShape>(200)
        .Answers(ServiceErrors.ImsiPlanRefused)
        .Assumes("That a plan which isn't there is refused in the words that writing has for it. The filter, which "
            + "could only leave members out, has no effect.");

    private static async Task<Answer<PlanShape>> Handle(string id, Turn turn, CancellationToken ct) =>
        new PlanShape(await Plans.Seen(turn, id, ct));
}
