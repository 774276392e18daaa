using Emulator.Domain.Clouds;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>Makes the network's resources of seed rows.</summary>
internal static class NetworkRows
{
    public static Port PortOf(PortRow row, DataCenterFacility? facility)
    {
        var port = new Port
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            FacilityId = row.FacilityId,
            MetroId = row.MetroId,
            LocationId = facility?.LocationId,
            Name = row.Name,
            Speed = row.Speed,
            Type = row.Type,
            SingleService = row.SingleService,
            Asn = row.Asn,
            AsnSetAt = row.Asn is null ? null : row.Since,
            Onboarding = row.Onboarding,
            PaymentType = row.PaymentType,
            BillingId = row.BillingId,
            SalesRecordId = row.SalesRecordId,
            PopId = facility is { PopIds: [var pop, ..] } ? pop : null,
            LinkState = row.Status == PortStatus.Active ? LinkState.Up : LinkState.Unknown,
            ServiceStatus = row.ServiceStatus,
            MediaType = row.MediaType,
            IciLink = row.IciLink,
            DeviceId = row.DeviceId,
            ReportingLabels = row.ReportingLabels,
            SupportedServices = row.SupportedServices,
            VlanRanges = row.VlanRanges,
            Partner = row.Partner,
            Controllers = row.Controllers,
            CreatedAt = row.CreatedAt,
            DeliveredAt = row.Delivered ? row.CreatedAt : null,
            ActiveChangedAt = row.Delivered ? row.Since : null,
            FirstActiveAt =
                row.Delivered && row.Status is not (PortStatus.Ready or PortStatus.Activating or PortStatus.Onboarding)
                    ? row.CreatedAt
                    : null,
            DeletedAt = row.Status == PortStatus.Deleted ? row.Since : null,
        };
        port.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(PortStatus.Unknown),
            Spelling.Of(row.Status),
            Moment.ServiceItself);
        return port;
    }

    public static PortOrder OrderOf(PortOrderRow row, DataCenterFacility facility)
    {
        var order = new PortOrder
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            FacilityId = row.FacilityId,
            OffNet = facility.IsOffNet,
            PortName = row.PortName,
            Speed = row.Speed,
            PaymentType = row.PaymentType,
            BillingId = row.BillingId,
            Message = row.Message,
            PortId = row.PortId,
            CreatedAt = row.CreatedAt,
            CreatedBy = row.CreatedBy,
            CancelledBy = row.CancelledBy,
            CancelledAt = row.Status == PortOrderStatus.Cancelled ? row.Since : null,
            LoaSentAt = row.Status is PortOrderStatus.LoaSent or PortOrderStatus.Done ? row.Since : null,
        };
        order.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(PortOrderStatus.Created),
            Spelling.Of(row.Status),
            row.CreatedBy);
        return order;
    }

    public static AzurePeering PeeringOf(AzurePeeringRow row)
    {
        var peering = new AzurePeering
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            ConnectionId = row.ConnectionId,
            Type = row.Type,
            VlanId = row.VlanId,
            PeerAsn = row.PeerAsn,
            PrimaryPeerSubnet = row.PrimaryPeerSubnet,
            SecondaryPeerSubnet = row.SecondaryPeerSubnet,
            AdvertisedPublicPrefixes = row.AdvertisedPublicPrefixes,
            RoutingRegistryName = row.RoutingRegistryName,
            CreatedAt = row.CreatedAt,
        };
        peering.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(AzurePeeringStatus.Pending),
            Spelling.Of(row.Status),
            Moment.ServiceItself);
        return peering;
    }

    public static Connection ConnectionOf(ConnectionRow row)
    {
        var wasActive =
            row.Status
            is ConnectionStatus.Active
                or ConnectionStatus.Disabling
                or ConnectionStatus.Disabled
                or ConnectionStatus.Enabling
                or ConnectionStatus.Activating
                or ConnectionStatus.Deleting
                or ConnectionStatus.Deleted;
        var connection = new Connection
        {
            Id = row.Id,
            Type = row.Type,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            SrcCompanyId = row.SrcCompanyId,
            DestCompanyId = row.DestCompanyId,
            SrcPortId = row.SrcPortId,
            DestPortId = row.DestPortId,
            SrcMetroId = row.SrcMetroId,
            DestMetroId = row.DestMetroId,
            SrcRegionId = row.SrcRegionId,
            DestRegionId = row.DestRegionId,
            Speed = row.Speed,
            SrcName = row.SrcName,
            DestName = row.DestName ?? row.SrcName,
            Tag = row.Tag,
            SrcUntagged = row.SrcUntagged,
            DestUntagged = row.DestUntagged,
            QinQ = row.QinQ,
            SrcVlanRequest = row.SrcVlanRequest,
            DestVlanRequest = row.DestVlanRequest,
            SrcVlan = row.SrcUntagged ? null : row.SrcVlanRequest ?? row.Tag,
            DestVlan = row.DestUntagged ? null : row.DestVlanRequest,
            ClassOfService = row.ClassOfService,
            PaymentType = row.PaymentType,
            Duration = row.Duration,
            DurationUnit = row.DurationUnit,
            DiscountCode = row.DiscountCode,
            RequestSource = row.RequestSource,
            PartnerTerms = row.PartnerTerms,
            ParentId = row.ParentId,
            ErrorReason = row.ErrorReason,
            SrcApprovedBy = row.SrcApprovedBy,
            DestApprovedBy = row.DestApprovedBy,
            CreatedAt = row.CreatedAt,
            ActiveChangedAt = wasActive ? row.Since : null,
            FirstActiveAt = wasActive ? row.Since : null,
            DeletedAt = row.Status == ConnectionStatus.Deleted ? row.Since : null,
        };
        if (row.Change is { } change)
        {
            connection.Change = new ChangeRequest
            {
                Id = row.Id,
                Connection = connection,
                Status = change.Status,
                Since = change.UpdatedAt,
                UpdatedAt = change.UpdatedAt,
                Speed = change.Speed,
                ProposedBy = change.ProposedBy,
                SrcApproval = change.SrcApproval,
                DestApproval = change.DestApproval,
            };
        }

        connection.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(ConnectionStatus.Pending),
            Spelling.Of(row.Status),
            row.SrcApprovedBy ?? Moment.ServiceItself);
        return connection;
    }
}
