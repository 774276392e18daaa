using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.EdgePorts;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;

namespace Emulator.Api.PortOrders;

/// <summary>
/// A port order read alone (000:3017): what ordering, renaming, cancelling and acting on it answer too. The members
/// from portId on are later editions' (OpenAPI 1.0.0, 1.59.2).
/// </summary>
internal sealed class PortOrderDetails(PortOrder order, ReferenceData reference, CompanyInOrder company)
{
    public string Id => order.Id;
    public string PortName => order.PortName;
    public SpeedShape Speed => new(order.Speed);
    public string? LocationId => reference.Facility(order.FacilityId)?.LocationId;
    public string? BillingId => order.BillingId;
    public string Status => Spelling.Of(order.Status);
    public string? Message => order.Message;
    public OrderController Controller => OrderController.None;
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
    public PortInOrder Port => new(order.Port);
    public MetroInOrder Metro => new(reference.Metro(reference.Facility(order.FacilityId)!.MetroId));
    public string? PortId => order.DeliveredPortId;
    public string? CreatedPortId => order.DeliveredPortId;
    public string? CrossConnectId => order.CrossConnectId;
    public string PaymentType => order.PaymentType;
    public bool Payg => order.PayAsYouGo;
    public string? PaymentTransactionId => null;
    public string? DiscountId => reference.Prices.DiscountIdOf(order.DiscountCode);
    public string DurationUnit => order.DurationUnit;
    public string? ExternalId => null;
    public string? SalesRecordId => null;
    public string StatusDetail => order.Message ?? "";
    public string LoaStatus => Spelling.Of(order.LoaStatus);
    public DateTimeOffset? LoaSentAt => order.LoaSentAt;
    public string Type => Spelling.Of(order.PortType);
    public bool IsEdgePort => order.IsEdgePort;
    public bool IsEdgeOrder => order.IsEdgePort;
    public bool IsManagedEdgePort => false;

    /// <summary>What an edge port is ordered with (OpenAPI 1.59.2); null where another port is.</summary>
    public EdgePayloadShape? EdgePayload => order.Edge is { } terms
        ? new(terms, reference.Metro(reference.Facility(order.FacilityId)!.MetroId))
        : null;

    /// <summary>Whether the Console Connect team entered it: orders come from clients here.</summary>
    public bool IsManualCreate => false;
    public string RequestSource => "CONSOLE_API";
    public IReadOnlyList<string> Tags => [];
    public EmptyShape Capabilities => EmptyShape.Instance;
    public string CompanyId => order.CompanyId;
    public string DataCenterFacilityId => order.FacilityId;
    public string MetroId => order.Port.MetroId;
    public string? PopId => reference.Facility(order.FacilityId) is { PopIds: [var pop, ..] } ? pop : null;

    public FacilityInOrder? DataCenterFacility => reference.Facility(order.FacilityId) is { } facility
        ? new(facility, [.. reference.RegionsOf(reference.Metro(facility.MetroId))])
        : null;
}

/// <summary>Nothing of a virtual router: orders of the layer 3 days had one (000:2650).</summary>
internal sealed class OrderController
{
    public static readonly OrderController None = new();

    public string? Id => null;
    public string? ServiceLayerId => null;
    public string? Asn => null;
    public int? Vlan => null;
    public IpShape Ip => IpShape.None;
    public IpShape CerIp => IpShape.None;
    public string? CerAsn => null;
}

/// <summary>Puts the payload together.</summary>
internal static class PortOrderDetailing
{
    public static PortOrderDetails DetailsOf(this Turn turn, PortOrder order)
    {
        return new PortOrderDetails(order, turn.Reference, turn.InOrder(turn.Reference.Company(order.CompanyId)));
    }

    /// <summary>A company as its orders show it.</summary>
    public static CompanyInOrder InOrder(this Turn turn, Company company) =>
        new(
            company,
            turn.Reference.StandingOf(company),
            [.. turn.Rows.MetrosOf(company.Id)[company.Id].Select(turn.Reference.Metro)],
            turn.PortsActiveOf(company));
}
