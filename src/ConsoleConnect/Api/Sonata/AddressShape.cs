using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.Places;

namespace Emulator.Api.Sonata;

/// <summary>A facility as an address in MEF's words.</summary>
/// <param name="facility">The facility.</param>
/// <param name="namesBuilding">Whether the building is named: where addresses are found, as printed.</param>
internal sealed class GeographicAddress(DataCenterFacility facility, bool namesBuilding)
{
    private readonly Address? address = facility.Addresses.FirstOrDefault();

    public string Id => facility.Id;

    [JsonPropertyName("@type")]
    public string Type => "FieldedAddress";

    public string Country => Countries.InTwoLetters(address?.Country ?? "");
    public string City => address?.City ?? "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StreetName => address?.Line;

    public string Locality => facility.MetroId;
    public GeographicSubAddress GeographicSubAddress => new(
        namesBuilding ? facility.Name : null, [new GeographicSubUnit(facility.Username)]);
}

/// <summary>Where in an address.</summary>
internal sealed record GeographicSubAddress(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? BuildingName,
    IReadOnlyList<GeographicSubUnit> SubUnit);

/// <summary>What orders name a facility by.</summary>
internal sealed record GeographicSubUnit(string SubUnitNumber);

/// <summary>What was found of an address that a buyer knows in part.</summary>
internal sealed record AddressValidated(
    string ValidationResult,
    IReadOnlyList<GeographicAddress> AlternateGeographicAddress,
    bool ProvideAlternative,
    SubmittedAddress SubmittedGeographicAddress)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GeographicAddress? BestMatchGeographicAddress { get; init; }
}

/// <summary>An address as it was sent.</summary>
internal sealed record SubmittedAddress(
    [property: JsonPropertyName("@type")] string Type,
    string Country,
    string City,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StreetName);
