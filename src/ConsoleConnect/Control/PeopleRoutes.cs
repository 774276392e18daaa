using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>Who can log in: for a person who plays several parts.</summary>
internal static class PeopleRoutes
{
    private const string Group = "Resources";

    private const int Usual = 200;

    private const int Most = 1000;

    private static readonly QueryParameter<string?> OfCompany = Query.Text(
        "company", "", "Only members of the company, by its username or id.");

    private static readonly QueryParameter<int?> Limit = Query.WholeNumber(
        "limit", "", $"The most that are listed, up to {Most}; {Usual} by default.", 0, Most);

    private static readonly QueryParameter<int?> Offset = Query.WholeNumber(
        "offset", "", "How many are skipped.", 0);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/people", List)
        .OnTheSandbox(Group, "Who can log in, with what, and in which companies they have which role")
        .Tells("Oldest first. A password is shown only as long as it is the one that all seeded accounts have.")
        .With(OfCompany, Limit, Offset)
        .Produces<PeopleShown>()
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.BadQuery);

    private static Answer<PeopleShown> List(HttpRequest request, Turn turn)
    {
        var (reference, limit, offset) = (turn.Reference, Limit.Of(request) ?? Usual, Offset.Of(request) ?? 0);
        if (limit > Most)
        {
            throw ServiceErrors.BadQuery.Because(
                "The next page begins where this one ends: offset passes over what is known.", "limit", $"<= {Most}");
        }

        var people = OfCompany.Of(request) is { } name
            ? [.. reference.MembersOf(reference.CompanyNamed(name))
                .Select(member => reference.User(member.UserId)).OfType<User>()]
            : reference.Users;
        var keys = turn.ApiKeys.ToLookup(key => key.UserId, key => turn.Shown(key.Key));
        var known = new Dictionary<string, bool>(StringComparer.Ordinal); // Generated users share one hash.
        return new PeopleShown(
            [
                .. people.Skip(offset).Take(limit).Select(user => new PersonShown(
                    user.Username,
                    user.Email,
                    PasswordOf(user),
                    [.. keys[user.Id]],
                    user.Name,
                    user.IsSupport,
                    [
                        .. reference.MembershipsOf(user).Select(membership => new MembershipShown(
                            reference.Company(membership.CompanyId).Username,
                            [.. membership.Roles.Select(role => role.ToString().ToLowerInvariant())])),
                    ])),
            ],
            people.Count,
            offset,
            limit);

        string? PasswordOf(User user)
        {
            if (!known.TryGetValue(user.PasswordHash, out var isKnown))
            {
                known[user.PasswordHash] = isKnown = user.Fits(Passwords.OfTheSeed);
            }

            return isKnown ? Passwords.OfTheSeed : null;
        }
    }

    /// <summary>People.</summary>
    /// <param name="People">The page.</param>
    /// <param name="Found">How many there are on all pages.</param>
    /// <param name="Offset">How many were skipped.</param>
    /// <param name="Limit">The most that a page has.</param>
    internal sealed record PeopleShown(IReadOnlyList<PersonShown> People, int Found, int Offset, int Limit);

    /// <summary>A person.</summary>
    /// <param name="Username">What routes name them by.</param>
    /// <param name="Email">What they log in with.</param>
    /// <param name="Password">
    /// Their password, where it is the one that every seeded account has; null for another.
    /// </param>
    /// <param name="ApiKeys">Their API keys, oldest first, as clients of this sandbox send them.</param>
    /// <param name="FullName">Their name.</param>
    /// <param name="IsSupport">Whether it is Console Connect's own support.</param>
    /// <param name="Companies">Where they are members.</param>
    internal sealed record PersonShown(
        string Username,
        string Email,
        string? Password,
        IReadOnlyList<string> ApiKeys,
        string FullName,
        bool IsSupport,
        IReadOnlyList<MembershipShown> Companies);

    /// <summary>A membership.</summary>
    /// <param name="Company">The company's username.</param>
    /// <param name="Roles">The roles, as the service names them.</param>
    internal sealed record MembershipShown(string Company, IReadOnlyList<string> Roles);
}
