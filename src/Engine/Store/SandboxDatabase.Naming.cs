using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>What rows are called. Only within a turn.</summary>
internal sealed partial class SandboxDatabase
{
    private const string NoName = "NULL";

    /// <summary>
    /// What people call a row that was written; null where it has no name, or got it from others and is gone.
    /// </summary>
    public string? NameOf(RowChange change)
    {
        var name = model.NameOf(change.Table);
        if (IsColumn(name))
        {
            // Most are called by a member of their own: no query is needed.
            return change.Kind.FindProperty(name[1..^1])?.GetGetter().GetClrValue(change.Row) as string;
        }

        return name != NoName && change.State != EntityState.Deleted
            && change.Kind.FindPrimaryKey()!.Properties is [var key]
            && key.ClrType == typeof(string)
            ? NameOf(change.Table, (string)key.GetGetter().GetClrValue(change.Row)!, key.GetColumnName())
            : null;
    }

    /// <summary>What people call the row with an id; null where it has no name.</summary>
    public string? NameOf(string table, string id, string key = "Id") =>
        Rows.Scalar($"SELECT {model.NameOf(table)} FROM \"{table}\" WHERE \"{table}\".\"{key}\" = @p0", id) as string;

    private static bool IsColumn(string name) =>
        name.Length > 2 && name[0] == '"' && name.IndexOf('"', 1) == name.Length - 1;
}
