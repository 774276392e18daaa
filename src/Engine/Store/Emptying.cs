using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>Empties a database except for what is to stay in it.</summary>
internal static class Emptying
{
    /// <summary>Tables about the sandbox itself.</summary>
    private static readonly string[] OfTheSandbox = ["Sandbox", "Paces"];

    /// <summary>
    /// Removes all rows but those that stay. References are looked at when the transaction, which there must be, ends.
    /// </summary>
    /// <param name="rows">The database.</param>
    /// <param name="staying">Which rows stay, as SQL expressions over what is there now, by table.</param>
    /// <param name="histories">The table of the rows of each lifecycle, by the lifecycle's name.</param>
    public static void EmptyBut(
        this SqliteConnection rows,
        IReadOnlyDictionary<string, string> staying,
        IReadOnlyDictionary<string, string> histories)
    {
        Run("PRAGMA defer_foreign_keys=ON");
        Run("CREATE TEMP TABLE \"Staying\" (\"Of\" TEXT NOT NULL, \"Row\" INTEGER NOT NULL)");
        foreach (var (table, which) in staying)
        {
            Run($"INSERT INTO temp.\"Staying\" SELECT '{table}', rowid FROM \"{table}\" WHERE {which}");
        }

        // Histories belong to the rows that they are of.
        foreach (var table in Tables(rows).Where(table => table != "Moves" && !OfTheSandbox.Contains(table)))
        {
            Run($"DELETE FROM \"{table}\" WHERE rowid NOT IN (SELECT \"Row\" FROM temp.\"Staying\" WHERE \"Of\" = "
                + $"'{table}')");
        }

        foreach (var (machine, table) in histories)
        {
            Run($"DELETE FROM \"Moves\" WHERE \"Machine\" = '{machine}' AND \"ResourceId\" NOT IN (SELECT \"Id\" FROM "
                + $"\"{table}\")");
        }

        Run("DROP TABLE temp.\"Staying\"");

        void Run(string sql)
        {
            using var command = rows.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static List<string> Tables(SqliteConnection rows)
    {
        var tables = new List<string>();
        using var command = rows.CreateCommand();
        command.CommandText =
            "SELECT \"name\" FROM sqlite_master WHERE \"type\" = 'table' AND \"name\" NOT LIKE 'sqlite%'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
