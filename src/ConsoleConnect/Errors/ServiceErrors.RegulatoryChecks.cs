namespace Emulator.Errors;

/// <summary>What regulatory checks refuse.</summary>
internal abstract partial class ServiceErrors
{
    private const string RegulatorySource = "OpenAPI 1.59.2, POST marketplace-orders/regulatory-check; when it is "
        + "said is assumed";

    public static readonly ServiceError RegulatoryDenied = new(
        nameof(RegulatoryDenied), 422, "Regulatory checks were denied.", RegulatorySource);
    public static readonly ServiceError RegulatoryReasonMissing = new(
        nameof(RegulatoryReasonMissing),
        422,
        "Regulatory checks were denied and no regulatoryCheckReason was provided.",
        RegulatorySource);
    public static readonly ServiceError RegulatoryReasonNotNeeded = new(
        nameof(RegulatoryReasonNotNeeded),
        422,
        "Regulatory checks were satisfied but a regulatoryCheckReason was provided.",
        RegulatorySource);
}
