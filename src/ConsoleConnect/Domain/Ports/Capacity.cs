using Emulator.Errors;

namespace Emulator.Domain.Ports;

/// <summary>
/// What a port has and what of it is sold, Mbps: the total is what is used and what remains (captured answers).
/// </summary>
/// <param name="Total">The port's speed.</param>
/// <param name="Utilised">
/// What outgoing connections, Internet On-Demand services and sites of CloudRouters hold, those being deleted too;
/// incoming connections never count (000:4368).
/// </param>
internal readonly record struct Capacity(int Total, int Utilised)
{
    public int Remaining => Total - Utilised;

    /// <summary>A port's, from what stands on it.</summary>
    public static Capacity Of(Port port, PortUse use) => new(port.Speed, use.Held);

    /// <summary>Refuses to sell more than there is.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CapacityExceeded"/>.</exception>
    public void MustHold(int speed)
    {
        if (speed > Remaining)
        {
            throw ServiceErrors.CapacityExceeded.Because(
                $"The port has {Total} Mbps, of which outgoing connections, IO-D services and CloudRouter "
                + $"sites hold {Utilised} (000:4368).", Remaining);
        }
    }
}
