using System.Runtime.InteropServices;
using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Simulation;

/// <summary>
/// How many rows of each table with a lifecycle are in each state: counted when somebody first asks, kept true by what
/// is written from then on. Only within a turn.
/// </summary>
internal sealed class StatusCounts(SandboxDatabase database) : IDerived
{
    private readonly Dictionary<string, Dictionary<string, int>> byTable = new(StringComparer.Ordinal);

    /// <summary>How many rows of a table are in each state, as rows have it; states without any left out.</summary>
    public IReadOnlyDictionary<string, int> Of(string table)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(byTable, table, out _);
        return counts ??= database.Rows.CountByStatus(table);
    }

    /// <summary>Forgets what may have been counted of what wasn't saved in the end.</summary>
    public void Forget() => byTable.Clear();

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        if (byTable.Count == 0)
        {
            return;
        }

        foreach (var change in written.Rows)
        {
            if (change.Row is IStaged && byTable.TryGetValue(change.Table, out var counts))
            {
                Count(change, counts);
            }
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => Forget();

    private static void Count(RowChange change, Dictionary<string, int> counts)
    {
        foreach (var member in change.Members)
        {
            if (member.Member.Name == "Status")
            {
                Add(member.Before, change.State == EntityState.Added ? 0 : -1);
                Add(member.After, change.State == EntityState.Deleted ? 0 : 1);
            }
        }

        void Add(object? status, int number)
        {
            if (number == 0 || status is null)
            {
                return;
            }

            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, status.ToString()!, out _);
            count += number;
            if (count == 0)
            {
                counts.Remove(status.ToString()!);
            }
        }
    }
}
