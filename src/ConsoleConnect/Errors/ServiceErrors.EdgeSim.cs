namespace Emulator.Errors;

/// <summary>What the rules of SIM cards, their pools, orders and plans forbid.</summary>
internal abstract partial class ServiceErrors
{
    private const string NoModel = "Could not find a model with id {0}";
    private const string NoModelCode = "MODEL_NOT_FOUND";
    private const string RuleAssumed = "assumed: no source prints one";

    /// <summary>Q-051: flat, where other refusals stand inside error.</summary>
    public static readonly ServiceError ModelNotFound = new(
        nameof(ModelNotFound), 404, NoModel, "OpenAPI 1.59.2, GET and POST /app-user/{id}/iot-order")
    {
        Code = NoModelCode,
    };

    /// <summary>The same where the documents print 400: of an order, and of what a write names.</summary>
    public static readonly ServiceError ModelNotFoundHere = new(
        nameof(ModelNotFoundHere), 400, NoModel, "OpenAPI 1.59.2, POST /app-user/{id}/iot-order/{orderId}")
    {
        Code = NoModelCode,
    };

    public static readonly ServiceError ImsiPlanRefused = new(
        nameof(ImsiPlanRefused),
        401,
        "IoT IMSI Plan: ID does not exist or Roles and Policies Missing: CompanyId does not have permission to use it.",
        "OpenAPI 1.59.2, POST /v2/iot-imsi-profile/{id}/apns; that reading one is worded alike is assumed");
    public static readonly ServiceError CompanyNotVerifiedForEdgeSim = new(
        nameof(CompanyNotVerifiedForEdgeSim),
        400,
        "The company must be verified before Edge SIM can be used",
        "assumed: worded as the rule for ports (000:66)");
    public static readonly ServiceError SimCompanyMismatch = new(
        nameof(SimCompanyMismatch),
        400,
        "The companyId {0} is not the company of the path",
        RuleAssumed);
    public static readonly ServiceError FirewallNotSupported = new(
        nameof(FirewallNotSupported),
        400,
        "A CUSTOM firewall is not supported yet",
        "OpenAPI 1.59.2, POST /app-user/{id}/iot-sim-pools gives the rule, not the refusal");
    public static readonly ServiceError SimPoolInUse = new(
        nameof(SimPoolInUse),
        400,
        "The SIM pool can not be deleted while a CloudRouter site uses it",
        RuleAssumed);
    public static readonly ServiceError SimPoolNotEmpty = new(
        nameof(SimPoolNotEmpty),
        400,
        "The SIM pool can not be deleted while it has SIMs",
        RuleAssumed);
    public static readonly ServiceError SimPoolHasSite = new(
        nameof(SimPoolHasSite),
        400,
        "The SIM pool is already used by a CloudRouter site",
        RuleAssumed);
    public static readonly ServiceError SimPoolFull = new(
        nameof(SimPoolFull),
        400,
        "The SIM pool has room for {0} more SIMs only",
        RuleAssumed);
    public static readonly ServiceError SimNotInPool = new(
        nameof(SimNotInPool),
        400,
        "The SIM with IMSI {0} is not in the SIM pool {1}",
        RuleAssumed);
    public static readonly ServiceError NoSimSubnetLeft = new(
        nameof(NoSimSubnetLeft),
        409,
        "No subnet is available for the SIM pool",
        RuleAssumed);
    public static readonly ServiceError ApnInUse = new(
        nameof(ApnInUse),
        400,
        "The APNs of the plan can not be deleted while SIM pools or orders use them",
        RuleAssumed);
}
