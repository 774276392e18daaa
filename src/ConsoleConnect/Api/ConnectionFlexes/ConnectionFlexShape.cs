using System.Text.Json.Serialization;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;

namespace Emulator.Api.ConnectionFlexes;

/// <summary>A flex of a connection, in the members of an Internet On-Demand service's flex.</summary>
internal sealed class ConnectionFlexShape(ConnectionFlex flex)
{
    public string Id => flex.Id;
    public string ConnectionId => flex.ConnectionId;
    public string Type => Spelling.Of(flex.Type);
    public string Status => Spelling.Of(flex.Status);

    /// <summary>Whether the connection has its bandwidth of it now.</summary>
    public bool Active => flex.Active;
    public DateTimeOffset ScheduledAt => flex.ScheduledAt;
    public int Bandwidth => flex.Bandwidth;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => flex.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => flex.UpdatedAt;
}
