using Emulator.Domain.Clouds;
using Emulator.Domain.Staging;

namespace Emulator.Wire.Clouds;

/// <summary>
/// A peering in its connection's answer, under <c>partner.peering</c>, where OpenAPI 1.0.0 says that Azure's are; its
/// members are assumed, after those of the peering read alone.
/// </summary>
internal sealed class AzurePeeringInConnection(AzurePeering peering)
{
    public string Type => Spelling.Of(peering.Type);
    public string SyncStatus => Spelling.Of(peering.Status);
    public int VlanId => peering.VlanId;
    public long PeerAsn => peering.PeerAsn;
    public long AzureAsn => AzurePeering.AzureAsn;
    public string PrimaryPeerSubnet => peering.PrimaryPeerSubnet;
    public string SecondaryPeerSubnet => peering.SecondaryPeerSubnet;
    public string State => "Enabled";
}
