using Emulator.Domain;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;

namespace Emulator.Api.PortOrders;

/// <summary>
/// A port order read alone (000:3017): what ordering, renaming, cancelling and acting on it answer too. portId and
/// createdPortId are the newer edition's.
/// </summary>
internal sealed class PortOrderDetails(PortOrder order, ReferenceData reference, IReadOnlyList<Metro> companyMetros)
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

    public CompanyInOrder Company =>
        reference.Company(order.CompanyId) is var company
            ? new(company, reference.StandingOf(company), companyMetros)
            : null!;

    public PortInOrder Port => new(order.Port);
    public MetroInOrder Metro => new(reference.Metro(order.Port.MetroId));
    public string? PortId => order.DeliveredPortId;
    public string? CreatedPortId => order.DeliveredPortId;
    public string? CrossConnectId => null;
    public string PaymentType => order.PaymentType;
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
        var metros = turn.Rows.MetrosOf(order.CompanyId);
        return new PortOrderDetails(order, turn.Reference, [.. metros[order.CompanyId].Select(turn.Reference.Metro)]);
    }
}
