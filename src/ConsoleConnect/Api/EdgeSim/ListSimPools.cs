using System.Text.Json.Nodes;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Lists a company's SIM pools (OpenAPI 1.59.2).</summary>
internal static class ListSimPools
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{id}/iot-sim-pools", Handle)
        .Published("162", "List SIM pools")
        .Tells("Lists the company's SIM pools: a bare array, oldest first unless the filter orders it. simCount is how "
            + "many cards a pool has.")
        .NeedsOfEither(NetworkAction.ReadSimPool, "id", ServiceErrors.ModelNotFound)
        .With(EdgeSimChapter.Company, EdgeSimChapter.Filter("""{"where":{"simCount":{"gt":0}}}"""))
        .Answers<IReadOnlyList<SimPoolShape>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter)
        .Assumes("The order; that what is deleted is in no list; that firewallStatus follows status. The subnets are "
            + "of 10.192.0.0/10, 4096 addresses each, 1024 for everybody together. The default name servers are made "
            + "up.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        Company company, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var pools = await turn.Db.SimPoolsOf(company).AsNoTracking().ToListAsync(ct);
        var counts = turn.Rows.CountSims(pools);
        return LoopBackQuery.Apply(
            request,
            EdgeSimChapter.Rows(
                pools.Select(pool => new SimPoolShape(pool, counts.GetValueOrDefault(pool.Id))),
                ServiceJson.Default.SimPoolShape));
    }
}
