using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// Whether the emulator keeps to its own contract: how its answers compared with <c>/openapi.json</c>.
/// </summary>
public sealed class EmulatorConformance
{
    private readonly EmulatorDoor door;

    internal EmulatorConformance(EmulatorDoor door) => this.door = door;

    /// <summary>Reads the verdict on all answers of the whole emulator so far.</summary>
    public Task<ConformanceReport> ReportAsync(CancellationToken cancellationToken = default) =>
        door.Get("/__admin/conformance", AdminJson.Default.ConformanceReport, cancellationToken);
}
