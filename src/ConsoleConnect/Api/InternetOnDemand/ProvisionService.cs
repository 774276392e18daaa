using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Orders a service (002:136-333), in the words of either edition of the contract.</summary>
internal static class ProvisionService
{
    private static readonly BodyMember<int> Quantity = Body.NeededInteger("quantity", "How many.", minimum: 1);

    private static readonly BodyMember<string> Unit = Body.NeededText("unit", "d, w, m or y.", Term.Units);

    private static readonly BodyMember<string> AccessPortId = Body.NeededId(
        "accessPortId",
        "The port to go through: the company's, ACTIVE, and with Internet On-Demand among its supportedServices.");

    private static readonly BodyMember<string?> AsnId = Body.TextOrNull(
        "asnId",
        "A VERIFIED ASN of the company, or a PRIVATE one that it added; for DYNAMIC services for which none is made.",
        maxLength: null);

    private static readonly BodyMember<bool?> AutoAssignBgpKey = Body.Flag(
        "autoAssignBgpKey", "Whether a key of 24 characters is made; for DYNAMIC services.");

    private static readonly BodyMember<string?> BgpKey = Body.Text(
        "bgpKey",
        "A key of your own, 6 to 24 printable characters; for DYNAMIC services.",
        maxLength: 24,
        minLength: 6,
        nullable: true);

    private static readonly BodyMember<string?> BillingType = Body.Text(
        "billingtype",
        "payg, as where it is left out; free and bespoke, of the older contract, are taken too, and invoice as its "
            + "sample has it.",
        "payg",
        "free",
        "bespoke",
        "invoice");

    private static readonly BodyMember<bool> DefaultOriginate = Body.NeededFlag(
        "defaultOriginate", "Whether only the default route is advertised.");

    private static readonly BodyMember<ObjectOrInteger> Duration = Body.NeededObjectOrInteger(
        "duration",
        "How long the contract runs: an object, or a number with durationUnit.",
        minimum: 1,
        Quantity,
        Unit);

    private static readonly BodyMember<string?> DurationUnit = Body.Text(
        "durationUnit", "d, w, m or y, where duration is a number.", Term.Units);

    private static readonly BodyMember<bool> EnableIpv6 = Body.NeededFlag(
        "enableIpv6", "Whether the service has IPv6 too.");

    private static readonly BodyMember<int?> Ipv6Block = Body.Integer(
        "ipv6Block", "The mask of an IPv6 block for the service: 48.", minimum: 48, maximum: 48, nullable: true);

    private static readonly BodyMember<int?> Ipv4Block = Body.Integer(
        "ipblock", "The mask of an IPv4 block for the service, 26 to 30.", minimum: 26, maximum: 30, nullable: true);

    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "The service's name.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<bool?> PrivateAsn = Body.Flag(
        "privateAsn", "Whether it uses a private ASN.", nullable: true);

    private static readonly BodyMember<bool?> PrivateAsnAutoAssign = Body.Flag(
        "privateAsnAutoAssign", "Whether that is assigned.", nullable: true);

    private static readonly BodyMember<long?> PrivateAsnRequested = Body.LongInteger(
        "privateAsnRequested", "Which one is asked for.", nullable: true);

    private static readonly BodyMember<int> RateLimit = Body.NeededInteger(
        "rateLimit", "The bandwidth, Mbps; within what the port has left.", minimum: 1);

    private static readonly BodyMember<int?> BurstRate = Body.Integer(
        "burstRate", "What it may burst to, Mbps.", minimum: 1, nullable: true);

    private static readonly BodyMember<string?> BurstType = Body.TextOrNull(
        "burstType", "How bursts are measured, 95th Percentile for instance.", maxLength: null);

    private static readonly BodyMember<string> Type = Body.NeededText(
        "type", "DYNAMIC (BGP) or STATIC.", "DYNAMIC", "STATIC");

    private static readonly BodyMember<int?> VlanId = Body.Integer(
        "vlanId",
        "The VLAN on the access port; null or left out lets the service choose.",
        minimum: 1,
        maximum: 4094,
        nullable: true);

    private static readonly BodyMember<string> PaymentType = Body.NeededText(
        "paymentType",
        "invoice; creditcard, of the older contract, is taken too, and payg as the newer sample has it.",
        "invoice",
        "creditcard",
        "payg");

    private static readonly BodyMember<string?> Country = Body.TextOrNull(
        "ipGeoCountry", "The country that the service's addresses are registered in: JP, for instance.",
        maxLength: null);

    private static readonly BodyMember<string?> City = Body.TextOrNull("ipGeoCity", "The city.", maxLength: null);

    private static readonly BodyMember<string?> DiscountCode = Body.TextOrNull(
        "discountCode", "A discount code; the service keeps it, and its charges apply it.", maxLength: null);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        AccessPortId, AsnId, AutoAssignBgpKey, BgpKey, BillingType, DefaultOriginate, Duration, DurationUnit,
        EnableIpv6, Ipv6Block, Ipv4Block, Name, PrivateAsn, PrivateAsnAutoAssign, PrivateAsnRequested, RateLimit,
        BurstRate, BurstType, Type, VlanId, PaymentType, Country, City, DiscountCode);

    private const string Example = """
        {
          "accessPortId": "60059799c2e6a1b4d737f5aa", "autoAssignBgpKey": true, "billingtype": "payg",
          "defaultOriginate": true, "duration": {"quantity": 4, "unit": "m"},
          "enableIpv6": false, "ipblock": 29, "name": "DYNAMIC IoD with private ASN", "paymentType": "invoice",
          "privateAsn": true, "privateAsnAutoAssign": true,
          "rateLimit": 100, "burstRate": 150, "burstType": "95th Percentile", "type": "DYNAMIC", "vlanId": 3001
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/app-user/{companyId}/gia-service", Handle)
            .Documented("081", "Provision an IO-D service")
            .Tells(
                "Orders internet access on one of the company's ports. The service is PROVISIONING, then ACTIVE. It is "
                    + "given a link of two addresses (two more with IPv6), the "
                    + "blocks that are asked for, a VLAN, "
                    + "and where asked for a private ASN and a BGP key; all of it goes back when it is deleted. Its "
                    + "bandwidth counts towards the port's capacity.utilised at once.")
            .Needs(NetworkAction.CreateIodService, "companyId")
            .NeedsAgreement(AgreementType.GiaService)
            .With(InternetOnDemandChapter.Company)
            .Takes(Schema, Example, "privateAsn", "privateAsnAutoAssign", "autoAssignBgpKey", "billingtype")
            .Answers<ServiceDetails>(200)
            .Answers(
                ServiceErrors.CompanyNotVerifiedForIod,
                ServiceErrors.PortNotFound,
                ServiceErrors.IodNotOnPort,
                ServiceErrors.NoActiveAccessPort,
                ServiceErrors.PortIsSingleService,
                ServiceErrors.DurationTooLong,
                ServiceErrors.AsnRequired,
                ServiceErrors.AsnTwice,
                ServiceErrors.AsnNotPrivate,
                ServiceErrors.PrivateAsnChoice,
                ServiceErrors.AsnOnStatic,
                ServiceErrors.AsnNotFound,
                ServiceErrors.AsnNotVerified,
                ServiceErrors.AsnRefused,
                ServiceErrors.BgpKeyRequired,
                ServiceErrors.BgpKeyTwice,
                ServiceErrors.BgpKeyOnStatic,
                ServiceErrors.WrongPattern,
                ServiceErrors.Ipv6NotEnabled,
                ServiceErrors.CapacityExceeded,
                ServiceErrors.PortClosed,
                ServiceErrors.RateBelowBurstMinimum,
                ServiceErrors.BurstNotAboveRate,
                ServiceErrors.BurstExceedsCapacity,
                ServiceErrors.VlanNotOffered,
                ServiceErrors.VlanInUse,
                ServiceErrors.NoVlanLeft,
                ServiceErrors.NoAddressLeft)
            .Assumes(
                "The statuses after PROVISIONING and ACTIVE, the words of every refusal but those of the port's "
                    + "capability and capacity, and that what contradicts itself (a public ASN and a private one, a "
                    + "key and one to be made, either with STATIC) is refused. staticRoutes are a STATIC service's own "
                    + "blocks; a private ASN that it is given (OpenAPI 1.59.2) is its own until it is deleted. "
                    + "billingtype is payg where it is left out, as later editions have none, and autoAssignBgpKey "
                    + "false. Those ask for an ipblock with a private ASN and for an ipv6Block with enableIpv6, which "
                    + "leads to a note, not to a refusal. privateAsnRequested 0 counts as not sent, as the older "
                    + "sample sends it. The longest durations are those of OpenAPI 1.0.0's schema Duration. That a "
                    + "discountCode nobody knows is kept and gives no discount."
            );

    private static async Task<Answer<ServiceDetails>> Handle(
        Company company,
        RequestBody body,
        Notes notes,
        Turn turn,
        CancellationToken ct)
    {
        IodRules.MustBeVerified(company);
        var asked = body.Checked(Schema);
        var (quantity, unit) = TermOf(asked);
        Term.MustBeOffered(quantity, unit);
        var port = await turn.Db.Ports.OwnedBy(company, asked.Of(AccessPortId), ct);
        var service = Draft(asked, turn, port, quantity, unit);
        var extras = new ProvisioningAService.Extras(
            asked.Of(VlanId),
            asked.Of(Ipv4Block),
            asked.Of(Ipv6Block),
            AsnSettingsOf(asked));
        TellWhatIsMissed(service.Routing, extras, service.EnableIpv6, notes);
        await ProvisioningAService.Provision(
            turn.Db,
            company,
            service,
            extras,
            new(turn.Ids.NextUuid, () => turn.Ids.NextKey(24)),
            turn.Now,
            ct);
        return new ServiceDetails(service);
    }

    /// <summary>
    /// What the later guide wants beside each other (OpenAPI 1.59.2): the documents and the schema of the same edition
    /// leave it to the client.
    /// </summary>
    private static void TellWhatIsMissed(
        RoutingType routing, ProvisioningAService.Extras extras, bool enableIpv6, Notes notes)
    {
        if (routing == RoutingType.Dynamic && extras is { Asn.PrivateAsn: true, Ipv4Mask: null })
        {
            notes.Add("A DYNAMIC service with a private ASN is to have an ipblock: OpenAPI 1.59.2 asks for it");
        }

        if (enableIpv6 && extras.Ipv6Mask is null)
        {
            notes.Add("With enableIpv6: true comes ipv6Block: 48, OpenAPI 1.59.2 asks for it");
        }
    }

    private static IodService Draft(Asked asked, Turn turn, Port port, int quantity, string unit) => new()
    {
        Id = turn.Ids.NextUuid(),
        CompanyId = port.CompanyId,
        AccessPortId = port.Id,
        AccessPort = port,
        Name = asked.Of(Name),
        ContractBandwidth = asked.Of(RateLimit),
        RateLimit = asked.Of(RateLimit),
        BurstRate = asked.Of(BurstRate),
        BurstType = asked.Of(BurstType),
        Routing = Spelling.Read<RoutingType>(asked.Of(Type))!.Value,
        DefaultOriginate = asked.Of(DefaultOriginate),
        EnableIpv6 = asked.Of(EnableIpv6),
        IpGeoCountry = asked.Of(Country),
        IpGeoCity = asked.Of(City),
        Duration = quantity,
        DurationUnit = unit,
        BillingType = asked.Of(BillingType) is { } billing and not "invoice" ? billing : "payg",

        // the newer sample pays by payg (002:288), where invoice is "the only valid and supported payment type"
        // (002:265).
        DiscountCode = asked.Of(DiscountCode),
        PaymentType = asked.Of(PaymentType) == "creditcard" ? "creditcard" : "invoice",
        SiteId = turn.Ids.NextUuid(),
        OrderId = turn.Ids.NextUuid(),
        SalesRecordId = turn.Ids.NextUuid(),
        CreatedAt = turn.Now.At,
    };

    /// <summary>
    /// <c>duration</c> is an object in the newer contract, a number with <c>durationUnit</c> in the older
    /// (OpenAPI 1.0.0).
    /// </summary>
    private static (int Quantity, string Unit) TermOf(Asked asked) =>
        asked.Of(Duration) is var duration && duration.Object is { } spelled
            ? (spelled.Of(Quantity), spelled.Of(Unit))
        : asked.Of(DurationUnit) is { } unit ? (duration.Integer!.Value, unit)
        : throw ServiceErrors.MissingProperty.Because("A duration that is a number needs durationUnit: d, w, m or y "
            + "(OpenAPI 1.0.0, POST gia-service).", "", "durationUnit");

    private static AsnSettings AsnSettingsOf(Asked asked)
    {
        var key = asked.Of(BgpKey);
        if (key?.Any(letter => letter is < ' ' or > '~') == true)
        {
            throw ServiceErrors.WrongPattern.Because(
                "A BGP key is of printable ASCII characters (002:171).",
                "/bgpKey",
                "^[ -~]{6,24}$");
        }

        return new AsnSettings(
            asked.Of(AsnId),
            asked.Of(PrivateAsn) ?? false,
            asked.Of(PrivateAsnAutoAssign) ?? false,
            asked.Of(PrivateAsnRequested) is not 0 and { } number ? number : null,
            asked.Of(AutoAssignBgpKey) ?? false,
            key);
    }
}
