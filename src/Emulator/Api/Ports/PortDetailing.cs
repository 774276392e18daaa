using Emulator.Domain.Ports;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>Puts a port's payload together.</summary>
internal static class PortDetailing
{
    public static async Task<PortDetails> DetailsOf(this Turn turn, Port port, CancellationToken ct) => new(
        port,
        turn.Reference.Company(port.CompanyId),
        await turn.Db.CapacityOf(port, without: null, ct),
        await turn.Db.AttachedTo(port, ct),
        turn.Reference);
}
