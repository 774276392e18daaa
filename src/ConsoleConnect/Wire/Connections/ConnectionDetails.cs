using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Wire.Clouds;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;

namespace Emulator.Wire.Connections;

/// <summary>
/// A connection and the side it is looked at from: <c>name</c>, <c>port</c>, <c>untagged</c> and <c>request.read</c>
/// are that side's own.
/// </summary>
/// <param name="Connection">The connection, with its ports and its change request.</param>
/// <param name="Asking">The company that asks.</param>
/// <param name="Reference">The companies and metros it names.</param>
/// <param name="MetrosByCompany">Where its parties have ports, by company id.</param>
internal sealed record ConnectionView(
    Connection Connection,
    Company Asking,
    ReferenceData Reference,
    ILookup<string, string> MetrosByCompany)
{
    public Side Side => Connection.SideOf(Asking.Id);
    public bool IsCreator => Connection.SrcCompanyId == Asking.Id;
    public bool IsReceiver => Connection.DestCompanyId == Asking.Id;
    public Company Src => Reference.Company(Connection.SrcCompanyId);
    public Company Dest => Reference.Company(Connection.DestCompanyId);
    public Port? Port => Side == Side.Src ? SrcPort : DestPort;

    /// <summary>Its subconnections, where it is a group.</summary>
    public IReadOnlyList<ConnectionView> Subconnections { get; init; } = [];

    /// <summary>Azure's peerings that are set on it, where it leads there.</summary>
    public IReadOnlyList<AzurePeering> Peerings { get; init; } = [];

    /// <summary>The ports it comes from: a group's are those of its subconnections, each once.</summary>
    public IReadOnlyList<Port> SrcPorts => PortsOf(Side.Src);

    /// <summary>The ports it leads to, likewise.</summary>
    public IReadOnlyList<Port> DestPorts => PortsOf(Side.Dest);

    public Port? SrcPort => Connection.SrcPort ?? SrcPorts.FirstOrDefault();
    public Port? DestPort => Connection.DestPort ?? DestPorts.FirstOrDefault();

    /// <summary>What it is called in words: a partner's connections by the partner's own name for them.</summary>
    public string TypeFriendly =>
        Connection.Type == ConnectionType.Layer3 ? "Layer 3"
        : Dest.IsCloudProvider ? PartnerLink.NameOf(Dest.Partner)
        : "Layer 2";

    public IReadOnlyList<Metro> MetrosOf(Company company) => [.. MetrosByCompany[company.Id].Select(Reference.Metro)];

    /// <summary>
    /// The virtual router on the asking side's port; only connections of the layer 3 days have one (000:6415).
    /// </summary>
    public ControllerInConnection? Controller =>
        Connection.Type == ConnectionType.Layer3 && Port is { Controllers: [var controller, ..] }
            ? new(controller, Port.Id, Reference.Metro(controller.MetroId))
            : null;

    /// <summary>The id of the virtual router on a side's port; null on layer 2.</summary>
    public string? ControllerIdOf(Side side) =>
        Connection.Type == ConnectionType.Layer3 && Connection.PortOf(side) is { Controllers: [var controller, ..] }
            ? controller.Id
            : null;

    private IReadOnlyList<Port> PortsOf(Side side) =>
        Connection.PortOf(side) is { } port
            ? [port]
            : [.. Subconnections.Select(sub => sub.Connection.PortOf(side)).OfType<Port>().DistinctBy(port => port.Id)];
}

/// <summary>
/// A connection read alone, from the asking company's side: what reading (000:5636) and everything done to it answers.
/// What follows classOfService is what the service answered beyond the documents, and what later editions print.
/// </summary>
internal sealed class ConnectionDetails(ConnectionView view)
{
    public bool IsReceiver => view.IsReceiver;
    public bool IsCreator => view.IsCreator;
    public string Id => view.Connection.Id;
    public string Type => Spelling.Of(view.Connection.Type);
    public string Status => Spelling.Of(view.Connection.Status);
    public ChangeRequestShape Request => new(view.Connection, view.Side);
    public DateTimeOffset StatusChangedAt => view.Connection.Since;
    public DateTimeOffset? ActiveChangedAt => view.Connection.ActiveChangedAt;
    public string? SrcRegionId => view.Connection.SrcRegionId;
    public string? DestRegionId => view.Connection.DestRegionId;
    public DateTimeOffset UpdatedAt => view.Connection.UpdatedAt;
    public int? Tag => view.Connection.Tag;
    public DateTimeOffset CreatedAt => view.Connection.CreatedAt;
    public bool Deleted => view.Connection.Status == ConnectionStatus.Deleted;
    public DateTimeOffset DeletedAt => view.Connection.DeletedAt ?? DateTimeOffset.UnixEpoch;
    public SpeedShape Speed => new(view.Connection.Speed);

    /// <summary>The connections of a group, whole (OpenAPI 1.0.0); any other has none.</summary>
    public IReadOnlyList<ConnectionDetails> Subconnections =>
        [.. view.Subconnections.Select(sub => new ConnectionDetails(sub))];

    public CompanyInConnection SrcCompany =>
        new(view.Src, view.Reference.StandingOf(view.Src), view.MetrosOf(view.Src));

    public CompanyInConnection DestCompany =>
        new(view.Dest, view.Reference.StandingOf(view.Dest), view.MetrosOf(view.Dest));

    public MetroInConnection Metro => new(view.Reference.Metro(view.Connection.SrcMetroId));
    public MetroInConnection DestMetro => new(view.Reference.Metro(view.Connection.DestMetroId));
    public string? SrcAsnId => view.Connection.SrcPort?.Asn;
    public string? DestAsnId => view.Connection.DestPort?.Asn;
    public PortInConnection? Port => view.Port is { } port ? new(port) : null;
    public ControllerInConnection? Controller => view.Controller;
    public bool Untagged => view.Side == Side.Src ? view.Connection.SrcUntagged : view.Connection.DestUntagged;
    public bool QinQ => view.Connection.QinQ;
    public VlanShape Vlan => new(view.Connection.VlanOf(view.Side), view.Connection.QinQ);
    public string Name => view.Connection.NameFor(view.Side);
    public string CdrBillingType => view.Connection.CdrBillingType;
    public bool Payg => view.Connection.PaymentType != "plan";
    public IReadOnlyList<string> BillingType => view.Connection.PaymentType == "plan" ? ["PLAN"] : ["PAYG"];
    public bool MaintenanceMode => false;
    public int? SrcVlanRequest => view.Connection.SrcVlanRequest;
    public int? DestVlanRequest => view.Connection.DestVlanRequest;
    public string? ClassOfService => view.Connection.ClassOfService;
    public string? ErrorReason => view.Connection.ErrorReason;
    public string SrcCompanyId => view.Connection.SrcCompanyId;
    public string DestCompanyId => view.Connection.DestCompanyId;
    public string? SrcPortId => view.SrcPort?.Id;
    public string? DestPortId => view.DestPort?.Id;
    public IReadOnlyList<PortInConnection> SrcPorts => [.. view.SrcPorts.Select(port => new PortInConnection(port))];
    public IReadOnlyList<PortInConnection> DestPorts => [.. view.DestPorts.Select(port => new PortInConnection(port))];
    public PortInConnection? DestPort => view.DestPort is { } port ? new(port) : null;
    public string? SrcControllerId => view.ControllerIdOf(Side.Src);
    public string? DestControllerId => view.ControllerIdOf(Side.Dest);
    public bool SrcUntagged => view.Connection.SrcUntagged;
    public bool DestUntagged => view.Connection.DestUntagged;
    public string PaymentType => view.Connection.PaymentType;
    public int? Duration => view.Connection.Duration;
    public string? DurationUnit => view.Connection.DurationUnit;
    public bool Evergreen => view.Connection.Evergreen;
    public IReadOnlyList<string> AddonIds => view.Connection.AddonIds;

    public IReadOnlyList<ScheduledTaskShape> ScheduledTaskList =>
        [.. view.Connection.ScheduledTasks.Select(task => new ScheduledTaskShape(task))];

    public string? ParentId => view.Connection.ParentId;
    public SubconnectionIds SubconnectionIds => new(view.Subconnections);
    public DateTimeOffset? FirstActiveAt => view.Connection.FirstActiveAt;
    public string? SrcTag => TagOf(Side.Src);
    public string? DestTag => TagOf(Side.Dest);
    public VlanShape SrcVlan => new(view.Connection.SrcVlan, view.Connection.QinQ);
    public VlanShape DestVlan => new(view.Connection.DestVlan, view.Connection.QinQ);
    public bool SrcQinQ => view.Connection.QinQ;
    public bool DestQinQ => view.Connection.QinQ;
    public string? SrcConfigTag => ConfigTagOf(Side.Src);
    public string? DestConfigTag => ConfigTagOf(Side.Dest);
    public string TypeFriendly => view.TypeFriendly;

    /// <summary>Of the model that the connection is kept in; as captured.</summary>
    public string Version => "2";
    public DateTimeOffset? ImportedAt => null;
    public string? Importer => null;
    public bool Scheduled => view.Connection.ScheduledTasks.Count > 0;
    public string? PaymentTransactionId => view.Connection.PaymentTransactionId;
    public string? SalesRecordId => null;
    public int? AlertUtilization => null;
    public IReadOnlyList<string>? AlertUtilizationThresholdUserIds => null;
    public string RequestSource => Spelling.Of(view.Connection.RequestSource);
    public string? DiscountId => view.Reference.Prices.DiscountIdOf(view.Connection.DiscountCode);
    public EmptyShape NetworkAutomation => EmptyShape.Instance;
    public EmptyShape IxPartner => EmptyShape.Instance;

    /// <summary>What the cloud partner has of it; only on connections to one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartnerShape? Partner =>
        PartnerLink.Of(view.Connection, view.Dest, view.DestPort) is { } link ? new(link, view) : null;

    /// <summary>A side's VLAN once it is set up, as text.</summary>
    private string? TagOf(Side side) =>
        view.Connection.IsSetUp ? view.Connection.VlanOf(side)?.ToString(CultureInfo.InvariantCulture) : null;

    private string? ConfigTagOf(Side side) =>
        view.Connection.ConfigTagOf(side) is { } tag ? Spelling.Of(tag) : null;
}

/// <summary>
/// The ids of a group's connections, by the path that each belongs to: in the order in which they were made, one here
/// and one there. Empty where it is no group.
/// </summary>
internal sealed class SubconnectionIds(IReadOnlyList<ConnectionView> subconnections)
{
    public IReadOnlyList<string> Primary => [.. subconnections.Where((_, at) => at % 2 == 0).Select(IdOf)];
    public IReadOnlyList<string> Secondary => [.. subconnections.Where((_, at) => at % 2 == 1).Select(IdOf)];

    private static string IdOf(ConnectionView view) => view.Connection.Id;
}

/// <summary>
/// What a cloud partner has of a connection, in the members of captured answers and of OpenAPI 1.0.0. Keys are secret:
/// none is ever shown.
/// </summary>
internal sealed class PartnerShape(PartnerLink link, ConnectionView view)
{
    public string Type => Spelling.Of(link.Type);
    public string? Region => link.Region;
    public string Subtype => link.Terms.Subtype ?? "NONE";
    public string? Account => link.Terms.Account;
    public string? AsnId => link.Terms.AsnId;
    public string? CustomerAsnId => link.Terms.AsnId;
    public string? InterconnectId => link.Terms.InterconnectId;
    public string? GatewayId => link.Terms.GatewayId;
    public string? VpcId => link.Terms.VpcId;
    public string? PairingKey => null;
    public IReadOnlyList<string> PairingKeys => [];
    public string? SecretId => null;
    public string? SecretKey => null;
    public string? ConnectionId => link.ConnectionId;
    public string ProvisioningStatus => link.Provisioning;

    /// <summary>The same, by its later name (OpenAPI 1.59.2).</summary>
    public string Status => link.Provisioning;
    public string CrossconnectionStatus => link.CrossconnectionEnabled ? "ENABLED" : "DISABLED";
    public string SyncStatus => view.Connection.SyncedAt is null ? "NONE" : "SYNCED";
    public IReadOnlyList<string> SrcPortIds => [.. view.SrcPorts.Select(port => port.Id)];
    public IReadOnlyList<string> DestPortIds => [.. view.DestPorts.Select(port => port.Id)];
    public int Speed => view.Connection.Speed;
    public string? ErrorMessage => link.Error;

    /// <summary>Azure's peerings that are configured on it.</summary>
    public IReadOnlyList<AzurePeeringInConnection> Peering =>
        [.. view.Peerings.Select(peering => new AzurePeeringInConnection(peering))];
}

/// <summary>
/// A change request, from one side (000:5645). Where there is none, or it has been applied, all members are null and
/// <c>read</c> is false; but while the connection itself is a request, the approvals are those that it has.
/// </summary>
internal sealed class ChangeRequestShape(Connection connection, Side side)
{
    private readonly ChangeRequest? change = connection.Change is { Status: not ChangeRequestStatus.None } pending
        ? pending
        : null;

    public string? Status => change is null ? null : Spelling.Of(change.Status);
    public string? DestMetroId => change is null ? null : connection.DestMetroId;
    public int? Speed => change?.Speed;
    public string? SrcApproval => connection.IsRequest ? connection.SrcApprovedBy : change?.SrcApproval;
    public string? DestApproval => connection.IsRequest ? connection.DestApprovedBy : change?.DestApproval;

    /// <summary>Whether this side has marked it; the other side never sees it (000:9069).</summary>
    public bool Read => change is not null && (side == Side.Src ? change.ReadBySrc : change.ReadByDest);
    public DateTimeOffset? UpdatedAt => change?.UpdatedAt;
}

/// <summary>
/// The VLAN of a side. The documents show it unassigned only (000:6884), a captured answer its members: tagged, the
/// customer's frames have it; with QinQ it is the service's outer tag, and the customer's inner ones are free.
/// </summary>
internal sealed class VlanShape(int? vlan, bool qinQ)
{
    public int? Id => vlan;
    public int? Service => qinQ ? vlan : null;
    public IReadOnlyList<VlanStartEnd> Customer => vlan is { } tag && !qinQ ? [new(new VlanRange(tag, tag))] : [];
}

/// <summary>A scheduled task (000:6601).</summary>
internal sealed class ScheduledTaskShape(ScheduledTask task)
{
    public string ScheduledAt => task.ScheduledAt;
    public string Action => task.Action;
    public ScheduledTaskOptions Options => new(task.Speed);
}

/// <summary>What the task is to do it with.</summary>
internal sealed class ScheduledTaskOptions(int? speed)
{
    public int? Speed => speed;
}
