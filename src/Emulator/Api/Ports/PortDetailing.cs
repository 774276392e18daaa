using Emulator.Domain.Ports;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>Puts a port's payload together.</summary>
internal static class PortDetailing
{
    public static async Task<PortDetails> DetailsOf(this Turn turn, Port port, CancellationToken ct)
    {
        var attached = await turn.Db.AttachedTo(port, ct);
        return new PortDetails(port, turn.Reference.Company(port.CompanyId), Capacity.Of(port, attached), attached, turn.Reference);
    }
}
