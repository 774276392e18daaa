using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Emulator.Store;

/// <summary>
/// Whole tables in and out, by the model's own columns and converters but past change tracking and query compilation: a start from the seed is several
/// times faster this way, and nothing of a table is told twice.
/// </summary>
internal static class Bulk
{
    /// <summary>Inserts rows of one table. Within the caller's transaction, if there is one.</summary>
    public static void Insert<T>(this EmulatorDb db, IEnumerable<T> rows)
        where T : class
    {
        var columns = ColumnsOf(db, typeof(T)).Where(column => column.Property.ValueGenerated == ValueGenerated.Never || !column.Property.IsPrimaryKey()).ToArray();
        using var command = Connection(db).CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder("INSERT INTO \"").Append(db.Model.FindEntityType(typeof(T))!.GetTableName()).Append("\" (").AppendJoin(", ", columns.Select(column => $"\"{column.Name}\"")).Append(") VALUES (");
        sql.AppendJoin(", ", columns.Select((_, index) => $"@p{index}")).Append(')');
        command.CommandText = sql.ToString();
        for (var index = 0; index < columns.Length; index++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" });
        }

        foreach (var row in rows)
        {
            for (var index = 0; index < columns.Length; index++)
            {
                command.Parameters[index].Value = columns[index].Stored(row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    /// <summary>Reads every row of one table.</summary>
    public static List<T> ReadAll<T>(this EmulatorDb db)
        where T : class
    {
        var columns = ColumnsOf(db, typeof(T)).ToArray();
        using var command = Connection(db).CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column.Name}\""))} FROM \"{db.Model.FindEntityType(typeof(T))!.GetTableName()}\"";
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            var row = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
            for (var index = 0; index < columns.Length; index++)
            {
                columns[index].Restore(row, reader, index);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>One value of one row; null where there is none.</summary>
    public static object? Scalar(this EmulatorDb db, string sql, params string[] values)
    {
        using var command = Connection(db).CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue($"@p{index}", values[index]);
        }

        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }

    private static SqliteConnection Connection(EmulatorDb db) => (SqliteConnection)db.Database.GetDbConnection();

    private static IEnumerable<Column> ColumnsOf(EmulatorDb db, Type type) => db.Model.FindEntityType(type)!.GetProperties().Select(property => new Column(property));

    /// <summary>A column, and how its value is stored.</summary>
    private sealed class Column(IProperty property)
    {
        private readonly Type stored = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

        public IProperty Property => property;

        public string Name { get; } = property.GetColumnName();

        public object? Stored(object row)
        {
            var value = property.PropertyInfo!.GetValue(row);
            return value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        public void Restore(object row, DbDataReader reader, int index)
        {
            if (reader.IsDBNull(index))
            {
                return;
            }

            var value = reader.GetValue(index);
            property.PropertyInfo!.SetValue(row, property.GetTypeMapping().Converter is { } converter
                ? converter.ConvertFromProvider(value)
                : Convert.ChangeType(value, stored, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
