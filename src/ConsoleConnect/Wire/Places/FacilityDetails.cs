using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Wire.Companies;

namespace Emulator.Wire.Places;

/// <summary>
/// A facility read alone and found (OpenAPI 1.0.0 and 1.59.2): as the list has it, and in a search with what the
/// company sells there.
/// </summary>
/// <param name="facility">The facility.</param>
/// <param name="isFollowing">Of one that is found: whether who asks follows it; null of one that is read alone.</param>
internal sealed class FacilityDetails(DataCenterFacility facility, bool? isFollowing)
{
    public FacilityDetailsProfile Company => new(facility);
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

    /// <summary>What is offered there on the marketplace: nothing, since no marketplace is emulated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OpenObject>? Products => isFollowing is null ? null : [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsFollowing => isFollowing;
}

/// <summary>The facility as a company.</summary>
internal sealed class FacilityDetailsProfile(DataCenterFacility facility)
{
    public PrivacyShape Privacy => PrivacyShape.Public;

    public IReadOnlyList<FacilityAddressShape> Addresses =>
        [.. facility.Addresses.Select(address => new FacilityAddressShape(address))];

    public IReadOnlyList<string> ParentIds => [];
    public IReadOnlyList<string> RegionalInternetRegistry => [];
    public string BusinessRegistrationCertVerified => "UNVERIFIED";
    public string? Website => facility.Website;
    public IReadOnlyList<string> EmailDomains => [];
    public string Industry => facility.Industry ?? "";
    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
    public bool IsIoTDemoCompany => false;
}

/// <summary>
/// An address as the editions of one operation have it: the samples' <c>street</c> beside the schema's <c>address</c>.
/// </summary>
internal sealed class FacilityAddressShape(Address address)
{
    public bool Primary => address.Primary;
    public bool Registered => address.Registered;

    [JsonPropertyName("address")]
    public string? Line => address.Line;
    public string? Street => address.Line;
    public string? City => address.City;
    public string? State => address.State;
    public string? Zip => address.Zip;
    public string? Country => address.Country;
    public string? Email => address.Email;
    public string? Phone => address.Phone;
    public TextGeoShape Geo => new(address);
}
