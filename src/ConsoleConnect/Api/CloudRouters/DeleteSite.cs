using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.CloudRouters;

/// <summary>Takes a CloudRouter's site down (OpenAPI 1.0.0).</summary>
internal static class DeleteSite
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/app-user/{companyId}/l3vpns/{l3vpnId}/sites/{siteId}", Handle)
        .Published("132", "Delete a site of a CloudRouter")
        .Tells("Takes a site down. It is DELETING for a moment, and holds what it has until it is gone; then no list "
            + "has it and no id finds it, and its port's bandwidth, its VLAN and its addresses are free.")
        .Needs(NetworkAction.DeleteCloudRouterSite, "companyId")
        .With(CloudRouterChapter.Company, CloudRouterChapter.Router, CloudRouterChapter.Site)
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.CloudRouterNotFound, ServiceErrors.CloudRouterSiteNotFound, ServiceErrors.WrongState)
        .Assumes("The answer's body, which the editions don't print. That a site which is ACTIVE or in ERROR can be "
            + "deleted, at any time; and that of two linked sites either takes the other one with it.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company, string l3vpnId, string siteId, Turn turn, CancellationToken ct)
    {
        var router = await turn.Db.CloudRouters.OwnedBy(company, l3vpnId, ct);
        var site = await turn.Db.CloudRouterSites.SiteOf(router, siteId, ct);
        await DeletingASite.Delete(turn.Db, site, turn.Now, ct);
        return NothingToTell.Instance;
    }
}
