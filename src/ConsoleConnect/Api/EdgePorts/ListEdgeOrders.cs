using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.EdgePorts;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgePorts;

/// <summary>Lists drafts, orders and ports at the edge (OpenAPI 1.59.2).</summary>
internal static class ListEdgeOrders
{
    private static readonly QueryParameter<int?> Page = Query.WholeNumber(
        "page", "", "The page, from 1; only together with size.", minimum: 1);

    private static readonly QueryParameter<int?> Size = Query.WholeNumber(
        "size", "", "How many a page has; only together with page.", minimum: 1);

    private static readonly QueryParameter<string?> Status = Query.Text(
        "status", "", "Only what is in this status: draft, created, site_survey, active …");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/edgeports/orders", Handle)
        .Published("156", "List drafts, orders and ports at the edge")
        .Tells("Lists what the caller's company has at the edge, oldest first: a bare array of drafts, of orders, and "
            + "of the ports that orders have become.")
        .ItselfNeeds(NetworkAction.ReadEdgePortOrder)
        .With(Page, Size, Status)
        .Answers<IReadOnlyList<EdgeRecord>>(200)
        .Answers(ServiceErrors.AccessDenied, ServiceErrors.BadQuery)
        .TellsOfTime()
        .Assumes(EdgePortsChapter.Companies + "The order. An order that is done is listed as its port, until that is "
            + "deleted. A draft is gone after 30 days; the web application makes them, and POST "
            + "/__admin/companies/{companyName}/edge-drafts. page or size alone is ignored.");

    private static async Task<Answer<IReadOnlyList<EdgeRecord>>> Handle(
        HttpRequest request, Turn turn, CancellationToken ct)
    {
        var companies = turn.EdgeCompanies(NetworkAction.ReadEdgePortOrder).Select(company => company.Id).ToList();
        var (page, size, status) = (Page.Of(request), Size.Of(request), Status.Of(request));
        var orders = await turn.Db.PortOrders.AsNoTracking()
            .Include(order => order.Port)
            .Where(order => companies.Contains(order.CompanyId) && order.Edge != null)
            .OrderBy(order => order.CreatedAt)
            .ThenBy(order => order.Id)
            .ToListAsync(ct);
        var records = orders
            .Where(order => order.Status == PortOrderStatus.Draft
                ? EdgeRules.DaysLeft(order.CreatedAt, turn.Now.At) is not null
                : order.Status != PortOrderStatus.Done || !order.Port.Deleted)
            .Select(order => new EdgeRecord(order, turn.Reference, turn.Now.At))
            .Where(record => string.IsNullOrEmpty(status)
                || string.Equals(record.Status, status, StringComparison.OrdinalIgnoreCase));
        return new([
            .. page is null || size is null
                ? records
                : records.Skip((int)Math.Min((page.Value - 1L) * size.Value, int.MaxValue)).Take(size.Value),
        ]);
    }

    /// <summary>A draft, an order or a port.</summary>
    internal sealed class EdgeRecord(PortOrder order, ReferenceData reference, DateTimeOffset now)
    {
        private readonly bool draft = order.Status == PortOrderStatus.Draft;
        private readonly bool port = order.Status == PortOrderStatus.Done;

        public string Id => port ? order.PortId : order.Id;

        /// <summary>Of ports: the name again.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Name => port ? order.Port.Name : null;
        public string PortName => port ? order.Port.Name : order.PortName;
        public int Speed => order.Speed;
        public EdgePayloadShape EdgePayload =>
            new(order.Edge!, reference.Metro(order.Port.MetroId), draft ? order.Id : null);
        public string CompanyId => order.CompanyId;

        /// <summary>Not of drafts.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? Deleted => draft ? null : false;
        public DateTimeOffset? DeletedAt => null;
        public DateTimeOffset CreatedAt => port ? order.Port.CreatedAt : order.CreatedAt;
        public DateTimeOffset UpdatedAt => port ? order.Port.UpdatedAt : order.UpdatedAt;

        /// <summary>Of drafts.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? CreatedBy => draft ? order.CreatedBy : null;

        /// <summary>Of drafts.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? CreatedByEmail => draft ? reference.User(order.CreatedBy)?.Email : null;

        /// <summary>The order's, or the port's in lower case.</summary>
        public string Status => port
            ? Spelling.Of(order.Port.Status).ToLowerInvariant()
            : Spelling.Of(order.Status);
        public string ObjectType => draft ? "DRAFT ORDER" : port ? "PORT" : "ORDER";

        /// <summary>Of drafts: the days until it is gone.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? DaysUntilDelete => draft ? EdgeRules.DaysLeft(order.CreatedAt, now) : null;

        /// <summary>Of drafts.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? IsManagedEdgePort => draft ? false : null;
    }
}
