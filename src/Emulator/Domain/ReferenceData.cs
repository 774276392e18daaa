using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Errors;

namespace Emulator.Domain;

/// <summary>
/// What payloads embed and requests name again and again: companies, people, facilities, metros, regions. Read once and kept until one of them
/// changes, so that no request joins them. Unchanging: a change makes a new one.
/// </summary>
internal sealed class ReferenceData
{
    private readonly Dictionary<string, Company> companiesById;
    private readonly Dictionary<string, Company> companiesByUsername;
    private readonly Dictionary<string, User> usersById;
    private readonly Dictionary<string, User> usersByName;
    private readonly Dictionary<string, User> usersByEmail;
    private readonly Dictionary<string, DataCenterFacility> facilitiesById;
    private readonly Dictionary<string, DataCenterFacility> facilitiesByUsername;
    private readonly Dictionary<string, Metro> metros;
    private readonly Dictionary<string, Region> regions;
    private readonly ILookup<string, Membership> membershipsByUser;
    private readonly ILookup<string, Membership> membershipsByCompany;
    private readonly ILookup<string, string> followeesByFollower;
    private readonly ILookup<string, string> followersByFollowee;

    public ReferenceData(
        IReadOnlyList<Company> companies, IReadOnlyList<User> users, IReadOnlyList<Membership> memberships, IReadOnlyList<Follow> follows,
        IReadOnlyList<DataCenterFacility> facilities, IReadOnlyList<Metro> metros, IReadOnlyList<Region> regions)
    {
        Companies = companies;
        Users = users;
        Facilities = facilities;
        companiesById = companies.ToDictionary(company => company.Id, StringComparer.Ordinal);
        companiesByUsername = companies.ToDictionary(company => company.Username, StringComparer.OrdinalIgnoreCase);
        usersById = users.ToDictionary(user => user.Id, StringComparer.Ordinal);
        usersByName = users.ToDictionary(user => user.Username, StringComparer.OrdinalIgnoreCase);
        usersByEmail = users.ToDictionary(user => user.Email, StringComparer.OrdinalIgnoreCase);
        facilitiesById = facilities.ToDictionary(facility => facility.Id, StringComparer.Ordinal);
        facilitiesByUsername = facilities.ToDictionary(facility => facility.Username, StringComparer.OrdinalIgnoreCase);
        this.metros = metros.ToDictionary(metro => metro.Id, StringComparer.Ordinal);
        this.regions = regions.ToDictionary(region => region.Id, StringComparer.Ordinal);
        membershipsByUser = memberships.ToLookup(membership => membership.UserId);
        membershipsByCompany = memberships.ToLookup(membership => membership.CompanyId);
        followeesByFollower = follows.ToLookup(follow => follow.FollowerId, follow => follow.FolloweeId);
        followersByFollowee = follows.ToLookup(follow => follow.FolloweeId, follow => follow.FollowerId);
        Support = users.FirstOrDefault(user => user.IsSupport);
    }

    /// <summary>Every company, oldest first.</summary>
    public IReadOnlyList<Company> Companies { get; }

    /// <summary>Every user, oldest first.</summary>
    public IReadOnlyList<User> Users { get; }

    /// <summary>Every facility, oldest first.</summary>
    public IReadOnlyList<DataCenterFacility> Facilities { get; }

    /// <summary>Whom the log names for the service's own moves (000:9093).</summary>
    public User? Support { get; }

    /// <summary>The company a route or a body names: by username without regard to case, or by id.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CompanyNotFound"/>.</exception>
    public Company CompanyNamed(string name) =>
        FindCompany(name) ?? throw ServiceErrors.CompanyNotFound.Because($"No company has the username or the id {name}.");

    /// <inheritdoc cref="CompanyNamed"/>
    public Company? FindCompany(string name) =>
        companiesByUsername.TryGetValue(name, out var company) || companiesById.TryGetValue(name, out company) ? company : null;

    /// <summary>The company that a row refers to.</summary>
    public Company Company(string id) => companiesById[id];

    /// <summary>The facility an order or a connection names: by username without regard to case, or by id.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.FacilityNotFound"/>.</exception>
    public DataCenterFacility FacilityNamed(string name) =>
        facilitiesByUsername.TryGetValue(name, out var facility) || facilitiesById.TryGetValue(name, out facility)
            ? facility
            : throw ServiceErrors.FacilityNotFound.Because($"No data center facility has the username or the id {name}; GET /v2/data-center-facility lists them.");

    /// <summary>The facility that a row refers to; null where it refers to none.</summary>
    public DataCenterFacility? Facility(string? id) => id is not null && facilitiesById.TryGetValue(id, out var facility) ? facility : null;

    /// <summary>The metro that a row refers to.</summary>
    public Metro Metro(string id) => metros[id];

    /// <summary>The metro a body names.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.MetroNotFound"/>.</exception>
    public Metro MetroNamed(string id) =>
        metros.TryGetValue(id, out var metro) ? metro : throw ServiceErrors.MetroNotFound.Because($"No metro has the id {id}.");

    /// <summary>The region that a plan refers to.</summary>
    public Region Region(string id) => regions[id];

    /// <summary>The regions of a metro that are known.</summary>
    public IEnumerable<Region> RegionsOf(Metro metro)
    {
        foreach (var id in metro.RegionIds)
        {
            if (regions.TryGetValue(id, out var region))
            {
                yield return region;
            }
        }
    }

    public User? User(string? id) => id is not null && usersById.TryGetValue(id, out var user) ? user : null;

    /// <summary>The user a route names: by username without regard to case, or by id.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.UserNotFound"/>.</exception>
    public User UserNamed(string username) =>
        FindUser(username) ?? throw ServiceErrors.UserNotFound.Because($"No user has the username or the id {username}.");

    /// <inheritdoc cref="UserNamed"/>
    public User? FindUser(string username) => usersByName.TryGetValue(username, out var user) || usersById.TryGetValue(username, out user) ? user : null;

    /// <summary>Who is shown as having done something: the user, or the support user for the service itself.</summary>
    public User? Doer(string by) => User(by) ?? Support;

    /// <summary>The user who logs in with an e-mail address, without regard to case; null where nobody does.</summary>
    public User? UserWithEmail(string email) => usersByEmail.TryGetValue(email, out var user) ? user : null;

    /// <summary>Whether a user, a company or a facility has the username: they share one space of names.</summary>
    public bool IsTaken(string username) => usersByName.ContainsKey(username) || companiesByUsername.ContainsKey(username) || facilitiesByUsername.ContainsKey(username);

    /// <summary>Where a user is a member: requests and ended memberships left out.</summary>
    public IEnumerable<Membership> MembershipsOf(User user) => membershipsByUser[user.Id];

    /// <summary>A company's members: requests and ended memberships left out.</summary>
    public IEnumerable<Membership> MembersOf(Company company) => membershipsByCompany[company.Id];

    /// <summary>A company's counters.</summary>
    public Standing StandingOf(Company company) => new(membershipsByCompany[company.Id].Count(), followersByFollowee[company.Id].Count(), Following: 0);

    /// <summary>A user's counters.</summary>
    public Standing StandingOf(User user) => new(Members: 0, followersByFollowee[user.Id].Count(), followeesByFollower[user.Id].Count());

    /// <summary>Whether a user follows a user or a company.</summary>
    public bool Follows(string followerId, string followeeId) => followeesByFollower[followerId].Contains(followeeId);

    /// <summary>Whether nobody but this member manages the company.</summary>
    public bool IsLastKeyholder(Membership membership) =>
        membership.IsKeyholder && !membershipsByCompany[membership.CompanyId].Any(other => other.Id != membership.Id && other.IsKeyholder);
}
