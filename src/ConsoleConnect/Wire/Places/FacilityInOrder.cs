using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Wire.Companies;

namespace Emulator.Wire.Places;

/// <summary>The facility of a port order, whole (OpenAPI 1.59.2, PUT and GET port orders).</summary>
internal sealed class FacilityInOrder(DataCenterFacility facility, IReadOnlyList<Region> regions)
{
    public SystemShape System => SystemShape.Silent;
    public FacilityInOrderProfile Company => new(facility);
    public FacilityFacts DataCenterFacility => new(facility);
    public FacilityProviderShape CloudProviderDetails => FacilityProviderShape.Instance;
    public StatsShape Stats => new(new Standing(0, facility.Followers, 0));
    public string? OverviewImage => null;
    public string? Country => null;
    public string? BusinessRegistrationNumber => null;
    public bool IsPublicL2Provider => false;
    public int? SignedCompanyRefId => null;
    public string? AccountManagerEmail => null;
    public string? AccountManagerId => null;
    public DateTimeOffset CreatedAt => facility.CreatedAt;
    public DateTimeOffset UpdatedAt => facility.UpdatedAt;
    public string Username => facility.Username;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public bool Verified => true;
    public IReadOnlyList<string> Tags => facility.Tags;
    public string Status => "ACTIVE";
    public int DisplayOrder => -299;
    public IReadOnlyList<string> Groups => [];
    public string? Location => null;
    public string Summary => "";
    public string? Headline => null;
    public string? Background => null;
    public string? AvatarId => null;
    public string Name => facility.Name;
    public string Type => "DATA_CENTER_FACILITY";
    public IReadOnlyList<string> PopIds => facility.PopIds;
    public string CostbookLocationId => facility.CostbookLocationId;
    public CostbookLocationShape CostbookLocation => new(facility, regions);
    public IReadOnlyList<string> Provider => facility.Providers;
    public bool VerifiedIdentity => false;
    public bool DestinationPortOnly => facility.DestinationPortOnly;
    public IReadOnlyList<string> Categories => [];
    public IReadOnlyList<string>? Nnis => null;
    public bool IsCloudProvider => false;
    public string? L3CostbookLocationId => facility.L3CostbookLocationId;
    public string? BundleCrossConnectChargeId => facility.BundleCrossConnectChargeId;
    public IReadOnlyList<string> SelectiveQinQTunnelProvider => [];
    public bool SignedCompanyVerified => false;
    public IReadOnlyList<string> Companies => [];
    public string Id => facility.Id;
    public bool Online => false;
}

/// <summary>What an order says about its facility as a company; coordinates are text, as on the newer routes.</summary>
internal sealed class FacilityInOrderProfile(DataCenterFacility facility)
{
    public PrivacyShape Privacy => PrivacyShape.Public;
    public string? Industry => facility.Industry;
    public string? BusinessType => null;
    public string? PartnerType => null;
    public string? CompanySize => null;
    public string? DateFounded => null;
    public string? RegisteredName => null;
    public string? BusinessRegistrationCertReference => null;
    public DateTimeOffset? BusinessRegistrationCertUploadedAt => null;
    public string? BusinessRegistrationCertRejectedReason => null;
    public string? ClientId => null;
    public string? First => null;
    public string? Last => null;
    public string? Address => null;
    public string? City => null;
    public string? State => null;
    public string? Zip => null;
    public string? Phone => null;
    public string? Fax => null;

    public IReadOnlyList<AddressWithTextGeoShape> Addresses =>
        [.. facility.Addresses.Select(address => new AddressWithTextGeoShape(address))];

    public IReadOnlyList<string> RegionalInternetRegistry => [];
    public string BusinessRegistrationCertVerified => "UNVERIFIED";
    public string? Website => facility.Website;
    public IReadOnlyList<string> EmailDomains => [];
    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
    public bool IsIoTDemoCompany => false;
}
