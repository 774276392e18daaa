using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Domain.Staging;

namespace Emulator.Domain.Connections;

/// <summary>One end of a connection.</summary>
internal enum Side
{
    /// <summary>The company that asked for the connection.</summary>
    Src,

    /// <summary>The company it leads to.</summary>
    Dest,
}

/// <summary>A layer 2 connection between two ports, or the request for one (000:5569).</summary>
internal sealed class Connection : Staged<ConnectionStatus>
{
    public ConnectionType Type { get; init; } = ConnectionType.Layer2;

    public required string SrcCompanyId { get; init; }

    public required string DestCompanyId { get; init; }

    /// <summary>Null only for groups, which have no ports of their own (000:5575).</summary>
    public string? SrcPortId { get; set; }

    public Port? SrcPort { get; set; }

    /// <summary>Null until the other company names it.</summary>
    public string? DestPortId { get; set; }

    public Port? DestPort { get; set; }

    public required string SrcMetroId { get; set; }

    public required string DestMetroId { get; set; }

    public string? SrcRegionId { get; set; }

    public string? DestRegionId { get; set; }

    /// <summary>The facility the source asked for on the other side; null where it named none.</summary>
    public string? DestFacilityId { get; init; }

    /// <summary>Mbps.</summary>
    public required int Speed { get; set; }

    /// <summary>The name on the source's side; each side has its own (000:5886).</summary>
    public required string SrcName { get; set; }

    /// <summary>The name on the destination's side.</summary>
    public required string DestName { get; set; }

    /// <summary>The VLAN tag asked for; null where the service chooses.</summary>
    public int? Tag { get; init; }

    public bool SrcUntagged { get; set; }

    public bool DestUntagged { get; set; }

    public bool QinQ { get; init; }

    public int? SrcVlanRequest { get; init; }

    public int? DestVlanRequest { get; init; }

    /// <summary>The VLAN on the source's port; null where that side is untagged, and for groups.</summary>
    public int? SrcVlan { get; set; }

    /// <summary>
    /// The VLAN on the destination's port; null until one is named, where that side is untagged, and on cloud partners'
    /// ports, where the partner chooses.
    /// </summary>
    public int? DestVlan { get; set; }

    /// <summary><c>GOLD</c>, <c>SILVERPLUS</c>, <c>SILVER</c> or <c>BRONZE</c>.</summary>
    public string? ClassOfService { get; init; }

    public string PaymentType { get; init; } = "invoice";

    public int? Duration { get; init; }

    /// <summary><c>d</c>, <c>w</c>, <c>m</c> or <c>y</c>.</summary>
    public string? DurationUnit { get; init; }

    public bool Evergreen { get; init; }

    /// <summary>Where its ports are, for discounts.</summary>
    public Discount.Spot[] Spots =>
        [.. new[] { SrcPort?.Spot, DestPort?.Spot }.OfType<Discount.Spot>()];

    /// <summary>The discount code it was ordered with; null where none was sent.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>The transaction that the order named; null where it named none.</summary>
    public string? PaymentTransactionId { get; init; }

    /// <summary>Where it was asked for.</summary>
    public RequestSource RequestSource { get; init; } = RequestSource.ConsoleApi;

    /// <summary>What was agreed with the cloud partner; null where nothing is known.</summary>
    public PartnerTerms? PartnerTerms { get; set; }

    public IReadOnlyList<string> AddonIds { get; init; } = [];

    public IReadOnlyList<ScheduledTask> ScheduledTasks { get; init; } = [];

    /// <summary>The group it is one of; null where it stands alone.</summary>
    public string? ParentId { get; init; }

    /// <summary>Why it is in ERROR; null otherwise.</summary>
    public string? ErrorReason { get; set; }

    /// <summary>The user who approved for the source.</summary>
    public string? SrcApprovedBy { get; set; }

    /// <summary>The user who approved for the destination.</summary>
    public string? DestApprovedBy { get; set; }

    /// <summary>
    /// The speed that was set in the cloud partner's own console and not fetched yet, Mbps; null where there is nothing
    /// to fetch.
    /// </summary>
    public int? UpstreamSpeed { get; set; }

    /// <summary>When it was last synchronised with the cloud partner, UTC.</summary>
    public DateTimeOffset? SyncedAt { get; set; }

    /// <summary>The proposal to change its speed; null where there never was one.</summary>
    public ChangeRequest? Change { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ActiveChangedAt { get; set; }

    public DateTimeOffset? FirstActiveAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>
    /// As far as its traffic is concerned: silent from the beginning where it never was in service, and since it last
    /// was where it isn't now.
    /// </summary>
    public MeasuredLine Measured => new(
        Id,
        Speed,
        FirstActiveAt ?? CreatedAt,
        DeletedAt,
        FirstActiveAt is null ? CreatedAt : Status == ConnectionStatus.Active ? null : ActiveChangedAt ?? Since);

    /// <summary>What goes through it: itself, from when it was first in service.</summary>
    public IEnumerable<CarriedConnection> Carried =>
        FirstActiveAt is { } first ? [new CarriedConnection(first, Speed)] : [];

    /// <inheritdoc/>
    protected override string Machine => "connections";

    /// <inheritdoc/>
    public override string? GivenName => SrcName;

    /// <summary>Between two ports of the same company.</summary>
    public bool IsToSelf => SrcCompanyId == DestCompanyId;

    /// <summary>Whether its sides are, or were, set up in the network: all have approved it.</summary>
    public bool IsSetUp => !IsRequest && Status is not (ConnectionStatus.Cancelled or ConnectionStatus.Denied);

    /// <summary>Whether it is still a request, which waits for an approval (000:5581).</summary>
    public bool IsRequest => Status is ConnectionStatus.Pending or ConnectionStatus.PendingAcceptance;

    /// <summary>How it is billed: within a metro, a region, or between regions.</summary>
    public string CdrBillingType =>
        SrcMetroId == DestMetroId ? "METRO"
        : SrcRegionId == DestRegionId ? "REGIONAL"
        : "GLOBAL";

    /// <summary>What it holds of the source port, Mbps.</summary>
    public int HeldSpeed => Hold(Speed, Change is { Status: ChangeRequestStatus.Pending } change ? change.Speed : 0);

    /// <summary>
    /// What a connection holds: a change request reserves what it asks for, if that is more (000:8284), and so does a
    /// flex.
    /// </summary>
    /// <param name="speed">Its speed, Mbps.</param>
    /// <param name="asked">
    /// The most that a pending change request or a flex asks for, Mbps; 0 where there is none.
    /// </param>
    public static int Hold(int speed, int asked) => Math.Max(speed, asked);

    /// <summary>The side a company is on; the source's where it is on both.</summary>
    public Side SideOf(string companyId) => SrcCompanyId == companyId ? Side.Src : Side.Dest;

    public string NameFor(Side side) => side == Side.Src ? SrcName : DestName;

    public int? VlanOf(Side side) => side == Side.Src ? SrcVlan : DestVlan;

    /// <summary>Puts a side on a VLAN; on none where null.</summary>
    public void SetVlan(Side side, int? vlan) =>
        (SrcVlan, DestVlan) = side == Side.Src ? (vlan, DestVlan) : (SrcVlan, vlan);

    public Port? PortOf(Side side) => side == Side.Src ? SrcPort : DestPort;

    /// <summary>
    /// Whose tag a side's VLAN is: the customer's own, or the service's, which QinQ adds to it and cloud partners
    /// choose. Null where the side has none, or isn't set up yet.
    /// </summary>
    public ConfigTag? ConfigTagOf(Side side) =>
        !IsSetUp || VlanOf(side) is null ? null
        : QinQ || PortOf(side)?.Partner is not null ? ConfigTag.Service
        : ConfigTag.Customer;

    /// <summary>Each party's approval; for a connection to self one suffices.</summary>
    public bool ApprovedByAll =>
        IsToSelf
            ? SrcApprovedBy is not null || DestApprovedBy is not null
            : SrcApprovedBy is not null && DestApprovedBy is not null;

    /// <summary>Sets the speed and writes the log.</summary>
    public void SetSpeed(int speed, Moment moment)
    {
        Speed = speed;
        UpdatedAt = moment.At;
        Log("Update", moment);
    }

    /// <summary>Fetches what the cloud partner has changed (000:9086).</summary>
    /// <param name="source">The source port's capacity without what this connection holds.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Errors.Refusal">
    /// <see cref="Errors.ServiceErrors.CapacityExceeded"/>: the port can't carry what was set upstream.
    /// </exception>
    public void Sync(Ports.Capacity source, Moment moment)
    {
        if (UpstreamSpeed is { } speed && speed != Speed)
        {
            this.MustFit(speed, source);
            SetSpeed(speed, moment);
        }

        UpstreamSpeed = null;
        SyncedAt = moment.At;
    }

    /// <summary>Writes a line of the connection's log that leaves its status as it is (000:9091).</summary>
    public void Log(string what, Moment moment) =>
        Record(moment, Spelling.Of(Status), what, Spelling.Of(Status), reason: null);

    /// <inheritdoc/>
    public override void Entered(ConnectionStatus state, Moment moment, string? reason)
    {
        ErrorReason = state == ConnectionStatus.Error ? reason ?? "The connection could not be created" : null;
        switch (state)
        {
            case ConnectionStatus.Active:
                ActiveChangedAt = moment.At;
                FirstActiveAt ??= moment.At;
                break;
            case ConnectionStatus.Disabled:
                ActiveChangedAt = moment.At;
                break;
            case ConnectionStatus.Deleted:
                DeletedAt = moment.At;
                GiveUntaggedPortsBack();
                break;
            case ConnectionStatus.Cancelled or ConnectionStatus.Denied:
                GiveUntaggedPortsBack();
                break;
        }
    }

    /// <inheritdoc/>
    protected override Move Describe(Move move)
    {
        move.Speed = Speed;
        return move;
    }

    /// <summary>A port in single service mode is free again once its one connection is gone (000:3805).</summary>
    private void GiveUntaggedPortsBack()
    {
        if (SrcUntagged && SrcPort is { } src)
        {
            src.SingleService = false;
        }

        if (DestUntagged && DestPort is { } dest)
        {
            dest.SingleService = false;
        }
    }
}

/// <summary>What kind of connection it is (000:5573).</summary>
internal enum ConnectionType
{
    /// <summary>Between two ports.</summary>
    Layer2,

    /// <summary>A group for redundancy: no ports, but subconnections.</summary>
    GroupLayer2,

    /// <summary>Of the layer 3 days; only in the documents' samples.</summary>
    Layer3,
}

/// <summary>Where a connection was asked for (OpenAPI 1.59.2).</summary>
internal enum RequestSource
{
    /// <summary>Through the API.</summary>
    ConsoleApi,

    /// <summary>In the web application.</summary>
    ConsoleApp,
}

/// <summary>Whose tag is configured on a side (captured answers).</summary>
internal enum ConfigTag
{
    /// <summary>The one that the customer's frames have.</summary>
    Customer,

    /// <summary>An outer one of the service's.</summary>
    Service,
}

/// <summary>Something to be done with a connection at an instant (000:6517, <c>scheduledTaskList</c>).</summary>
internal sealed record ScheduledTask(string ScheduledAt, string Action, int? Speed);

/// <summary>One end of a connection, as its port sees it: just enough for the port's own rules and payloads.</summary>
/// <param name="Id">The connection's id.</param>
/// <param name="PortId">The port it ends on.</param>
/// <param name="Name">The connection's name on that side.</param>
/// <param name="Status">Its status.</param>
/// <param name="Type">Its type.</param>
/// <param name="Speed">Its speed, Mbps.</param>
/// <param name="Untagged">Whether that side is untagged.</param>
/// <param name="Vlan">The VLAN it has on the port; null where it has none.</param>
/// <param name="Held">What it holds of the port, Mbps: nothing where it is incoming.</param>
internal sealed record AttachedConnection(
    string Id,
    string PortId,
    string Name,
    ConnectionStatus Status,
    ConnectionType Type,
    int Speed,
    bool Untagged,
    int? Vlan,
    int Held)
{
    /// <summary>
    /// Whether the port may be disabled with it still there (000:4912). What is being deleted is on its way out, so
    /// that nobody has to wait for it.
    /// </summary>
    public bool LetsPortGo =>
        Status is ConnectionStatus.Disabled or ConnectionStatus.Error or ConnectionStatus.Deleting;
}
