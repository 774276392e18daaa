using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Domain.Addresses;
using Emulator.Domain.Agreements;
using Emulator.Domain.Asns;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Domain.Staging;
using Emulator.Domain.SupportTickets;

namespace Emulator.Store.Seeding;

/// <summary>A change request that is under way.</summary>
internal sealed record ChangeRow
{
    public required ChangeRequestStatus Status { get; init; }

    /// <summary>Mbps.</summary>
    public required int Speed { get; init; }

    public required Side ProposedBy { get; init; }

    public string? SrcApproval { get; set; }

    public string? DestApproval { get; set; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A connection, with its change request where it has one.</summary>
internal sealed record ConnectionRow
{
    public required string Id { get; init; }

    public ConnectionType Type { get; set; } = ConnectionType.Layer2;

    public required ConnectionStatus Status { get; init; }

    public required string SrcCompanyId { get; init; }

    public required string DestCompanyId { get; init; }

    public string? SrcPortId { get; set; }

    public string? DestPortId { get; set; }

    public required string SrcMetroId { get; init; }

    public required string DestMetroId { get; init; }

    public string? SrcRegionId { get; set; }

    public string? DestRegionId { get; set; }

    /// <summary>Mbps.</summary>
    public required int Speed { get; init; }

    public required string SrcName { get; init; }

    public string? DestName { get; set; }

    public int? Tag { get; set; }

    public bool SrcUntagged { get; set; }

    public bool DestUntagged { get; set; }

    public bool QinQ { get; set; }

    public int? SrcVlanRequest { get; set; }

    public int? DestVlanRequest { get; set; }

    public string? ClassOfService { get; set; }

    public string PaymentType { get; set; } = "invoice";

    public int? Duration { get; set; }

    public string? DurationUnit { get; set; }

    public string? DiscountCode { get; set; }

    public RequestSource RequestSource { get; set; } = RequestSource.ConsoleApp;

    public PartnerTerms? PartnerTerms { get; set; }

    public string? ParentId { get; set; }

    public string? ErrorReason { get; set; }

    public string? SrcApprovedBy { get; set; }

    public string? DestApprovedBy { get; set; }

    public ChangeRow? Change { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>A peering of a connection to Azure.</summary>
internal sealed record AzurePeeringRow
{
    public required string Id { get; init; }

    public required string ConnectionId { get; init; }

    public required AzurePeeringType Type { get; init; }

    public required AzurePeeringStatus Status { get; init; }

    public required int VlanId { get; init; }

    public required long PeerAsn { get; init; }

    public required string PrimaryPeerSubnet { get; init; }

    public required string SecondaryPeerSubnet { get; init; }

    public IReadOnlyList<string> AdvertisedPublicPrefixes { get; set; } = [];

    public string? RoutingRegistryName { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>An order, for a port that stands in <c>ports.json</c>.</summary>
internal sealed record PortOrderRow
{
    public required string Id { get; init; }

    public required PortOrderStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string FacilityId { get; init; }

    public required string PortId { get; init; }

    public required string PortName { get; init; }

    /// <summary>Mbps.</summary>
    public required int Speed { get; init; }

    public string PaymentType { get; set; } = "invoice";

    public string? BillingId { get; set; }

    public string? Message { get; set; }

    public required string CreatedBy { get; init; }

    public string? CancelledBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>A port.</summary>
internal sealed record PortRow
{
    public required string Id { get; init; }

    public required PortStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public string? FacilityId { get; set; }

    public required string MetroId { get; init; }

    public required string Name { get; init; }

    /// <summary>Mbps.</summary>
    public required int Speed { get; init; }

    public PortType Type { get; set; } = PortType.Physical;

    public bool SingleService { get; set; }

    public string? Asn { get; set; }

    public Onboarding? Onboarding { get; set; }

    public string? PaymentType { get; set; }

    public string? BillingId { get; set; }

    public string? SalesRecordId { get; set; }

    public string MediaType { get; set; } = "SMF";

    public PortServiceStatus ServiceStatus { get; set; } = PortServiceStatus.Open;

    public string? IciLink { get; set; }

    public string? DeviceId { get; set; }

    public IReadOnlyList<string> ReportingLabels { get; set; } = [];

    public IReadOnlyList<string> SupportedServices { get; set; } = ["L2"];

    public IReadOnlyList<VlanRange> VlanRanges { get; set; } = [new(2, 4094)];

    public PartnerOffer? Partner { get; set; }

    public IReadOnlyList<Controller> Controllers { get; set; } = [];

    /// <summary>False while its order is under way.</summary>
    public bool Delivered { get; set; } = true;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>
/// How seed files are read: statuses as the documents spell them, and no member that nobody knows. What may be left out
/// has a setter: the generated reader overlooks what an init-only property starts with.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(SpelledConverter<RoleName>),
        typeof(SpelledConverter<PartnerType>),
        typeof(SpelledConverter<CloudRouterStatus>),
        typeof(SpelledConverter<CloudRouterSiteStatus>),
        typeof(SpelledConverter<PortStatus>),
        typeof(SpelledConverter<PortType>),
        typeof(SpelledConverter<PortOrderStatus>),
        typeof(SpelledConverter<ConnectionStatus>),
        typeof(SpelledConverter<ConnectionType>),
        typeof(SpelledConverter<RequestSource>),
        typeof(SpelledConverter<ChangeRequestStatus>),
        typeof(SpelledConverter<Side>),
        typeof(SpelledConverter<AzurePeeringType>),
        typeof(SpelledConverter<AzurePeeringStatus>),
        typeof(SpelledConverter<MembershipStatus>),
        typeof(SpelledConverter<AskedBy>),
        typeof(SpelledConverter<InvitationKind>),
        typeof(SpelledConverter<InvitationStatus>),
        typeof(SpelledConverter<MailedTokenKind>),
        typeof(SpelledConverter<CrossConnectMedium>),
        typeof(SpelledConverter<CrossConnectConnector>),
        typeof(SpelledConverter<AsnStatus>),
        typeof(SpelledConverter<AsnType>),
        typeof(SpelledConverter<IodServiceStatus>),
        typeof(SpelledConverter<RoutingType>),
        typeof(SpelledConverter<ReplyPolicy>),
        typeof(SpelledConverter<IpPurpose>),
        typeof(SpelledConverter<FlexType>),
        typeof(SpelledConverter<FlexStatus>),
        typeof(SpelledConverter<ConnectionFlexStatus>),
        typeof(SpelledConverter<AgreementType>),
        typeof(SpelledConverter<SupportTicketStatus>),
        typeof(SpelledConverter<EdgeQuoteStatus>),
        typeof(SpelledConverter<SimOrderStatus>),
        typeof(SpelledConverter<SimPoolStatus>),
        typeof(SpelledConverter<SimFirewall>),
        typeof(SpelledConverter<SimStatus>),
    ]
)]
[JsonSerializable(typeof(Region))]
[JsonSerializable(typeof(Metro))]
[JsonSerializable(typeof(DataCenterFacility))]
[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(UserRow))]
[JsonSerializable(typeof(InvitationRow))]
[JsonSerializable(typeof(MailedToken))]
[JsonSerializable(typeof(Want))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Addon))]
[JsonSerializable(typeof(PortRow))]
[JsonSerializable(typeof(PortOrderRow))]
[JsonSerializable(typeof(ConnectionRow))]
[JsonSerializable(typeof(AzurePeeringRow))]
[JsonSerializable(typeof(AccessCircuit))]
[JsonSerializable(typeof(AsnRow))]
[JsonSerializable(typeof(IodServiceRow))]
[JsonSerializable(typeof(CloudRouterRow))]
[JsonSerializable(typeof(SonataOrderRow))]
[JsonSerializable(typeof(SonataQuoteRow))]
[JsonSerializable(typeof(CloudRouterSiteRow))]
[JsonSerializable(typeof(Counterparty))]
[JsonSerializable(typeof(ConnectionFlexRow))]
[JsonSerializable(typeof(PriceListRow))]
[JsonSerializable(typeof(Discount))]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(SupportTicketRow))]
[JsonSerializable(typeof(EdgeOffer))]
[JsonSerializable(typeof(EdgeQuoteRow))]
[JsonSerializable(typeof(ImsiType))]
[JsonSerializable(typeof(ImsiProfile))]
[JsonSerializable(typeof(SimApnRow))]
[JsonSerializable(typeof(SimPoolRow))]
[JsonSerializable(typeof(SimOrderRow))]
[JsonSerializable(typeof(SimRow))]
internal sealed partial class SeedJson : JsonSerializerContext;

/// <summary>A status as the documents spell it.</summary>
internal sealed class SpelledConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Spelling.Read<T>(reader.GetString()) is { } value
            ? value
            : throw new JsonException($"{typeof(T).Name} is one of {string.Join(", ", Spelling.All<T>())}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Spelling.Of(value));
}
