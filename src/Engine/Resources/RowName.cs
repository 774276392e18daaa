namespace Emulator.Resources;

/// <summary>What rows are called, as SQL over a row, in tables without a column Name.</summary>
internal static class RowName
{
    /// <summary>Rows that have no name.</summary>
    public const string None = "NULL";

    /// <summary>Rows that are called as another one is.</summary>
    /// <param name="column">The column that refers to it.</param>
    /// <param name="table">Its table.</param>
    /// <param name="name">The column with its name.</param>
    /// <param name="of">The table of the rows, where the other one has a column of the same name too.</param>
    public static string Through(string column, string table, string name, string? of = null) =>
        $"(SELECT \"{name}\" FROM \"{table}\" WHERE \"{table}\".\"Id\" = "
        + $"{(of is null ? "" : $"\"{of}\".")}\"{column}\")";
}
