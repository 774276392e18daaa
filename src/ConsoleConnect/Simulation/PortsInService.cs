using Emulator.Domain.Companies;
using Emulator.Domain.Ports;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>
/// How many ports companies have in service: what each port in a list shows of its owner. Counted once, until one of
/// the company's ports changes its status; only within a turn.
/// </summary>
internal sealed class PortsInService(SandboxDatabase database) : IDerived
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>A company's, as saved.</summary>
    public int Of(Company company)
    {
        database.Reads?.Note(new RowRange("Ports", nameof(Port.CompanyId), company.Id, nameof(Port.Status)));
        if (!counts.TryGetValue(company.Id, out var count))
        {
            counts[company.Id] = count = database.Rows.CountPortsActive(company);
        }

        return count;
    }

    /// <summary>Counts again, from here on.</summary>
    public void Forget() => counts.Clear();

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        foreach (var change in written.Rows)
        {
            if (change.Row is Port port && change.Has(nameof(Port.Status)))
            {
                counts.Remove(port.CompanyId);
            }
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => Forget();
}
