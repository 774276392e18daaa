using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Sonata;

/// <summary>
/// For whom something is asked in MEF's dialect: the company that <c>buyerId</c> names, whose buyer key is sent beside
/// the API key.
/// </summary>
internal static class Buyer
{
    private const string KeyHeader = "x-sonata-buyer-key";
    private const string Bearer = "bearer ";

    private static readonly ParameterExample Key = new(
        KeyHeader,
        "bearer key-stan",
        "The buyer's key after the word bearer: the API key or a token of a member of the buyer's company.")
    {
        InHeader = true,
    };

    private static readonly QueryParameter<string?> Id = Query.Text(
        "buyerId",
        "Acme",
        "The username of the company that buys; left out, it is the caller's only one.");

    private static readonly QueryParameter<string?> SellerId = Query.Text(
        "sellerId",
        "",
        "The seller: Console Connect always. It is ignored.");

    /// <summary>Declares who may ask, with what, and what is refused otherwise.</summary>
    public static RouteHandlerBuilder AskedByABuyer(this RouteHandlerBuilder endpoint, CompanyAction action) => endpoint
        .ItselfNeeds(action)
        .With(Id, SellerId, Key)
        .TellsOfTime()
        .Answers(
            ServiceErrors.SonataBuyerKeyMissing,
            ServiceErrors.SonataBuyerKeyUnknown,
            ServiceErrors.SonataBuyerMissing,
            ServiceErrors.SonataBuyerUnknown,
            ServiceErrors.AccessDenied);

    /// <summary>The company that buys.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SonataBuyerKeyMissing"/>, <see cref="ServiceErrors.SonataBuyerKeyUnknown"/>,
    /// <see cref="ServiceErrors.SonataBuyerMissing"/>, <see cref="ServiceErrors.SonataBuyerUnknown"/>,
    /// <see cref="ServiceErrors.AccessDenied"/>.
    /// </exception>
    public static Company Of(HttpRequest request, Turn turn, CompanyAction action)
    {
        var key = KeyOf(request) ?? throw ServiceErrors.SonataBuyerKeyMissing.Because(
            $"Send {KeyHeader}: bearer KEY, where KEY is the API key or a token of a member of the buyer's company.");
        var company = Named(Id.Of(request), turn);
        turn.Caller.Needs(action, company, turn.Access);
        if (turn.HolderOf(key)?.RolesByCompany.ContainsKey(company.Id) != true)
        {
            throw ServiceErrors.SonataBuyerKeyUnknown.Because(
                $"The key in {KeyHeader} is no member's of {company.Username}: the API key or a token of one is "
                + "taken.");
        }

        return company;
    }

    private static Company Named(string? name, Turn turn)
    {
        if (name is { Length: > 0 })
        {
            return turn.Reference.FindCompany(name) ?? throw ServiceErrors.SonataBuyerUnknown.Because(
                $"No company has the username {name.Named()}; GET /api/auth/token lists yours.");
        }

        return turn.Caller.RolesByCompany.Keys.ToList() is [{ } only]
            ? turn.Reference.Company(only)
            : throw ServiceErrors.SonataBuyerMissing.Because(
                $"{turn.Caller.User.Username} is in {turn.Caller.RolesByCompany.Count} companies: send buyerId, the "
                + "username of the one that buys.");
    }

    private static string? KeyOf(HttpRequest request) =>
        request.Headers[KeyHeader] is not [{ Length: > 0 } sent] ? null
        : !sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? sent
        : sent.Length > Bearer.Length ? sent[Bearer.Length..]
        : null;
}
