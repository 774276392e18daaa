using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Emulator.Tests.Store;

/// <summary>What a statement answers, as text.</summary>
internal static class RowTexts
{
    /// <summary>Each row as a line, its columns one behind the other.</summary>
    /// <param name="rows">The database.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="but">A column whose values count as equal; null for none.</param>
    public static List<string> Texts(this SqliteConnection rows, string sql, string? but = null)
    {
        using var command = rows.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column =>
                reader.GetName(column) == but
                    ? but
                    : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return texts;
    }
}
