using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Api;

/// <summary>
/// The companies of the caller, for operations whose path names none: they are for "the logged in users company", as
/// the editions say, and a user may be in several.
/// </summary>
internal static class CallersCompanies
{
    /// <summary>The caller's companies in which something is allowed, the oldest first: one at least.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="action">What.</param>
    /// <param name="refused">The refusal where there is none; null for that of a missing permission.</param>
    /// <exception cref="Refusal"><paramref name="refused"/>, or <see cref="ServiceErrors.AccessDenied"/>.</exception>
    public static IReadOnlyList<Company> CompaniesThatAllow(
        this Turn turn, CompanyAction action, Refusal? refused = null)
    {
        List<Company> companies =
        [
            .. turn.Reference.MembershipsOf(turn.Caller.User)
                .Select(membership => turn.Reference.Company(membership.CompanyId))
                .OrderBy(company => company.CreatedAt)
                .ThenBy(company => company.Id, StringComparer.Ordinal),
        ];
        var allowed = companies.FindAll(company => turn.Caller.Allows(action, company));
        if (allowed.Count > 0)
        {
            return allowed;
        }

        var denied = refused ?? Denied(turn, action, companies);
        if (companies.Count == 0)
        {
            throw denied; // Even where roles aren't enforced there is no company to speak for.
        }

        turn.Access.Refuse(denied);
        return companies;
    }

    private static Refusal Denied(Turn turn, CompanyAction action, List<Company> companies) => new(
        ServiceErrors.AccessDenied,
        ServiceErrors.AccessDenied.Message,
        $"{action.Name} needs a role that allows it in one of the caller's companies; {turn.Caller.User.Username} has "
        + $"none ({action.Source}).")
    {
        Access = new AccessRequest(
            action.Name,
            $"cc-api:{action.Service}::{(companies.Count > 0 ? companies[0].Id : "")}:{action.Resource}/*",
            turn.Caller.User.Id),
    };
}
