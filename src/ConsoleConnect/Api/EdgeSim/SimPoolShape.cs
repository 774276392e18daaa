using System.Text.Json.Serialization;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>A SIM pool.</summary>
internal sealed class SimPoolShape(SimPool pool, int sims)
{
    /// <summary>The default name servers: addresses that no network routes (RFC 6598).</summary>
    public const string DefaultPrimary = "100.64.0.53";

    /// <inheritdoc cref="DefaultPrimary"/>
    public const string DefaultSecondary = "100.64.1.53";

    public string Id => pool.Id;
    public string Name => pool.Name;
    public string ApnId => pool.ApnId;
    public string CompanyId => pool.CompanyId;
    public string Subnet => SimSubnets.Subnet(pool.Block);
    public string Firewall => Spelling.Of(pool.Firewall);
    public string FirewallStatus => pool.FirewallStatus;
    public string Status => Spelling.Of(pool.Status);
    public string? Error => pool.ErrorReason;
    public int SimCount => sims;

    [JsonPropertyName("primaryDNS")]
    public string? PrimaryDns => pool.PrimaryDns;

    [JsonPropertyName("secondaryDNS")]
    public string? SecondaryDns => pool.SecondaryDns;

    [JsonPropertyName("defaultPrimaryDNS")]
    public string DefaultPrimaryDns => DefaultPrimary;

    [JsonPropertyName("defaultSecondaryDNS")]
    public string DefaultSecondaryDns => DefaultSecondary;

    [JsonPropertyName("useDefaultDNS")]
    public bool UseDefaultDns => pool.UseDefaultDns;
    public bool CustomFirewallEnabled => false;
    public IReadOnlyList<string> CustomFirewallPolicies => [];

    /// <summary>An object without members, as printed.</summary>
    public EmptyShape Apn => EmptyShape.Instance;

    [JsonPropertyName("company_id")]
    public string SnakeCompanyId => pool.CompanyId;

    [JsonPropertyName("apn_id")]
    public string SnakeApnId => pool.ApnId;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => pool.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => pool.UpdatedAt;
}
