using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;
using Emulator.Errors;

namespace Emulator.Domain;

/// <summary>
/// What payloads embed and requests name again and again: companies, people, facilities, metros, regions, prices. Read
/// once and kept until one of them changes, so that no request joins them. Unchanging: a change makes a new one, with
/// the parts that are as they were.
/// </summary>
internal sealed class ReferenceData(
    CompanyTable companies,
    UserTable users,
    MembershipTable memberships,
    FollowTable follows,
    PlaceTable places,
    Prices prices)
{
    /// <summary>The parts, for the next one to keep those that haven't changed.</summary>
    public CompanyTable CompanyTable => companies;

    public UserTable UserTable => users;

    public MembershipTable MembershipTable => memberships;

    public FollowTable FollowTable => follows;

    public PlaceTable PlaceTable => places;

    /// <summary>What things cost, and what is taken off.</summary>
    public Prices Prices => prices;

    /// <summary>Every company, oldest first.</summary>
    public IReadOnlyList<Company> Companies => companies.All;

    /// <summary>Every user, oldest first.</summary>
    public IReadOnlyList<User> Users => users.All;

    /// <summary>Every facility, oldest first.</summary>
    public IReadOnlyList<DataCenterFacility> Facilities => places.Facilities;

    /// <summary>Whom the log names for the service's own moves (000:9093).</summary>
    public User? Support => users.Support;

    /// <summary>The company a route or a body names: by username without regard to case, or by id.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.CompanyNotFound"/>.</exception>
    public Company CompanyNamed(string name) =>
        FindCompany(name) ?? throw ServiceErrors.CompanyNotFound.Because("No company has the username or the id "
            + $"{name.Named()}. GET /api/auth/token lists your companies.");

    /// <inheritdoc cref="CompanyNamed"/>
    public Company? FindCompany(string name) =>
        companies.ByUsername.TryGetValue(name, out var company) || companies.ById.TryGetValue(name, out company)
            ? company
            : null;

    /// <summary>The company that a row refers to.</summary>
    public Company Company(string id) => companies.ById[id];

    /// <summary>The facility an order or a connection names: by username without regard to case, or by id.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.FacilityNotFound"/>.</exception>
    public DataCenterFacility FacilityNamed(string name) =>
        places.ByUsername.TryGetValue(name, out var facility) || places.ById.TryGetValue(name, out facility)
            ? facility
            : throw ServiceErrors.FacilityNotFound.Because("No data center facility has the username or the id "
                + $"{name.Named()}; GET /v2/data-center-facility lists them.");

    /// <summary>The facility that a row refers to; null where it refers to none.</summary>
    public DataCenterFacility? Facility(string? id) =>
        id is not null && places.ById.TryGetValue(id, out var facility) ? facility : null;

    /// <summary>Every metro, by name.</summary>
    public IEnumerable<Metro> Metros => places.Metros.Values
        .OrderBy(metro => metro.Name, StringComparer.Ordinal)
        .ThenBy(metro => metro.Id, StringComparer.Ordinal);

    /// <summary>The metro that a row refers to.</summary>
    public Metro Metro(string id) => places.Metros[id];

    /// <summary>The metro a body names.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.MetroNotFound"/>.</exception>
    public Metro MetroNamed(string id) =>
        places.Metros.TryGetValue(id, out var metro)
            ? metro
            : throw ServiceErrors.MetroNotFound.Because(
                $"No metro has the id {id.Named()}. "
                    + "GET /api/company/{companyUsername}/metro/capabilities lists metros.");

    /// <summary>The region that a plan refers to.</summary>
    public Region Region(string id) => places.Regions[id];

    /// <summary>The regions of a metro that are known.</summary>
    public IEnumerable<Region> RegionsOf(Metro metro)
    {
        foreach (var id in metro.RegionIds)
        {
            if (places.Regions.TryGetValue(id, out var region))
            {
                yield return region;
            }
        }
    }

    public User? User(string? id) => id is not null && users.ById.TryGetValue(id, out var user) ? user : null;

    /// <summary>The user a route names: by username without regard to case, or by id.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.UserNotFound"/>.</exception>
    public User UserNamed(string username) =>
        FindUser(username) ?? throw ServiceErrors.UserNotFound.Because("No user has the username or the id "
            + $"{username.Named()}.");

    /// <summary>
    /// The company that goes by a name which no user has, where either may be named: the documents' user routes answer
    /// for companies too (000:2130).
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.UserNotFound"/>.</exception>
    public Company CompanyInPlaceOfUser(string username) =>
        FindCompany(username) ?? throw ServiceErrors.UserNotFound.Because("No user or company has the username or "
            + $"the id {username.Named()}.");

    /// <inheritdoc cref="UserNamed"/>
    public User? FindUser(string username) =>
        users.ByName.TryGetValue(username, out var user) || users.ById.TryGetValue(username, out user) ? user : null;

    /// <summary>Who is shown as having done something: the user, or the support user for the service itself.</summary>
    public User? Doer(string by) => User(by) ?? Support;

    /// <summary>The user who logs in with an e-mail address, without regard to case; null where nobody does.</summary>
    public User? UserWithEmail(string email) => users.ByEmail.TryGetValue(email, out var user) ? user : null;

    /// <summary>Whether a user, a company or a facility has the username: they share one space of names.</summary>
    public bool IsTaken(string username) =>
        users.ByName.ContainsKey(username)
        || companies.ByUsername.ContainsKey(username)
        || places.ByUsername.ContainsKey(username);

    /// <summary>Where a user is a member: requests and ended memberships left out.</summary>
    public IEnumerable<Membership> MembershipsOf(User user) => memberships.ByUser[user.Id];

    /// <summary>A company's members: requests and ended memberships left out.</summary>
    public IEnumerable<Membership> MembersOf(Company company) => memberships.ByCompany[company.Id];

    /// <summary>
    /// Who acts for a company in network matters where nobody in particular does: its oldest member who may; null where
    /// it has none.
    /// </summary>
    public User? NetworkPersonOf(Company company) => User(MembersOf(company)
        .Where(member => member.Roles.Any(role => role is RoleName.Admin or RoleName.Networkcontrol))
        .OrderBy(member => member.Since).ThenBy(member => member.Id, StringComparer.Ordinal).FirstOrDefault()?.UserId);

    /// <summary>A company's counters.</summary>
    public Standing StandingOf(Company company) =>
        new(memberships.ByCompany[company.Id].Count(), follows.FollowersByFollowee[company.Id].Count(), Following: 0);

    /// <summary>The ids of the users who follow a company.</summary>
    public IEnumerable<string> FollowersOf(Company company) => follows.FollowersByFollowee[company.Id];

    /// <summary>A user's counters.</summary>
    public Standing StandingOf(User user) =>
        new(Members: 0, follows.FollowersByFollowee[user.Id].Count(), follows.FolloweesByFollower[user.Id].Count());

    /// <summary>Whether a user follows a user or a company.</summary>
    public bool Follows(string followerId, string followeeId) =>
        follows.FolloweesByFollower[followerId].Contains(followeeId);

    /// <summary>Whether nobody but this member manages the company.</summary>
    public bool IsLastKeyholder(Membership membership) =>
        membership.IsKeyholder
        && !memberships.ByCompany[membership.CompanyId].Any(other => other.Id != membership.Id && other.IsKeyholder);
}
