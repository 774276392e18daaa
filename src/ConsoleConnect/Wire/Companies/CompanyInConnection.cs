using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Staging;

namespace Emulator.Wire.Companies;

/// <summary>
/// A party of a connection read alone (000:5664). What follows online is of captured answers and of OpenAPI 1.0.0.
/// </summary>
internal sealed class CompanyInConnection(Company company, Standing standing, IReadOnlyList<Metro> metros)
{
    public DateTimeOffset CreatedAt => company.CreatedAt;
    public DateTimeOffset UpdatedAt => company.UpdatedAt;
    public string Username => company.Username;

    [JsonPropertyName("__v")]
    public int V => 0;
    public StatsShape Stats => new(standing);
    public CompanyInConnectionProfile Company => new(company);
    public SystemShape System => SystemShape.Silent;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public bool Verified => company.Verified;
    public IReadOnlyList<string> Tags => company.Tags;
    public string Status => "ACTIVE";
    public CapabilitiesShape Capabilities => new(metros);
    public int DisplayOrder => -299;
    public string? Phone => null;
    public IReadOnlyList<string> Groups => [];
    public string? Location => null;
    public string? Summary => company.Summary;
    public string? Headline => company.Headline;
    public string? Background => company.BackgroundId;
    public string? AvatarId => company.AvatarId;
    public string? Avatar => null;
    public string Name => company.Name;
    public bool IsSupport => false;
    public string Type => "COMPANY";
    public IReadOnlyList<string> Companies => [];
    public string Id => company.Id;
    public bool Online => false;
    public IReadOnlyList<string> PopIds => [];
    public string? OfficeAddress => null;
    public bool OptIntoMarketingEmail => false;
    public string? LegalEntityId => null;

    /// <summary>Which cloud partner it is; only where it is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DirectConnectPartnerShape? DirectConnectPartner => company.IsCloudProvider ? new(company) : null;
}

/// <summary>Which cloud partner a company is.</summary>
internal sealed class DirectConnectPartnerShape(Company company)
{
    public string Type => Spelling.Of(company.Partner);
    public bool Verified => company.Verified;
}

/// <summary>What a connection read alone says about a party.</summary>
internal sealed class CompanyInConnectionProfile(Company company)
{
    public IReadOnlyList<string> ParentIds => [];
    public string? Fax => company.Profile.Fax;
    public string? Phone => company.Profile.Phone;
    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];
    public string? Zip => company.Profile.Zip;
    public string? State => company.Profile.State;
    public string? City => company.Profile.City;
    public string? Address => company.Profile.Address;
    public string? Last => company.Profile.Last;
    public string? First => company.Profile.First;
    public string? ClientId => company.Profile.ClientId;
    public IReadOnlyList<string> RegionalInternetRegistry => company.Profile.RegionalInternetRegistries;
    public string? DateFounded => company.Profile.DateFounded;
    public string? CompanySize => company.Profile.CompanySize;
    public string? BusinessType => company.Profile.BusinessType;
    public string? Industry => company.Profile.Industry;
    public string? Website => company.Profile.Website;
    public IReadOnlyList<string>? EmailDomains => company.EmailDomains.Count > 0 ? company.EmailDomains : null;
    public PrivacyShape Privacy => new(company.Profile);
    public string? RegisteredName => company.RegisteredName;

    /// <summary>Verified with the company; the word for one that isn't is assumed.</summary>
    public string BusinessRegistrationCertVerified => company.Verified ? "VERIFIED" : "UNVERIFIED";
    public string? BusinessRegistrationCertRejectedReason => null;
    public DateTimeOffset? BusinessRegistrationCertUploadedAt => null;
    public string? BusinessRegistrationCertReference => null;
}
