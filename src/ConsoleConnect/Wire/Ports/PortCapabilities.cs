using System.Text.Json.Serialization;
using Emulator.Domain.Ports;

namespace Emulator.Wire.Ports;

/// <summary>What the port can do.</summary>
internal sealed class PortCapabilities(Port port)
{
    public bool Model6Limit => false;
    public int? Model6LimitNumber => null;
    public bool SingleService => port.SingleService;
}

/// <summary>How classes of service are marked on the wire of the port (001:116).</summary>
internal sealed class CosMapping
{
    public static readonly CosMapping Plain = new();

    [JsonPropertyName("GOLD")]
    public IReadOnlyList<string> Gold => [""];

    [JsonPropertyName("SILVERPLUS")]
    public IReadOnlyList<string> SilverPlus => [];

    [JsonPropertyName("SILVER")]
    public IReadOnlyList<string> Silver => [""];

    [JsonPropertyName("BRONZE")]
    public IReadOnlyList<string> Bronze => [];
}
