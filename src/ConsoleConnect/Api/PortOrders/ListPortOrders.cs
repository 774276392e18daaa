using System.Globalization;
using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.EdgePorts;
using Emulator.Wire.Places;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.PortOrders;

/// <summary>Lists a company's orders, oldest first (000:2989).</summary>
internal static class ListPortOrders
{
    private static readonly QueryParameter<List<PortOrderStatus>?> Status =
        Query.Statuses<PortOrderStatus>("status", "allocated", "Only orders in this status.");

    private static readonly QueryParameter<string?> LocationId =
        Query.Text("locationId", "", "Only orders for the facility with this location.");

    private static readonly QueryParameter<string?> SpeedId = Query.Text("speedId", "", "Only orders of this speed.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/ports/orders", Handle)
        .Documented("042", "List port orders")
        .Tells(
            "Lists the company's port orders. Filters by status (several, separated by commas, mean any of them), by "
            + "the facility's locationId, and by the speedId that the "
            + "list shows.")
        .Needs(NetworkAction.ReadPortOrder)
        .With(
            Parameters.Company,
            Status,
            LocationId,
            SpeedId)
        .Answers<Results<Item>>(200)
        .Assumes("A status nobody knows finds nothing.");

    private static Task<IResult> Handle(Company company, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var statuses = Status.Of(request);
        var facilityIds = FacilitiesAt(request, turn);
        var speed = SpeedOf(request);
        return turn.ListOf<PortOrder, Item>(
            (turn, after, skip, take, ct) => Asked(turn.Db.OrdersOf(company, after))
                .AsNoTracking().Skip(skip).Take(take).ToListAsync(ct),
            skip: 0, take: int.MaxValue, (turn, found) => Shown(turn, company, found), ct);

        IQueryable<PortOrder> Asked(IQueryable<PortOrder> orders)
        {
            orders = statuses is null ? orders : orders.Where(order => statuses.Contains(order.Status));
            orders = facilityIds is null ? orders : orders.Where(order => facilityIds.Contains(order.FacilityId));
            return speed is null ? orders : orders.Where(order => order.Speed == speed);
        }
    }

    private static List<string>? FacilitiesAt(HttpRequest request, Turn turn)
    {
        if (LocationId.Of(request) is not { } locationId)
        {
            return null;
        }

        var found = turn
            .Reference.Facilities.Where(facility => facility.LocationId == locationId)
            .Select(facility => facility.Id)
            .ToList();
        if (found.Count == 0)
        {
            QueryText.Note(request, $"no facility has the locationId {Notes.Quoted(locationId)}, so it finds nothing");
        }

        return found;
    }

    private static int? SpeedOf(HttpRequest request)
    {
        if (SpeedId.Of(request) is not { } speedId)
        {
            return null;
        }

        var speed = OrderSpeed.WithId(speedId);
        if (speed < 0)
        {
            QueryText.Note(request, $"no speed has the speedId {Notes.Quoted(speedId)}, so it finds nothing");
        }

        return speed;
    }

    private static List<Item> Shown(Turn turn, Company company, List<PortOrder> found)
    {
        var owner = turn.InOrder(company);
        return found.ConvertAll(order => new Item(order, turn.Reference, owner));
    }

    /// <summary>
    /// An order in the list (000:2857): another edition than the order read alone. The members after location are
    /// later editions' (OpenAPI 1.59.2), where the port that came of an order is its createdPortId.
    /// </summary>
    internal sealed class Item(PortOrder order, ReferenceData reference, CompanyInOrder company)
    {
        public string Id => order.Id;
        public string PortName => order.PortName;
        public string CompanyId => order.CompanyId;
        public string SpeedId => Speed.Id;
        public string? LocationId => reference.Facility(order.FacilityId)?.LocationId;
        public string Status => Spelling.Of(order.Status);
        public string? PortId => order.DeliveredPortId;
        public DateTimeOffset UpdatedAt => order.UpdatedAt;
        public string? UpdatedBy => reference.User(order.UpdatedBy)?.Username;
        public DateTimeOffset CreatedAt => order.CreatedAt;
        public string? CreatedBy => reference.User(order.CreatedBy)?.Username;
        public bool Cancelled => order.Status == PortOrderStatus.Cancelled;
        public DateTimeOffset CancelledAt => order.CancelledAt ?? DateTimeOffset.UnixEpoch;
        public string? CancelledBy => reference.User(order.CancelledBy)?.Username;
        public bool Deleted => false;
        public DateTimeOffset DeletedAt => DateTimeOffset.UnixEpoch;
        public string? DeletedBy => null;
        public CompanyInOrder Company => company;
        public OrderSpeed Speed => new(order.Speed);
        public OrderLocation? Location => reference.Facility(order.FacilityId) is { } facility ? new(facility) : null;
        public string? Message => order.Message;
        public string? DcpCompanyId => null;
        public string? RequestedLocation => null;
        public string PaymentType => order.PaymentType;
        public string? CreatedPortId => order.DeliveredPortId;
        public string? PopId => reference.Facility(order.FacilityId) is { PopIds: [var pop, ..] } ? pop : null;
        public string? BillingId => order.BillingId;
        public string? ExternalId => null;
        public string? SalesRecordId => null;
        public string? PaymentTransactionId => null;
        public bool Payg => order.PayAsYouGo;
        public bool IsEdgePort => order.IsEdgePort;
        public DateTimeOffset? LoaSentAt => order.LoaSentAt;

        /// <summary>What an edge port is ordered with (OpenAPI 1.59.2); null where another port is.</summary>
        public EdgePayloadShape? EdgePayload => order.Edge is { } terms
            ? new(terms, reference.Metro(reference.Facility(order.FacilityId)!.MetroId))
            : null;
        public string StatusDetail => order.Message ?? "";
        public string Type => Spelling.Of(order.PortType);
        public string DataCenterFacilityId => order.FacilityId;
        public string? MetroId => reference.Facility(order.FacilityId)?.MetroId;

        public FacilityInOrder? DataCenterFacility => reference.Facility(order.FacilityId) is { } facility
            ? new(facility, [.. reference.RegionsOf(reference.Metro(facility.MetroId))])
            : null;

        public MetroInOrder? Metro => reference.Facility(order.FacilityId) is { } facility
            ? new(reference.Metro(facility.MetroId))
            : null;

        public EmptyShape Capabilities => EmptyShape.Instance;
    }

    /// <summary>A speed with an id of its own, which only this list shows (000:2962).</summary>
    internal sealed class OrderSpeed(int mbps)
    {
        private const string Prefix = "560b707636fe4bd4";

        /// <summary>The speed's id: fixed, so that it can be filtered by.</summary>
        public string Id => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{mbps:x8}");

        public string Name =>
            mbps % 1000 == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{mbps / 1000}Gbps")
                : string.Create(CultureInfo.InvariantCulture, $"{mbps}Mbps");

        public int Value => mbps;

        /// <summary>The speed with an id, Mbps; -1, which no order has, where it is none of ours.</summary>
        public static int WithId(string id) =>
            id.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(
                id.AsSpan(Prefix.Length),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var mbps)
                ? mbps
                : -1;
    }

    /// <summary>Where the facility is (000:2967).</summary>
    internal sealed class OrderLocation(DataCenterFacility facility)
    {
        public string Name => facility.Name;
        public string Id => facility.LocationId;
        public OrderAddress Address => new(facility);
        public OrderGeo Geo => new(facility);
    }

    /// <summary>Its address.</summary>
    internal sealed class OrderAddress(DataCenterFacility facility)
    {
        public string? Street => facility.Addresses is [var address, ..] ? address.Line : null;
        public string? City => facility.Addresses is [var address, ..] ? address.City : null;
        public string? Country => facility.Addresses is [var address, ..] ? address.Country : null;
    }

    /// <summary>Its place on the map.</summary>
    internal sealed class OrderGeo(DataCenterFacility facility)
    {
        public double? Longitude => facility.Addresses is [var address, ..] ? address.Longitude : null;
        public double? Latitude => facility.Addresses is [var address, ..] ? address.Latitude : null;
    }
}
