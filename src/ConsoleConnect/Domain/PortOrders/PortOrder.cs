using Emulator.Domain.EdgePorts;
using Emulator.Domain.Messages;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.PortOrders;

/// <summary>An order for a port, or a reservation.</summary>
internal sealed class PortOrder : Staged<PortOrderStatus>
{
    public required string CompanyId { get; init; }

    public required string FacilityId { get; init; }

    /// <summary>Whether the facility is off-net, so that the order passes <c>waiting_for_nsp</c>.</summary>
    public required bool OffNet { get; init; }

    public required string PortName { get; set; }

    /// <summary>Mbps.</summary>
    public required int Speed { get; init; }

    /// <summary><c>plan</c> or <c>invoice</c>.</summary>
    public required string PaymentType { get; init; }

    /// <summary>The subscription; null unless on a plan.</summary>
    public string? BillingId { get; init; }

    /// <summary><c>y</c> or <c>m</c> (OpenAPI 1.0.0).</summary>
    public string DurationUnit { get; init; } = "y";

    public bool BundleCrossConnect { get; init; }

    /// <summary>The cross connect that comes with the port; null where none is bundled.</summary>
    public string? CrossConnectId { get; init; }

    /// <summary>The promotion or partner code it was ordered with, as sent (OpenAPI 1.59.2).</summary>
    public string? DiscountCode { get; init; }

    /// <summary>What an edge port is ordered with (OpenAPI 1.59.2); null where another port is.</summary>
    public EdgeTerms? Edge { get; init; }

    /// <summary>Whether an edge port is ordered.</summary>
    public bool IsEdgePort => Edge is not null;

    /// <summary>When the LOA was sent; null while it hasn't been.</summary>
    public DateTimeOffset? LoaSentAt { get; set; }

    /// <summary>What was said when something went otherwise.</summary>
    public string? Message { get; set; }

    /// <summary>The port it is for, <c>UNKNOWN</c> until it is delivered.</summary>
    public required string PortId { get; init; }

    public Port Port { get; set; } = null!;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The user's id.</summary>
    public required string CreatedBy { get; init; }

    public string? UpdatedBy { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public string? CancelledBy { get; set; }

    /// <summary>The port's id once it is valid: when the order is done (000:2590).</summary>
    public string? DeliveredPortId => Status == PortOrderStatus.Done ? PortId : null;

    /// <summary>The kind of port that is ordered.</summary>
    public PortType PortType => OffNet ? PortType.PhysicalNsp : PortType.Physical;

    /// <summary>Whether it is paid as one goes: what is neither on a plan nor paid by card is.</summary>
    public bool PayAsYouGo => PaymentType == "invoice";

    /// <summary>How far its Letter of Authorization is (OpenAPI 1.59.2); which status means which is assumed.</summary>
    public LoaStatus LoaStatus => Status switch
    {
        PortOrderStatus.Allocated or PortOrderStatus.LoaSent or PortOrderStatus.SetupXc or PortOrderStatus.Done =>
            LoaStatus.Ready,
        PortOrderStatus.Error when LoaSentAt is null => LoaStatus.Error,
        _ => LoaSentAt is null ? LoaStatus.Todo : LoaStatus.Ready,
    };

    /// <inheritdoc/>
    protected override string Machine => "port-orders";

    /// <inheritdoc/>
    public override string? GivenName => PortName;

    /// <summary>Renames the port that is ordered.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/> once it is cancelled.</exception>
    public void Rename(string name, Moment moment)
    {
        if (Status is PortOrderStatus.Cancelling or PortOrderStatus.Cancelled)
        {
            throw ServiceErrors.WrongState.Because(
                "A cancelled order can't be changed: place another one.",
                "order",
                "updated",
                Spelling.Of(Status));
        }

        PortName = name;
        Port.Update(name, asn: null, moment);
        UpdatedAt = moment.At;
        UpdatedBy = moment.By;
    }

    /// <summary>Asks for cancellation; refused once the order is done; assumed.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public void Cancel(Moment moment)
    {
        PortOrderStateMachine.Table.Fire(this, PortOrderTrigger.Cancel, moment);
        UpdatedBy = moment.By;
        CancelledBy = moment.By;
    }

    /// <summary>A client says that the LOA has been sent (000:3592).</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/> unless <c>allocated</c> (000:3594).
    /// </exception>
    public void LoaSent(Moment moment)
    {
        PortOrderStateMachine.Table.Fire(this, PortOrderTrigger.SendLoa, moment);
        UpdatedBy = moment.By;
    }

    /// <summary>Mails the LOA again (000:3590).</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/> while no port is allocated, so that there is no LOA, and when the order
    /// was cancelled.
    /// </exception>
    public void MailLoa(Moment moment)
    {
        if (Status is not (PortOrderStatus.Allocated or PortOrderStatus.LoaSent or PortOrderStatus.SetupXc
            or PortOrderStatus.Done))
        {
            throw ServiceErrors.WrongState.Because(
                "A LOA exists once a port is allocated: sendloa is for the states allocated, loa_sent, setup_xc and "
                + "done (000:3590).",
                "order", "sent a LOA for", Spelling.Of(Status));
        }

        NewLetters.Add(new Letter
        {
            To = Recipient.User,
            UserId = CreatedBy,
            Kind = LetterKind.Loa,
            Subject = $"Letter of Authorization for {PortName}",
            Text = $"The Letter of Authorization for the port {PortName} (order {Id}) lets your data center facility "
                + "install the cross connect.",
            AboutId = Id,
            At = moment.At,
        });
    }

    /// <inheritdoc/>
    public override void Entered(PortOrderStatus state, Moment moment, string? reason)
    {
        Message = reason ?? Message;
        switch (state)
        {
            case PortOrderStatus.LoaSent:
                LoaSentAt = moment.At;
                MailLoa(moment);
                break;
            case PortOrderStatus.Done:
                Port.Deliver(moment);
                break;
            case PortOrderStatus.Cancelled:
                CancelledAt = moment.At;
                Port.Abandon(moment);
                break;
        }
    }
}

/// <summary>How far the Letter of Authorization of an order is (OpenAPI 1.59.2).</summary>
internal enum LoaStatus
{
    /// <summary>It is still to be made: no port is allocated yet.</summary>
    Todo,

    /// <summary>There is one.</summary>
    Ready,

    /// <summary>It could not be made: the order failed before it was sent.</summary>
    Error,
}
