namespace Emulator.Errors;

/// <summary>What is refused about edge ports.</summary>
internal abstract partial class ServiceErrors
{
    private const string EdgeOrderSource = "OpenAPI 1.59.2, POST ports/edge-orders";

    public static readonly ServiceError EdgeQuoteNotFound = new(
        nameof(EdgeQuoteNotFound),
        404,
        "Quote not found",
        "assumed: OpenAPI 1.59.2 describes the 404 of quotes/search without a body");
    public static readonly ServiceError EdgeDiscountInvalid = new(
        nameof(EdgeDiscountInvalid),
        404,
        "The discount code is invalid or not found",
        "OpenAPI 1.59.2, GET edgeports/quotes/discount");
    public static readonly ServiceError EdgeCompanyNotFound = new(
        nameof(EdgeCompanyNotFound), 400, "A company can not be found with the given id", EdgeOrderSource);
    public static readonly ServiceError EdgeNotAllowed = new(
        nameof(EdgeNotAllowed), 404, "An edge order is not allowed", EdgeOrderSource);
    public static readonly ServiceError EdgeNotVerified = new(
        nameof(EdgeNotVerified),
        400,
        "Your company has not yet been verified to use {0} payment method, If you wish to order {1}, please get "
            + "verified first.",
        EdgeOrderSource);
    public static readonly ServiceError EdgeQuoteInvalid = new(
        nameof(EdgeQuoteInvalid), 400, "Invalid quote key or quote details not found", EdgeOrderSource);
    public static readonly ServiceError EdgePortUnknown = new(
        nameof(EdgePortUnknown), 400, "Cannot find DCF for given port id", EdgeOrderSource);
}
