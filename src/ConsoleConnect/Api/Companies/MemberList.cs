using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.People;

namespace Emulator.Api.Companies;

/// <summary>
/// A page of a company's members (000:1531, 000:2370): the people, and by user id their place in the company.
/// </summary>
internal sealed record MemberList(
    IReadOnlyList<PublicUser> Results,
    IReadOnlyDictionary<string, MemberLink> LinkUserCompany)
{
    /// <summary>How many results a page has unless the client says (000:1526 asks for 20).</summary>
    private const int PageSize = 20;

    public static readonly ParameterExample[] Parameters =
    [
        new("userType", "company", "company, or user: a company is a user too, and a person's own username lists the "
            + "companies they belong to."),
        new("companyName", "acmeinc", "The company's username."),
        Query.Text("role", "NETWORKCONTROL", "One or more roles, separated by commas: only members with one of them. "
            + "Only queryable roles: NETWORKCONTROL, NETWORKVIEW."),
        Query.Page("1"),
        Query.Count("20"),
    ];

    /// <summary>Lists who belongs to a company, oldest member first, or the companies a user belongs to.</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.CompanyNotFound"/>, <see cref="ServiceErrors.RoleNotFound"/>,
    /// <see cref="ServiceErrors.RoleNotQueryable"/>, <see cref="EmulatorErrors.BadQuery"/>.
    /// </exception>
    public static IResult Page(string userType, string name, HttpRequest request, Turn turn)
    {
        var isUser = userType.Equals("user", StringComparison.OrdinalIgnoreCase);
        if (!isUser && !userType.Equals("company", StringComparison.OrdinalIgnoreCase))
        {
            throw ServiceErrors.UnknownRoute.Because(
                "The userType in the path is user or company (000:1526).",
                request.Method,
                request.Path.Value);
        }

        var roles = RolesAsked(request);
        var (skip, take) = QueryText.Page(request, PageSize);
        return isUser && turn.Reference.FindUser(name) is { } user
            ? new Answer<CompaniesOfUser>(CompaniesOfUser.Page(user, roles, skip, take, turn))
            : new Answer<MemberList>(Page(turn.Reference.CompanyNamed(name), roles, skip, take, turn));
    }

    /// <summary>Those of the memberships that have one of the roles.</summary>
    internal static List<Membership> With(
        IReadOnlyCollection<RoleName> roles,
        IEnumerable<Membership> memberships,
        int skip,
        int take) =>
        [
            .. memberships
                .Where(membership => roles.Count == 0 || membership.Roles.Any(roles.Contains))
                .OrderBy(membership => membership.CreatedAt)
                .ThenBy(membership => membership.Id, StringComparer.Ordinal)
                .Skip(skip)
                .Take(take),
        ];

    private static MemberList Page(Company company, IReadOnlyCollection<RoleName> roles, int skip, int take, Turn turn)
    {
        var members = With(roles, turn.Reference.MembersOf(company), skip, take);
        return new MemberList(
            [.. members.Select(member => new PublicUser(turn.ViewOf(turn.Reference.User(member.UserId)!)))],
            members.ToDictionary(member => member.UserId, member => new MemberLink(member)));
    }

    private static List<RoleName> RolesAsked(HttpRequest request)
    {
        var names = QueryText
            .Of(request, "role")
            ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        var roles = names.Select(Role.Named).ToList();
        return roles.Find(role => !role.Queryable) is { } closed
            ? throw ServiceErrors.RoleNotQueryable.Because(
                "Memberships may be listed by "
                    + string.Join(", ", Role.All.Where(role => role.Queryable).Select(role => Spelling.Of(role.Name)))
                    + ".",
                Spelling.Of(closed.Name))
            : roles.ConvertAll(role => role.Name);
    }
}

/// <summary>A page of the companies a user belongs to, and by company id their place in it.</summary>
internal sealed record CompaniesOfUser(
    IReadOnlyList<CompanyAsUser> Results,
    IReadOnlyDictionary<string, MemberLink> LinkUserCompany)
{
    /// <summary>Lists them, for the user themself.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AccessDenied"/>.</exception>
    internal static CompaniesOfUser Page(User user, IReadOnlyCollection<RoleName> roles, int skip, int take, Turn turn)
    {
        turn.Caller.MustBe(user, "account:ReadMembership", turn.Access);
        var memberships = MemberList.With(roles, turn.Reference.MembershipsOf(user), skip, take);
        return new CompaniesOfUser(
            [
                .. memberships
                    .Select(membership => turn.Reference.Company(membership.CompanyId))
                    .Select(company => new CompanyAsUser(company, turn.Reference.StandingOf(company))),
            ],
            memberships.ToDictionary(membership => membership.CompanyId, membership => new MemberLink(membership)));
    }
}
