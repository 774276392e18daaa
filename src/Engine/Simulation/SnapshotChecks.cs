using Emulator.Errors;
using Emulator.Resources;
using Emulator.Store;
using Microsoft.Data.Sqlite;

namespace Emulator.Simulation;

/// <summary>Whether a state that comes as a file is one that a sandbox could be in. A file may have been edited: what
/// is wrong would be met by its users.</summary>
internal static class SnapshotChecks
{
    /// <summary>How many faults are listed.</summary>
    private const int Most = 3;

    /// <summary>No counter of the emulator's gets there, and all that comes after it still fits.</summary>
    private const long MostCounted = 1L << 52;

    /// <summary>What is wrong with the numbers that count up.</summary>
    private const string Counters =
        """
        SELECT 'the counter of ' || "name" || ' is at ' || "seq" FROM sqlite_sequence
        WHERE typeof("seq") <> 'integer' OR "seq" NOT BETWEEN 0 AND 4503599627370496
        """;

    /// <summary>The tables whose rows count up.</summary>
    private static readonly string[] Counted = ["Moves", "Letters"];

    /// <summary>Refuses what is wrong, and says where.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotRefused"/>.</exception>
    public static void Check(Service service, SqliteConnection rows, SandboxState state)
    {
        // Each looks only at what those before it have found in order.
        Refuse(ClockAndIds(rows, state));
        Refuse(service.Traits.Invariants.OfAFile(rows));
        Refuse(rows.Texts(Counters));
        Refuse(Counted.SelectMany(table =>
            rows.Texts($"SELECT 'Sequence of a row of {table} is ' || \"Sequence\" FROM \"{table}\" WHERE "
                + $"\"Sequence\" NOT BETWEEN 1 AND {MostCounted}")));
        Refuse(rows.Texts("SELECT 'Moves tell of the machine ' || \"Machine\" || ', which there is not' FROM "
            + "\"Moves\" GROUP BY \"Machine\"")
            .Where(told => !service.Machines
                .Any(machine => told.StartsWith($"Moves tell of the machine {machine.Name},",
                StringComparison.Ordinal))));
        Refuse(Invariants.Of(service, rows, 0).Broken);
    }

    private static IEnumerable<string> ClockAndIds(SqliteConnection rows, SandboxState state)
    {
        if (state.IdsGiven is < 0 or > int.MaxValue)
        {
            yield return $"IdsGiven of the sandbox is {state.IdsGiven}";
        }

        foreach (var instant in new[] { state.SavedAt, state.FrozenAt })
        {
            if (instant is { Year: < 1970 or >= 9000 })
            {
                yield return $"its clock shows {instant:O}, and clocks go from 1970 to 8999";
            }
        }

        // An id that is to come and is there already would be given twice.
        foreach (var table in rows.Texts(
            "SELECT m.\"name\" FROM sqlite_master m JOIN pragma_table_info(m.\"name\") c ON c.\"name\" = 'Id' AND "
            + "c.\"type\" = 'TEXT' WHERE m.\"type\" = 'table'"))
        {
            foreach (var id in rows.Texts($"SELECT \"Id\" FROM \"{table}\" WHERE length(\"Id\") = 24")
                .Where(id => IdSource.IsToCome(id, state.Seed, state.IdsGiven)))
            {
                yield return $"{table} has the id {id}, which the sandbox is still to give: IdsGiven is "
                    + $"{state.IdsGiven}";
            }
        }
    }

    private static void Refuse(IEnumerable<string> found)
    {
        if (found.Take(Most + 1).ToList() is { Count: > 0 } wrong)
        {
            throw ServiceErrors.SnapshotRefused.Because(
                "Nothing of it was kept. Upload a file that GET /__admin/snapshots/{name}/file gave; one that was "
                + "edited must keep the rules between resources.",
                $"{string.Join("; ", wrong.Take(Most))}{(wrong.Count > Most ? "; and more" : "")}");
        }
    }
}
