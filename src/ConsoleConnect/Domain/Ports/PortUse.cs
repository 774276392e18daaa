using Emulator.Domain.CloudRouters;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Staging;

namespace Emulator.Domain.Ports;

/// <summary>What stands on a port and so has something of its bandwidth and its VLANs.</summary>
/// <param name="Connections">The connections that end on it, oldest first.</param>
/// <param name="Services">The Internet On-Demand services whose access port it is, oldest first.</param>
internal sealed record PortUse(IReadOnlyList<AttachedConnection> Connections, IReadOnlyList<AttachedService> Services)
{
    private const int MostTold = 5;

    /// <summary>The sites of CloudRouters on it, oldest first.</summary>
    public IReadOnlyList<AttachedSite> Sites { get; init; } = [];

    /// <summary>Of a port that nothing stands on.</summary>
    public static readonly PortUse None = new([], []);

    /// <summary>How many stand on it.</summary>
    public int Count => Connections.Count + Services.Count + Sites.Count;

    /// <summary>What they hold of it together, Mbps.</summary>
    public int Held =>
        Connections.Sum(end => end.Held) + Services.Sum(service => service.Held) + Sites.Sum(site => site.Held);

    /// <summary>Whether one of them is untagged there, and so takes the whole port (000:3805).</summary>
    public bool Untagged => Connections.Any(end => end.Untagged);

    /// <summary>
    /// The connections that keep the port from being disabled and deleted: which, and in which state.
    /// </summary>
    public IReadOnlyList<string> ConnectionsInTheWay =>
    [
        .. Connections.Where(end => !end.LetsPortGo)
            .Select(end => $"connection {end.Id} ({Spelling.Of(end.Status)})"),
    ];

    /// <summary>The Internet On-Demand services that keep it from that.</summary>
    public IReadOnlyList<string> ServicesInTheWay =>
    [
        .. Services.Where(service => !service.LetsPortGo)
            .Select(service => $"IO-D service {service.Id} ({Spelling.Of(service.Status)})"),
    ];

    /// <summary>The sites of CloudRouters that keep it from that.</summary>
    public IReadOnlyList<string> SitesInTheWay =>
    [
        .. Sites.Where(site => !site.LetsPortGo)
            .Select(site => $"CloudRouter site {site.Id} ({Spelling.Of(site.Status)})"),
    ];

    /// <summary>Names the first of them, and says how many more there are.</summary>
    public static string Told(IReadOnlyList<string> inTheWay)
    {
        var more = inTheWay.Count - MostTold;
        return string.Join(", ", inTheWay.Take(MostTold)) + (more > 0 ? $" and {more} more" : "");
    }

    /// <summary>The VLANs they have on it.</summary>
    public IReadOnlySet<int> Vlans =>
        Connections.Select(end => end.Vlan)
            .OfType<int>()
            .Concat(Services.Select(service => service.Vlan))
            .Concat(Sites.Select(site => site.Vlan))
            .ToHashSet();

    /// <summary>The same without a connection, for a rule that asks what the others leave to it.</summary>
    public PortUse Without(string? id) => this with { Connections = [.. Connections.Where(end => end.Id != id)] };

    /// <summary>
    /// The VLANs of the port that are still to be had, ascending: those in its ranges that nothing has; none where the
    /// port is one connection's alone.
    /// </summary>
    public IReadOnlyList<int> VlansLeftOn(Port port)
    {
        if (port.SingleService || Untagged)
        {
            return [];
        }

        var taken = Vlans;
        return
        [
            .. port
                .VlanRanges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
                .Where(vlan => !taken.Contains(vlan))
                .Distinct()
                .Order(),
        ];
    }
}
