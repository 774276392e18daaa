namespace Emulator.Errors;

/// <summary>What the rules of CloudRouters and their sites forbid.</summary>
internal abstract partial class ServiceErrors
{
    private const string PricedRouter = "OpenAPI 1.0.0, POST /v2/pricing/l3vpn; that ordering one is worded alike is "
        + "assumed";
    private const string PricedSite = "OpenAPI 1.0.0, POST /v2/pricing/l3vpn/{l3vpnId}/add-site; that ordering one is "
        + "worded alike is assumed";
    private const string OrderedSite = "OpenAPI 1.0.0, POST l3vpn/{vpnId}/site";

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
        "Unable to delete CloudRouter as it is still in contract. Please email support@consoleconnect.com to request "
            + "any changes",
        "OpenAPI 1.0.0, DELETE l3vpns/{l3vpnId} gives the rule without words; worded as that of IO-D services");
    public static readonly ServiceError RouterBandwidthExceeded = new(
        nameof(RouterBandwidthExceeded),
        400,
        "The combined bandwidth of all sites is greater than the allowed CloudRouter bandwidth of {0}. Please contact "
            + "support@consoleconnect.com to increase your CloudRouter bandwidth.",
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
}
