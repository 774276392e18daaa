using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;

namespace Emulator.Wire.Companies;

/// <summary>
/// A company among those a user asks to join (000:2094), and wherever a company is read or updated as the kind of user
/// that it is (000:1408).
/// </summary>
internal sealed class CompanyAsUser(Company company, Standing standing)
{
    public string Id => company.Id;
    public string Name => company.Name;
    public string Username => company.Username;
    public string Type => "COMPANY";
    public string? Summary => company.Summary;
    public string? Headline => company.Headline;
    public string? Background => company.BackgroundId;
    public string? AvatarId => company.AvatarId;
    public string? Avatar => company.Avatar;
    public string? LegalEntityId => null;
    public string? Location => company.Location;
    public bool IsSupport => false;
    public bool OptIntoMarketingEmail => false;
    public IReadOnlyList<string> Groups => [];
    public string? Phone => company.Phone;
    public IReadOnlyList<string> PopIds => [];
    public int DisplayOrder => -299;
    public DateTimeOffset CreatedAt => company.CreatedAt;
    public DateTimeOffset UpdatedAt => company.UpdatedAt;

    [JsonPropertyName("__v")]
    public int V => 0;
    public StatsShape Stats => new(standing);
    public CompanyAsUserProfile Company => new(company);
    public SystemShape System => SystemShape.Silent;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public bool Verified => company.Verified;
    public bool VerifiedIdentity => company.VerifiedIdentity;
    public IReadOnlyList<string> Tags => company.Tags;
    public string Status => "ACTIVE";
    public CapabilitiesShape Capabilities => new([]);
    public IReadOnlyList<string> Companies => [];
    public bool Online => false;
    public EmptyShape LinkUserCompany => EmptyShape.Instance;
}

/// <summary>What such a company says about itself (000:2130).</summary>
internal sealed class CompanyAsUserProfile(Company company)
{
    public string? Fax => company.Profile.Fax;
    public string? Phone => company.Profile.Phone;
    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];
    public string? Zip => company.Profile.Zip;
    public string? State => company.Profile.State;
    public string? City => company.Profile.City;
    public string? Address => company.Profile.Address;
    public string? BusinessRegistrationCertReference => null;
    public string? BusinessRegistrationCertRejectedReason => null;
    public DateTimeOffset? BusinessRegistrationCertUploadedAt => null;
    public string BusinessRegistrationCertVerified => "UNVERIFIED";
    public string? Last => company.Profile.Last;
    public string? First => company.Profile.First;
    public string? ClientId => company.Profile.ClientId;
    public PrivacyShape Privacy => new(company.Profile);
    public IReadOnlyList<string> RegionalInternetRegistry => company.Profile.RegionalInternetRegistries;
    public string? RegisteredName => company.RegisteredName;
    public string? DateFounded => company.Profile.DateFounded;
    public string? CompanySize => company.Profile.CompanySize;
    public string? BusinessType => company.Profile.BusinessType;
    public string? Industry => company.Profile.Industry;
    public bool IsSDWAN => false;
    public string? Website => company.Profile.Website;
    public IReadOnlyList<string> EmailDomains => company.EmailDomains;
    public IReadOnlyList<string> ParentIds => [];

    /// <summary>Only once it is set, as no sample shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Markets => company.Profile.Markets;

    /// <summary>Only once it is set, as no sample shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email => company.Profile.Email;
}
