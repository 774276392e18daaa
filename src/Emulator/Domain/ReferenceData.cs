using Emulator.Domain.Companies;
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
    private readonly Dictionary<string, DataCenterFacility> facilitiesById;
    private readonly Dictionary<string, DataCenterFacility> facilitiesByUsername;
    private readonly Dictionary<string, Metro> metros;
    private readonly Dictionary<string, Region> regions;
    private readonly ILookup<string, Membership> membershipsByUser;
    private readonly ILookup<string, Membership> membershipsByCompany;

    public ReferenceData(
        IReadOnlyList<Company> companies, IReadOnlyList<User> users, IReadOnlyList<Membership> memberships,
        IReadOnlyList<DataCenterFacility> facilities, IReadOnlyList<Metro> metros, IReadOnlyList<Region> regions)
    {
        Companies = companies;
        Facilities = facilities;
        companiesById = companies.ToDictionary(company => company.Id, StringComparer.Ordinal);
        companiesByUsername = companies.ToDictionary(company => company.Username, StringComparer.OrdinalIgnoreCase);
        usersById = users.ToDictionary(user => user.Id, StringComparer.Ordinal);
        usersByName = users.ToDictionary(user => user.Username, StringComparer.OrdinalIgnoreCase);
        facilitiesById = facilities.ToDictionary(facility => facility.Id, StringComparer.Ordinal);
        facilitiesByUsername = facilities.ToDictionary(facility => facility.Username, StringComparer.OrdinalIgnoreCase);
        this.metros = metros.ToDictionary(metro => metro.Id, StringComparer.Ordinal);
        this.regions = regions.ToDictionary(region => region.Id, StringComparer.Ordinal);
        membershipsByUser = memberships.ToLookup(membership => membership.UserId);
        membershipsByCompany = memberships.ToLookup(membership => membership.CompanyId);
        Support = users.FirstOrDefault(user => user.IsSupport);
    }

    /// <summary>Every company, oldest first.</summary>
    public IReadOnlyList<Company> Companies { get; }

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

    public User? UserNamed(string username) => usersByName.TryGetValue(username, out var user) || usersById.TryGetValue(username, out user) ? user : null;

    /// <summary>Who is shown as having done something: the user, or the support user for the service itself.</summary>
    public User? Doer(string by) => User(by) ?? Support;

    public IEnumerable<Membership> MembershipsOf(User user) => membershipsByUser[user.Id];

    public IEnumerable<Membership> MembersOf(Company company) => membershipsByCompany[company.Id];

    /// <summary>How many members a company has.</summary>
    public int MemberCount(Company company) => membershipsByCompany[company.Id].Count();
}
