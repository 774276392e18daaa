using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Wire.Companies;

namespace Emulator.Wire.Places;

/// <summary>The facility of a port in a list: what 000:3910 and 001:252 say together.</summary>
internal sealed class FacilityInPortList(DataCenterFacility facility, IReadOnlyList<Region> regions)
{
    public string Id => facility.Id;
    public string Type => "DATA_CENTER_FACILITY";
    public bool IsSupport => false;
    public string Name => facility.Name;
    public string? Avatar => null;
    public string? AvatarId => null;
    public string? Background => null;
    public string? Headline => null;
    public string? Location => null;
    public string Username => facility.Username;

    /// <summary>Always null: the documents print nothing else.</summary>
    public OpenObject? Social => null;
    public string? Phone => null;
    public bool? IsSynced => null;
    public string Status => "ACTIVE";
    public IReadOnlyList<string> Tags => facility.Tags;
    public bool Verified => true;
    public StatsShape Stats => new(new Standing(0, facility.Followers, 0));
    public DateTimeOffset UpdatedAt => facility.UpdatedAt;
    public DateTimeOffset CreatedAt => facility.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset DeletedAt => DateTimeOffset.UnixEpoch;
    public string Summary => "";
    public IReadOnlyList<string> Groups => [];
    public IReadOnlyList<string> Companies => [];
    public FacilityInPortListProfile Company => new(facility);
    public FacilityFacts DataCenterFacility => new(facility);
    public bool Online => false;
    public SystemShape System => SystemShape.Silent;
    public FacilityProviderShape CloudProviderDetails => FacilityProviderShape.Instance;
    public string? OverviewImage => null;
    public string? BusinessRegistrationNumber => null;
    public int? SignedCompanyRefId => null;
    public string? AccountManagerEmail => null;
    public string? AccountManagerId => null;
    public int DisplayOrder => -299;
    public IReadOnlyList<string> PopIds => facility.PopIds;
    public string CostbookLocationId => facility.CostbookLocationId;
    public CostbookLocationShape CostbookLocation => new(facility, regions);
    public bool VerifiedIdentity => false;
    public IReadOnlyList<string> Provider => facility.Providers;
    public bool DestinationPortOnly => facility.DestinationPortOnly;
    public IReadOnlyList<string> Categories => [];
    public IReadOnlyList<string>? Nnis => null;
    public bool IsCloudProvider => false;
    public string? L3CostbookLocationId => facility.L3CostbookLocationId;
    public string? BundleCrossConnectChargeId => facility.BundleCrossConnectChargeId;
    public bool SignedCompanyVerified => false;
    public IReadOnlyList<string> SelectiveQinQTunnelProvider => [];
}

/// <summary>What a list of ports says about a facility as a company.</summary>
internal sealed class FacilityInPortListProfile(DataCenterFacility facility)
{
    public string? Website => facility.Website;
    public IReadOnlyList<string> EmailDomains => [];
    public string? Industry => facility.Industry;
    public string? BusinessType => null;
    public string? CompanySize => null;
    public string? DateFounded => null;
    public EmptyShape Markets => EmptyShape.Instance;
    public IReadOnlyList<string> RegionalInternetRegistry => [];
    public string? ClientId => null;
    public string? First => null;
    public string? Last => null;
    public string? Address => null;
    public string? City => null;
    public string? State => null;
    public string? Zip => null;

    public IReadOnlyList<AddressShape> Addresses =>
        [.. facility.Addresses.Select(address => new AddressShape(address))];

    public string? Phone => null;
    public string? Fax => null;
    public string? Email => null;
    public string? Country => null;
    public PrivacyShape Privacy => PrivacyShape.Public;
    public string? PartnerType => null;
    public string? RegisteredName => null;
    public string? BusinessRegistrationCertReference => null;
    public DateTimeOffset? BusinessRegistrationCertUploadedAt => null;
    public string? BusinessRegistrationCertRejectedReason => null;
    public string BusinessRegistrationCertVerified => "UNVERIFIED";
    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
    public bool IsIoTDemoCompany => false;
}

/// <summary>What newer payloads say about a facility as one (001:315, 001:1008).</summary>
internal sealed class FacilityFacts(DataCenterFacility facility)
{
    public IReadOnlyList<string> AirportCodes => facility.AirportCodes;
    public IReadOnlyList<SpeedShape> Speeds => [.. facility.Speeds.Select(speed => new SpeedShape(speed))];
    public string MetroId => facility.MetroId;
    public bool Ready => facility.Ready;
    public string Id => facility.LocationId;
    public bool NniReady => facility.NniReady;
    public string? BrandId => facility.BrandId;
    public bool CanBundleCrossConnect => facility.CanBundleCrossConnect;
}

/// <summary>A facility is no cloud provider, and says so at length (001:325).</summary>
internal sealed class FacilityProviderShape
{
    public static readonly FacilityProviderShape Instance = new();

    public AsnRangeShape Asn => AsnRangeShape.None;
    public string BgpAuthority => "PCCWGLOBAL";
    public string CompanyType => "DCP";
}

/// <summary>Where prices place a facility (001:373).</summary>
internal sealed class CostbookLocationShape(DataCenterFacility facility, IReadOnlyList<Region> regions)
{
    public string Name => facility.CostbookLocationName;
    public string Id => facility.CostbookLocationId;
    public DateTimeOffset? DeletedAt => null;
    public DateTimeOffset CreatedAt => facility.CreatedAt;
    public DateTimeOffset UpdatedAt => facility.UpdatedAt;
    public IReadOnlyList<string> Tags => ["generated"];
    public IReadOnlyList<string> GatewayIds => [];
    public IReadOnlyList<string> RegionIds => [.. regions.Select(region => region.Id)];
    public IReadOnlyList<RegionShape> Regions => [.. regions.Select(region => new RegionShape(region))];
    public IReadOnlyList<string> Gateways => [];
}

/// <summary>A region (001:386).</summary>
internal sealed class RegionShape(Region region)
{
    public string Name => region.Name;
    public string Id => region.Id;
    public DateTimeOffset? DeletedAt => null;
    public DateTimeOffset CreatedAt => region.CreatedAt;
    public DateTimeOffset UpdatedAt => region.UpdatedAt;
    public bool Deleted => false;
    public double PriceMultiplier => region.PriceMultiplier;
    public string? InsightRegion => region.InsightRegion;
}
