using Emulator.Domain.Connections;

namespace Emulator.Domain.Ports;

/// <summary>What the connections that end on a port use of its VLANs.</summary>
/// <param name="Taken">The VLAN ids they use on the port.</param>
/// <param name="Untagged">Whether one of them is untagged there, and so takes the whole port (000:3805).</param>
internal sealed record VlanUse(IReadOnlySet<int> Taken, bool Untagged)
{
    /// <summary>What the connections that end on a port use.</summary>
    public static VlanUse Of(IEnumerable<AttachedConnection> attached)
    {
        var taken = new HashSet<int>();
        var untagged = false;
        foreach (var end in attached)
        {
            untagged |= end.Untagged;
            if (end.Vlan is { } vlan)
            {
                taken.Add(vlan);
            }
        }

        return new VlanUse(taken, untagged);
    }

    /// <summary>Whether the port has a VLAN in its ranges.</summary>
    public static bool IsOffered(Port port, int vlan) => port.VlanRanges.Any(range => range.First <= vlan && vlan <= range.Last);

    /// <summary>The VLAN ids of the port that are still to be had, ascending: those in its ranges that no connection uses; none where the port is one connection's alone.</summary>
    public IReadOnlyList<int> AvailableOn(Port port) => port.SingleService || Untagged
        ? []
        : [.. port.VlanRanges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Where(vlan => !Taken.Contains(vlan)).Distinct().Order()];
}
