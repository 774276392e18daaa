namespace Emulator.Errors;

/// <summary>
/// The catalogue of refusals. Nothing else in the emulator words an error of the service. What all chapters and ports
/// refuse is here; each further chapter has its own file beside it.
/// </summary>
internal abstract partial class ServiceErrors : EmulatorErrors
{
    private const string SameWordsAsPorts = "assumed: the documented words for a port (000:4853), with the "
        + "resource's name";

    // Who asks
    public static readonly ServiceError NotLoggedIn = new(
        nameof(NotLoggedIn),
        401,
        "The user is not logged in",
        "OpenAPI 1.0.0, GET /api/auth/token");
    public static readonly ServiceError SessionDeleted = new(
        nameof(SessionDeleted),
        401,
        "The session token been deleted",
        "OpenAPI 1.0.0, GET /api/auth/token (sic)");
    public static readonly ServiceError WrongLogin = new(
        nameof(WrongLogin),
        401,
        "Invalid email or password",
        "assumed: no source prints the answer to a wrong login");
    public static readonly ServiceError WrongPassword = new(
        nameof(WrongPassword),
        400,
        "The old password is incorrect",
        "assumed: no source prints one");
    public static readonly ServiceError AccessDenied = new(
        nameof(AccessDenied),
        401,
        "Access denied",
        "000:4875: a missing permission answers 401, not 403");

    // What is not there
    public static readonly ServiceError PortNotFound = new(
        nameof(PortNotFound),
        404,
        "A port can not be found with " + "the given id",
        "000:4853");
    public static readonly ServiceError AccessCircuitNotFound = new(
        nameof(AccessCircuitNotFound),
        404,
        "No access-circuit information was found for the given port",
        "000:4868");
    public static readonly ServiceError FacilityNotFound = new(
        nameof(FacilityNotFound),
        404,
        "A data centre facility can not be found with the given id",
        "OpenAPI 1.0.0, /api/v2/pricing/gia");
    public static readonly ServiceError OrderNotFound = new(
        nameof(OrderNotFound),
        404,
        "An order can not be found " + "with the given id",
        SameWordsAsPorts);
    public static readonly ServiceError ConnectionNotFound = new(
        nameof(ConnectionNotFound),
        404,
        "A connection can not be found with the given id",
        SameWordsAsPorts);
    public static readonly ServiceError MetroNotFound = new(
        nameof(MetroNotFound),
        404,
        "The metro with that ID does not exist",
        "OpenAPI 1.0.0, GET /api/metro/{metroId}");
    public static readonly ServiceError AsnNumberNotFound = new(
        nameof(AsnNumberNotFound),
        404,
        "An ASN can not be found with the given number",
        SameWordsAsPorts);
    public static readonly ServiceError UserNotFound = new(
        nameof(UserNotFound),
        404,
        "A user can not be found with " + "the given username",
        SameWordsAsPorts);
    public static readonly ServiceError MembershipNotFound = new(
        nameof(MembershipNotFound),
        404,
        "A membership can not be found for the given user",
        SameWordsAsPorts);
    public static readonly ServiceError MembershipRequestNotFound = new(
        nameof(MembershipRequestNotFound),
        404,
        "A membership request can not be found for the given company",
        SameWordsAsPorts);
    public static readonly ServiceError InviteNotFound = new(
        nameof(InviteNotFound),
        404,
        "An invite can not be found with the given id",
        SameWordsAsPorts);
    public static readonly ServiceError InvitationNotFound = new(
        nameof(InvitationNotFound),
        404,
        "An invitation can not be found with the given token",
        SameWordsAsPorts);
    public static readonly ServiceError TokenNotFound = new(
        nameof(TokenNotFound),
        404,
        "The token is invalid",
        "assumed: no source prints one");
    public static readonly ServiceError RoleNotFound = new(
        nameof(RoleNotFound),
        404,
        "A role can not be found with " + "the given name",
        SameWordsAsPorts);
    public static readonly ServiceError NotEmulated = new(
        nameof(NotEmulated),
        501,
        "{0} {1} is not emulated",
        "the emulator's own: the service has the operation");

    // How it is written
    public static readonly ServiceError BadFilter = new(nameof(BadFilter), 400, "{0}", "assumed: LoopBack's words");

    // What a rule forbids
    public static readonly ServiceError CompanyNotVerified = new(
        nameof(CompanyNotVerified),
        400,
        "The company must be verified before a port can be ordered",
        "000:66 gives the rule without words");
    public static readonly ServiceError SpeedNotOffered = new(
        nameof(SpeedNotOffered),
        400,
        "The requested speed is not available at the data center facility",
        "000:62 gives the rule without words");
    public static readonly ServiceError FacilityNotReady = new(
        nameof(FacilityNotReady),
        400,
        "The data center facility is not ready to take orders",
        "assumed: facilities have a flag ready (001:957)");
    public static readonly ServiceError CannotBundleCrossConnect = new(
        nameof(CannotBundleCrossConnect),
        400,
        "Selected DCF does not support bundle cross connect",
        "OpenAPI 1.0.0, PUT ports/orders");
    public static readonly ServiceError MonthlyNotOffered = new(
        nameof(MonthlyNotOffered),
        400,
        "Selected DCF does not support monthly ports",
        "OpenAPI 1.0.0 gives the rule without words; worded as the cross connect's");
    public static readonly ServiceError BundleNeedsTwelveMonths = new(
        nameof(BundleNeedsTwelveMonths),
        400,
        "A bundled cross connect is only available with a duration of 12 months",
        "OpenAPI 1.0.0 gives the rule without words");
    public static readonly ServiceError SubscriptionRequired = new(
        nameof(SubscriptionRequired),
        400,
        "A billingId is required when the paymentType is plan",
        "000:2660 gives the rule without words");
    public static readonly ServiceError SubscriptionNotFound = new(
        nameof(SubscriptionNotFound),
        400,
        "A subscription can not be found with the given billingId",
        "assumed: 000:2660 asks for the id of a subscription");
    public static readonly ServiceError EntitlementExceeded = new(
        nameof(EntitlementExceeded),
        400,
        "The subscription does not have sufficient entitlements available to complete the request",
        "000:44 gives the rule without words");
    public static readonly ServiceError AddonNotFound = new(
        nameof(AddonNotFound),
        400,
        "An addon can not be found " + "with the given addonIds",
        "assumed: the words for a subscription; 000:6581 asks for the ids of add-ons");
    public static readonly ServiceError TransactionNotAllowed = new(
        nameof(TransactionNotAllowed),
        400,
        "paymentTransactionId should not be provided when the paymentType is {0}",
        "000:2813");
    public static readonly ServiceError TransactionRequired = new(
        nameof(TransactionRequired),
        400,
        "paymentTransactionId must be provided when the paymentType is creditcard",
        "000:2813");
    public static readonly ServiceError CreditcardOnlyOnWeb = new(
        nameof(CreditcardOnlyOnWeb),
        400,
        "A paymentType of creditcard is only supported via the Console Connect web application",
        "000:2811");
    public static readonly ServiceError PortOnboarded = new(
        nameof(PortOnboarded),
        409,
        "This action is not " + "permitted on an onboarded port",
        "000:4912 gives the rule without words");
    public static readonly ServiceError PortClosed = new(
        nameof(PortClosed),
        409,
        "The port is closed for new services and for changes of services",
        "OpenAPI 1.59.2, serviceStatus of a port, gives the rule without words");
    public static readonly ServiceError PortHasConnections = new(
        nameof(PortHasConnections),
        409,
        "The port can only be {0} when all attached connections are disabled",
        "000:4912 gives the rule without words");
    public static readonly ServiceError PortHasServices = new(
        nameof(PortHasServices),
        409,
        "The port can only be {0} when no Internet On-Demand service uses it",
        "assumed: after the rule for connections (000:4912)");
    public static readonly ServiceError PortHasSites = new(
        nameof(PortHasSites),
        409,
        "The port can only be {0} when no CloudRouter site uses it",
        "assumed: after the rule for connections (000:4912)");
    public static readonly ServiceError CapacityExceeded = new(
        nameof(CapacityExceeded),
        400,
        "The requested bandwidth exceeds the available capacity for the Port. Max is: {0}",
        "OpenAPI 1.0.0, /api/v2/pricing/gia");
    public static readonly ServiceError PortIsSingleService = new(
        nameof(PortIsSingleService),
        409,
        "The port is dedicated to one untagged connection",
        "000:3805 gives the rule without words");
    public static readonly ServiceError PortMustBeEmpty = new(
        nameof(PortMustBeEmpty),
        409,
        "An untagged connection needs a port with no other connections",
        "000:6507 gives the rule without words");
    public static readonly ServiceError NoActiveSourcePort = new(
        nameof(NoActiveSourcePort),
        409,
        "Cannot find an ACTIVE source port",
        "OpenAPI 1.0.0, POST connections/cloud/IBM; the status as for every wrong state");
    public static readonly ServiceError NoActiveDestinationPort = new(
        nameof(NoActiveDestinationPort),
        409,
        "Cannot find an ACTIVE destination port",
        "OpenAPI 1.0.0, POST connections/cloud/IBM; the status as for every wrong state");
    public static readonly ServiceError SamePortTwice = new(
        nameof(SamePortTwice),
        400,
        "The source and the destination of a connection can not be the same port",
        "assumed: 000:5569 has a connection link a source and a destination port");
    public static readonly ServiceError SpeedOnlyByChangeRequest = new(
        nameof(SpeedOnlyByChangeRequest),
        409,
        "The speed of a connection to another company can only be reduced. Please create a change request",
        "000:6187 gives the rule without words");
    public static readonly ServiceError GroupSpeedIsFixed = new(
        nameof(GroupSpeedIsFixed),
        409,
        "The speed of a connection group can not be updated",
        "000:6191 gives the rule without words");
    public static readonly ServiceError OnlyInRequest = new(
        nameof(OnlyInRequest),
        409,
        "The {0} of a connection can " + "only be changed while it is a connection request",
        "000:5886, the schema's field descriptions");
    public static readonly ServiceError VlanNotOffered = new(
        nameof(VlanNotOffered),
        400,
        "VLAN {0} is not in the VLAN ranges of the port",
        "assumed: ports have vlanRanges (001:82)");
    public static readonly ServiceError VlanInUse = new(
        nameof(VlanInUse),
        409,
        "VLAN {0} is already in use on the port",
        "assumed: no source prints one");
    public static readonly ServiceError NoVlanLeft = new(
        nameof(NoVlanLeft),
        409,
        "The port has no VLAN available",
        "assumed: no source prints one");
    public static readonly ServiceError UntaggedQinQ = new(
        nameof(UntaggedQinQ),
        400,
        "A QinQ connection can not be untagged",
        "assumed: QinQ adds a tag to the customer's own (000:6509)");
    public static readonly ServiceError NoChangeRequest = new(
        nameof(NoChangeRequest),
        409,
        "The connection has no change request",
        "assumed");
    public static readonly ServiceError Layer3NotOffered = new(
        nameof(Layer3NotOffered),
        400,
        "controllerId is only allowed on Layer 3 connections",
        "000:5886, the schema's field descriptions");

    // What only the emulator asks
    public static readonly ServiceError PartnerOnlyAccepts = new(
        nameof(PartnerOnlyAccepts),
        409,
        "The cloud partner {0} can only approve or ignore",
        "the emulator's own: the documents know no other answer of a partner's (000:5587)");
}
