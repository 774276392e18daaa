using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Wire.Companies;

namespace Emulator.Wire.Places;

/// <summary>The facility of a port read alone (000:4188).</summary>
internal sealed class FacilityInPort(DataCenterFacility facility)
{
    public string Id => facility.Id;
    public string Type => "DATA_CENTER_FACILITY";
    public bool IsSupport => false;
    public string Name => facility.Name;
    public string? Avatar => null;
    public string? AvatarId => null;
    public string? Background => null;
    public string? Headline => null;
    public string? Summary => null;
    public string? Location => null;
    public string Username => facility.Username;

    /// <summary>Always null: the documents print nothing else.</summary>
    public OpenObject? Social => null;
    public IReadOnlyList<string>? Groups => null;
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
    public IReadOnlyList<string>? Companies => null;
    public FacilityInPortProfile Company => new(facility);
    public FacilityInPortFacts DataCenterFacility => new(facility);
    public bool Online => false;
}

/// <summary>What a port read alone says about its facility as a company.</summary>
internal sealed class FacilityInPortProfile(DataCenterFacility facility)
{
    public string? Website => facility.Website;
    public IReadOnlyList<string> EmailDomains => [];
    public string? Industry => facility.Industry;
    public string? BusinessType => null;
    public string? CompanySize => null;
    public string? DateFounded => null;
    public EmptyShape Markets => EmptyShape.Instance;
    public IReadOnlyList<string>? RegionalInternetRegistry => null;
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
}

/// <summary>What a port read alone says about its facility as one; canBundleCrossConnect is OpenAPI 1.0.0's.</summary>
internal sealed class FacilityInPortFacts(DataCenterFacility facility)
{
    public string Id => facility.LocationId;
    public bool Ready => facility.Ready;
    public string MetroId => facility.MetroId;
    public IReadOnlyList<SpeedShape> Speeds => [.. facility.Speeds.Select(speed => new SpeedShape(speed))];
    public bool CanBundleCrossConnect => facility.CanBundleCrossConnect;
}
