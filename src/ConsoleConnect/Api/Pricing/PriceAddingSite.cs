using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Says what a CloudRouter's sites cost with another one (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceAddingSite
{
    public static readonly ParameterExample Router = new(
        "l3vpnId", "65e0a3d4c2e6a1b4d7418b20", "The CloudRouter's id.");

    private static readonly BodyMember<string?> PortId = Body.Text(
        "portId", "Its port: one of the company's, or one of a cloud's.");

    private static readonly BodyMember<string?> SimPoolId = Body.Text(
        "simPoolId", "A pool of SIM cards instead of a port; then no other member may be sent with it.");

    private static readonly RequestSchema Schema = new RequestSchema()
        .Object("site", "The site.", new RequestSchema()
            .With(PortId)
            .Object("rateLimit", "Its bandwidth.", RateLimits.Schema)
            .ObjectOrList("classOfService", "How the bandwidth is divided.", RouterSites.Class)
            .With(RouterSites.DiscountId, RouterSites.SimPool, SimPoolId));

    private const string Example = """
        {
          "site": {
            "portId": "576247795c9de0b91e8b8576", "rateLimit": { "unit": "mbps", "value": 100 },
            "classOfService": [{ "name": "BRONZE", "value": 100 }], "simPool": false
          }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/pricing/l3vpn/{l3vpnId}/add-site", Handle)
        .Published("105", "Price adding a site to a CloudRouter")
        .Tells("Says what all sites of a CloudRouter would cost with another one, which comes last: each by the hour, "
            + "the day and the month, and together. Adding a site changes what the others cost. Nothing is ordered.")
        .ItselfNeeds(NetworkAction.ReadCloudRouter)
        .With(Router)
        .Takes(Schema, Example, "site", "portId", "rateLimit", "classOfService")
        .Answers<SitesPriced>(200)
        .Answers(
            ServiceErrors.AccessDenied,
            ServiceErrors.RouterArgumentRequired,
            ServiceErrors.SiteFieldRequired,
            ServiceErrors.PortNotFound,
            ServiceErrors.PortNotOfCompany,
            ServiceErrors.RateLimitRequired,
            ServiceErrors.RateLimitInvalid,
            ServiceErrors.RateLimitNotPositive,
            ServiceErrors.SiteClassInvalid,
            ServiceErrors.SiteClassUnknown,
            ServiceErrors.SiteClassTwice,
            ServiceErrors.SiteClassSum,
            ServiceErrors.RouterBandwidthExceeded,
            ServiceErrors.CodeInvalid,
            ServiceErrors.CloudRouterNotFound)
        .Assumes("That an id of a pool of SIM cards is taken whether there is one or not. A site's month has 720 "
            + "hours, that of all together 730, as printed. Where one site is priced on application, all are. A "
            + "CloudRouter's own discount code counts, and those of its sites. The 404 of the CloudRouter.");

    private static async Task<Answer<SitesPriced>> Handle(
        string l3vpnId, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var (router, company) = await RouterNamed(turn, l3vpnId, ct);
        if (!asked.Has("site"))
        {
            throw ServiceErrors.RouterArgumentRequired.Because("site is the site to be added.", "site");
        }

        var site = asked.Object("site");
        var discount = RouterSites.DiscountOf(site, turn);
        if (site.Has(SimPoolId) || site.Of(RouterSites.SimPool) == true)
        {
            return SitesPriced.Of(
                router, router.Sites, new NewSite(null, PricedSite.SimPool, [], site, discount), turn.Reference);
        }

        var port = await PortFor(turn, company, site, ct);
        var rate = RateLimits.Of(site, "rateLimit") ?? throw ServiceErrors.RateLimitRequired.Because(
            $"rateLimit is the site's bandwidth: {RateLimits.Format}.");
        var classes = RouterSites.ClassesOf(site);
        CloudRouterRules.MustBeDivided(classes, own: port.CompanyId == company.Id);
        router.MustHold(turn.Rows.UsedOf(router), rate);
        return SitesPriced.Of(
            router,
            router.Sites,
            new NewSite(port, RouterCharges.SiteOn(port, rate, turn.Reference), classes, site, discount),
            turn.Reference);
    }

    /// <summary>A CloudRouter of one of the caller's companies, with its sites.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.CloudRouterNotFound"/>, <see cref="ServiceErrors.AccessDenied"/>.
    /// </exception>
    internal static async Task<(CloudRouter Router, Company Company)> RouterNamed(
        Turn turn, string id, CancellationToken ct)
    {
        var router = await turn.Db.RouterWithSites(id, ct);

        // The route names no company: whose CloudRouters the caller can't see don't exist for them.
        if (router is null || !turn.Caller.RolesByCompany.ContainsKey(router.CompanyId))
        {
            throw ServiceErrors.CloudRouterNotFound.Because(
                $"None of your companies has a CloudRouter with the id {id.Named()}.");
        }

        var company = turn.Reference.Company(router.CompanyId);
        turn.Caller.Needs(NetworkAction.ReadCloudRouter, company, turn.Access);
        return (router, company);
    }

    private static async Task<Port> PortFor(Turn turn, Company company, Asked site, CancellationToken ct)
    {
        var id = site.Of(PortId) is { Length: > 0 } sent ? sent : throw ServiceErrors.SiteFieldRequired.Because(
            "portId is the port that the site stands on.", "portId");
        var port = await turn.Db.Ports.Delivered(id, ct);
        return port.CompanyId == company.Id || turn.Reference.Company(port.CompanyId).Cloud is not null
            ? port
            : throw ServiceErrors.PortNotOfCompany.Because(
                $"A site stands on a port of {company.Username}, or on a cloud's.", id);
    }
}

/// <summary>A site that a price is asked for.</summary>
/// <param name="Port">Its port; null for a pool of SIM cards.</param>
/// <param name="Priced">What its price depends on.</param>
/// <param name="Classes">How its bandwidth is divided.</param>
/// <param name="Sent">As it was sent.</param>
/// <param name="Discount">The discount it is asked for with; null where none is.</param>
internal sealed record NewSite(
    Port? Port, PricedSite Priced, IReadOnlyList<ClassShare> Classes, Asked Sent, Discount? Discount);
