using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Sonata;

/// <summary>Lists products in MEF's dialect (OpenAPI 1.59.2).</summary>
internal static class ListProducts
{
    private static readonly QueryParameter<string?> Status = Query.Choice(
        "status", "", "Only those with this status.",
        "active", "active.pendingChange", "cancelled", "pendingActive", "pendingTerminate", "suspended",
        "suspendedPendingTerminate", "terminated");

    private static readonly QueryParameter<string?> Specification = Query.Text(
        "productSpecificationId", "", "Only those with this specification: none has one.");

    private static readonly QueryParameter<string?> Offering = Query.Text(
        "productOfferingId", "", "Only those of this offering: UNI or ACCESS_E_LINE.");

    private static readonly QueryParameter<string?> ExternalId = Query.Text(
        "externalId", "", "Only those whose order has this externalId.");

    private static readonly QueryParameter<string?> Site = Query.Text(
        "geographicalSiteId", "", "Only those at this address.");

    private static readonly QueryParameter<string?> Related = Query.Text(
        "relatedProductId", "", "Only those that stand on this product: E-Lines on a port.");

    private static readonly QueryParameter<string?> BillingAccount = Query.Text(
        "billingAccountId", "", "Only those of this billing account.");

    private static readonly QueryParameter<string?> Order = Query.Text(
        "productOrderId", "", "Only what this order has added.");

    private static readonly QueryParameter<DateTimeOffset?> StartedBefore = Query.Instant(
        "startDate.lt", "Only those in service since before this instant.");

    private static readonly QueryParameter<DateTimeOffset?> StartedAfter = Query.Instant(
        "startDate.gt", "Only those in service since after this instant.");

    private static readonly QueryParameter<DateTimeOffset?> UpdatedBefore = Query.Instant(
        "lastUpdateDate.lt", "Only those that last changed before this instant.");

    private static readonly QueryParameter<DateTimeOffset?> UpdatedAfter = Query.Instant(
        "lastUpdateDate.gt", "Only those that last changed after this instant.");

    private static readonly QueryParameter<int?> Offset = Query.WholeNumber(
        "offset", "", "How many are left out at the beginning.", minimum: 0);

    private static readonly QueryParameter<int?> Limit = Query.WholeNumber(
        "limit", "", "How many at most.", minimum: 0);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mefApi/sonata/productInventory/v7/product", Handle)
        .Published("201", "List products")
        .Tells("Lists the ports (UNI) and layer 2 connections (ACCESS_E_LINE) that the buyer has ordered in this "
            + "dialect, oldest first: a bare array. A UNI is in it once its order is completed, an E-Line at once.")
        .AskedByABuyer(NetworkAction.ReadProduct)
        .With(
            Status, Specification, Offering, ExternalId, Site, Related, BillingAccount, Order, StartedBefore,
            StartedAfter, UpdatedBefore, UpdatedAfter, Offset, Limit)
        .Answers<IReadOnlyList<ListedProduct>>(200)
        .Answers(ServiceErrors.BadQuery)
        .Assumes("The order. That products which are terminated stay in it, and that what was ordered on the service's "
            + "other routes isn't. All are listed unless limit says otherwise.");

    private static async Task<Answer<IReadOnlyList<ListedProduct>>> Handle(
        HttpRequest request, Turn turn, CancellationToken ct)
    {
        var company = Buyer.Of(request, turn, NetworkAction.ReadProduct);
        var wanted = Wanted(request);
        var (offset, limit) = (Offset.Of(request) ?? 0, Limit.Of(request) ?? int.MaxValue);
        var orders = await turn.Db.SonataOrdersOf(company).AsNoTracking().ToListAsync(ct);
        return new Answer<IReadOnlyList<ListedProduct>>([
            .. orders
                .Where(order => order is { Adds: true, ProductId: not null })
                .Select(order => new ProductFacts(order))
                .Where(facts => wanted.All(fits => fits(facts)))
                .Skip(offset)
                .Take(limit)
                .Select(facts => new ListedProduct(facts)),
        ]);
    }

    private static List<Func<ProductFacts, bool>> Wanted(HttpRequest request)
    {
        var wanted = new List<Func<ProductFacts, bool>>();
        If(Status.Of(request), (facts, status) => SonataWords.Of(facts.Status) == status);
        If(Specification.Of(request), (_, _) => false);
        If(Offering.Of(request), (facts, offering) => facts.Order.Item.Offering == offering);
        If(ExternalId.Of(request), (facts, id) => facts.Order.ExternalId == id);
        If(Site.Of(request), (facts, id) => facts.Order.Item.Places.Any(place => place.Id == id));
        If(Related.Of(request), (facts, id) => facts.Order.Item.Relationships.Any(one => one.Id == id));
        If(BillingAccount.Of(request), (facts, id) => facts.Order.Item.BillingAccountId == id);
        If(Order.Of(request), (facts, id) => facts.Order.Id == id);
        IfAt(StartedBefore.Of(request), (facts, at) => facts.StartDate < at);
        IfAt(StartedAfter.Of(request), (facts, at) => facts.StartDate > at);
        IfAt(UpdatedBefore.Of(request), (facts, at) => facts.LastUpdateDate < at);
        IfAt(UpdatedAfter.Of(request), (facts, at) => facts.LastUpdateDate > at);
        return wanted;

        void If(string? asked, Func<ProductFacts, string, bool> fits)
        {
            if (asked is { Length: > 0 })
            {
                wanted.Add(facts => fits(facts, asked));
            }
        }

        void IfAt(DateTimeOffset? asked, Func<ProductFacts, DateTimeOffset, bool> fits)
        {
            if (asked is { } at)
            {
                wanted.Add(facts => fits(facts, at));
            }
        }
    }
}
