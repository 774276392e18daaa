using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.People;
using Emulator.Wire.Places;

namespace Emulator.Api.Search;

/// <summary>One thing found: a user, a company or a facility (OpenAPI 1.0.0, GET /api/search).</summary>
/// <param name="Title">Its name.</param>
/// <param name="Type"><c>user</c>, <c>company</c> or <c>dataCenterFacility</c>.</param>
/// <param name="Description">Its headline.</param>
/// <param name="IsFollowing">Whether the one who asks follows it.</param>
/// <param name="IsCompanyFollowing">
/// By username, whether each of the asker's companies does: companies follow nobody.
/// </param>
/// <param name="Data">What was found.</param>
internal sealed record Found(
    string Title,
    string Type,
    string Description,
    bool IsFollowing,
    IReadOnlyDictionary<string, bool> IsCompanyFollowing,
    FoundData Data);

/// <summary>What was found, in the members that all kinds have; a company's and a facility's own beside them.</summary>
internal sealed record FoundData(
    string Id,
    string Type,
    string Name,
    string? Avatar,
    string? Headline,
    string? Summary,
    string? Location,
    string Username,
    OpenObject? Social,
    IReadOnlyList<string>? Groups,
    DateTimeOffset UpdatedAt,
    DateTimeOffset CreatedAt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyInPortProfile? Company { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacilityInPortFacts? DataCenterFacility { get; init; }

    public static FoundData Of(User user) =>
        new(
            user.Id,
            "PERSON",
            user.Name,
            user.Avatar,
            user.Headline,
            user.Summary,
            user.Location,
            user.Username,
            Social: null,
            Groups: null,
            user.UpdatedAt,
            user.CreatedAt);

    public static FoundData Of(Company company) =>
        new(
            company.Id,
            "COMPANY",
            company.Name,
            company.Avatar,
            company.Headline,
            company.Summary,
            company.Location,
            company.Username,
            Social: null,
            Groups: null,
            company.UpdatedAt,
            company.CreatedAt)
        {
            Company = new(company),
        };

    public static FoundData Of(DataCenterFacility facility) =>
        new(
            facility.Id,
            "DATA_CENTER_FACILITY",
            facility.Name,
            Avatar: null,
            Headline: null,
            Summary: null,
            Location: null,
            facility.Username,
            Social: null,
            Groups: null,
            facility.CreatedAt,
            facility.CreatedAt)
        {
            DataCenterFacility = new(facility),
        };
}

/// <summary>A user among the items, with the companies they belong to.</summary>
internal sealed class FoundUser(
    UserView view,
    IReadOnlyList<FoundCompany> companies,
    IReadOnlyDictionary<string, MembershipShape> memberships,
    IReadOnlyDictionary<string, bool> companyFollowing)
{
    public string Id => view.User.Id;
    public string Name => view.User.Name;
    public string? Avatar => view.User.Avatar;
    public string? Background => view.User.Background;
    public string? Headline => view.User.Headline;
    public string? Summary => view.User.Summary;
    public string? Location => view.User.Location;
    public string Username => view.User.Username;

    /// <summary>Always null: the documents print nothing else.</summary>
    public OpenObject? Social => null;
    public IReadOnlyList<string> Tags => view.User.Tags;
    public DateTimeOffset UpdatedAt => view.User.UpdatedAt;
    public DateTimeOffset CreatedAt => view.User.CreatedAt;
    public IReadOnlyList<FoundCompany> Companies => companies;
    public IReadOnlyDictionary<string, MembershipShape> LinkUserCompany => memberships;
    public StatsShape Stats => new(view.Standing);
    public bool IsFollowing => view.IsFollowing;
    public IReadOnlyDictionary<string, bool> IsCompanyFollowing => companyFollowing;
}

/// <summary>A company among the items, or of a user's.</summary>
internal sealed class FoundCompany(Company company, Standing standing, IReadOnlyList<string> followers)
{
    public string Id => company.Id;
    public string Name => company.Name;
    public string? Avatar => company.Avatar;
    public string? Background => company.BackgroundId;
    public string? Headline => company.Headline;
    public string? Summary => company.Summary;
    public string? Location => company.Location;
    public string Username => company.Username;
    public IReadOnlyList<string> Tags => company.Tags;
    public bool Verified => company.Verified;
    public StatsShape Stats => new(standing);
    public FoundCompanyProfile Company => new(company);
    public EmptyShape LinkUserCompany => EmptyShape.Instance;

    /// <summary>The ids of the users who follow it.</summary>
    public IReadOnlyList<string> Followers => followers;

    /// <summary>Always null: companies follow nobody.</summary>
    public IReadOnlyList<string>? Following => null;
}

/// <summary>What a company that was found says about itself: as the owner of a port does, and its ASNs.</summary>
internal sealed class FoundCompanyProfile(Company company)
{
    private readonly CompanyInPortProfile profile = new(company);

    public string? Website => profile.Website;
    public IReadOnlyList<string> EmailDomains => profile.EmailDomains;
    public string? Industry => profile.Industry;
    public string? BusinessType => profile.BusinessType;
    public string? CompanySize => profile.CompanySize;
    public string? DateFounded => profile.DateFounded;
    public EmptyShape Markets => profile.Markets;
    public IReadOnlyList<long>? Asns => company.Asns is { Count: > 0 } asns ? asns : null;
    public IReadOnlyList<string>? RegionalInternetRegistry => profile.RegionalInternetRegistry;
    public string? ClientId => profile.ClientId;
    public string? First => profile.First;
    public string? Last => profile.Last;
    public string? Address => profile.Address;
    public string? City => profile.City;
    public string? State => profile.State;
    public string? Zip => profile.Zip;
    public IReadOnlyList<AddressShape> Addresses => profile.Addresses;
    public string? Phone => profile.Phone;
    public string? Fax => profile.Fax;
    public string? Email => profile.Email;
    public string? Country => profile.Country;
}
