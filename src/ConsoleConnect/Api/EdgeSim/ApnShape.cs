using System.Text.Json.Serialization;
using Emulator.Domain.EdgeSim;

namespace Emulator.Api.EdgeSim;

/// <summary>An APN of a plan's.</summary>
internal sealed class ApnShape(SimApn apn)
{
    private readonly ApnSettings settings = apn.Settings;

    public string Id => apn.Id;
    public string Apn => settings.Apn;
    public string? Location => settings.Location;
    public string? FriendlyName => settings.FriendlyName;
    public string? Subnet => settings.Subnet;
    public bool IpAvailable => settings.IpAvailable;
    public string? ServiceType => settings.ServiceType;
    public string? DbConnection => settings.DbConnection;
    public string? ApnAcl => settings.ApnAcl;
    public string? ApnVrf => settings.ApnVrf;
    public string? Router1 => settings.Router1;
    public string? Router2 => settings.Router2;
    public int Priority => settings.Priority;
    public string? CreatedByAgent => settings.CreatedByAgent;
    public string? CapacitySoftLimit => settings.CapacitySoftLimit;
    public string? CapacityHardLimit => settings.CapacityHardLimit;
    public string? FirewallDevice => settings.FirewallDevice;
    public string? Adom => settings.Adom;
    public string? Vdom => settings.Vdom;
    public string? NotificationProvider => settings.NotificationProvider;
    public string? ComplianceProvider => settings.ComplianceProvider;
    public string? BillingProvider => settings.BillingProvider;
    public string? SimPoolProvider => settings.SimPoolProvider;
    public string? SimProvider => settings.SimProvider;
    public string? SubnetProvider => settings.SubnetProvider;
    public string? DnsProvider => settings.DnsProvider;
    public string? IpAllocatorProvider => settings.IpAllocatorProvider;
    public string? RadiusProvider => settings.RadiusProvider;
    public string? FirewallProvider => settings.FirewallProvider;
    public string? TemplateProvider => settings.TemplateProvider;
    public string? InternetRouteTarget => settings.InternetRouteTarget;

    [JsonPropertyName("primaryDNS")]
    public string? PrimaryDns => settings.PrimaryDns;

    [JsonPropertyName("secondaryDNS")]
    public string? SecondaryDns => settings.SecondaryDns;
    public string? ApnVrfRt => settings.ApnVrfRt;
    public string? GenericIp => settings.GenericIp;
    public string? MplsInterface => settings.MplsInterface;
    public string? InternetInterface => settings.InternetInterface;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => apn.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => apn.UpdatedAt;

    /// <summary>Always null: what is deleted is not shown.</summary>
    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => null;
}
