namespace Emulator.Errors;

/// <summary>What the rules of Internet On-Demand forbid.</summary>
internal abstract partial class ServiceErrors
{
    public static readonly ServiceError IodServiceNotFound = new(
        nameof(IodServiceNotFound),
        404,
        "GiaService not found: {0}",
        "OpenAPI 1.0.0, GET /api/v2/pricing/flex-iod/{giaServiceId}");
    public static readonly ServiceError CompanyNotVerifiedForIod = new(
        nameof(CompanyNotVerifiedForIod),
        400,
        "The company must be verified before Internet On-Demand can be used",
        "002:7 gives the rule without words");
    public static readonly ServiceError IodNotOnPort = new(
        nameof(IodNotOnPort),
        400,
        "Internet on demand is not "
            + "available on port with ID {0} .  Please select another port or contact support@consoleconnect.com if "
            + "you want Internet on demand at this location.",
        "OpenAPI 1.0.0, GET /api/v2/pricing/gia/byCompanyAndPort (sic)");
    public static readonly ServiceError NoActiveAccessPort = new(
        nameof(NoActiveAccessPort),
        409,
        "Cannot find an ACTIVE access port",
        "assumed: the documented words for a source port; the status as for every wrong state");
    public static readonly ServiceError RateBelowBurstMinimum = new(
        nameof(RateBelowBurstMinimum),
        400,
        "The rate limit must be at least {0}% of the remaining port capacity when a burst rate is specified. Min is: "
            + "{1}",
        "002:243 gives the rule without words");
    public static readonly ServiceError BurstNotAboveRate = new(
        nameof(BurstNotAboveRate),
        400,
        "The burst rate must exceed the rate limit",
        "002:243 gives the rule without words");
    public static readonly ServiceError BurstExceedsCapacity = new(
        nameof(BurstExceedsCapacity),
        400,
        "The burst rate must not exceed the remaining port capacity. Max is: {0}",
        "002:243 gives the rule without words");
    public static readonly ServiceError DurationTooLong = new(
        nameof(DurationTooLong),
        400,
        "{0} is not a valid quantity for duration unit: {1}. The maximum quantity for this unit is {2}",
        "OpenAPI 1.0.0, POST /v2/pricing/l3vpn; the maxima are those of its schema Duration");
    public static readonly ServiceError AsnRequired = new(
        nameof(AsnRequired),
        400,
        "An asnId or a private ASN is " + "required for a DYNAMIC service",
        "002:144 gives the rule without words");
    public static readonly ServiceError AsnTwice = new(
        nameof(AsnTwice),
        400,
        "Please provide either an asnId or a " + "private ASN",
        "002:144 gives the rule without words");
    public static readonly ServiceError AsnNotPrivate = new(
        nameof(AsnNotPrivate),
        400,
        "privateAsn must be true to " + "assign or request a private ASN",
        "002:145 gives the rule without words");
    public static readonly ServiceError PrivateAsnChoice = new(
        nameof(PrivateAsnChoice),
        400,
        "Please provide either privateAsnAutoAssign or privateAsnRequested",
        "002:145 gives the rule without words");
    public static readonly ServiceError AsnOnStatic = new(
        nameof(AsnOnStatic),
        400,
        "An ASN is only valid for a " + "DYNAMIC service",
        "002:166 gives the rule without words");
    public static readonly ServiceError AsnNotFound = new(
        nameof(AsnNotFound),
        400,
        "An ASN can not be found with " + "the given asnId",
        "assumed: the words for a subscription; 002:144 asks for the id of an ASN");
    public static readonly ServiceError AsnNotVerified = new(
        nameof(AsnNotVerified),
        400,
        "ASN {0} is not VERIFIED",
        "002:144 gives the rule without words");
    public static readonly ServiceError AsnRefused = new(
        nameof(AsnRefused),
        400,
        "ASN {0} is not valid: {1}",
        "the reasons are those of POST /api/private-asn/validate (002:124)");
    public static readonly ServiceError AsnHeldByAnother = new(
        nameof(AsnHeldByAnother),
        409,
        "ASN {0} is already in use",
        "assumed: no source says what is answered to a number that another company has");
    public static readonly ServiceError AsnInUse = new(
        nameof(AsnInUse),
        403,
        "The ASN is in use and can not be deleted",
        "OpenAPI 1.0.0, DELETE asns/{asn}, gives the status without words");
    public static readonly ServiceError BgpKeyRequired = new(
        nameof(BgpKeyRequired),
        400,
        "A bgpKey is required for a DYNAMIC service",
        "002:177 gives the rule without words");
    public static readonly ServiceError BgpKeyTwice = new(
        nameof(BgpKeyTwice),
        400,
        "Please provide either a bgpKey " + "or autoAssignBgpKey",
        "002:171 gives the rule without words");
    public static readonly ServiceError BgpKeyOnStatic = new(
        nameof(BgpKeyOnStatic),
        400,
        "A BGP key is only valid for a DYNAMIC service",
        "002:171 gives the rule without words");
    public static readonly ServiceError Ipv6NotEnabled = new(
        nameof(Ipv6NotEnabled),
        400,
        "An ipv6Block requires enableIpv6",
        "assumed: a block of addresses that the service has no link for");
    public static readonly ServiceError NoAddressLeft = new(
        nameof(NoAddressLeft),
        409,
        "No {0} {1} block with mask " + "{2} is available",
        "assumed: no source prints one");
    public static readonly ServiceError IodBilledByHand = new(
        nameof(IodBilledByHand),
        400,
        "Unable to delete IO-D Service. This is a manually billed IO-D Service, please email "
            + "support@consoleconnect.com to request any changes",
        "OpenAPI 1.0.0, DELETE /v2/gia-services/{giaId}");
    public static readonly ServiceError IodInContract = new(
        nameof(IodInContract),
        400,
        "Unable to delete IO-D "
            + "Service as it is still in contract. Please email support@consoleconnect.com to request any changes",
        "OpenAPI 1.0.0, DELETE /v2/gia-services/{giaId}");
    public static readonly ServiceError FlexInProgress = new(
        nameof(FlexInProgress),
        400,
        "New Flex cannot be requested while there is a request already in progress.",
        "OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError FlexNotActive = new(
        nameof(FlexNotActive),
        400,
        "Flex can only be requested " + "when the service is active",
        "OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError FlexByInvoiceOnly = new(
        nameof(FlexByInvoiceOnly),
        400,
        "Flex can only be requested on a service which is set up to be paid by invoice.",
        "OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError FlexUnavailable = new(
        nameof(FlexUnavailable),
        400,
        "Flex cannot be requested on this service. To change the bandwidth of this service please contact support.",
        "OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError FlexHasNoPrice = new(
        nameof(FlexHasNoPrice),
        422,
        "Flex price is not available for the requested bandwidth for this service.",
        "OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError FlexNotWhole = new(
        nameof(FlexNotWhole),
        422,
        "Rate limit should be an integer.",
        "OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError FlexTooSmall = new(
        nameof(FlexTooSmall),
        422,
        "Rate limit cannot be less than 1Mbps",
        "OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
}
