using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.Places;

namespace Emulator.Wire.Companies;

/// <summary>The company of a port order (000:2680, with what OpenAPI 1.0.0 adds to it).</summary>
internal sealed class CompanyInOrder(Company company, int members, IReadOnlyList<Metro> metros)
{
    public string Id => company.Id;

    public string Name => company.Name;

    public string Username => company.Username;

    public string Type => "COMPANY";

    public string? Summary => company.Summary;

    public string? Headline => company.Headline;

    public string? Background => company.BackgroundId;

    public string? AvatarId => company.AvatarId;

    public string? Avatar => null;

    public string? LegalEntityId => null;

    public string? Location => null;

    public bool IsSupport => false;

    public bool OptIntoMarketingEmail => false;

    public IReadOnlyList<string> Groups => [];

    public string? Phone => null;

    public IReadOnlyList<string> PopIds => [];

    public int DisplayOrder => -299;

    public DateTimeOffset CreatedAt => company.CreatedAt;

    public DateTimeOffset UpdatedAt => company.UpdatedAt;

    [JsonPropertyName("__v")]
    public int V => 0;

    public StatsShape Stats => new(members);

    public CompanyInOrderProfile Company => new(company);

    public SystemShape System => SystemShape.Silent;

    public DateTimeOffset? DeletedAt => null;

    public bool Deleted => false;

    public bool Verified => company.Verified;

    public bool VerifiedIdentity => company.VerifiedIdentity;

    public IReadOnlyList<string> Tags => company.Tags;

    public string Status => "ACTIVE";

    public CapabilitiesShape Capabilities => new(metros);

    public IReadOnlyList<string> Companies => [];

    public bool Online => false;

    public EmptyShape LinkUserCompany => EmptyShape.Instance;

    public string? DefaultPaymentType => null;

    public string? OverviewImage => company.OverviewImageId;
}

/// <summary>What an order tells of a company.</summary>
internal sealed class CompanyInOrderProfile(Company company)
{
    public string? Fax => null;

    public string? Phone => null;

    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];

    public string? Zip => null;

    public string? State => null;

    public string? City => null;

    public string? Address => null;

    public string? BusinessRegistrationCertReference => null;

    public string? BusinessRegistrationCertRejectedReason => null;

    public DateTimeOffset? BusinessRegistrationCertUploadedAt => null;

    public string BusinessRegistrationCertVerified => "UNVERIFIED";

    public string? Last => null;

    public string? First => null;

    public string? ClientId => null;

    public PrivacyShape Privacy => PrivacyShape.Public;

    public IReadOnlyList<string> RegionalInternetRegistry => [];

    public string? RegisteredName => company.RegisteredName;

    public string? DateFounded => null;

    public string? CompanySize => null;

    public string? BusinessType => company.BusinessType;

    public string? Industry => company.Industry;

    public bool IsSDWAN => false;

    public string? Website => company.Website;

    public IReadOnlyList<string> EmailDomains => company.EmailDomains;

    public IReadOnlyList<string> ParentIds => [];

    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
}

/// <summary>Where a company has ports.</summary>
/// <param name="metros">The metros it has ports in.</param>
internal sealed class CapabilitiesShape(IReadOnlyList<Metro> metros)
{
    public IReadOnlyList<string> Layer3Regions => [];

    public IReadOnlyList<string> Layer2Regions => [.. metros.SelectMany(metro => metro.RegionIds).Distinct()];

    public IReadOnlyList<string> Layer3Metros => [];

    public IReadOnlyList<string> Layer2Metros => [.. metros.Select(metro => metro.Id)];

    public bool Layer3 => false;

    public bool Layer2 => metros.Count > 0;
}
