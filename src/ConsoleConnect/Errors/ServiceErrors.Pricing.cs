namespace Emulator.Errors;

/// <summary>What can't be priced, and codes that give nothing.</summary>
internal abstract partial class ServiceErrors
{
    private const string PricedPort = "OpenAPI 1.0.0, POST /api/pricing/calculate";
    private const string PricedFlex = "OpenAPI 1.0.0, POST /api/company/{username}/pricing/calculate/flex";
    private const string PricedInternet = "OpenAPI 1.0.0, GET /api/v2/pricing/gia";

    public static readonly ServiceError PricedFacilityUnknown = new(
        nameof(PricedFacilityUnknown),
        400,
        "Invalid {0} property. This value should be the {0} ID.",
        PricedPort + "; for destDcf, by analogy");
    public static readonly ServiceError PriceCodeInvalid = new(
        nameof(PriceCodeInvalid), 400, "INVALID CODE", PricedPort);
    public static readonly ServiceError FlexCodeInvalid = new(
        nameof(FlexCodeInvalid), 400, "Invalid Code", PricedFlex);
    public static readonly ServiceError CodeInvalid = new(
        nameof(CodeInvalid), 400, "Invalid code.", PricedRouter);
    public static readonly ServiceError FlexConnectionRequired = new(
        nameof(FlexConnectionRequired), 400, "flex price calculate payload must have a connectionId", PricedFlex);
    public static readonly ServiceError PriceArgumentRequired = new(
        nameof(PriceArgumentRequired), 400, "{0} is a required argument", PricedInternet + "; for others, by analogy");
    public static readonly ServiceError ValueNotANumber = new(
        nameof(ValueNotANumber), 400, "Value is not a number.", PricedInternet);
    public static readonly ServiceError PricedBandwidthNotPositive = new(
        nameof(PricedBandwidthNotPositive), 400, "Port bandwidth must be a positive integer in Mbps.", PricedInternet);
    public static readonly ServiceError PricedQuantityNotPositive = new(
        nameof(PricedQuantityNotPositive),
        400,
        "{0} is not a positive integer. Duration quantity must be a positive integer",
        PricedInternet);
    public static readonly ServiceError PricedUnitUnknown = new(
        nameof(PricedUnitUnknown),
        400,
        "{0} is not a valid duration unit. Valid units are: \"d\", \"w\", \"m\", \"y\"",
        PricedInternet);
    public static readonly ServiceError InternetPriceInvalid = new(
        nameof(InternetPriceInvalid), 400, "Invalid request for GIA pricing", PricedInternet);
    public static readonly ServiceError InternetTurnedOffByPort = new(
        nameof(InternetTurnedOffByPort),
        404,
        "Gia service is turned off now.",
        PricedInternet + "/byCompanyAndPort; when it is, is assumed");
    public static readonly ServiceError InternetTurnedOff = new(
        nameof(InternetTurnedOff),
        404,
        "Gia Service is turned off now.",
        PricedInternet + "/byDcf; when it is, is assumed");
    public static readonly ServiceError FlexPriceNotAvailable = new(
        nameof(FlexPriceNotAvailable),
        422,
        "Flex price is not available for the requested bandwidth for this service",
        "OpenAPI 1.0.0, GET /api/v2/pricing/flex-iod/{giaServiceId}");
    public static readonly ServiceError RouterArgumentRequired = new(
        nameof(RouterArgumentRequired), 400, "{0} is a required argument", PricedRouter);
    public static readonly ServiceError RouterDurationInvalid = new(
        nameof(RouterDurationInvalid),
        400,
        "Duration should be in the format {0} where unit is one of \"m\" | \"y\" and value is a number greater than 0",
        PricedRouter);
    public static readonly ServiceError SiteFieldRequired = new(
        nameof(SiteFieldRequired), 400, "{0} is a required site field", PricedRouter);
    public static readonly ServiceError PriceRefNotText = new(
        nameof(PriceRefNotText), 400, "priceRefId must be a valid string", PricedRouter);
    public static readonly ServiceError PriceRefTwice = new(
        nameof(PriceRefTwice), 400, "priceRefId for each site must be unique", PricedRouter);
    public static readonly ServiceError NotAuthorizedToPrice = new(
        nameof(NotAuthorizedToPrice), 401, "You are not authorized to do that.", PricedRouter);
    public static readonly ServiceError PricedFacilitiesNotFound = new(
        nameof(PricedFacilitiesNotFound),
        404,
        "One or more requested datacenter facilities could not be found.",
        PricedRouter);
    public static readonly ServiceError PdfTooLong = new(
        nameof(PdfTooLong),
        400,
        "A PDF can not have more than {0} items",
        "assumed: no source says how many there may be");
}
