using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Wire.Companies;

namespace Emulator.Wire.Places;

/// <summary>A facility as the newer route lists it (001:962).</summary>
internal sealed class FacilityDocument(DataCenterFacility facility)
{
    public FacilityDocumentProfile Company => new(facility);
    public string Username => facility.Username;
    public string Name => facility.Name;
    public IReadOnlyList<string> Tags => facility.Tags;
    public FacilityFacts DataCenterFacility => new(facility);
    public StatsShape Stats => new(new Standing(0, facility.Followers, 0));
    public IReadOnlyList<string> Provider => facility.Providers;
    public IReadOnlyList<string> SelectiveQinQTunnelProvider => [];
    public string? ExternalId => null;
    public bool DestinationPortOnly => facility.DestinationPortOnly;
    public bool Verified => true;
    public IReadOnlyList<string>? Nnis => null;
    public string CostbookLocationId => facility.CostbookLocationId;
    public string Id => facility.Id;
    public string? BundleCrossConnectChargeId => facility.BundleCrossConnectChargeId;
    public DateTimeOffset? DeletedAt => null;
    public DateTimeOffset CreatedAt => facility.CreatedAt;
    public DateTimeOffset UpdatedAt => facility.UpdatedAt;
}

/// <summary>The facility as a company.</summary>
internal sealed class FacilityDocumentProfile(DataCenterFacility facility)
{
    public PrivacyShape Privacy => PrivacyShape.Public;

    public IReadOnlyList<AddressWithTextGeoShape> Addresses =>
        [.. facility.Addresses.Select(address => new AddressWithTextGeoShape(address))];

    public IReadOnlyList<string> ParentIds => [];
    public IReadOnlyList<string> RegionalInternetRegistry => [];
    public string BusinessRegistrationCertVerified => "UNVERIFIED";
    public string? Website => facility.Website;
    public IReadOnlyList<string> EmailDomains => [];
    public string Industry => facility.Industry ?? "";
    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
    public bool IsIoTDemoCompany => false;
}
