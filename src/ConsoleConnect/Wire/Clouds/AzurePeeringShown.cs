using System.Text.Json.Serialization;
using Emulator.Domain.Clouds;
using Emulator.Domain.Staging;

namespace Emulator.Wire.Clouds;

/// <summary>A peering of a connection to Azure (OpenAPI 1.0.0, AZURE peering).</summary>
internal sealed class AzurePeeringShown(AzurePeering peering, IReadOnlyList<string> ports)
{
    public long PeerAsn => peering.PeerAsn;
    public int VlanId => peering.VlanId;
    public string PrimaryPeerSubnet => peering.PrimaryPeerSubnet;
    public string SecondaryPeerSubnet => peering.SecondaryPeerSubnet;
    public long AzureAsn => AzurePeering.AzureAsn;

    /// <summary>The name of Azure's port; the same for both where the connection isn't redundant.</summary>
    public string? PrimaryAzurePort => ports.Count > 0 ? ports[0] : null;

    /// <inheritdoc cref="PrimaryAzurePort"/>
    public string? SecondaryAzurePort => ports.Count > 0 ? ports[^1] : null;
    public string State => "Enabled";
    public string SyncStatus => Spelling.Of(peering.Status);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AdvertisedPublicPrefixes =>
        peering.Type == AzurePeeringType.Microsoft ? peering.AdvertisedPublicPrefixes : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RoutingRegistryName =>
        peering.Type == AzurePeeringType.Microsoft ? peering.RoutingRegistryName : null;
}
