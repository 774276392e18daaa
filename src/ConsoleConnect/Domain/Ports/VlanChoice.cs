using Emulator.Errors;

namespace Emulator.Domain.Ports;

/// <summary>
/// Which VLAN a tagged connection has on a port: one the port offers and no other connection on it has.
/// </summary>
internal static class VlanChoice
{
    /// <summary>Takes the VLAN that is asked for, or else the lowest that is free.</summary>
    /// <param name="port">The port.</param>
    /// <param name="use">What stands on it.</param>
    /// <param name="requested">The VLAN that is asked for; null where the service chooses.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.VlanNotOffered"/>, <see cref="ServiceErrors.VlanInUse"/>,
    /// <see cref="ServiceErrors.NoVlanLeft"/>.
    /// </exception>
    public static int Choose(Port port, PortUse use, int? requested)
    {
        var taken = use.Vlans;
        if (requested is { } vlan)
        {
            return !port.Offers(vlan) ? throw ServiceErrors.VlanNotOffered.Because($"Port {port.Id} offers "
                + $"{Offered(port)}.", vlan)
                : taken.Contains(vlan) ? throw ServiceErrors.VlanInUse.Because("Another connection on port "
                    + $"{port.Id} has VLAN {vlan}; GET /api/company/{{companyName}}/ports/{port.Id}/vlan lists what "
                    + "is available.", vlan)
                : vlan;
        }

        return Free(port, taken) ?? throw ServiceErrors.NoVlanLeft.Because($"Port {port.Id} offers {Offered(port)}, "
            + "and connections have them all.");
    }

    /// <summary>
    /// The same, but where what is asked for can't be had the service chooses: the other company asked for it without
    /// seeing this port.
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoVlanLeft"/>.</exception>
    public static int ChooseNear(Port port, PortUse use, int? wished)
    {
        var canBeHad = wished is { } vlan && port.Offers(vlan) && !use.Vlans.Contains(vlan);
        return Choose(port, use, canBeHad ? wished : null);
    }

    private static int? Free(Port port, IReadOnlySet<int> used)
    {
        foreach (var range in port.VlanRanges)
        {
            for (var vlan = range.First; vlan <= range.Last; vlan++)
            {
                if (!used.Contains(vlan))
                {
                    return vlan;
                }
            }
        }

        return null;
    }

    private static string Offered(Port port) =>
        string.Join(", ", port.VlanRanges.Select(range => $"{range.First}-{range.Last}"));
}
