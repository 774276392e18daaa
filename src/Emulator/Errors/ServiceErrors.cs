namespace Emulator.Errors;

/// <summary>The catalogue of refusals. Nothing else in the emulator words an error of the service.</summary>
internal static class ServiceErrors
{
    private const string SameWordsAsPorts = "assumed: the documented words for a port (000:4853), with the "
        + "resource's name";
    private const string NodeWords = "assumed: a Node.js service's words";
    private const string SchemaWords = "OpenAPI 1.0.0: the service's schema validator words it like this";

    private const string PricedRouter = "OpenAPI 1.0.0, POST /v2/pricing/l3vpn; that ordering one is worded alike is "
        + "assumed";
    private const string PricedSite = "OpenAPI 1.0.0, POST /v2/pricing/l3vpn/{l3vpnId}/add-site; that ordering one is "
        + "worded alike is assumed";
    private const string OrderedSite = "OpenAPI 1.0.0, POST l3vpn/{vpnId}/site";

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
    public static readonly ServiceError CompanyNotFound = new(
        nameof(CompanyNotFound),
        404,
        "A company can not be found with the given id",
        "OpenAPI 1.0.0, /api/v2/pricing/gia");
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
    public static readonly ServiceError UnknownRoute = new(
        nameof(UnknownRoute),
        404,
        "There is no method to handle {0} {1}",
        "OpenAPI 1.0.0, GET /v2/data-center-facility/{id}");
    public static readonly ServiceError NotEmulated = new(
        nameof(NotEmulated),
        501,
        "{0} {1} is not emulated",
        "the emulator's own: the service has the operation");

    // How it is written
    public static readonly ServiceError MalformedJson = new(
        nameof(MalformedJson),
        400,
        "Unexpected token in JSON at " + "position {0}",
        "assumed: a Node.js service's words");
    public static readonly ServiceError BodyTooLarge = new(
        nameof(BodyTooLarge),
        413,
        "request entity too large",
        "assumed: a Node.js service's words");
    public static readonly ServiceError UnsupportedEncoding = new(
        nameof(UnsupportedEncoding), 415, "unsupported content encoding \"{0}\"", NodeWords);
    public static readonly ServiceError UnsupportedCharset = new(
        nameof(UnsupportedCharset), 415, "unsupported charset \"{0}\"", NodeWords);
    public static readonly ServiceError BrokenEncoding = new(
        nameof(BrokenEncoding), 400, "incorrect header check", NodeWords);
    public static readonly ServiceError BodyBrokenOff = new(nameof(BodyBrokenOff), 400, "request aborted", NodeWords);
    public static readonly ServiceError BodyTooSlow = new(nameof(BodyTooSlow), 408, "request timeout", NodeWords);
    public static readonly ServiceError MissingProperty = new(
        nameof(MissingProperty),
        400,
        "The request{0} must have required property '{1}'",
        SchemaWords);
    public static readonly ServiceError WrongType = new(
        nameof(WrongType),
        400,
        "The request{0} must be {1}",
        SchemaWords);
    public static readonly ServiceError WrongPattern = new(
        nameof(WrongPattern),
        400,
        "The request{0} must match " + "pattern \"{1}\"",
        "OpenAPI 1.0.0, PUT v2 connections/layer2");
    public static readonly ServiceError NotAllowedValue = new(
        nameof(NotAllowedValue),
        400,
        "The request{0} must be equal to one of the allowed values",
        SchemaWords);
    public static readonly ServiceError OutOfBounds = new(
        nameof(OutOfBounds),
        400,
        "The request{0} must be {1}",
        SchemaWords);
    public static readonly ServiceError WrongFormat = new(
        nameof(WrongFormat),
        400,
        "The request{0} must match " + "format \"{1}\"",
        SchemaWords);
    public static readonly ServiceError UnknownProperty = new(
        nameof(UnknownProperty),
        400,
        "The request{0} must NOT have the additional property '{1}'",
        "the emulator's own: the service lets members through that it doesn't know");
    public static readonly ServiceError TooLong = new(
        nameof(TooLong),
        400,
        "The request{0} must NOT have more than " + "{1} characters",
        SchemaWords);
    public static readonly ServiceError TooShort = new(
        nameof(TooShort),
        400,
        "The request{0} must NOT have fewer " + "than {1} characters",
        SchemaWords);
    public static readonly ServiceError BadFilter = new(nameof(BadFilter), 400, "{0}", "assumed: LoopBack's words");
    public static readonly ServiceError BadQuery = new(nameof(BadQuery), 400, "The query/{0} must be {1}", SchemaWords);

    // What a rule forbids
    public static readonly ServiceError WrongState = new(
        nameof(WrongState),
        409,
        "The {0} can not be {1} while its " + "status is {2}",
        "assumed: 000:3594 gives 409 without words");
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

    // What a rule of CloudRouters forbids
    public static readonly ServiceError CloudRouterNotFound = new(
        nameof(CloudRouterNotFound),
        404,
        "A CloudRouter can not be found with the given id",
        SameWordsAsPorts);
    public static readonly ServiceError CloudRouterSiteNotFound = new(
        nameof(CloudRouterSiteNotFound),
        404,
        "CloudRouter site record with specified id was not found",
        "OpenAPI 1.0.0, DELETE l3vpns/{l3vpnId}/sites/{siteId}: what the 404 is described as");
    public static readonly ServiceError CompanyNotVerifiedForCloudRouter = new(
        nameof(CompanyNotVerifiedForCloudRouter),
        400,
        "The company must be verified before a CloudRouter can be used",
        "OpenAPI 1.0.0, POST l3vpn/{vpnId}/site gives the rule without words");
    public static readonly ServiceError RouterBandwidthNotOffered = new(
        nameof(RouterBandwidthNotOffered),
        400,
        "Bandwidth must be one of ({0})",
        PricedRouter);
    public static readonly ServiceError RouterDurationUnit = new(
        nameof(RouterDurationUnit),
        400,
        "{0} is not a valid duration unit. Valid units are: \"m\", \"y\"",
        PricedRouter);
    public static readonly ServiceError RouterDurationNotPositive = new(
        nameof(RouterDurationNotPositive),
        400,
        "{0} is not a positive integer. Duration value must be a positive integer",
        PricedRouter);
    public static readonly ServiceError RouterHasSites = new(
        nameof(RouterHasSites),
        400,
        "Unable to delete CloudRouter as it has active sites. Please delete its sites first",
        "OpenAPI 1.0.0, DELETE l3vpns/{l3vpnId} gives the rule without words; worded as that of IO-D services");
    public static readonly ServiceError RouterInContract = new(
        nameof(RouterInContract),
        400,
        "Unable to delete CloudRouter as it is still in contract. Please email support@consoleconnect.com to request any changes",
        "OpenAPI 1.0.0, DELETE l3vpns/{l3vpnId} gives the rule without words; worded as that of IO-D services");
    public static readonly ServiceError RouterBandwidthExceeded = new(
        nameof(RouterBandwidthExceeded),
        400,
        "The combined bandwidth of all sites is greater than the allowed CloudRouter bandwidth of {0}. Please contact support@consoleconnect.com to increase your CloudRouter bandwidth.",
        PricedSite);
    public static readonly ServiceError NoAccessCircuit = new(
        nameof(NoAccessCircuit),
        400,
        "Access circuit must contain either a portId or simPoolId",
        OrderedSite);
    public static readonly ServiceError SimPoolTakesNoPeer = new(
        nameof(SimPoolTakesNoPeer),
        400,
        "SIM pool sites do not require peer object",
        OrderedSite);
    public static readonly ServiceError SimPoolTakesNoMtu = new(
        nameof(SimPoolTakesNoMtu),
        400,
        "SIM pool sites do not need an MTU",
        OrderedSite);
    public static readonly ServiceError SimPoolTakesNoRate = new(
        nameof(SimPoolTakesNoRate),
        400,
        "Rate limit can not be set for SIM pool sites.",
        OrderedSite);
    public static readonly ServiceError SimPoolTakesNoClass = new(
        nameof(SimPoolTakesNoClass),
        400,
        "Class of Service can not be set for SIM pool sites.",
        OrderedSite);
    public static readonly ServiceError SimPoolNotFound = new(
        nameof(SimPoolNotFound),
        404,
        "A SIM pool can not be found with the given id",
        SameWordsAsPorts);
    public static readonly ServiceError RateLimitRequired = new(
        nameof(RateLimitRequired), 400, "rateLimit is required", PricedSite);
    public static readonly ServiceError RateLimitInvalid = new(
        nameof(RateLimitInvalid),
        400,
        "Requested rateLimit is not valid. Please provide rateLimit in this format: {0}",
        PricedSite);
    public static readonly ServiceError RateLimitNotPositive = new(
        nameof(RateLimitNotPositive), 400, "Requested rateLimit.value must be a number greater than 0", PricedSite);
    public static readonly ServiceError SiteClassInvalid = new(
        nameof(SiteClassInvalid), 400, "Site has an invalid Class of Service.", PricedSite);
    public static readonly ServiceError SiteClassUnknown = new(
        nameof(SiteClassUnknown), 400, "In Site there is an invalid Class of Service name.", PricedSite);
    public static readonly ServiceError SiteClassTwice = new(
        nameof(SiteClassTwice), 400, "In Site the Class of Service names cannot be repeated.", PricedSite);
    public static readonly ServiceError SiteClassSum = new(
        nameof(SiteClassSum), 400, "In Site the Class of Service percentages must sum to 100%.", PricedSite);
    public static readonly ServiceError PortNotOfCompany = new(
        nameof(PortNotOfCompany), 400, "Port with id: {0} does not belong to the company", PricedSite);
    public static readonly ServiceError PortNotOfProvider = new(
        nameof(PortNotOfProvider),
        400,
        "Port with id: {0} does not belong to the cloud provider {1}",
        "assumed: the words for a port that isn't the company's");
    public static readonly ServiceError CloudRouterNotOnPort = new(
        nameof(CloudRouterNotOnPort),
        400,
        "CloudRouter is not available on port with ID {0}",
        "OpenAPI 1.59.2, GET ports/{portId}/info has the flag l3vpnTypeA; its words are assumed");
    public static readonly ServiceError SiteTierNotOffered = new(
        nameof(SiteTierNotOffered),
        400,
        "The tierRateLimit must be one of the speed tiers available on the port",
        "OpenAPI 1.0.0, POST l3vpn/{vpnId}/site gives the rule without words");
    public static readonly ServiceError SiteTierTooSlow = new(
        nameof(SiteTierTooSlow),
        400,
        "The tierRateLimit must be greater than or equal to the rateLimit",
        "OpenAPI 1.0.0, POST l3vpn/{vpnId}/site gives the rule without words");
    public static readonly ServiceError SiteAsnRefused = new(
        nameof(SiteAsnRefused),
        400,
        "ASN {0} is not valid for the cloud provider {1}",
        "OpenAPI 1.0.0, POST l3vpn/{vpnId}/site gives the rule without words");
    public static readonly ServiceError SiteKeyInUse = new(
        nameof(SiteKeyInUse),
        409,
        "The {0} is already in use",
        "assumed: a key of a cloud's stands for one circuit there");
    public static readonly ServiceError SitePortTwice = new(
        nameof(SitePortTwice),
        400,
        "The secondaryPortId must be another port than the portId",
        "assumed: two sites stand in for each other on two ports (OpenAPI 1.0.0)");
    public static readonly ServiceError NoPeerAddressLeft = new(
        nameof(NoPeerAddressLeft),
        409,
        "No /30 subnet is available for the peer of the site",
        "assumed: no source prints one");

    // What a rule of Internet On-Demand forbids
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
            + "available on port with ID {0} .  Please select another port or contact support@consoleconnect.com if you "
            + "want Internet on demand at this location.",
        "OpenAPI 1.0.0, GET /api/v2/pricing/gia/byCompanyAndPort (sic)");
    public static readonly ServiceError NoActiveAccessPort = new(
        nameof(NoActiveAccessPort),
        409,
        "Cannot find an ACTIVE access port",
        "assumed: the documented words for a source port; the status as for every wrong state");
    public static readonly ServiceError RateBelowBurstMinimum = new(
        nameof(RateBelowBurstMinimum),
        400,
        "The rate limit must be at least {0}% of the remaining port capacity when a burst rate is specified. Min is: {1}",
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
        "assumed: no source tells what is answered to a number that another company has");
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
        "Unable to delete IO-D Service. This is a manually billed IO-D Service, please email support@consoleconnect.com to request any changes",
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

    // What a rule of connections' flexes forbids
    public static readonly ServiceError ConnectionFlexNotActive = new(
        nameof(ConnectionFlexNotActive),
        400,
        "Flex can only be requested when the connection is active",
        "assumed; the words of OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError ConnectionFlexByInvoiceOnly = new(
        nameof(ConnectionFlexByInvoiceOnly),
        400,
        "Flex can only be requested on a connection which is set up to be paid by invoice.",
        "assumed; the words of OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError ConnectionFlexUnavailable = new(
        nameof(ConnectionFlexUnavailable),
        400,
        "Flex cannot be requested on this connection. To change the bandwidth of this connection please contact "
            + "support.",
        "assumed; the words of OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError ConnectionFlexNotFound = new(
        nameof(ConnectionFlexNotFound),
        404,
        "A flex can not be found with the given id",
        "assumed");

    // What a rule of cloud connections forbids
    public static readonly ServiceError NoCloudSourcePort = new(
        nameof(NoCloudSourcePort),
        400,
        "Cannot find an ACTIVE source port",
        "OpenAPI 1.0.0, POST connections/cloud/IBM");
    public static readonly ServiceError NoCloudDestinationPort = new(
        nameof(NoCloudDestinationPort),
        400,
        "Cannot find an ACTIVE destination port",
        "OpenAPI 1.0.0, POST connections/cloud/IBM");
    public static readonly ServiceError ArgumentRequired = new(
        nameof(ArgumentRequired),
        400,
        "{0} is a required arg",
        "OpenAPI 1.0.0, POST connections/cloud/IBM");
    public static readonly ServiceError CloudSpeedNotOffered = new(
        nameof(CloudSpeedNotOffered),
        400,
        "Cannot find a speed of {0} Mbps at the destination port",
        "assumed: after the words for a port (OpenAPI 1.0.0, POST connections/cloud/IBM)");
    public static readonly ServiceError CompanyNotVerifiedForClouds = new(
        nameof(CompanyNotVerifiedForClouds),
        400,
        "The company must be verified before a cloud connection can be ordered",
        "OpenAPI 1.0.0, the clouds' own routes, gives the rule without words");
    public static readonly ServiceError TwoDestinationPorts = new(
        nameof(TwoDestinationPorts),
        400,
        "Two different destination ports of the same region are required",
        "OpenAPI 1.0.0, PUT GCE/layer2, gives the rule without words");
    public static readonly ServiceError TwoPairingKeys = new(
        nameof(TwoPairingKeys),
        400,
        "Two different pairing keys of the region {0} are required",
        "OpenAPI 1.0.0, PUT GCE/layer2, gives the rule without words");
    public static readonly ServiceError PairingKeyInvalid = new(
        nameof(PairingKeyInvalid),
        400,
        "Invalid pairing key format",
        "assumed: after the words for a service key (OpenAPI 1.59.2, POST ovh-service-key/validate)");
    public static readonly ServiceError ServiceKeyInvalid = new(
        nameof(ServiceKeyInvalid),
        400,
        "Invalid service key format",
        "OpenAPI 1.59.2, POST ovh-service-key/validate: the description of its 400");
    public static readonly ServiceError ServiceKeyNotFound = new(
        nameof(ServiceKeyNotFound),
        404,
        "Service key or associated port not found",
        "OpenAPI 1.59.2, POST ovh-service-key/validate: the description of its 404");
    public static readonly ServiceError SpeedAboveServiceKey = new(
        nameof(SpeedAboveServiceKey),
        400,
        "The requested speed exceeds the bandwidth of the service key. Max is: {0}",
        "assumed: after the words for a port's capacity (OpenAPI 1.0.0, /api/v2/pricing/gia)");
    public static readonly ServiceError CloudKeyUsed = new(
        nameof(CloudKeyUsed),
        409,
        "The {0} has already been used",
        "assumed: no source prints one");
    public static readonly ServiceError SourcePorts = new(
        nameof(SourcePorts),
        400,
        "One or two different source ports are required",
        "OpenAPI 1.0.0, PUT AZURE/layer2/create, gives the rule without words");
    public static readonly ServiceError VlansNotDistinct = new(
        nameof(VlansNotDistinct),
        400,
        "The VLANs of srcVlanRequest must be different from each other",
        "OpenAPI 1.59.2, PUT ALICLOUD/layer2, gives the rule without words");
    public static readonly ServiceError NoAzureConnection = new(
        nameof(NoAzureConnection),
        400,
        "The connection is not a connection to Azure",
        "assumed: no source prints one");
    public static readonly ServiceError PeeringNotFound = new(
        nameof(PeeringNotFound),
        404,
        "A peering config can not be found with the given type",
        SameWordsAsPorts);
    public static readonly ServiceError PeeringTypeUnknown = new(
        nameof(PeeringTypeUnknown),
        400,
        "The peering type must be equal to one of the allowed values",
        "assumed: the validator's words; OpenAPI 1.0.0, AZURE peering, has the values in its path");
    public static readonly ServiceError PeeringSubnetInvalid = new(
        nameof(PeeringSubnetInvalid),
        400,
        "{0} must be an IPv4 subnet with a mask of 30",
        "assumed: the published samples have subnets of that size");
    public static readonly ServiceError OnlyOnMicrosoftPeering = new(
        nameof(OnlyOnMicrosoftPeering),
        400,
        "{0} is only allowed on a peering config of type MICROSOFT",
        "OpenAPI 1.0.0, AZURE peering, gives the rule without words");
    public static readonly ServiceError PeeringVlanInUse = new(
        nameof(PeeringVlanInUse),
        409,
        "VLAN {0} is already in use by another peering config of the connection",
        "assumed: after the words for a port's VLANs");

    // What a rule of people and companies forbids
    public static readonly ServiceError UsernameTaken = new(
        nameof(UsernameTaken),
        409,
        "That username is already taken.",
        "000:1437; the status is assumed");
    public static readonly ServiceError UsernameInvalid = new(
        nameof(UsernameInvalid),
        400,
        "Usernames may only contain alpha-numeric, underscore, hyphen or tilde characters.",
        "000:1444, the words of its rule");
    public static readonly ServiceError EmailTaken = new(
        nameof(EmailTaken),
        409,
        "That email address is already in use.",
        "assumed, after the username's words (000:1437)");
    public static readonly ServiceError TokenUsed = new(
        nameof(TokenUsed),
        409,
        "The token has already been used",
        "assumed: no source prints one");
    public static readonly ServiceError TokenExpired = new(
        nameof(TokenExpired),
        409,
        "The token has expired",
        "assumed: no source prints one");
    public static readonly ServiceError DeclinedByCompany = new(
        nameof(DeclinedByCompany),
        409,
        "A user can not request to join a company once they have been declined by that company",
        "000:1938; the status is assumed");
    public static readonly ServiceError LastKeyholder = new(
        nameof(LastKeyholder),
        409,
        "The last Company Keyholder " + "can not be removed",
        "assumed: a company without one could not be managed");
    public static readonly ServiceError RoleNotQueryable = new(
        nameof(RoleNotQueryable),
        400,
        "The role {0} is not queryable",
        "000:1726 gives the rule without words");

    // What the emulator says of itself
    public static readonly ServiceError InternalError = new(
        nameof(InternalError),
        500,
        "Internal Server Error",
        "the emulator's own fault: please report it");
    public static readonly ServiceError ContractViolated = new(
        nameof(ContractViolated),
        500,
        "The answer to {0} is not as the contract says. At \"{1}\" is expected: {2}",
        "the emulator's own: --conformance fail");
    public static readonly ServiceError MachineNotFound = new(
        nameof(MachineNotFound),
        404,
        "There is no workflow called {0}",
        "the emulator's own");
    public static readonly ServiceError ResourceNotFound = new(
        nameof(ResourceNotFound),
        404,
        "There is no {0} with the id {1}",
        "the emulator's own");
    public static readonly ServiceError IllegalMove = new(
        nameof(IllegalMove),
        409,
        "{0} is not legal in the state {1}",
        "the emulator's own");
    public static readonly ServiceError MoveForbidden = new(
        nameof(MoveForbidden),
        409,
        "{0} is against a rule of the service: {1}",
        "the emulator's own");
    public static readonly ServiceError NotPaced = new(
        nameof(NotPaced),
        409,
        "The service moves no {0} on at a pace",
        "the emulator's own");
    public static readonly ServiceError PartnerOnlyAccepts = new(
        nameof(PartnerOnlyAccepts),
        409,
        "The cloud partner {0} can only approve or ignore",
        "the emulator's own: the documents know no other answer of a partner's (000:5587)");
    public static readonly ServiceError NothingDue = new(
        nameof(NothingDue),
        409,
        "Nothing is due: the service moves " + "nothing on by itself",
        "the emulator's own");
    public static readonly ServiceError NeverReached = new(
        nameof(NeverReached),
        409,
        "{0} will not get to {1} by itself",
        "the emulator's own");
    public static readonly ServiceError LetterNotFound = new(
        nameof(LetterNotFound),
        404,
        "There is no message with the id {0} in the outbox",
        "the emulator's own");
    public static readonly ServiceError BodyNotTaken = new(
        nameof(BodyNotTaken),
        400,
        "The request must NOT have a body",
        "the emulator's own");
    public static readonly ServiceError NoLetterInTime = new(
        nameof(NoLetterInTime),
        408,
        "No matching message was sent within {0} seconds",
        "the emulator's own");
    public static readonly ServiceError SandboxNotFound = new(
        nameof(SandboxNotFound),
        404,
        "There is no sandbox called {0}",
        "the emulator's own");
    public static readonly ServiceError SandboxExists = new(
        nameof(SandboxExists),
        409,
        "There is a sandbox called {0} already",
        "the emulator's own");
    public static readonly ServiceError SandboxUnclear = new(
        nameof(SandboxUnclear),
        400,
        "The request names two sandboxes: {0} and {1}",
        "the emulator's own");
    public static readonly ServiceError SandboxRequired = new(
        nameof(SandboxRequired),
        400,
        "The request chooses no sandbox",
        "the emulator's own: --require-sandbox");
    public static readonly ServiceError SandboxStays = new(
        nameof(SandboxStays),
        409,
        "The default sandbox can not be deleted",
        "the emulator's own");
    public static readonly ServiceError TooManySandboxes = new(
        nameof(TooManySandboxes),
        409,
        "There are {0} sandboxes, and no more can be made",
        "the emulator's own");
    public static readonly ServiceError AdminTokenNeeded = new(
        nameof(AdminTokenNeeded),
        401,
        "The admin token is missing or wrong",
        "the emulator's own");
    public static readonly ServiceError TooManyWrongTokens = new(
        nameof(TooManyWrongTokens),
        429,
        "Too many requests with a wrong admin token",
        "the emulator's own");
    public static readonly ServiceError ForeignPage = new(
        nameof(ForeignPage),
        403,
        "A web page of another origin " + "can not use /__admin",
        "the emulator's own");
    public static readonly ServiceError ForeignHost = new(
        nameof(ForeignHost),
        403,
        "/__admin is not open to the host {0}",
        "the emulator's own");
    public static readonly ServiceError OriginRefused = new(
        nameof(OriginRefused),
        403,
        "A web page of {0} can not use the service",
        "the emulator's own: --cors");
    public static readonly ServiceError NoAuthority = new(
        nameof(NoAuthority),
        404,
        "The emulator has no certificate authority of its own",
        "the emulator's own");
    public static readonly ServiceError SnapshotNotFound = new(
        nameof(SnapshotNotFound),
        404,
        "There is no snapshot called {0}",
        "the emulator's own");
    public static readonly ServiceError SnapshotExists = new(
        nameof(SnapshotExists),
        409,
        "There is a snapshot called {0} already",
        "the emulator's own");
    public static readonly ServiceError SnapshotNameTaken = new(
        nameof(SnapshotNameTaken),
        409,
        "No snapshot can be called {0}",
        "the emulator's own");
    public static readonly ServiceError TooManySnapshots = new(
        nameof(TooManySnapshots),
        409,
        "There are {0} snapshots, and no more can be kept",
        "the emulator's own");
    public static readonly ServiceError NoRoomForSnapshot = new(
        nameof(NoRoomForSnapshot),
        409,
        "There is no room for a snapshot of {0} bytes: the others have {1} of {2} bytes",
        "the emulator's own");
    public static readonly ServiceError SnapshotTooLarge = new(
        nameof(SnapshotTooLarge),
        413,
        "A snapshot of {0} bytes is too large: the most is {1}",
        "the emulator's own");
    public static readonly ServiceError SnapshotRefused = new(
        nameof(SnapshotRefused),
        400,
        "The file is not a snapshot: {0}",
        "the emulator's own");
    public static readonly ServiceError SnapshotOutdated = new(
        nameof(SnapshotOutdated),
        409,
        "The file was saved by another version of the emulator: its schema is {0}, this one's is {1}",
        "the emulator's own");
    public static readonly ServiceError JournalOff = new(
        nameof(JournalOff),
        409,
        "The journal is switched off",
        "the emulator's own");
    public static readonly ServiceError ExchangeNotFound = new(
        nameof(ExchangeNotFound),
        404,
        "There is no exchange with the number {0} in the journal",
        "the emulator's own");
    public static readonly ServiceError NotAsExpected = new(
        nameof(NotAsExpected),
        409,
        "Expected {0} with {1}, found {2}",
        "the emulator's own");
    public static readonly ServiceError NoExchangeInTime = new(
        nameof(NoExchangeInTime),
        408,
        "No exchange with {1} arrived within {0} seconds{2}",
        "the emulator's own");
    public static readonly ServiceError FaultNotFound = new(
        nameof(FaultNotFound),
        404,
        "There is no fault rule called {0}",
        "the emulator's own");
    public static readonly ServiceError FaultExists = new(
        nameof(FaultExists),
        409,
        "There is a fault rule called " + "{0} already",
        "the emulator's own");
    public static readonly ServiceError FaultImpossible = new(
        nameof(FaultImpossible),
        400,
        "The fault rule can not be: {0}",
        "the emulator's own");
    public static readonly ServiceError TooManyFaults = new(
        nameof(TooManyFaults),
        409,
        "There are {0} fault rules, " + "and no more can be made",
        "the emulator's own");
    public static readonly ServiceError OperationUnknown = new(
        nameof(OperationUnknown),
        400,
        "There is no operation called {0}",
        "the emulator's own");
    public static readonly ServiceError NothingStored = new(
        nameof(NothingStored),
        503,
        "The emulator can not store " + "anything: {0}",
        "the emulator's own")
    {
        RetryAfter = 1,
    };
    public static readonly ServiceError DataHeld = new(
        nameof(DataHeld),
        503,
        "Another program holds the emulator's " + "data file",
        "the emulator's own")
    {
        RetryAfter = 1,
    };
    public static readonly ServiceError Stopping = new(
        nameof(Stopping),
        503,
        "The emulator is stopping",
        "the emulator's own")
    {
        RetryAfter = 1,
    };
    public static readonly ServiceError NotReady = new(
        nameof(NotReady),
        503,
        "The emulator is not ready yet",
        "the emulator's own")
    {
        RetryAfter = 1,
    };

    // What a fault rule asks for
    public static readonly ServiceError TooManyRequests = new(
        nameof(TooManyRequests),
        429,
        "Too Many Requests",
        "assumed: no source prints one; the status' own words");

    /// <summary>What the server refuses before there is a request.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="words">The status' own words.</param>
    public static ServiceError Unreadable(int status, string words) =>
        new(nameof(Unreadable), status, words, "assumed: no source prints one; the status' own words");

    /// <summary>A refusal that a test wants to see.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="message">Its words.</param>
    public static ServiceError AskedFor(int status, string message) =>
        new(nameof(AskedFor), status, message, "a fault rule of /__admin/faults");
}
