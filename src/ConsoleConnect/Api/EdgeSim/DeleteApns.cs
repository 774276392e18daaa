using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Deletes all APNs of a plan (OpenAPI 1.59.2).</summary>
internal static class DeleteApns
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/v2/iot-imsi-profile/{id}/apns", Handle)
        .Published("176", "Delete the APNs of a plan")
        .Tells("Deletes all APNs of a company's own plan, where no pool and no order on its way uses one.")
        .ItselfNeeds(NetworkAction.DeleteApn)
        .With(EdgeSimChapter.OwnPlan)
        .AnswersNothing(204)
        .Answers(ServiceErrors.ImsiPlanRefused, ServiceErrors.AccessDenied, ServiceErrors.ApnInUse)
        .Assumes("That if any APN is in use, all of them stay. That only staff can change plans for everybody.");

    private static async Task<IResult> Handle(string id, Turn turn, CancellationToken ct)
    {
        var plan = await Plans.ToChange(turn, id, NetworkAction.DeleteApn, ct);
        if (turn.Rows.UseOf(plan) is { } use)
        {
            throw ServiceErrors.ApnInUse.Because(
                $"{use} uses one of them. Give it another APN, or delete it first; an order is soon over.");
        }

        foreach (var apn in await turn.Db.ApnsOf(plan).ToListAsync(ct))
        {
            (apn.DeletedAt, apn.UpdatedAt) = (turn.Now.At, turn.Now.At);
        }

        return Results.NoContent();
    }
}
