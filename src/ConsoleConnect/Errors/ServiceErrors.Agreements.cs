namespace Emulator.Errors;

/// <summary>What agreements refuse, and what is refused without them.</summary>
internal abstract partial class ServiceErrors
{
    public static readonly ServiceError NotAgreed = new(
        nameof(NotAgreed),
        401,
        "You are not authorized to do that.",
        "OpenAPI 1.0.0, POST /v2/pricing/l3vpn has the words; that they are those of a missing agreement is assumed");
}
