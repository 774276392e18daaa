using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Says what a CloudRouter's sites cost without one of them (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceDeletingSite
{
    private static readonly BodyMember<string?> SiteId = Body.Text("siteId", "The site's id.");

    private static readonly RequestSchema Schema = new RequestSchema().With(SiteId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/pricing/l3vpn/{l3vpnId}/delete-site", Handle)
        .Published("106", "Price deleting a site of a CloudRouter")
        .Tells("Says what the other sites of a CloudRouter would cost without one, in the form of the price of adding "
            + "one. A single remaining site is free. Nothing is deleted.")
        .ItselfNeeds(NetworkAction.ReadCloudRouter)
        .With(PriceAddingSite.Router)
        .Takes(Schema, """{"siteId": "3f0d6a52-7c1e-4b39-9a84-51c2e07d8b16"}""", "siteId")
        .Answers<SitesPriced>(200)
        .Answers(
            ServiceErrors.AccessDenied,
            ServiceErrors.RouterArgumentRequired,
            ServiceErrors.CloudRouterNotFound,
            ServiceErrors.CloudRouterSiteNotFound)
        .Assumes("That the answer is of what remains: its sample is that of adding a site. So are its printed "
            + "refusals, of which none can happen here; that of a missing siteId is worded alike.");

    private static async Task<Answer<SitesPriced>> Handle(
        string l3vpnId, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var (router, _) = await PriceAddingSite.RouterNamed(turn, l3vpnId, ct);
        var id = asked.Of(SiteId) is { Length: > 0 } sent ? sent : throw ServiceErrors.RouterArgumentRequired.Because(
            "siteId is the id of one of the CloudRouter's sites.", "siteId");
        if (router.Sites.Find(site => site.Id == id) is not { } gone)
        {
            throw ServiceErrors.CloudRouterSiteNotFound.Because("The CloudRouter has no site with the id "
                + $"{id.Named()}.");
        }

        return SitesPriced.Of(router, [.. router.Sites.Where(site => site != gone)], more: null, turn.Reference);
    }
}
