using System.Text.Json.Serialization;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;

namespace Emulator.Api.EdgeSim;

/// <summary>A SIM card. Members are there twice, as printed: in camel and in snake case.</summary>
internal sealed class SimShape(Sim sim)
{
    public string Id => sim.Id;
    public string IotSimPoolId => sim.PoolId;
    public string IotOrderId => sim.OrderId;
    public string State => Spelling.Of(sim.Status);
    public string Iccid => sim.Iccid;
    public string Imsi => sim.Imsi;
    public string Msisdn => sim.Msisdn;
    public string? DetectedImei => sim.DetectedImei;
    public string IpAddress => sim.IpAddress;
    public string CompanyId => sim.CompanyId;
    public string? Label => sim.Label;
    public string Status => Spelling.Of(sim.Status);
    public string? SimTransferId => sim.TransferId;
    public DateTimeOffset CreatedAt => sim.CreatedAt;
    public DateTimeOffset UpdatedAt => sim.UpdatedAt;
    public string SimProvider => sim.Provider;

    [JsonPropertyName("company_id")]
    public string SnakeCompanyId => sim.CompanyId;

    [JsonPropertyName("iot_order_id")]
    public string SnakeOrderId => sim.OrderId;

    [JsonPropertyName("created_at")]
    public DateTimeOffset SnakeCreatedAt => sim.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset SnakeUpdatedAt => sim.UpdatedAt;

    [JsonPropertyName("iot_sim_pool_id")]
    public string SnakePoolId => sim.PoolId;
}
