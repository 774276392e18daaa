using Emulator.Domain.Companies;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>How many ports companies have in service: what each port in a list shows of its owner. Counted once until a port is written; only within a turn.</summary>
internal sealed class PortsInService(SandboxDatabase database)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>A company's, as saved.</summary>
    public int Of(Company company)
    {
        if (!counts.TryGetValue(company.Id, out var count))
        {
            counts[company.Id] = count = database.Rows.CountPortsActive(company);
        }

        return count;
    }

    /// <summary>Counts anew, from here on.</summary>
    public void Forget() => counts.Clear();

    /// <summary>Counts anew if a save has touched a port.</summary>
    public void Saved(EmulatorDb db)
    {
        if (db.PortsWritten)
        {
            Forget();
        }
    }
}
