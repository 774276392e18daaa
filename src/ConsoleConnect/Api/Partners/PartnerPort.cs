using System.Text.Json.Serialization;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Wire;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;

namespace Emulator.Api.Partners;

/// <summary>
/// A port of a cloud partner or of a network service provider (000:5312). What follows deletedAt, and the names of its
/// regions, are what newer clients read.
/// </summary>
internal sealed class PartnerPort(Port port, Metro metro)
{
    public string Id => port.Id;
    public string CompanyId => port.CompanyId;
    public string? DeviceId => port.DeviceId;
    public string? PortId => null;

    /// <summary>Null where it has none but its region's, as in the sample.</summary>
    public string? Name => port.Name == port.Partner?.RegionName ? null : port.Name;
    public int Speed => port.Speed;
    public string? LocationId => port.LocationId;
    public string? DataCenterFacilityId => port.FacilityId;
    public string? NetworkServiceProviderId => null;
    public string MetroId => port.MetroId;
    public string Status => Spelling.Of(port.Status);
    public string Type => Spelling.Of(port.Type);
    public OfferOfPort Partner => new(port.Partner);
    public string? AsnId => null;
    public IpShape Ip => IpShape.None;

    /// <summary>Null where it is what it was made as, as in the sample.</summary>
    public DateTimeOffset? ActiveChangedAt => port.ActiveChangedAt == port.CreatedAt ? null : port.ActiveChangedAt;
    public DateTimeOffset UpdatedAt => port.UpdatedAt;
    public DateTimeOffset CreatedAt => port.CreatedAt;
    public bool Deleted => port.Deleted;

    /// <summary>Q-020: of what isn't deleted the sample prints the epoch (000:5343).</summary>
    public DateTimeOffset DeletedAt => port.DeletedAt ?? DateTimeOffset.UnixEpoch;
    public MetroInPort Metro => new(metro);
}

/// <summary>What a cloud partner sells on it; <c>{}</c> for a network service provider's (000:5431).</summary>
internal sealed class OfferOfPort(PartnerOffer? offer)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type => offer is null ? null : Spelling.Of(offer.Type);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RegionName => offer?.RegionName;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? RegionNames => offer is null ? null : [offer.RegionName];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PartnerSpeedShape>? ConnectionSpeeds =>
        offer is null ? null : [.. offer.Speeds.Select(speed => new PartnerSpeedShape(speed))];
}
