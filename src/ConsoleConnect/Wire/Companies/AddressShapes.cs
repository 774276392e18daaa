using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain.Companies;

namespace Emulator.Wire.Companies;

/// <summary>An address, coordinates as numbers (000:4230, 001:176).</summary>
internal sealed class AddressShape(Address address)
{
    public bool Primary => address.Primary;
    public bool Registered => address.Registered;

    [JsonPropertyName("address")]
    public string? Line => address.Line;
    public string? City => address.City;
    public string? State => address.State;
    public string? Zip => address.Zip;
    public string? Country => address.Country;
    public string? Email => address.Email;
    public string? Phone => address.Phone;
    public GeoShape Geo => new(address);
}

/// <summary>A point, longitude first; without coordinates where none are known.</summary>
internal sealed class GeoShape(Address address)
{
    public string Type => "Point";

    public IReadOnlyList<double> Coordinates =>
        address is { Longitude: { } longitude, Latitude: { } latitude } ? [longitude, latitude] : [];
}

/// <summary>
/// the newer facility route prints the same coordinates as text (001:979); street is OpenAPI 1.0.0's word for
/// what address says.
/// </summary>
internal sealed class AddressWithTextGeoShape(Address address)
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

/// <summary>A point as text.</summary>
internal sealed class TextGeoShape(Address address)
{
    public string Type => "Point";

    public IReadOnlyList<string> Coordinates => address is { Longitude: { } longitude, Latitude: { } latitude }
        ? [longitude.ToString(CultureInfo.InvariantCulture), latitude.ToString(CultureInfo.InvariantCulture)]
        : [];
}
