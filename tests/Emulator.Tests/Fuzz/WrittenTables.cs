using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// Which tables of a sandbox are written to, told by SQLite itself and not by the emulator, which is what is tested.
/// </summary>
internal sealed class WrittenTables
{
    private readonly Dictionary<string, long> last = [];
    private SqliteConnection? rows;
    private long now, lastOfAll, told, counted;

    /// <summary>A reset or a snapshot may exchange all rows at once, which counts as no change of any.</summary>
    public void Forget() => lastOfAll = ++now;

    /// <summary>A number that grows with what is written.</summary>
    /// <param name="current">The sandbox's rows, in a turn.</param>
    public long Look(SqliteConnection current)
    {
        if (rows != current)
        {
            rows = current;
            raw.sqlite3_update_hook(current.Handle, (_, _, _, table, _) => Told(table.utf8_to_string()), null);
            (told, counted) = (0, raw.sqlite3_total_changes(current.Handle));
            Forget();
        }

        // SQLite tells of no row that is deleted with all others of its table, and only one listener at a time.
        var changes = raw.sqlite3_total_changes(current.Handle);
        if (changes - counted != told)
        {
            Forget();
        }

        (told, counted) = (0, changes);
        return now;
    }

    /// <summary>Whether one of these tables was written to since it was looked at.</summary>
    /// <param name="look">The number that the look gave.</param>
    /// <param name="tables">The tables. What a pragma reads may be any.</param>
    public bool Since(long look, IReadOnlySet<string> tables) =>
        look < lastOfAll || tables.Any(table => table.StartsWith("pragma_", StringComparison.Ordinal)
            ? look < now
            : last.TryGetValue(table, out var at) && look < at);

    private void Told(string table)
    {
        told++;
        last[table] = ++now;
    }
}
