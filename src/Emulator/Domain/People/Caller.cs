using Emulator.Domain.Companies;
using Emulator.Errors;

namespace Emulator.Domain.People;

/// <summary>Who asks: a user, known by a session's token or an API key, with the roles each of the user's companies gave.</summary>
/// <param name="User">The user.</param>
/// <param name="Token">The session's token; null when an API key was used.</param>
/// <param name="RolesByCompany">Roles by company id.</param>
internal sealed record Caller(User User, string? Token, IReadOnlyDictionary<string, IReadOnlyList<RoleName>> RolesByCompany)
{
    /// <summary>Refuses what the user's role in the company doesn't allow.</summary>
    /// <param name="action">What is asked.</param>
    /// <param name="company">Whose network it is.</param>
    /// <param name="access">Whether roles are enforced.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AccessDenied"/>.</exception>
    public void Needs(NetworkAction action, Company company, Access access)
    {
        if (Allows(action, company))
        {
            return;
        }

        var refusal = new Refusal(
            ServiceErrors.AccessDenied,
            ServiceErrors.AccessDenied.Message,
            $"{action.Name} needs {(action.Writes ? "ADMIN or NETWORKCONTROL" : "ADMIN, NETWORKCONTROL or NETWORKVIEW")} in {company.Username}; {User.Username} has {RolesIn(company)} there (000:42).")
        {
            Access = new AccessRequest(action.Name, $"cc-api:network::{company.Id}:{action.Resource}/*", User.Id),
        };

        access.Refuse(refusal);
    }

    private bool Allows(NetworkAction action, Company company)
    {
        if (!RolesByCompany.TryGetValue(company.Id, out var roles))
        {
            return false;
        }

        foreach (var name in roles)
        {
            if (action.Writes ? Role.Of(name).WritesNetwork : Role.Of(name).ReadsNetwork)
            {
                return true;
            }
        }

        return false;
    }

    private string RolesIn(Company company) =>
        RolesByCompany.TryGetValue(company.Id, out var roles) ? string.Join(", ", roles.Select(Staging.Spelling.Of)) : "no role";
}

/// <summary>Something a role allows or doesn't, named as the service names it when it denies access (000:4878).</summary>
/// <param name="Name">For instance <c>network:ReadPort</c>.</param>
/// <param name="Resource">The kind of resource.</param>
/// <param name="Writes">Whether it takes a role that writes.</param>
internal sealed record NetworkAction(string Name, string Resource, bool Writes)
{
    public static readonly NetworkAction ReadPort = new("network:ReadPort", "Port", false);
    public static readonly NetworkAction UpdatePort = new("network:UpdatePort", "Port", true);
    public static readonly NetworkAction DeletePort = new("network:DeletePort", "Port", true);
    public static readonly NetworkAction ReadPortOrder = new("network:ReadPortOrder", "PortOrder", false);
    public static readonly NetworkAction CreatePortOrder = new("network:CreatePortOrder", "PortOrder", true);
    public static readonly NetworkAction UpdatePortOrder = new("network:UpdatePortOrder", "PortOrder", true);
    public static readonly NetworkAction ReadConnection = new("network:ReadConnection", "Connection", false);
    public static readonly NetworkAction CreateConnection = new("network:CreateConnection", "Connection", true);
    public static readonly NetworkAction UpdateConnection = new("network:UpdateConnection", "Connection", true);
    public static readonly NetworkAction DeleteConnection = new("network:DeleteConnection", "Connection", true);
}

/// <summary>Whether roles are enforced; with <see cref="AccessMode.Report"/> what was let through is remembered for a header.</summary>
internal sealed class Access(AccessMode mode)
{
    /// <summary>What would have been refused; null where nothing would.</summary>
    public Refusal? LetThrough { get; private set; }

    /// <summary>Throws, remembers or overlooks a refusal, as set.</summary>
    public void Refuse(Refusal refusal)
    {
        switch (mode)
        {
            case AccessMode.Enforce:
                throw refusal;
            case AccessMode.Report:
                LetThrough ??= refusal;
                break;
        }
    }
}

/// <summary>What is done about a missing permission.</summary>
internal enum AccessMode
{
    /// <summary>Refused, as the service does.</summary>
    Enforce,

    /// <summary>Allowed, and said so in a header.</summary>
    Report,

    /// <summary>Allowed.</summary>
    Off,
}
