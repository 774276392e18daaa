using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Lists what identities a plan's SIM cards have (OpenAPI 1.59.2).</summary>
internal static class ListImsiTypes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/iot-imsi-profile/{id}/imsiType", Handle)
        .Published("173", "List the IMSI types of a plan")
        .Tells("Lists where the plan's SIM cards have their identities from: a bare array.")
        .MayBeCalledBy(Plans.Readers)
        .With(EdgeSimChapter.Plan)
        .Answers<IReadOnlyList<ImsiTypeShape>>(200)
        .Answers(ServiceErrors.ImsiPlanRefused)
        .Assumes("That a plan has one, the one that its imsiTypeId names.");

    private static async Task<Answer<IReadOnlyList<ImsiTypeShape>>> Handle(string id, Turn turn, CancellationToken ct)
    {
        var plan = await Plans.Seen(turn, id, ct);
        var type = await turn.Db.ImsiTypes.AsNoTracking().FirstAsync(type => type.Id == plan.ImsiTypeId, ct);
        return new Answer<IReadOnlyList<ImsiTypeShape>>([new(type)]);
    }
}
