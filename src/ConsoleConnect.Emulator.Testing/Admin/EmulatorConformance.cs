using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// Whether the emulator keeps its own contract: what of <c>/openapi.json</c> its answers were held against, and what
/// was found.
/// </summary>
public sealed class EmulatorConformance
{
    private readonly EmulatorDoor door;

    internal EmulatorConformance(EmulatorDoor door) => this.door = door;

    /// <summary>The verdict on every answer of the whole emulator so far.</summary>
    public Task<ConformanceReport> ReportAsync(CancellationToken cancellationToken = default) =>
        door.Get("/__admin/conformance", AdminJson.Default.ConformanceReport, cancellationToken);
}
