using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Places;

namespace Emulator.Wire.Companies;

/// <summary>The company of a port order (000:2680, with what OpenAPI 1.0.0 and 1.59.2 add to it).</summary>
internal sealed class CompanyInOrder(
    Company company,
    Standing standing,
    IReadOnlyList<Metro> metros,
    int portsActive)
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
    public StatsShape Stats => new(standing);
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
    public string? OfficeAddress => null;
    public CloudProviderShape CloudProviderDetails => new(company);
    public string? Country => null;
    public string? AccountManagerEmail => null;
    public string? AccountManagerId => null;
    public IReadOnlyList<ExternalShape> External => ExternalShape.Sdwan;
    public string? OldAvatarId => company.AvatarId;
    public int PortsActive => portsActive;
    public IReadOnlyList<string> Categories => company.Categories;
    public bool IsCloudProvider => company.IsCloudProvider;
    public int? SignedCompanyRefId => company.SignedCompanyRefId;
    public bool SignedCompanyVerified => company.SignedCompanyRefId is not null;
    public string? BillingAccount => company.BillingAccount;
    public string? BusinessRegistrationNumber => company.BusinessRegistrationNumber;
    public IReadOnlyList<string> SelectiveQinQTunnelProvider => [];
    public bool IsPublicL2Provider => false;
}

/// <summary>What an order says about a company.</summary>
internal sealed class CompanyInOrderProfile(Company company)
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
    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
    public string? PartnerType => null;
    public bool IsIoTDemoCompany => false;
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
