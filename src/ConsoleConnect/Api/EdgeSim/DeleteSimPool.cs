using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Deletes a SIM pool (OpenAPI 1.59.2).</summary>
internal static class DeleteSimPool
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/app-user/{id}/iot-sim-pools/{iotSimPoolId}", Handle)
        .Published("165", "Delete a SIM pool")
        .Tells("Deletes a pool without cards, on which no site of a CloudRouter stands. Its subnet is free at once.")
        .NeedsOfEither(NetworkAction.DeleteSimPool, "id", ServiceErrors.ModelNotFoundHere)
        .With(EdgeSimChapter.Company, EdgeSimChapter.PoolThatCanGo)
        .AnswersNothing(204)
        .Answers(ServiceErrors.SimPoolInUse, ServiceErrors.SimPoolNotEmpty, ServiceErrors.WrongState)
        .Assumes("Every refusal but that of a pool which isn't there: that a site's pool and one with cards stay.");

    private static async Task<IResult> Handle(
        Company company, string iotSimPoolId, Turn turn, CancellationToken ct)
    {
        var pool = await turn.Db.SimPools.OwnedBy(company, iotSimPoolId, ServiceErrors.ModelNotFoundHere, ct);
        pool.MustBeUnused(turn.Rows.SiteOn(pool), turn.Rows.CountSims(pool));
        SimPoolStateMachine.Table.Fire(pool, SimPoolTrigger.Delete, turn.Now);
        return Results.NoContent();
    }
}
