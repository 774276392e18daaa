using System.Globalization;
using System.Text.Json;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Says what a CloudRouter costs with its sites (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceRouter
{
    private const string DurationFormat = "{ unit: String, value: Number }";

    private static readonly BodyMember<string?> CompanyId = Body.Text(
        "companyId", "The company's id; its username does as well.");

    private static readonly BodyMember<string?> Bandwidth = Body.Text(
        "bandwidth", $"What all its sites may have together: {string.Join(", ", RouterBandwidth.Names)}.");

    private static readonly BodyMember<string?> DiscountCode = Body.Text("discountCode", "A discount's code.");

    private static readonly BodyMember<string?> DcfId = Body.Text(
        "dcfId", "Its facility; not for a pool of SIM cards.");

    private static readonly BodyMember<string?> PortId = Body.Text("portId", "Its port; only repeated.");

    private static readonly RequestSchema Duration = new RequestSchema()
        .Number("value", "How many: up to 36 months or 3 years.")
        .Text("unit", "m for months, y for years.");

    private static readonly RequestSchema Site = new RequestSchema()
        .Any("priceRefId", "A text that distinguishes the site from the others; by default its place in the list.")
        .With(DcfId, PortId)
        .Object("rateLimit", "Its bandwidth.", RateLimits.Schema)
        .ObjectOrList("classOfService", "How the bandwidth is divided; one class may stand alone.", RouterSites.Class)
        .With(RouterSites.DiscountId, RouterSites.SimPool);

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(CompanyId, Bandwidth)
        .Object("duration", "How long the contract runs.", Duration)
        .ObjectOrList("sites", "Its sites; one may stand alone.", Site)
        .With(DiscountCode);

    private const string Example = """
        {
          "companyId": "557679e2c2e6a1b4d7756472", "bandwidth": "500MB", "duration": { "unit": "m", "value": 6 },
          "sites": [
            {
              "priceRefId": "1", "portId": "576247795c9de0b91e8b8576", "dcfId": "5a8ba9aac2e6a1b4d7575bb1",
              "rateLimit": { "unit": "mbps", "value": 100 }, "classOfService": [{ "name": "BRONZE", "value": 100 }],
              "discountId": ""
            }
          ],
          "discountCode": "L3VPNDISCOUNT"
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/pricing/l3vpn", Handle)
        .Published("104", "Price a CloudRouter")
        .Tells("Says what a CloudRouter costs a month and for its contract, and what each of its sites costs by the "
            + "hour, the day and the month, for each class of service. One site alone is free; from the second on all "
            + "are charged, by whether they are in one metro, one zone or several. Null means price on request. Only "
            + "members of the company may ask.")
        .MayBeCalledBy("Every logged-in user.")
        .Takes(Schema, Example, "companyId", "bandwidth", "duration")
        .Answers<RouterPriced>(200)
        .Answers(
            ServiceErrors.RouterArgumentRequired,
            ServiceErrors.RouterBandwidthNotOffered,
            ServiceErrors.RouterDurationInvalid,
            ServiceErrors.RouterDurationUnit,
            ServiceErrors.RouterDurationNotPositive,
            ServiceErrors.DurationTooLong,
            ServiceErrors.SiteFieldRequired,
            ServiceErrors.RateLimitInvalid,
            ServiceErrors.RateLimitNotPositive,
            ServiceErrors.PriceRefNotText,
            ServiceErrors.PriceRefTwice,
            ServiceErrors.CodeInvalid,
            ServiceErrors.NotAuthorizedToPrice,
            ServiceErrors.PricedFacilitiesNotFound)
        .Assumes("The order of the refusals is the printed one. Whom the 401 is for: who isn't a member of the "
            + "company. That more than 10GB, and sites in facilities without a zone, not ready, or with more bandwidth "
            + "than their zone carries, are priced on application, and then all is. That a month has 730 hours.");

    private static Answer<RouterPriced> Handle(RequestBody body, Turn turn)
    {
        var asked = body.Checked(Schema);
        var bandwidth = Needed(asked.Of(Bandwidth), "bandwidth", "what all sites may have together, by its name.");
        CloudRouterRules.MustBeOffered(bandwidth);
        var span = SpanOf(asked);
        var sent = asked.ObjectsOrOne("sites");
        foreach (var site in sent)
        {
            MustBeWhole(site);
        }

        var references = ReferencesOf(sent);
        var discount = turn.DiscountFor(asked.Of(DiscountCode), ServiceErrors.CodeInvalid);
        List<Discount?> ofSites = [.. sent.Select(site => RouterSites.DiscountOf(site, turn) ?? discount)];
        MustBelong(Needed(asked.Of(CompanyId), "companyId", "whose CloudRouter it is to be."), turn);
        List<SiteAsked> sites =
        [
            .. sent.Select((site, index) => new SiteAsked(site, references[index], FacilityOf(site, turn))),
        ];
        return Priced(bandwidth, span, discount, sites, ofSites, turn);
    }

    private static RouterPriced Priced(
        string bandwidth,
        Span span,
        Discount? discount,
        IReadOnlyList<SiteAsked> sites,
        IReadOnlyList<Discount?> ofSites,
        Turn turn)
    {
        var list = turn.Reference.Prices.List;
        var router = RouterPricing.Of(list, bandwidth, span.Months, discount);
        List<PricedSite> priced = [.. sites.Select(site => site.Priced)];
        IReadOnlyList<SitePrice>? By(Func<int, ClassRates, decimal> classOf) =>
            sites.Any(site => site.Facility is { Ready: false })
                ? null
                : RouterPricing.Of(list, priced, classOf, index => ofSites[index]);

        var byClass = Array.ConvertAll(["BRONZE", "SILVER", "GOLD"], name => By((_, rates) => rates.Of(name)));
        var asked = By((index, rates) => RouterPricing.Shared(RouterSites.ClassesOf(sites[index].Sent), rates));
        var known = router is not null && asked is not null;
        return new RouterPriced
        {
            BaseL3vpnCost = known ? router!.Monthly : null,
            TotalContractCost = known ? router!.Total : null,
            BaseL3vpnCostAmountSaved = known ? router!.Saved : null,
            TotalContractCostAmountSaved = known ? router!.SavedTotal : null,
            TotalHourlySiteCostAmountSaved = known ? Money.Fine(asked!.Sum(site => site.Saved ?? 0)) : 0,
            Bandwidth = bandwidth,
            Duration = new(span),
            Discount = DiscountShape.Of(discount),
            Sites =
            [
                .. sites.Select((site, index) => new RouterPriced.Site(
                    new(site, turn.Reference),
                    site.Reference,
                    new(
                        known ? byClass[0]![index] : null,
                        known ? byClass[1]![index] : null,
                        known ? byClass[2]![index] : null))),
            ],
        };
    }

    private static string Needed(string? sent, string name, string meaning) =>
        sent ?? throw ServiceErrors.RouterArgumentRequired.Because($"{name} is {meaning}", name);

    private static Span SpanOf(Asked asked)
    {
        if (!asked.Has("duration"))
        {
            throw ServiceErrors.RouterArgumentRequired.Because("duration is how long the contract runs.", "duration");
        }

        var duration = asked.Object("duration");
        if (duration.Text("unit") is not { } unit
            || !duration.Has("value")
            || duration.Value("value") is not { ValueKind: JsonValueKind.Number } value
            || !value.TryGetDouble(out var number))
        {
            throw ServiceErrors.RouterDurationInvalid.Because(
                "duration is an object of a unit and a value, a number.", DurationFormat);
        }

        if (number != Math.Floor(number))
        {
            throw ServiceErrors.RouterDurationNotPositive.Because("duration.value is whole.", value.GetRawText());
        }

        CloudRouterRules.MustBeOffered((long)Math.Clamp(number, int.MinValue, int.MaxValue), unit);
        return new Span((int)number, unit);
    }

    /// <summary>Whether a site has all that its price takes, in the printed order.</summary>
    private static void MustBeWhole(Asked site)
    {
        if (site.Of(RouterSites.SimPool) == true)
        {
            return;
        }

        if (site.Of(DcfId) is null)
        {
            throw ServiceErrors.SiteFieldRequired.Because("dcfId is the id of the site's facility.", "dcfId");
        }

        if (RateLimits.Of(site, "rateLimit") is null)
        {
            throw ServiceErrors.RateLimitInvalid.Because("Each site has a rateLimit.", RateLimits.Format);
        }
    }

    private static List<string> ReferencesOf(IReadOnlyList<Asked> sites)
    {
        List<string?> sent = [.. sites.Select(site => !site.Has("priceRefId") ? null
            : site.IsText("priceRefId") && site.Text("priceRefId") is { Length: > 0 } text ? text
            : throw ServiceErrors.PriceRefNotText.Because("priceRefId is a text, such as \"1\"."))];
        if (sent.OfType<string>().GroupBy(text => text, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)
            is { } twice)
        {
            throw ServiceErrors.PriceRefTwice.Because($"Two sites have {twice.Key.Named()}.");
        }

        return [.. sent.Select((text, index) => text ?? (index + 1).ToString(CultureInfo.InvariantCulture))];
    }

    private static void MustBelong(string companyId, Turn turn)
    {
        if (turn.Reference.FindCompany(companyId) is not { } company
            || !turn.Caller.RolesByCompany.ContainsKey(company.Id))
        {
            throw ServiceErrors.NotAuthorizedToPrice.Because(
                $"{turn.Caller.User.Username} is no member of a company with the id {companyId.Named()}.");
        }
    }

    private static DataCenterFacility? FacilityOf(Asked site, Turn turn) =>
        site.Of(RouterSites.SimPool) == true
            ? null
            : turn.Reference.Facility(site.Of(DcfId)) ?? throw ServiceErrors.PricedFacilitiesNotFound.Because(
                $"No data center facility has the id {site.Of(DcfId)}; GET /v2/data-center-facility lists them.");

    /// <summary>A site that is asked for.</summary>
    /// <param name="Sent">As it was sent.</param>
    /// <param name="Reference">What tells it from the others.</param>
    /// <param name="Facility">Its facility; null for a pool of SIM cards.</param>
    internal sealed record SiteAsked(Asked Sent, string Reference, DataCenterFacility? Facility)
    {
        public PricedSite Priced => Facility is null
            ? PricedSite.SimPool
            : RouterSites.In(Facility, RateLimits.Of(Sent, "rateLimit") ?? 0);

        public string? PortId => Sent.Of(PriceRouter.PortId);
    }
}
