using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Staging;

namespace Emulator.Api.InternetOnDemand;

/// <summary>A flex asked for, or looked at alone: its bandwidth is text (002:609).</summary>
internal sealed class FlexShape(Flex flex)
{
    public string Id => flex.Id;
    public string GiaServiceId => flex.ServiceId;
    public string Type => Spelling.Of(flex.Type);
    public string Status => Spelling.Of(flex.Status);
    public bool Active => flex.Active;
    public DateTimeOffset ScheduledAt => flex.ScheduledAt;
    public string Bandwidth => flex.Bandwidth.ToString(CultureInfo.InvariantCulture);
    public string LineItemId => flex.LineItemId;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => flex.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => flex.UpdatedAt;
}

/// <summary>Q-017: a flex in the list, where the same bandwidth is a number.</summary>
internal sealed class FlexInList(Flex flex)
{
    public string Id => flex.Id;
    public string GiaServiceId => flex.ServiceId;
    public string Type => Spelling.Of(flex.Type);
    public string Status => Spelling.Of(flex.Status);
    public bool Active => flex.Active;
    public DateTimeOffset ScheduledAt => flex.ScheduledAt;
    public int Bandwidth => flex.Bandwidth;
    public string LineItemId => flex.LineItemId;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => flex.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => flex.UpdatedAt;
}
