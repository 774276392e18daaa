using System.Text.Json.Serialization;
using Emulator.Domain.Places;

namespace Emulator.Wire.Places;

/// <summary>The metro of a port order (000:2795), with what OpenAPI 1.59.2 adds to it.</summary>
internal sealed class MetroInOrder(Metro metro)
{
    public string Id => metro.Id;
    public string Name => metro.Name;
    public string Country => metro.Country;
    public DateTimeOffset UpdatedAt => metro.UpdatedAt;
    public DateTimeOffset CreatedAt => metro.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
    public string? Code => metro.Code;
    public string? Logo => null;
    public bool CanCreateController => false;
    public IReadOnlyList<string> Tags => [];
    public string? Description => metro.Description;
    public string? Rir => metro.Rir;
    public IReadOnlyList<string> RegionIds => metro.RegionIds;
    public bool Ready => metro.Ready;
}

/// <summary>The metro of a port read alone, and of its controllers (000:4344).</summary>
internal sealed class MetroInPort(Metro metro)
{
    public string Id => metro.Id;
    public string Name => metro.Name;
    public string? Code => metro.Code;
    public string? Logo => null;
    public string? Description => metro.Description;
    public bool Ready => metro.Ready;
    public string Country => metro.Country;
    public IReadOnlyList<string> RegionIds => metro.RegionIds;
    public DateTimeOffset UpdatedAt => metro.UpdatedAt;
    public DateTimeOffset CreatedAt => metro.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
}

/// <summary>The metro of a port in a list: what 000:4050 and 001:438 say together.</summary>
internal sealed class MetroInPortList(Metro metro)
{
    public string Id => metro.Id;
    public string Name => metro.Name;
    public string? Code => metro.Code;
    public string? Logo => null;
    public string? Description => metro.Description;
    public bool Ready => metro.Ready;
    public string Country => metro.Country;
    public IReadOnlyList<string> RegionIds => metro.RegionIds;
    public DateTimeOffset UpdatedAt => metro.UpdatedAt;
    public DateTimeOffset CreatedAt => metro.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
    public string? Rir => metro.Rir;
    public bool CanCreateController => false;
    public IReadOnlyList<string> Tags => [];
}

/// <summary>A metro of a connection read alone (000:5790).</summary>
internal sealed class MetroInConnection(Metro metro)
{
    [JsonPropertyName("_id")]
    public string UnderscoreId => metro.Id;
    public string Country => metro.Country;
    public DateTimeOffset CreatedAt => metro.CreatedAt;
    public string Name => metro.Name;
    public string? ServiceLayerId => metro.ServiceLayerId;
    public DateTimeOffset UpdatedAt => metro.UpdatedAt;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public IReadOnlyList<string> RegionIds => metro.RegionIds;
    public bool Ready => metro.Ready;
    public string Id => metro.Id;
}

/// <summary>A metro of a connection in a list (000:6360).</summary>
internal sealed class MetroInConnectionList(Metro metro)
{
    public string Id => metro.Id;
    public string Name => metro.Name;
    public string? Code => metro.Code;
    public string? Logo => null;
    public string? Description => metro.Description;
    public bool Ready => metro.Ready;
    public string? ServiceLayerId => metro.ServiceLayerId;
    public string Country => metro.Country;
    public IReadOnlyList<string> RegionIds => metro.RegionIds;
    public DateTimeOffset UpdatedAt => metro.UpdatedAt;
    public DateTimeOffset CreatedAt => metro.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
}
