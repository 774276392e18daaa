using Microsoft.Data.Sqlite;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// What was read of a sandbox's tables, kept until something is written to them: most calls are reads or are refused,
/// and what nothing has changed needn't be read once more.
/// </summary>
internal sealed class KeptReads
{
    private readonly Dictionary<(string Sql, string? Company), List<string>> kept = [];
    private (SqliteConnection Rows, long Changes)? at;

    /// <summary>
    /// Whether nothing was written since the last time this was asked, as SQLite itself counts. Never where rows may
    /// have been exchanged past its count.
    /// </summary>
    /// <param name="rows">The sandbox's rows, in a turn.</param>
    public bool IsAsItWas(SqliteConnection rows)
    {
        using var command = rows.CreateCommand();
        command.CommandText = "SELECT total_changes()";
        var now = (rows, (long)command.ExecuteScalar()!);
        if (at == now)
        {
            return true;
        }

        at = now;
        kept.Clear();
        return false;
    }

    /// <summary>A reset or a snapshot may exchange all rows at once, which counts as no change of any.</summary>
    public void Forget() => at = null;

    /// <summary>The first column of what a statement finds. What it gives is to be left as it is.</summary>
    /// <param name="rows">The sandbox's rows, in a turn.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="company">The company that it is about; null where it is about none.</param>
    public List<string> Texts(SqliteConnection rows, string sql, string? company = null) =>
        kept.TryGetValue((sql, company), out var before) ? before : kept[(sql, company)] = Read(rows, sql, company);

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
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
