using Emulator.Wire.Companies;
using Emulator.Wire.Connections;
using Emulator.Wire.Ports;

namespace Emulator.Wire.Clouds;

/// <summary>
/// A group that has just been ordered of Alibaba Cloud (OpenAPI 1.59.2, ALICLOUD layer2): as it is read alone, except
/// for a version that is a number, a billing that is text, no instant for what isn't deleted, and subconnections that
/// are named and not shown.
/// </summary>
internal sealed class AlibabaGroup(ConnectionDetails group)
{
    public string? DestPortId => group.DestPortId;
    public string SrcCompanyId => group.SrcCompanyId;
    public string DestCompanyId => group.DestCompanyId;
    public int Version => 2;
    public string? SrcRegionId => group.SrcRegionId;
    public string? DestRegionId => group.DestRegionId;
    public string Name => group.Name;
    public SpeedShape Speed => group.Speed;
    public string Status => group.Status;
    public string Type => group.Type;
    public string PaymentType => group.PaymentType;
    public string BillingType => group.BillingType[0];
    public string? ClassOfService => group.ClassOfService;
    public bool Payg => group.Payg;
    public string? PaymentTransactionId => group.PaymentTransactionId;
    public EmptyShape NetworkAutomation => group.NetworkAutomation;
    public string? ParentId => group.ParentId;
    public PartnerShape? Partner => group.Partner;
    public int? Duration => group.Duration;
    public string? DurationUnit => group.DurationUnit;
    public bool Evergreen => group.Evergreen;
    public bool SrcUntagged => group.SrcUntagged;
    public bool DestUntagged => group.DestUntagged;
    public bool SrcQinQ => group.SrcQinQ;
    public bool DestQinQ => group.DestQinQ;
    public string CdrBillingType => group.CdrBillingType;
    public DateTimeOffset? ActiveChangedAt => group.ActiveChangedAt;
    public DateTimeOffset? FirstActiveAt => group.FirstActiveAt;
    public string? SalesRecordId => group.SalesRecordId;
    public bool MaintenanceMode => group.MaintenanceMode;
    public EmptyShape IxPartner => group.IxPartner;
    public string? DiscountId => group.DiscountId;
    public ChangeRequestShape Request => group.Request;
    public VlanShape SrcVlan => group.SrcVlan;
    public VlanShape DestVlan => group.DestVlan;
    public string? SrcConfigTag => group.SrcConfigTag;
    public string? DestConfigTag => group.DestConfigTag;
    public SubconnectionIds SubconnectionIds => group.SubconnectionIds;
    public DateTimeOffset? ImportedAt => group.ImportedAt;
    public DateTimeOffset StatusChangedAt => group.StatusChangedAt;
    public string RequestSource => group.RequestSource;
    public string Id => group.Id;
    public DateTimeOffset CreatedAt => group.CreatedAt;
    public DateTimeOffset UpdatedAt => group.UpdatedAt;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => group.Deleted;
    public string? SrcPortId => group.SrcPortId;
    public string TypeFriendly => group.TypeFriendly;
    public bool IsReceiver => group.IsReceiver;
    public bool IsCreator => group.IsCreator;
    public IReadOnlyList<ConnectionDetails> Subconnections => [];
    public PortInConnection? DestPort => group.DestPort;
    public CompanyInConnection DestCompany => group.DestCompany;
    public CompanyInConnection SrcCompany => group.SrcCompany;
    public IReadOnlyList<PortInConnection> DestPorts => group.DestPorts;
    public IReadOnlyList<PortInConnection> SrcPorts => group.SrcPorts;
    public PortInConnection? Port => group.Port;
}
