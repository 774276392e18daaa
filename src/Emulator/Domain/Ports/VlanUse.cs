namespace Emulator.Domain.Ports;

/// <summary>What the connections that end on a port use of its VLANs.</summary>
/// <param name="Taken">The VLAN ids they use on the port.</param>
/// <param name="Untagged">Whether one of them is untagged there, and so takes the whole port (000:3805).</param>
internal sealed record VlanUse(IReadOnlySet<int> Taken, bool Untagged)
{
    /// <summary>The VLAN ids of the port that are still to be had, ascending: those in its ranges that no connection uses; none where the port is one connection's alone.</summary>
    public IReadOnlyList<int> AvailableOn(Port port) => port.SingleService || Untagged
        ? []
        : [.. port.VlanRanges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Where(vlan => !Taken.Contains(vlan)).Distinct().Order()];
}
