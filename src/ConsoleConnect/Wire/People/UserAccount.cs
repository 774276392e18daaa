using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;

namespace Emulator.Wire.People;

/// <summary>A person as they see themselves.</summary>
/// <param name="User">Who.</param>
/// <param name="Standing">Their counters.</param>
/// <param name="Online">Whether they are online now.</param>
/// <param name="LastLoggedIn">When they last logged in, UTC; null where they never have.</param>
/// <param name="Companies">The companies they are members of.</param>
/// <param name="Memberships">Their roles in each, by company id.</param>
internal sealed record AccountView(
    User User,
    Standing Standing,
    bool Online,
    DateTimeOffset? LastLoggedIn,
    IReadOnlyList<CompanyOfUser> Companies,
    IReadOnlyDictionary<string, MembershipShape> Memberships);

/// <summary>
/// A person as they see themselves: logging in (000:180), registering (000:806), updating (000:1203), asking who one is
/// (000:326) and reading one's own account. From lastLoggedIn on, and the filled companies and linkUserCompany, it is
/// OpenAPI 1.0.0's edition.
/// </summary>
internal sealed class UserAccount(AccountView view, string? token)
{
    private readonly User user = view.User;

    public string Id => user.Id;
    public string Username => user.Username;
    public string Name => user.Name;
    public string Email => user.Email;
    public IReadOnlyList<string> Tags => user.Tags;
    public string Status => "ACTIVE";
    public DateTimeOffset? NewEmailTokenCreatedAt => user.NewEmailTokenCreatedAt;
    public CapabilitiesShape Capabilities => new([]);
    public string? NewEmail => user.NewEmail;
    public string ExternalStatus => "UNSYNCED";
    public string? Phone => user.Phone;
    public IReadOnlyList<string> PopIds => [];
    public IReadOnlyList<string> Groups => [];
    public bool CanInviteExternal => false;
    public DateTimeOffset? PasswordUpdatedAt => user.PasswordUpdatedAt;
    public string? LegalEntityId => null;
    public string? Location => user.Location;
    public string? Summary => user.Summary;
    public string? Headline => user.Headline;
    public string? Background => user.Background;
    public string? AvatarId => user.AvatarId;
    public string? Avatar => user.Avatar;
    public bool Verified => user.Verified;
    public bool VerifiedIdentity => false;
    public bool IsSupport => user.IsSupport;
    public string Type => "PERSON";
    public IReadOnlyList<CompanyOfUser> Companies => view.Companies;
    public bool Online => view.Online;
    public bool OptIntoMarketingEmail => user.OptIntoMarketingEmail;
    public IReadOnlyDictionary<string, MembershipShape> LinkUserCompany => view.Memberships;

    [JsonPropertyName("__v")]
    public int V => 0;
    public StatsShape Stats => new(view.Standing);
    public int DisplayOrder => -299;
    public UserSettings Settings => new(user);
    public SystemShape System => SystemShape.Silent;
    public DateTimeOffset CreatedAt => user.CreatedAt;
    public DateTimeOffset UpdatedAt => user.UpdatedAt;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public string? Token => token;
    public DateTimeOffset? LastLoggedIn => view.LastLoggedIn;
    public bool NeedsEmailVerification => false;
    public bool HasAcceptedConsoleTermsOfUse => true;
    public IReadOnlyList<string> Following => [];
    public IReadOnlyList<string> Categories => [];
    public FacilityProviderShape CloudProviderDetails => FacilityProviderShape.Instance;
    public string? OverviewImage => null;
    public string? BusinessRegistrationNumber => null;
    public bool IsCloudProvider => false;
    public int? SignedCompanyRefId => null;
    public bool SignedCompanyVerified => false;
    public string? AccountManagerEmail => null;
    public string? AccountManagerId => null;

    /// <summary>What the user does at work; only once it is set, as no sample shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role => user.Role;

    /// <summary>The user's firm; only once something of it is set, as no sample shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProfileShape? Company => user.Profile.IsBlank() ? null : new(user.Profile);
}

/// <summary>A company of the person who asks (OpenAPI 1.0.0, GET /api/auth/token).</summary>
internal sealed class CompanyOfUser(Company company, Standing standing, PortCounts ports)
{
    public string Id => company.Id;
    public string Username => company.Username;
    public string? OfficeAddress => null;
    public SystemShape System => SystemShape.Silent;
    public CompanyOfUserProfile Company => new(company);
    public CloudProviderShape CloudProviderDetails => new(company);
    public StatsShape Stats => new(standing);
    public string? OverviewImage => company.OverviewImageId;
    public string? AccountManagerEmail => null;
    public string? AccountManagerId => null;
    public DateTimeOffset CreatedAt => company.CreatedAt;
    public DateTimeOffset UpdatedAt => company.UpdatedAt;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public bool Verified => company.Verified;
    public IReadOnlyList<string> Tags => company.Tags;
    public string Status => "ACTIVE";
    public int DisplayOrder => 0;
    public IReadOnlyList<string> Groups => [];
    public string? Location => null;
    public string? Summary => company.Summary;
    public string? Headline => company.Headline;
    public string? Background => company.BackgroundId;
    public string? AvatarId => company.AvatarId;
    public string Name => company.Name;
    public string Type => "COMPANY";
    public string? OldAvatarId => null;
    public bool VerifiedIdentity => company.VerifiedIdentity;
    public string DefaultPaymentType => "invoice";
    public int PortsPending => ports.Pending;
    public int PortsActive => ports.Active;
    public int PortsDisabled => ports.Disabled;
    public IReadOnlyList<string> Categories => company.Categories;
    public bool IsCloudProvider => company.Cloud is not null;
    public int? SignedCompanyRefId => company.SignedCompanyRefId;
    public bool SignedCompanyVerified => company.SignedCompanyRefId is not null;
    public string? BusinessRegistrationNumber => company.BusinessRegistrationNumber;
    public IReadOnlyList<string> Companies => [];
    public bool Online => false;
    public bool IsFollowing => false;
    public bool IsFollowee => false;
    public EmptyShape LinkUserCompany => EmptyShape.Instance;
}

/// <summary>What a person sees of a company of theirs.</summary>
internal sealed class CompanyOfUserProfile(Company company)
{
    public PrivacyShape Privacy => new(company.Profile);
    public string? Industry => company.Profile.Industry;
    public string? PartnerType => null;
    public string? CompanySize => company.Profile.CompanySize;
    public string? DateFounded => company.Profile.DateFounded;
    public string? BusinessRegistrationCertRejectedReason => null;
    public string? ClientId => company.Profile.ClientId;
    public string? First => company.Profile.First;
    public string? Last => company.Profile.Last;
    public string? Address => company.Profile.Address;
    public string? City => company.Profile.City;
    public string? State => company.Profile.State;
    public string? Zip => company.Profile.Zip;
    public string? Phone => company.Profile.Phone;
    public string? Fax => company.Profile.Fax;
    public IReadOnlyList<string> EmailDomains => company.EmailDomains;
    public string? Website => company.Profile.Website;
    public string? BusinessType => company.Profile.BusinessType;
    public string? RegisteredName => company.RegisteredName;
    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];
    public string BusinessRegistrationCertVerified => "UNVERIFIED";
    public IReadOnlyList<string> RegionalInternetRegistry => company.Profile.RegionalInternetRegistries;
    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
    public bool IsIoTDemoCompany => false;
    public string? BusinessRegistrationCertReference => null;
    public DateTimeOffset? BusinessRegistrationCertUploadedAt => null;
    public bool IsSDWAN => false;
}

/// <summary>How many ports a company has, by what can be done with them.</summary>
internal readonly record struct PortCounts(int Pending, int Active, int Disabled);
