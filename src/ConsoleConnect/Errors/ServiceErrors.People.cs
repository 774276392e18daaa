namespace Emulator.Errors;

/// <summary>What the rules of people and companies forbid.</summary>
internal abstract partial class ServiceErrors
{
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
}
