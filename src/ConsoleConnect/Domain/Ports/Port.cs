using Emulator.Domain.Companies;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.Ports;

/// <summary>A port in a data center facility.</summary>
internal sealed class Port : Staged<PortStatus>
{
    /// <summary>Not kept: it is true for one move only.</summary>
    private bool abandoned;

    public required string CompanyId { get; init; }

    /// <summary>The facility it stands in; null for a partner's port outside of one.</summary>
    public string? FacilityId { get; init; }

    public required string MetroId { get; init; }

    /// <summary>Where it is, for discounts.</summary>
    public Discount.Spot Spot => new(FacilityId ?? "", MetroId);

    /// <summary>The facility's uuid.</summary>
    public string? LocationId { get; init; }

    public required string Name { get; set; }

    /// <summary>Mbps.</summary>
    public required int Speed { get; init; }

    public PortType Type { get; init; } = PortType.Physical;

    /// <summary>Dedicated to one untagged connection: no more can be made on it (000:3805).</summary>
    public bool SingleService { get; set; }

    /// <summary>
    /// The ASN attached to it: free text, as the documents' own sample sends it (000:4387); null where none is.
    /// </summary>
    public string? Asn { get; set; }

    public DateTimeOffset? AsnSetAt { get; set; }

    /// <summary>Brought in by Console Connect: may not be disabled or deleted (000:4912).</summary>
    public Onboarding? Onboarding { get; init; }

    public string? PaymentType { get; init; }

    /// <summary>The subscription it is on; null where it isn't on a plan.</summary>
    public string? BillingId { get; init; }

    public string? SalesRecordId { get; init; }

    /// <summary>The cross connect that was bundled with its order; null where none was.</summary>
    public string? CrossConnectId { get; init; }

    /// <summary>
    /// Whether it takes services and changes of them while it is ACTIVE: CLOSED for the end of its life (OpenAPI
    /// 1.59.2).
    /// </summary>
    public PortServiceStatus ServiceStatus { get; set; } = PortServiceStatus.Open;

    /// <summary>Whether it is paid as one goes; null where it is on a plan, or nothing is known.</summary>
    public bool? PayAsYouGo => PaymentType == "invoice" ? true : null;

    public string? PopId { get; init; }

    /// <summary>What is seen of its link.</summary>
    public LinkState LinkState { get; set; } = LinkState.Unknown;

    /// <summary>Since when; null where only the port's own moves have changed it.</summary>
    public DateTimeOffset? LinkChangedAt { get; set; }

    public bool LinkUp => LinkState == LinkState.Up;

    /// <summary>When its link went up or down last.</summary>
    public DateTimeOffset? LinkSince => LinkChangedAt ?? ActiveChangedAt;

    public string MediaType { get; init; } = "SMF";

    public string? IciLink { get; init; }

    /// <summary>
    /// The device a partner's port is on, a uuid (000:5314); null for customers' ports, which show none.
    /// </summary>
    public string? DeviceId { get; init; }

    public IReadOnlyList<string> ReportingLabels { get; init; } = [];

    /// <summary>
    /// What it can carry: <c>L2</c>, and <see cref="IodCapability"/> where Internet On-Demand is to be had on it.
    /// </summary>
    public IReadOnlyList<string> SupportedServices { get; init; } = ["L2"];

    /// <summary>The VLANs a customer may choose on it.</summary>
    public IReadOnlyList<VlanRange> VlanRanges { get; init; } = [new(2, 4094)];

    /// <summary>What a partner sells on it; null for customers' ports.</summary>
    public PartnerOffer? Partner { get; init; }

    /// <summary>Virtual routers of the layer 3 days that still stand in the documents (000:4280).</summary>
    public IReadOnlyList<Controller> Controllers { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When its order was done; a port that isn't delivered is in no list and found by no id; assumed.
    /// </summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    public DateTimeOffset? ActiveChangedAt { get; set; }

    public DateTimeOffset? FirstActiveAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public bool Deleted => Status == PortStatus.Deleted;

    /// <summary>
    /// How <see cref="SupportedServices"/> names Internet On-Demand: by its former name (002:16). The value is assumed;
    /// the documents print L2 only.
    /// </summary>
    public const string IodCapability = "GIA";

    /// <summary>Whether it can be the access port of an Internet On-Demand service (002:9).</summary>
    public bool HasIod => SupportedServices.Contains(IodCapability);

    /// <summary>Whether layer 2 connections can be made on it.</summary>
    public bool HasLayer2 => SupportedServices.Contains("L2");

    /// <summary>
    /// Whether it can be a router's access port, or tunnel VLANs in VLANs: a customer's port or one between networks,
    /// in service; assumed.
    /// </summary>
    public bool TakesRouterSites =>
        Status == PortStatus.Active && (Type is PortType.Physical or PortType.Nni or PortType.Edge);

    /// <inheritdoc/>
    protected override string Machine => "ports";

    /// <inheritdoc/>
    public override string? GivenName => Name;

    /// <summary>Whether it has a VLAN in its ranges.</summary>
    public bool Offers(int vlan) => VlanRanges.Any(range => range.First <= vlan && vlan <= range.Last);

    /// <summary>A port that an order will deliver.</summary>
    public static Port Ordered(
        string id,
        Company company,
        DataCenterFacility facility,
        string name,
        int speed,
        string? billingId,
        string paymentType,
        string? crossConnectId,
        Moment moment,
        PortType? type = null)
    {
        var port = new Port
        {
            Id = id,
            CompanyId = company.Id,
            FacilityId = facility.Id,
            MetroId = facility.MetroId,
            LocationId = facility.LocationId,
            Name = name,
            Speed = speed,
            Type = type ?? (facility.IsOffNet ? PortType.PhysicalNsp : PortType.Physical),
            BillingId = billingId,
            PaymentType = paymentType,
            CrossConnectId = crossConnectId,
            PopId = facility.PopIds.Count > 0 ? facility.PopIds[0] : null,

            // Where the network service provider is another's, so is the way to the internet: assumed.
            SupportedServices = facility.IsOffNet ? ["L2"] : ["L2", IodCapability],
            CreatedAt = moment.At,
        };
        PortStateMachine.Table.Begin(port, PortStatus.Unknown, moment);
        return port;
    }

    /// <summary>The order is done: the port exists and is activated (000:2817).</summary>
    public void Deliver(Moment moment)
    {
        DeliveredAt = moment.At;
        PortStateMachine.Table.Fire(this, PortTrigger.Activate, moment);
    }

    /// <summary>
    /// Whether its order was cancelled just now. A port follows its order until it is delivered: nobody else may end
    /// it, nor put it into service.
    /// </summary>
    internal bool IsAbandoned => abandoned;

    /// <summary>Its order was cancelled: there will be no such port.</summary>
    public void Abandon(Moment moment)
    {
        abandoned = true;
        PortStateMachine.Table.Fire(this, PortTrigger.Abandon, moment);
    }

    /// <summary>Puts a disabled port back into service.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.PortOnboarded"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public void Activate(Moment moment)
    {
        MustNotBeOnboarded();
        PortStateMachine.Table.Fire(this, PortTrigger.Activate, moment);
    }

    /// <summary>Takes the port out of service.</summary>
    /// <param name="use">What stands on it.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.PortOnboarded"/>, <see cref="ServiceErrors.PortHasConnections"/>,
    /// <see cref="ServiceErrors.PortHasServices"/>, <see cref="ServiceErrors.PortHasSites"/>,
    /// <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public void Disable(PortUse use, Moment moment)
    {
        MustBeFree(use, PortTrigger.Disable);
        PortStateMachine.Table.Fire(this, PortTrigger.Disable, moment);
    }

    /// <summary>Deletes a disabled port, or one that is being disabled (000:4704).</summary>
    /// <param name="use">What stands on it.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.PortHasConnections"/>, <see cref="ServiceErrors.PortHasServices"/>,
    /// <see cref="ServiceErrors.PortHasSites"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public void Delete(PortUse use, Moment moment)
    {
        if (PortStateMachine.Table.CanFire(this, PortTrigger.Delete))
        {
            MustBeFree(use, PortTrigger.Delete);
        }

        PortStateMachine.Table.Fire(this, PortTrigger.Delete, moment);
    }

    /// <summary>
    /// Refuses to take it from what is in service on it, and to do anything to one that is onboarded.
    /// </summary>
    /// <param name="use">What stands on it.</param>
    /// <param name="trigger">What is asked: to disable it, or to delete it.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.PortOnboarded"/>, <see cref="ServiceErrors.PortHasConnections"/>,
    /// <see cref="ServiceErrors.PortHasServices"/>, <see cref="ServiceErrors.PortHasSites"/>.
    /// </exception>
    public void MustBeFree(PortUse use, PortTrigger trigger)
    {
        MustNotBeOnboarded();
        if (use.ConnectionsInTheWay is { Count: > 0 } connections)
        {
            throw ServiceErrors.PortHasConnections.Because(
                $"On it are {PortUse.Told(connections)}. Disable, delete or reject them first (000:4912).",
                Spelling.Participle(trigger));
        }

        if (use.ServicesInTheWay is { Count: > 0 } services)
        {
            throw ServiceErrors.PortHasServices.Because(
                $"On it are {PortUse.Told(services)}. Delete them first.", Spelling.Participle(trigger));
        }

        if (use.SitesInTheWay is { Count: > 0 } sites)
        {
            throw ServiceErrors.PortHasSites.Because(
                $"On it are {PortUse.Told(sites)}. Delete them first.", Spelling.Participle(trigger));
        }
    }

    /// <summary>Renames it or attaches an ASN.</summary>
    public void Update(string? name, string? asn, Moment moment)
    {
        Name = name ?? Name;
        if (asn is not null && asn != Asn)
        {
            Asn = asn;
            AsnSetAt = moment.At;
        }

        UpdatedAt = moment.At;
    }

    /// <inheritdoc/>
    public override void Entered(PortStatus state, Moment moment, string? reason)
    {
        LinkState = state == PortStatus.Active ? LinkState.Up : LinkState.Unknown;
        LinkChangedAt = null;
        switch (state)
        {
            case PortStatus.Active:
                ActiveChangedAt = moment.At;
                FirstActiveAt ??= moment.At;
                break;
            case PortStatus.Disabled:
                ActiveChangedAt = moment.At;
                break;
            case PortStatus.Deleted:
                DeletedAt = moment.At;
                break;
        }
    }

    /// <summary>Refuses a new service on a port that is CLOSED, and a change of one that it has.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortClosed"/>.</exception>
    public void MustBeOpen()
    {
        if (ServiceStatus == PortServiceStatus.Closed)
        {
            throw ServiceErrors.PortClosed.Because($"Port {Id} has serviceStatus CLOSED: what is on it goes on, and "
                + "nothing is added to it or changed. Use another port.");
        }
    }

    /// <summary>Says what is seen of its link, whatever its status.</summary>
    public void SeeLink(LinkState state, Moment moment)
    {
        if (state != LinkState)
        {
            LinkState = state;
            LinkChangedAt = moment.At;
            UpdatedAt = moment.At;
        }
    }

    /// <summary>Refuses to touch a port that Console Connect has brought in.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortOnboarded"/>.</exception>
    public void MustNotBeOnboarded()
    {
        if (Onboarding is not null)
        {
            throw ServiceErrors.PortOnboarded.Because("port.onboarded is true: these actions are not permitted on it "
                + "(000:4912).");
        }
    }
}

/// <summary>What kind of port it is (OpenAPI 1.0.0).</summary>
internal enum PortType
{
    Physical,
    PhysicalNsp,
    Nni,
    Dcp,

    /// <summary>At a customer's own site (OpenAPI 1.59.2).</summary>
    Edge,
}

/// <summary>Whether a port takes new services, and changes of those it has (OpenAPI 1.59.2).</summary>
internal enum PortServiceStatus
{
    Open,
    Closed,
}

/// <summary>What is seen of a port's link (OpenAPI 1.59.2).</summary>
internal enum LinkState
{
    /// <summary>Nobody can tell.</summary>
    Unknown,
    Up,
    Down,

    /// <summary>The interface isn't found on the device.</summary>
    Notfound,
}

/// <summary>
/// VLANs from the first to the last, both included: <c>{from,to}</c> here and <c>{start,end}</c> there on the wire.
/// </summary>
internal readonly record struct VlanRange(int First, int Last);

/// <summary>How a port was on-boarded (001:103-110).</summary>
internal sealed record Onboarding(
    string By,
    DateTimeOffset At,
    string DeviceName,
    string InterfaceName,
    int AllocatedBandwidth);

/// <summary>What a partner sells on a port of its own: the region's name and the speeds (000:5324).</summary>
internal sealed record PartnerOffer(PartnerType Type, string RegionName, IReadOnlyList<PartnerSpeed> Speeds);

/// <summary>
/// A speed, Mbps, and whether the partner's side is provisioned <c>AUTOMATIC</c>ally or by hand (<c>MANUAL</c>).
/// </summary>
internal sealed record PartnerSpeed(int Value, string Type);

/// <summary>
/// A virtual router of the layer 3 days (000:4280). Seeded only: nothing of the present API makes one.
/// </summary>
internal sealed record Controller(
    string Id,
    string Name,
    string MetroId,
    int Vlan,
    string Ipv4,
    string Ipv6,
    string Asn,
    DateTimeOffset ActiveChangedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
