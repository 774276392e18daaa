using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>What the service remembers in one sandbox: who calls, who is who and online, and counts.</summary>
internal sealed class RememberedHere : ServiceMemory
{
    private readonly KnownRows known;

    /// <summary>Remembers nothing yet.</summary>
    /// <param name="database">The sandbox's database.</param>
    /// <param name="stored">A token or key, as clients hold it, as it is stored.</param>
    public RememberedHere(SandboxDatabase database, Func<string, string> stored)
    {
        known = new KnownRows(database);
        Callers = new Callers(credential => database.Rows.CallerWith(known.Reference, stored(credential)));
        Presence = new Presence(Callers);
        PortsInService = new PortsInService(database);
        Derived = [known, Callers, Presence, PortsInService];
    }

    /// <summary>Who credentials stand for.</summary>
    public Callers Callers { get; }

    /// <summary>Who is online.</summary>
    public Presence Presence { get; }

    /// <summary>Counts of ports that still hold.</summary>
    public PortsInService PortsInService { get; }

    /// <inheritdoc/>
    public override KnownState Known => known.Now;

    /// <inheritdoc/>
    public override IReadOnlyList<IDerived> Derived { get; }

    /// <inheritdoc/>
    /// <remarks>Who is who is.</remarks>
    public override bool IsPartOfAllAnswers(WriteSet written) =>
        Callers.AreTouchedBy(written) || written.Rows.Any(change => KnownRows.IsOne(change.Row));

    /// <inheritdoc/>
    public override void Unsaved()
    {
        PortsInService.Forget();
        Callers.Forget();
    }
}
