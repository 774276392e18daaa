using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Domain.InternetOnDemand;

/// <summary>How traffic finds its way (002:253).</summary>
internal enum RoutingType
{
    /// <summary>By BGP.</summary>
    Dynamic,

    /// <summary>By static routes.</summary>
    Static,
}

/// <summary>
/// An Internet On-Demand service, formerly Global Internet Access (GIA): access to the internet through one of the
/// company's ports (002:1).
/// </summary>
internal sealed class IodService : Staged<IodServiceStatus>
{
    public required string CompanyId { get; init; }

    public required string AccessPortId { get; init; }

    public Port AccessPort { get; set; } = null!;

    public required string Name { get; init; }

    /// <summary>The VLAN between the access port and Console Connect's border router (002:256).</summary>
    public int Vlan { get; set; }

    /// <summary>The bandwidth that was ordered, Mbps: what a flex comes on top of.</summary>
    public required int ContractBandwidth { get; init; }

    /// <summary>The bandwidth in force, Mbps: the contract's, or that of the flex which is active.</summary>
    public required int RateLimit { get; set; }

    /// <summary>What it may burst to, Mbps; null where it may not.</summary>
    public int? BurstRate { get; init; }

    public string? BurstType { get; init; }

    public required RoutingType Routing { get; init; }

    /// <summary>The ASN it uses, a uuid; null for static ones that were given no private one.</summary>
    public string? AsnId { get; set; }

    public Asn? Asn { get; set; }

    /// <summary>The BGP key, 6 to 24 characters; null for static ones.</summary>
    public string? BgpKey { get; set; }

    public bool DefaultOriginate { get; init; }

    public bool EnableIpv6 { get; init; }

    /// <summary>Where its addresses are to be found by those who look, a country's code; null where not said.</summary>
    public string? IpGeoCountry { get; init; }

    /// <summary>The same, a city; null where not said.</summary>
    public string? IpGeoCity { get; init; }

    /// <summary>How long the contract runs, in <see cref="DurationUnit"/>.</summary>
    public required int Duration { get; init; }

    /// <summary><c>d</c>, <c>w</c>, <c>m</c> or <c>y</c>.</summary>
    public required string DurationUnit { get; init; }

    /// <summary>The code it was ordered with; null where none was.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>
    /// <c>payg</c>, <c>free</c> or <c>bespoke</c> (OpenAPI 1.0.0, POST gia-service); a bespoke one is billed by hand.
    /// </summary>
    public required string BillingType { get; init; }

    /// <summary><c>invoice</c> or <c>creditcard</c>.</summary>
    public required string PaymentType { get; init; }

    /// <summary>A uuid.</summary>
    public required string SiteId { get; init; }

    /// <summary>A uuid.</summary>
    public required string OrderId { get; init; }

    /// <summary>A uuid.</summary>
    public required string SalesRecordId { get; init; }

    /// <summary>Why it is in ERROR; null otherwise.</summary>
    public string? ErrorReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it first was in service, UTC: the contract runs from then.</summary>
    public DateTimeOffset? FirstActiveAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The blocks it holds.</summary>
    public List<IpBlock> Blocks { get; } = [];

    /// <summary>Its flexes. Where it is read to be changed, only those that are in progress or active.</summary>
    public List<Flex> Flexes { get; } = [];

    /// <inheritdoc/>
    protected override string Machine => "iod-services";

    /// <inheritdoc/>
    public override string? GivenName => Name;

    /// <summary>The flex that has been asked for and is neither made nor failed; null where none is.</summary>
    public Flex? FlexInProgress => Flexes.Find(flex => flex.InProgress);

    /// <summary>The flex in force; null where the contract's bandwidth is.</summary>
    public Flex? ActiveFlex => Flexes.Find(flex => flex.Active);

    /// <summary>When the contract ends, UTC; null while it hasn't begun.</summary>
    public DateTimeOffset? ContractEndsAt =>
        FirstActiveAt is { } start ? Term.EndOf(start, Duration, DurationUnit) : null;

    /// <summary>What it holds of the access port, Mbps.</summary>
    public int HeldBandwidth => Hold(RateLimit, FlexInProgress?.Bandwidth ?? 0);

    /// <summary>
    /// What a service holds of its port: what a flex in progress asks for is reserved, if that is more.
    /// </summary>
    /// <param name="rateLimit">The bandwidth in force, Mbps.</param>
    /// <param name="asked">What a flex in progress asks for, Mbps; 0 where there is none.</param>
    public static int Hold(int rateLimit, int asked) => Math.Max(rateLimit, asked);

    /// <summary>The block it has of a version for a purpose; null where it has none.</summary>
    public IpBlock? Block(IpVersion version, IpPurpose purpose) =>
        Blocks.Find(block => block.Version == version && block.Purpose == purpose);

    /// <summary>The routes of a static service: its customers' blocks, by their links.</summary>
    public IEnumerable<string> StaticRoutes =>
        Routing == RoutingType.Static
            ? Blocks
                .Where(block => block.Purpose == IpPurpose.Customer)
                .OrderBy(block => block.Version)
                .Select(block => block.Cidr)
            : [];

    /// <summary>The state of its BGP sessions, which come up with the service; null for static ones.</summary>
    public BgpState? Bgp =>
        Routing == RoutingType.Static ? null
        : Status == IodServiceStatus.Active ? BgpState.Established
        : BgpState.Idle;

    /// <summary>Writes a line of the service's log that leaves its status as it is.</summary>
    public void Log(string what, Moment moment, string? reason) =>
        Record(moment, Spelling.Of(Status), what, Spelling.Of(Status), reason);

    /// <inheritdoc/>
    public override void Entered(IodServiceStatus state, Moment moment, string? reason)
    {
        ErrorReason = state == IodServiceStatus.Error ? reason ?? "The service could not be provisioned" : null;
        switch (state)
        {
            case IodServiceStatus.Active:
                FirstActiveAt ??= moment.At;
                break;
            case IodServiceStatus.Down:
                FlexInProgress?.Fail(moment, "The service is down");
                break;
            case IodServiceStatus.Error:
                FlexInProgress?.Fail(moment, "The service has failed");
                break;
            case IodServiceStatus.Deleting:
                FlexInProgress?.Fail(moment, "The service is being deleted");
                ActiveFlex?.End(moment);
                break;
            case IodServiceStatus.Deleted:
                DeletedAt = moment.At;
                GiveBack(moment);
                break;
        }
    }

    /// <summary>
    /// What it was given is free for others: its blocks, and its ASN where that was made for it. Its VLAN and
    /// bandwidth go with it.
    /// </summary>
    private void GiveBack(Moment moment)
    {
        foreach (var block in Blocks)
        {
            block.Release(moment);
        }

        if (Asn is { OfService: true } asn)
        {
            asn.GiveBack(moment);
        }
    }
}

/// <summary>
/// The state of a BGP session. IDLE is documented (OpenAPI 1.0.0, <c>peers</c>); the other is BGP's own word for a
/// session in service (RFC 4271).
/// </summary>
internal enum BgpState
{
    Idle,
    Established,
}

/// <summary>A service, as its access port sees it.</summary>
/// <param name="Id">The service's id.</param>
/// <param name="PortId">Its access port.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Vlan">Its VLAN on the port.</param>
/// <param name="Held">What it holds of the port, Mbps.</param>
internal sealed record AttachedService(
    string Id, string PortId, string Name, IodServiceStatus Status, int Vlan, int Held)
{
    /// <summary>Whether the port may be disabled with it still there: only once it is on its way out.</summary>
    public bool LetsPortGo => Status is IodServiceStatus.Deleting;
}
