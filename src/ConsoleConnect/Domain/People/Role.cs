using Emulator.Errors;

namespace Emulator.Domain.People;

/// <summary>The roles of a company's members, spelled as in <c>memberships-and-roles</c> (000:1526).</summary>
internal enum RoleName
{
    /// <summary>Company Keyholder: everything.</summary>
    Admin,

    /// <summary>Network Admin: reads and writes network resources (000:42).</summary>
    Networkcontrol,

    /// <summary>Network Viewer: reads them (000:42).</summary>
    Networkview,

    /// <summary>Company Member: neither.</summary>
    User,
}

/// <summary>
/// A role as the service describes it in a user's <c>linkUserCompany</c> (OpenAPI 1.0.0, GET /api/auth/token).
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id.</param>
/// <param name="Display">What people call it.</param>
/// <param name="Description">What it allows, in a sentence.</param>
/// <param name="Icon">The console's icon.</param>
/// <param name="DisplayOrder">Where the console lists it.</param>
/// <param name="Queryable">Whether memberships may be listed by it.</param>
internal sealed record Role(
    RoleName Name,
    string Id,
    string Display,
    string Description,
    string Icon,
    int DisplayOrder,
    bool Queryable)
{
    /// <summary>Every role there is.</summary>
    public static readonly IReadOnlyList<Role> All =
    [
        new(
            RoleName.Admin,
            "55ed4a4e1f4a2b0300a11001",
            "Company Keyholder",
            "A Company Keyholder manages the "
                + "company's profile, its members and their roles, and everything on its network",
            "key outline",
            -300,
            false),
        new(
            RoleName.Networkcontrol,
            "55ed4a4e1f4a2b0300a11002",
            "Network Admin",
            "A Network Admin manages the " + "company's ports, connections and orders",
            "flow switch",
            -299,
            true),
        new(
            RoleName.Networkview,
            "55ed4a4e1f4a2b0300a11003",
            "Network Viewer",
            "A Network Viewer sees the company's " + "ports, connections and orders",
            "eye",
            -298,
            true),
        new(
            RoleName.User,
            "55ed4a4e1f4a2b0300a11004",
            "Company Member",
            "A Company Member belongs to the company " + "and doesn't see its network",
            "user outline",
            300,
            false),
    ];

    public static Role Of(RoleName name) => All[(int)name];

    /// <summary>The role that a route or a body names, without regard to case.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.RoleNotFound"/>.</exception>
    public static Role Named(string name) => Staging.Spelling.Read<RoleName>(name) is { } known
        ? Of(known)
        : throw ServiceErrors.RoleNotFound.Because($"There is no role called {name.Named()}; the roles are "
            + $"{string.Join(", ", All.Select(role => Staging.Spelling.Of(role.Name)))}.");

    /// <summary>Manages the company itself.</summary>
    public bool IsKeyholder => Name == RoleName.Admin;

    /// <summary>Whether the role is enough for something.</summary>
    public bool Allows(Permission permission) => permission switch
    {
        Permission.ReadNetwork => ReadsNetwork,
        Permission.WriteNetwork => WritesNetwork,
        Permission.Belong => true,
        _ => IsKeyholder,
    };

    public bool ReadsNetwork => Name is RoleName.Admin or RoleName.Networkcontrol or RoleName.Networkview;

    public bool WritesNetwork => Name is RoleName.Admin or RoleName.Networkcontrol;
}
