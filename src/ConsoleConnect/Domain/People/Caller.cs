using Emulator.Domain.Companies;
using Emulator.Errors;

namespace Emulator.Domain.People;

/// <summary>
/// Who asks: a user, known by a session's token or an API key, with the roles each of the user's companies gave.
/// </summary>
/// <param name="User">The user.</param>
/// <param name="Token">The session's token; null when an API key was used.</param>
/// <param name="RolesByCompany">Roles by company id.</param>
internal sealed record Caller(
    User User,
    string? Token,
    IReadOnlyDictionary<string, IReadOnlyList<RoleName>> RolesByCompany)
{
    /// <summary>Refuses what only the account's own user may do.</summary>
    /// <param name="action">What is asked, for instance <c>account:UpdateUser</c>.</param>
    /// <param name="account">Whose account it is.</param>
    /// <param name="access">Whether roles are enforced.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AccessDenied"/>.</exception>
    public void MustBe(User account, string action, Access access)
    {
        if (account.Id != User.Id)
        {
            access.Refuse(new Refusal(
                ServiceErrors.AccessDenied,
                ServiceErrors.AccessDenied.Message,
                $"{action} is for the account's own user: {account.Username} only, not {User.Username}.")
            {
                Access = new AccessRequest(action, $"cc-api:account::{account.Id}:User/*", User.Id),
            });
        }
    }

    /// <summary>Refuses what the user's role in the company doesn't allow.</summary>
    /// <param name="action">What is asked.</param>
    /// <param name="company">Whose company, whose network it is.</param>
    /// <param name="access">Whether roles are enforced.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AccessDenied"/>.</exception>
    public void Needs(CompanyAction action, Company company, Access access)
    {
        if (Allows(action, company))
        {
            return;
        }

        var refusal = new Refusal(
            ServiceErrors.AccessDenied,
            ServiceErrors.AccessDenied.Message,
            $"{action.Name} needs "
                + string.Join(
                    " or ",
                    Role.All
                        .Where(role => role.Allows(action.Permission))
                        .Select(role => Staging.Spelling.Of(role.Name)))
                + $" in {company.Username}; {User.Username} has {RolesIn(company)} there ({action.Source})."
        )
        {
            Access = new AccessRequest(
                action.Name,
                $"cc-api:{action.Service}::{company.Id}:{action.Resource}/*",
                User.Id),
        };

        access.Refuse(refusal);
    }

    /// <summary>Whether one of the user's roles in the company allows it.</summary>
    public bool Allows(CompanyAction action, Company company)
    {
        if (!RolesByCompany.TryGetValue(company.Id, out var roles))
        {
            return false;
        }

        foreach (var name in roles)
        {
            if (Role.Of(name).Allows(action.Permission))
            {
                return true;
            }
        }

        return false;
    }

    private string RolesIn(Company company) =>
        RolesByCompany.TryGetValue(company.Id, out var roles) && roles.Count > 0
            ? string.Join(", ", roles.Select(Staging.Spelling.Of))
            : "no role";
}
