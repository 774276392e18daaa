namespace Emulator.Errors;

/// <summary>
/// What is refused under <c>/mefApi</c> only. The first value of each is a JSON Pointer to what is wrong. No edition
/// prints a text but one: the words are assumed, the statuses and codes are OpenAPI 1.59.2's.
/// </summary>
internal abstract partial class ServiceErrors
{
    private const string MefSchemas = "assumed: OpenAPI 1.59.2 has codes (schemas Error400 to Error422), and no words";

    public static readonly ServiceError SonataBuyerKeyMissing = new(
        nameof(SonataBuyerKeyMissing),
        401,
        "The header x-sonata-buyer-key is missing",
        MefSchemas)
    {
        Code = "missingCredentials",
    };

    public static readonly ServiceError SonataBuyerKeyUnknown = new(
        nameof(SonataBuyerKeyUnknown),
        401,
        "The buyer key is not valid for the buyer",
        MefSchemas)
    {
        Code = "invalidCredentials",
    };

    public static readonly ServiceError SonataBuyerMissing = new(
        nameof(SonataBuyerMissing),
        400,
        "The query must have buyerId",
        MefSchemas)
    {
        Code = "missingQueryParameter",
    };

    public static readonly ServiceError SonataBuyerUnknown = new(
        nameof(SonataBuyerUnknown),
        400,
        "buyerId names no company",
        MefSchemas)
    {
        Code = "invalidQuery",
    };

    public static readonly ServiceError SonataNotFound = new(
        nameof(SonataNotFound),
        404,
        "The {0} with the id {1} was not found",
        MefSchemas)
    {
        Code = "notFound",
    };

    public static readonly ServiceError SonataOneItemOnly = new(
        nameof(SonataOneItemOnly),
        422,
        "{0} must have one item",
        "OpenAPI 1.59.2, Order_UNI_GUIDE gives the rule without words")
    {
        Code = "invalidValue",
    };

    public static readonly ServiceError SonataActionNotSupported = new(
        nameof(SonataActionNotSupported),
        422,
        "this action is not supported due to business constraints",
        "OpenAPI 1.59.2, Introduction")
    {
        Code = "otherIssue",
    };

    public static readonly ServiceError SonataMissing = new(
        nameof(SonataMissing),
        422,
        "{0} is required",
        MefSchemas)
    {
        Code = "missingProperty",
    };

    public static readonly ServiceError SonataNotSupported = new(
        nameof(SonataNotSupported),
        422,
        "{0} must be {1}",
        MefSchemas)
    {
        Code = "invalidValue",
    };

    public static readonly ServiceError SonataReferenceUnknown = new(
        nameof(SonataReferenceUnknown),
        422,
        "{0} names no {1} that is known",
        MefSchemas)
    {
        Code = "referenceNotFound",
    };
}
