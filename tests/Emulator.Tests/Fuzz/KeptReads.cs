using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// What was read of a sandbox's tables, kept until something is written to one of them: most calls are reads or are
/// refused, the others write to a few tables, and what nothing has changed needn't be read once more.
/// </summary>
/// <param name="written">Which tables are written to.</param>
internal sealed class KeptReads(WrittenTables written)
{
    private readonly Dictionary<(string Sql, string? Company), (long At, List<string> Texts)> kept = [];
    private readonly Dictionary<string, IReadOnlySet<string>> tables = [];
    private long at = -1;

    /// <summary>
    /// Whether nothing was written since the last time this was asked, as SQLite itself counts. Never where rows may
    /// have been exchanged past its count.
    /// </summary>
    /// <param name="rows">The sandbox's rows, in a turn.</param>
    public bool IsAsItWas(SqliteConnection rows)
    {
        var now = written.Look(rows);
        var isAsItWas = at == now;
        at = now;
        return isAsItWas;
    }

    /// <summary>The first column of what a statement finds. What it gives is to be left as it is.</summary>
    /// <param name="rows">The sandbox's rows, in a turn.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="company">The company that it is about; null where it is about none.</param>
    public List<string> Texts(SqliteConnection rows, string sql, string? company = null)
    {
        var now = written.Look(rows); // Others may have written since the last look, and have been told of it instead.
        if (!kept.TryGetValue((sql, company), out var before) || written.Since(before.At, TablesOf(rows, sql)))
        {
            before = kept[(sql, company)] = (now, Read(rows, sql, company));
        }

        return before.Texts;
    }

    /// <summary>The tables that a statement reads, as SQLite tells when it prepares it.</summary>
    private IReadOnlySet<string> TablesOf(SqliteConnection rows, string sql)
    {
        if (tables.TryGetValue(sql, out var known))
        {
            return known;
        }

        var read = new HashSet<string>();
        raw.sqlite3_set_authorizer(
            rows.Handle,
            (_, action, table, _, _, _) =>
            {
                if (action == raw.SQLITE_READ)
                {
                    read.Add(table);
                }

                return raw.SQLITE_OK;
            },
            null);
        try
        {
            raw.sqlite3_prepare_v2(rows.Handle, sql, out var statement);
            statement.Dispose();
        }
        finally
        {
            raw.sqlite3_set_authorizer(rows.Handle, (strdelegate_authorizer?)null, null);
        }

        return tables[sql] = read;
    }

    private static List<string> Read(SqliteConnection rows, string sql, string? company)
    {
        using var command = rows.CreateCommand();
        command.CommandText = sql;
        if (company is not null)
        {
            command.Parameters.AddWithValue("@company", company);
        }

        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return texts;
    }
}
