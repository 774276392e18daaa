namespace BareKestrel;

/// <summary>The company in a port.</summary>
internal sealed record OwnerOfPort
{
    public string? Id { get; init; }
    public string? Type { get; init; }
    public bool IsSupport { get; init; }
    public string? Name { get; init; }
    public string? Avatar { get; init; }
    public string? AvatarId { get; init; }
    public string? Background { get; init; }
    public string? Headline { get; init; }
    public string? Summary { get; init; }
    public string? Location { get; init; }
    public string? Username { get; init; }
    public string? Social { get; init; }
    public string? Phone { get; init; }
    public string? IsSynced { get; init; }
    public string[]? Groups { get; init; }
    public string? Status { get; init; }
    public string[]? Tags { get; init; }
    public bool Verified { get; init; }
    public Stats? Stats { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public bool Deleted { get; init; }
    public string? DeletedAt { get; init; }
    public string[]? Companies { get; init; }
    public OwnerDetails? Company { get; init; }
    public bool Online { get; init; }
    public string? OfficeAddress { get; init; }
    public Welcome? System { get; init; }
    public OwnerCloud? CloudProviderDetails { get; init; }
    public string? AccountManagerEmail { get; init; }
    public string? AccountManagerId { get; init; }
    public long DisplayOrder { get; init; }
    public External[]? External { get; init; }
    public string? OldAvatarId { get; init; }
    public bool VerifiedIdentity { get; init; }
    public long PortsActive { get; init; }
    public string[]? Categories { get; init; }
    public string? OverviewImage { get; init; }
    public bool IsCloudProvider { get; init; }
    public long? SignedCompanyRefId { get; init; }
    public bool SignedCompanyVerified { get; init; }
    public string? BillingAccount { get; init; }
    public string? BusinessRegistrationNumber { get; init; }
    public string[]? SelectiveQinQTunnelProvider { get; init; }
}

internal sealed record OwnerDetails
{
    public string? Website { get; init; }
    public string[]? EmailDomains { get; init; }
    public string? Industry { get; init; }
    public string? BusinessType { get; init; }
    public string? CompanySize { get; init; }
    public string? DateFounded { get; init; }
    public Dictionary<string, string>? Markets { get; init; }
    public string? RegionalInternetRegistry { get; init; }
    public string? ClientId { get; init; }
    public string? First { get; init; }
    public string? Last { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Zip { get; init; }
    public PostalAddress[]? Addresses { get; init; }
    public string? Phone { get; init; }
    public string? Fax { get; init; }
    public string? Email { get; init; }
    public string? Country { get; init; }
    public string? RegisteredName { get; init; }
    public string? PartnerType { get; init; }
    public bool IsIoTDemoCompany { get; init; }
}

internal sealed record OwnerCloud
{
    public OwnerCloudAsn? Asn { get; init; }
    public string? CloudType { get; init; }
    public string? CompanyType { get; init; }
    public string? BgpAuthority { get; init; }
}

internal sealed record OwnerCloudAsn
{
    public long[]? Range { get; init; }
}

internal sealed record External
{
    public string? Id { get; init; }
    public string? Type { get; init; }
    public string? Status { get; init; }
}

/// <summary>The data center facility in a port.</summary>
internal sealed record FacilityOfPort
{
    public string? Id { get; init; }
    public string? Type { get; init; }
    public bool IsSupport { get; init; }
    public string? Name { get; init; }
    public string? Avatar { get; init; }
    public string? AvatarId { get; init; }
    public string? Background { get; init; }
    public string? Headline { get; init; }
    public string? Location { get; init; }
    public string? Username { get; init; }
    public string? Social { get; init; }
    public string? Phone { get; init; }
    public string? IsSynced { get; init; }
    public string? Status { get; init; }
    public string[]? Tags { get; init; }
    public bool Verified { get; init; }
    public Stats? Stats { get; init; }
    public string? UpdatedAt { get; init; }
    public string? CreatedAt { get; init; }
    public bool Deleted { get; init; }
    public string? DeletedAt { get; init; }
    public string? Summary { get; init; }
    public string[]? Groups { get; init; }
    public string[]? Companies { get; init; }
    public FacilityDetails? Company { get; init; }
    public FacilityTechnique? DataCenterFacility { get; init; }
    public bool Online { get; init; }
    public Welcome? System { get; init; }
    public FacilityCloud? CloudProviderDetails { get; init; }
    public string? OverviewImage { get; init; }
    public string? BusinessRegistrationNumber { get; init; }
    public string? SignedCompanyRefId { get; init; }
    public string? AccountManagerEmail { get; init; }
    public string? AccountManagerId { get; init; }
    public long DisplayOrder { get; init; }
    public string[]? PopIds { get; init; }
    public string? CostbookLocationId { get; init; }
    public CostbookLocation? CostbookLocation { get; init; }
    public bool VerifiedIdentity { get; init; }
    public string[]? Provider { get; init; }
    public bool DestinationPortOnly { get; init; }
    public string[]? Categories { get; init; }
    public string? Nnis { get; init; }
    public bool IsCloudProvider { get; init; }
    public string? L3CostbookLocationId { get; init; }
    public string? BundleCrossConnectChargeId { get; init; }
    public bool SignedCompanyVerified { get; init; }
    public string[]? SelectiveQinQTunnelProvider { get; init; }
}

internal sealed record FacilityDetails
{
    public string? Website { get; init; }
    public string[]? EmailDomains { get; init; }
    public string? Industry { get; init; }
    public string? BusinessType { get; init; }
    public string? CompanySize { get; init; }
    public string? DateFounded { get; init; }
    public Dictionary<string, string>? Markets { get; init; }
    public string[]? RegionalInternetRegistry { get; init; }
    public string? ClientId { get; init; }
    public string? First { get; init; }
    public string? Last { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Zip { get; init; }
    public PostalAddress[]? Addresses { get; init; }
    public string? Phone { get; init; }
    public string? Fax { get; init; }
    public string? Email { get; init; }
    public string? Country { get; init; }
    public Privacy? Privacy { get; init; }
    public string? PartnerType { get; init; }
    public string? RegisteredName { get; init; }
    public string? BusinessRegistrationCertReference { get; init; }
    public string? BusinessRegistrationCertUploadedAt { get; init; }
    public string? BusinessRegistrationCertRejectedReason { get; init; }
    public string? BusinessRegistrationCertVerified { get; init; }
    public string? BusinessDevelopmentManagerTypePreference { get; init; }
    public bool IsIoTDemoCompany { get; init; }
}

internal sealed record FacilityTechnique
{
    public string[]? AirportCodes { get; init; }
    public Speed[]? Speeds { get; init; }
    public string? MetroId { get; init; }
    public bool Ready { get; init; }
    public string? Id { get; init; }
    public bool NniReady { get; init; }
    public string? BrandId { get; init; }
    public bool CanBundleCrossConnect { get; init; }
}

internal sealed record FacilityCloud
{
    public FacilityCloudAsn? Asn { get; init; }
    public string? BgpAuthority { get; init; }
    public string? CompanyType { get; init; }
}

internal sealed record FacilityCloudAsn
{
    public string[]? Range { get; init; }
}

internal sealed record CostbookLocation
{
    public string? Name { get; init; }
    public string? Id { get; init; }
    public string? DeletedAt { get; init; }
    public string? CreatedAt { get; init; }
    public string? UpdatedAt { get; init; }
    public string[]? Tags { get; init; }
    public string[]? GatewayIds { get; init; }
    public string[]? RegionIds { get; init; }
    public RegionOfLocation[]? Regions { get; init; }
    public string[]? Gateways { get; init; }
}

internal sealed record RegionOfLocation
{
    public string? Name { get; init; }
    public string? Id { get; init; }
    public string? DeletedAt { get; init; }
    public string? CreatedAt { get; init; }
    public string? UpdatedAt { get; init; }
    public bool Deleted { get; init; }
    public double PriceMultiplier { get; init; }
    public string? InsightRegion { get; init; }
}

internal sealed record Privacy
{
    public PrivacyMode? Network { get; init; }
    public PrivacyMode? Community { get; init; }
}

internal sealed record PrivacyMode
{
    public string? Mode { get; init; }
    public string[]? WhiteListIds { get; init; }
    public string[]? BlackListIds { get; init; }
}

internal sealed record PostalAddress
{
    public bool Primary { get; init; }
    public bool Registered { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Zip { get; init; }
    public string? Country { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public Geo? Geo { get; init; }
}

internal sealed record Geo
{
    public string? Type { get; init; }
    public double[]? Coordinates { get; init; }
}

internal sealed record Stats
{
    public long Members { get; init; }
    public long Interconnections { get; init; }
    public long Followers { get; init; }
    public long Following { get; init; }
    public long PrivateArticles { get; init; }
    public long PrivateEvents { get; init; }
    public long PrivatePosts { get; init; }
    public long Articles { get; init; }
    public long Events { get; init; }
    public long Posts { get; init; }
}

internal sealed record Welcome
{
    public bool? WelcomeMessage { get; init; }
}
