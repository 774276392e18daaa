using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
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
    public Port? Port => Connection.PortOf(Side);

    public IReadOnlyList<Metro> MetrosOf(Company company) => [.. MetrosByCompany[company.Id].Select(Reference.Metro)];

    /// <summary>
    /// The virtual router on the asking side's port; only connections of the layer 3 days have one (000:6415).
    /// </summary>
    public ControllerInConnection? Controller =>
        Connection.Type == ConnectionType.Layer3 && Port is { Controllers: [var controller, ..] }
            ? new(controller, Port.Id, Reference.Metro(controller.MetroId))
            : null;
}

/// <summary>
/// A connection read alone, from the asking company's side: what reading (000:5636) and everything done to it answers.
/// What follows classOfService is what the service answered beyond the documents.
/// </summary>
internal sealed class ConnectionDetails(ConnectionView view, IReadOnlyList<SubconnectionShape> subconnections)
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
    public IReadOnlyList<SubconnectionShape> Subconnections => subconnections;

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
    public string? SrcPortId => view.Connection.SrcPortId;
    public string? DestPortId => view.Connection.DestPortId;
    public PortInConnection? DestPort => view.Connection.DestPort is { } port ? new(port) : null;
    public bool DestUntagged => view.Connection.DestUntagged;
    public string PaymentType => view.Connection.PaymentType;
    public int? Duration => view.Connection.Duration;
    public string? DurationUnit => view.Connection.DurationUnit;
    public bool Evergreen => view.Connection.Evergreen;
    public IReadOnlyList<string> AddonIds => view.Connection.AddonIds;

    public IReadOnlyList<ScheduledTaskShape> ScheduledTaskList =>
        [.. view.Connection.ScheduledTasks.Select(task => new ScheduledTaskShape(task))];

    public string? ParentId => view.Connection.ParentId;
    public DateTimeOffset? FirstActiveAt => view.Connection.FirstActiveAt;

    /// <summary>What the cloud partner has of it; only on connections to one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PartnerShape? Partner =>
        PartnerLink.Of(view.Connection, view.Dest) is { } link ? new(link, view.Connection) : null;
}

/// <summary>What a cloud partner has of a connection, in the members of a captured answer.</summary>
internal sealed class PartnerShape(PartnerLink link, Connection connection)
{
    public string Type => Spelling.Of(link.Type);
    public string? Region => link.Region;
    public string? Account => null;
    public string? ConnectionId => link.ConnectionId;
    public string ProvisioningStatus => link.Provisioning;
    public string CrossconnectionStatus => link.CrossconnectionEnabled ? "ENABLED" : "DISABLED";
    public string SyncStatus => connection.SyncedAt is null ? "NONE" : "SYNCED";
    public IReadOnlyList<string> SrcPortIds => connection.SrcPortId is { } port ? [port] : [];
    public IReadOnlyList<string> DestPortIds => connection.DestPortId is { } port ? [port] : [];
    public int Speed => connection.Speed;
    public string? ErrorMessage => link.Error;
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

/// <summary>One connection of a group (000:5575).</summary>
internal sealed class SubconnectionShape(Connection connection, Side side)
{
    public string Id => connection.Id;
    public string Name => connection.NameFor(side);
    public string Status => Spelling.Of(connection.Status);
    public string Type => Spelling.Of(connection.Type);
    public SpeedShape Speed => new(connection.Speed);
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
