using Emulator.Domain.Ports;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>Puts a port's payload together.</summary>
internal static class PortDetailing
{
    public static PortDetails DetailsOf(this Turn turn, Port port)
    {
        var use = turn.Rows.UseOf(port);
        return new PortDetails(
            port,
            turn.Reference.Company(port.CompanyId),
            Capacity.Of(port, use),
            use.Connections,
            turn.Reference);
    }
}
