using System.Globalization;
using Emulator.Resources;
using Microsoft.Data.Sqlite;

namespace Emulator.Simulation;

/// <summary>
/// What is true of a sandbox whatever was asked of it, looked up in its tables by statements that know nothing of the
/// rules' own code: of a snapshot that comes as a file when it is taken, of a sandbox by tests.
/// </summary>
internal static class Invariants
{
    /// <summary>What is broken, in words; nothing where all is well.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="sinceMove">The number of the last move that was looked at before; 0 for none.</param>
    /// <param name="read">
    /// What a statement finds, by someone who may know it without reading; null for reading it.
    /// </param>
    public static async Task<(IReadOnlyList<string> Broken, long LastMove)> Of(
        Sandbox sandbox,
        long sinceMove,
        Func<SqliteConnection, string, List<string>>? read = null)
    {
        var turn = await sandbox.Begin(CancellationToken.None);
        try
        {
            return Of(turn.Service, turn.Rows, sinceMove, read);
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>The same of a database.</summary>
    public static (IReadOnlyList<string> Broken, long LastMove) Of(
        Service service,
        SqliteConnection rows,
        long sinceMove,
        Func<SqliteConnection, string, List<string>>? read = null)
    {
        read ??= Texts;
        var broken = new List<string>();
        foreach (var (name, sql) in service.Traits.Invariants.Statements)
        {
            broken.AddRange(read(rows, sql).Select(found => $"{name}: {found}"));
        }

        broken.AddRange(read(rows,
            "SELECT \"table\" || ' row ' || coalesce(\"rowid\", '') || ' refers to no row of ' || \"parent\" FROM "
            + "pragma_foreign_key_check")
            .Select(found => $"references: {found}"));
        broken.AddRange(service.Traits.Invariants.References.SelectMany(reference =>
            read(rows, Dangling(reference.Key, reference.Value))
                .Select(found => $"references: {reference.Key} of {found} is nobody's")));
        broken.AddRange(service.Traits.Invariants.Further(rows));
        broken.AddRange(Strays(service, rows, read));
        var last = sinceMove;
        broken.AddRange(Illegal(service, rows, sinceMove, ref last));
        return (broken, last);
    }

    /// <summary>The columns of a table, by name.</summary>
    public static IReadOnlyList<string> Columns(SqliteConnection rows) => Texts(rows, "SELECT m.\"name\" || '.' || "
        + "c.\"name\" FROM sqlite_master m JOIN pragma_table_info(m.\"name\") c WHERE m.\"type\" = 'table' AND "
        + "m.\"name\" NOT LIKE 'sqlite%'");

    /// <summary>The columns whose reference the database holds.</summary>
    public static IReadOnlyList<string> HeldByTheDatabase(SqliteConnection rows) =>
        Texts(
            rows,
            "SELECT m.\"name\" || '.' || k.\"from\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.\"name\") k "
                + "WHERE m.\"type\" = 'table'"
        );

    private static string Dangling(string column, string target)
    {
        var (table, name) = column.Split('.') is [var left, var right]
            ? (left, right)
            : throw new ArgumentException(column);
        var key = table is "Letters" ? "\"Sequence\"" : "\"Id\"";
        return name.StartsWith('{')
            ? $"SELECT t.{key} FROM \"{table}\" t, json_each(t.\"{name.Trim('{', '}')}\") j WHERE j.\"value\" NOT IN "
                + $"(SELECT \"Id\" FROM \"{target}\")"
            : $"SELECT t.{key} FROM \"{table}\" t WHERE t.\"{name}\" IS NOT NULL AND t.\"{name}\" NOT IN (SELECT "
                + $"\"Id\" FROM \"{target}\")";
    }

    /// <summary>
    /// Resources in a state that their machine doesn't know, or another than their history ends with.
    /// </summary>
    private static IEnumerable<string> Strays(
        Service service, SqliteConnection rows, Func<SqliteConnection, string, List<string>> read)
    {
        foreach (var machine in service.Machines)
        {
            var known = machine.States.ToDictionary(Plain, state => state);
            foreach (var row in read(rows,
                "SELECT \"Id\" || char(9) || \"Status\" || char(9) || coalesce((SELECT \"To\" FROM \"Moves\" WHERE "
                + $"\"Machine\" = '{machine.Name}' AND \"ResourceId\" = t.\"Id\" ORDER BY \"Sequence\" DESC LIMIT "
                + $"1), '') FROM \"{machine.Table}\" t"))
            {
                var cells = row.Split('\t');
                if (!known.ContainsKey(Plain(cells[1])))
                {
                    yield return $"state machines: {machine.Name} {cells[0]} is in {cells[1]}, which its table "
                        + "doesn't know";
                }
                else if (cells[2].Length > 0 && Plain(cells[2]) != Plain(cells[1]))
                {
                    yield return $"state machines: {machine.Name} {cells[0]} is in {cells[1]}, its history ends with "
                        + $"{cells[2]}";
                }
            }
        }
    }

    /// <summary>Moves that no table has, and moves that don't follow from the one before.</summary>
    private static List<string> Illegal(Service service, SqliteConnection rows, long since, ref long last)
    {
        using var command = rows.CreateCommand();
        command.CommandText =
            """
            SELECT m."Sequence", m."Machine", m."ResourceId", m."From", m."Trigger", m."To",
                (SELECT b."To" FROM "Moves" b
                    WHERE b."Machine" = m."Machine" AND b."ResourceId" = m."ResourceId" AND b."Sequence" < m."Sequence"
                    ORDER BY b."Sequence" DESC LIMIT 1)
            FROM "Moves" m WHERE m."Sequence" > @since ORDER BY m."Sequence"
            """;
        command.Parameters.AddWithValue("@since", since);
        using var reader = command.ExecuteReader();
        var illegal = new List<string>();
        var machines = service.Machines.ToDictionary(machine => machine.Name);
        while (reader.Read())
        {
            last = reader.GetInt64(0);
            var (machine, id, trigger, to) = (
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(4),
                reader.GetString(5));
            var from = reader.IsDBNull(3) ? null : reader.GetString(3);
            var before = reader.IsDBNull(6) ? null : reader.GetString(6);

            // A line of a log leaves the state as it is; what the seed begins with is set.
            if (from is not null && from != to && trigger != "Seeded"
                && machines.GetValueOrDefault(machine)?.Moves
                    .Any(move => move.Trigger == trigger && move.From == from && move.To == to) != true)
            {
                illegal.Add($"state machines: {machine} {id} went by {trigger} from {from} to {to}, which its table "
                    + "doesn't have");
            }

            if (before is not null && from is not null && before != from)
            {
                illegal.Add($"state machines: {machine} {id} left {from}, but was in {before}");
            }
        }

        return illegal;
    }

    /// <summary>
    /// A state without its spelling: the tables write <c>PendingAcceptance</c>, the documents
    /// <c>PENDING_ACCEPTANCE</c>.
    /// </summary>
    private static string Plain(string state) =>
        state
            .Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();

    private static List<string> Texts(SqliteConnection rows, string sql)
    {
        using var command = rows.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return texts;
    }
}
