using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.CloudRouters;

/// <summary>Lists a company's CloudRouters (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class ListRouters
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/l3vpns", Handle)
        .Published("126", "List the CloudRouters of a company")
        .Tells("Lists the company's CloudRouters with their sites and the sites' peers: a bare array. "
            + "calculatedCapacity says, in Mbps, how much of the bandwidth that the sites may have together is taken.")
        .Needs(NetworkAction.ReadCloudRouter, "companyId")
        .With(CloudRouterChapter.Company)
        .Answers<IReadOnlyList<ListedRouter>>(200)
        .Assumes("The oldest comes first; what is deleted is in no list. A peer is there once its site is ACTIVE, and "
            + "has its site's status. calculatedCapacity counts each of two linked sites.");

    private static async Task<Answer<IReadOnlyList<ListedRouter>>> Handle(
        Company company, Turn turn, CancellationToken ct)
    {
        var routers = await turn.Db.RoutersOf(company).ReadWhole(turn.Db, ct);
        var reference = turn.Reference;
        return new Answer<IReadOnlyList<ListedRouter>>([
            .. routers.Select(router => new ListedRouter(router, reference)),
        ]);
    }
}
