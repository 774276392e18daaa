using Emulator.Domain.Companies;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Workflows;

/// <summary>Makes an order of an edge port, or the draft of one, with the port that it is for.</summary>
internal static class PlacingAnEdgeOrder
{
    /// <summary>What is ordered.</summary>
    /// <param name="Company">Who orders.</param>
    /// <param name="Facility">The facility that the last mile leads to.</param>
    /// <param name="PortName">The port's name.</param>
    /// <param name="Speed">Mbps.</param>
    /// <param name="Terms">What was chosen, and where it is to be.</param>
    /// <param name="DiscountCode">A promotion or partner code.</param>
    internal sealed record Wish(
        Company Company, DataCenterFacility Facility, string PortName, int Speed, EdgeTerms Terms,
        string? DiscountCode = null);

    /// <summary>Places it.</summary>
    /// <param name="wish">What is ordered.</param>
    /// <param name="first"><c>created</c>, or <c>draft</c> where nothing is ordered yet.</param>
    /// <param name="nextId">Where ids come from.</param>
    /// <param name="moment">When and by whom.</param>
    public static PortOrder Place(Wish wish, PortOrderStatus first, Func<string> nextId, Moment moment)
    {
        const string Payment = "invoice";
        var order = new PortOrder
        {
            Id = nextId(),
            CompanyId = wish.Company.Id,
            FacilityId = wish.Facility.Id,
            OffNet = false,
            PortName = wish.PortName,
            Speed = wish.Speed,
            PaymentType = Payment,
            DurationUnit = "m",
            DiscountCode = wish.DiscountCode,
            Edge = wish.Terms,
            PortId = nextId(),
            CreatedAt = moment.At,
            CreatedBy = moment.By,
        };
        order.Port = Port.Ordered(
            order.PortId,
            wish.Company,
            wish.Facility,
            wish.PortName,
            wish.Speed,
            billingId: null,
            Payment,
            crossConnectId: null,
            moment,
            PortType.Edge);
        PortOrderStateMachine.Table.Begin(order, first, moment);
        return order;
    }
}
