using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.CloudRouters;

/// <summary>Lists a CloudRouter's sites (OpenAPI 1.0.0).</summary>
internal static class ListSites
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/l3vpn/{l3vpnId}/sites", Handle)
        .Published("131", "List the sites of a CloudRouter")
        .Tells("Lists a CloudRouter's sites with their peers, each with the CloudRouter and with where its port is: a "
            + "bare array. slVlanId is the VLAN on the port.")
        .Needs(NetworkAction.ReadCloudRouterSite, "companyId")
        .With(CloudRouterChapter.Company, CloudRouterChapter.Router)
        .Answers<IReadOnlyList<ListedSite>>(200)
        .Answers(ServiceErrors.CloudRouterNotFound)
        .Assumes("The oldest comes first; what is deleted is in no list. A peer is there once its site is ACTIVE, and "
            + "has its site's status. A secondary site is linked with its primary by redundancyLinkedSiteId, and the "
            + "reverse.");

    private static async Task<Answer<IReadOnlyList<ListedSite>>> Handle(
        Company company, string l3vpnId, Turn turn, CancellationToken ct)
    {
        var router = await turn.Db.CloudRouters.AsNoTracking().OwnedBy(company, l3vpnId, ct);
        await CloudRouterQueries.ReadSites(turn.Db, [router], ct);
        var reference = turn.Reference;
        return new Answer<IReadOnlyList<ListedSite>>([
            .. router.Sites.Select(site => new ListedSite(site, router, reference)),
        ]);
    }
}
