using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.CloudRouters;

/// <summary>Lists a company's CloudRouters as resources, a page at a time (OpenAPI 1.59.2).</summary>
internal static class ListRouterResources
{
    private const int DefaultCount = 20;

    private static readonly QueryParameter<int?> Count = Query.Count("20");

    private static readonly QueryParameter<int?> Skip = Query.WholeNumber(
        "skip", "0", "How many are skipped.", minimum: 0);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/polaris/company/{companyId}/cloudrouter/resources", Handle)
        .Published("146", "List a company's CloudRouters as resources")
        .Tells("Lists the company's CloudRouters, one resource each, a page at a time: meta.serviceId is the "
            + "CloudRouter's id, total how many there are.")
        .Needs(NetworkAction.ReadCloudRouter, "companyId")
        .With(CloudRouterChapter.Company, Count, Skip)
        .Answers<Page>(200)
        .Answers(ServiceErrors.BadQuery)
        .Assumes("A page has 20 where nothing is said; count in the answer is what was asked for. The oldest comes "
            + "first. id, and that of the one capability, is what the CloudRouter goes by inside the service; "
            + "meta.metroId is that of its oldest site, null where it has none.");

    private static async Task<Answer<Page>> Handle(
        Company company, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var (count, skip) = (Count.Of(request) ?? DefaultCount, Skip.Of(request) ?? 0);
        var routers = await turn.Db.RoutersOf(company).Skip(skip).Take(count).ReadWhole(turn.Db, ct);
        return new Page(
            [.. routers.Select(router => new RouterResource(router))], skip, count, turn.Rows.CountRouters(company));
    }

    /// <summary>A page of them.</summary>
    /// <param name="Results">The resources.</param>
    /// <param name="Skip">How many are before them.</param>
    /// <param name="Count">How many a page has.</param>
    /// <param name="Total">How many there are.</param>
    internal sealed record Page(IReadOnlyList<RouterResource> Results, int Skip, int Count, int Total);
}
