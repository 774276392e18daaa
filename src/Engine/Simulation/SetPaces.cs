using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>The pace at which the service goes on in a sandbox, as last set.</summary>
internal sealed class SetPaces(SandboxDatabase database, SandboxSettings settings) : IDerived
{
    /// <summary>The pace.</summary>
    public Pacing Now { get; private set; } = null!; // Read before anybody sees it.

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        if (written.Has<SetPace>())
        {
            Set(database.Rows.Read<SetPace>("Paces"));
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => Set(start.Paces);

    private void Set(IReadOnlyList<SetPace> paces) => Now = new Pacing(settings.Pace, settings.Directives, paces);
}
