using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;

namespace Emulator.Wire.Connections;

/// <summary>
/// A connection in a list: of a company (000:6212), of a port (000:9197). What follows errorReason is of the newer
/// edition of the same resource.
/// </summary>
internal sealed class ListedConnection(ConnectionView view)
{
    public bool IsReceiver => view.IsReceiver;
    public bool IsCreator => view.IsCreator;
    public string Id => view.Connection.Id;
    public string Type => Spelling.Of(view.Connection.Type);
    public string Status => Spelling.Of(view.Connection.Status);
    public DateTimeOffset StatusChangedAt => view.Connection.Since;
    public DateTimeOffset? ActiveChangedAt => view.Connection.ActiveChangedAt;
    public DateTimeOffset UpdatedAt => view.Connection.UpdatedAt;
    public int? Tag => view.Connection.Tag;
    public DateTimeOffset CreatedAt => view.Connection.CreatedAt;
    public bool Deleted => view.Connection.Status == ConnectionStatus.Deleted;
    public DateTimeOffset DeletedAt => view.Connection.DeletedAt ?? DateTimeOffset.UnixEpoch;
    public bool Untagged => view.Side == Side.Src ? view.Connection.SrcUntagged : view.Connection.DestUntagged;
    public bool DestUntagged => view.Connection.DestUntagged;
    public bool QinQ => view.Connection.QinQ;
    public SpeedShape Speed => new(view.Connection.Speed);
    public ChangeRequestShape Request => new(view.Connection, view.Side);
    public string? SrcAsnId => view.Connection.SrcPort?.Asn;
    public string? DestAsnId => view.Connection.DestPort?.Asn;

    public CompanyInConnectionList SrcCompany =>
        new(view.Src, view.Reference.StandingOf(view.Src), view.MetrosByCompany.Contains(view.Src.Id));

    public CompanyInConnectionList DestCompany =>
        new(view.Dest, view.Reference.StandingOf(view.Dest), view.MetrosByCompany.Contains(view.Dest.Id));

    public MetroInConnectionList Metro => new(view.Reference.Metro(view.Connection.SrcMetroId));
    public MetroInConnectionList DestMetro => new(view.Reference.Metro(view.Connection.DestMetroId));
    public PortInConnectionList? Port => view.Port is { } port ? new(port) : null;
    public ControllerInConnection? Controller => view.Controller;
    public string Name => view.Connection.NameFor(view.Side);
    public string CdrBillingType => view.Connection.CdrBillingType;
    public string? ErrorReason => view.Connection.ErrorReason;
    public string? SrcRegionId => view.Connection.SrcRegionId;
    public string? DestRegionId => view.Connection.DestRegionId;
    public bool Payg => view.Connection.PaymentType != "plan";
    public IReadOnlyList<string> BillingType => view.Connection.PaymentType == "plan" ? ["PLAN"] : ["PAYG"];
    public string? ClassOfService => view.Connection.ClassOfService;
    public string? SrcPortId => view.Connection.SrcPortId;
    public string? DestPortId => view.Connection.DestPortId;
}
