using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;

namespace Emulator.Domain;

/// <summary>The parts of the <see cref="ReferenceData"/>: what is written is read again, and the rest is not.</summary>
[Flags]
internal enum ReferenceTables
{
    None = 0,
    Companies = 1,
    Users = 2,
    Memberships = 4,
    Follows = 8,

    /// <summary>Facilities, metros and regions.</summary>
    Places = 16,

    /// <summary>The price list and the discounts.</summary>
    Prices = 32,
    All = Companies | Users | Memberships | Follows | Places | Prices,
}

/// <summary>The companies, oldest first, by what they are asked for.</summary>
internal sealed class CompanyTable(IReadOnlyList<Company> companies)
{
    public IReadOnlyList<Company> All => companies;

    public IReadOnlyDictionary<string, Company> ById { get; } =
        companies.ToDictionary(company => company.Id, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Company> ByUsername { get; } =
        companies.ToDictionary(company => company.Username, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The people, by what they are asked for.</summary>
internal sealed class UserTable(IReadOnlyList<User> users)
{
    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<User> All => users;

    public User? Support { get; } = users.FirstOrDefault(user => user.IsSupport);

    public IReadOnlyDictionary<string, User> ById { get; } =
        users.ToDictionary(user => user.Id, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, User> ByName { get; } =
        users.ToDictionary(user => user.Username, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, User> ByEmail { get; } =
        users.ToDictionary(user => user.Email, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Who is a member of what.</summary>
internal sealed class MembershipTable(IReadOnlyList<Membership> memberships)
{
    public ILookup<string, Membership> ByUser { get; } = memberships.ToLookup(membership => membership.UserId);

    public ILookup<string, Membership> ByCompany { get; } = memberships.ToLookup(membership => membership.CompanyId);
}

/// <summary>Who follows whom.</summary>
internal sealed class FollowTable(IReadOnlyList<Follow> follows)
{
    public ILookup<string, string> FolloweesByFollower { get; } =
        follows.ToLookup(follow => follow.FollowerId, follow => follow.FolloweeId);

    public ILookup<string, string> FollowersByFollowee { get; } =
        follows.ToLookup(follow => follow.FolloweeId, follow => follow.FollowerId);
}

/// <summary>The facilities, oldest first, with their metros and regions.</summary>
internal sealed class PlaceTable(
    IReadOnlyList<DataCenterFacility> facilities,
    IReadOnlyList<Metro> metros,
    IReadOnlyList<Region> regions)
{
    public IReadOnlyList<DataCenterFacility> Facilities => facilities;

    public IReadOnlyDictionary<string, DataCenterFacility> ById { get; } =
        facilities.ToDictionary(facility => facility.Id, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DataCenterFacility> ByUsername { get; } =
        facilities.ToDictionary(facility => facility.Username, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, Metro> Metros { get; } =
        metros.ToDictionary(metro => metro.Id, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Region> Regions { get; } =
        regions.ToDictionary(region => region.Id, StringComparer.Ordinal);
}
