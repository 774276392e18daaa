using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Store;

/// <summary>
/// Rows in and out past EF Core: for what every start does (the seed, the reference data) and for what is polled. EF
/// Core's model alone takes longer to make than a bare web server takes to start, so nothing on the way to the first
/// answer may need it. The columns are the database's own; how values are kept is in <see cref="Columns"/>, for
/// both ways. A test holds that both ways read the same.
/// </summary>
internal static class Rows
{
    /// <summary>Inserts rows of one table. Within the caller's transaction, if there is one.</summary>
    public static void Insert<T>(this SqliteConnection rows, string table, IEnumerable<T> values)
        where T : class
    {
        var columns = ColumnsOf(rows, table, typeof(T));
        var sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select(_ => "?"))})";

        // Bound by number: a command looks each parameter up by its name for each row, which takes longer than to
        // insert it.
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(rows.Handle, sql, out var statement), rows.Handle);
        using (statement)
        {
            foreach (var row in values)
            {
                for (var index = 0; index < columns.Count; index++)
                {
                    Bind(
                        statement,
                        index + 1,
                        Columns.Stored(columns[index].GetValue(row), columns[index].PropertyType));
                }

                var done = raw.sqlite3_step(statement);
                if (done != raw.SQLITE_DONE)
                {
                    SqliteException.ThrowExceptionForRC(done, rows.Handle);
                }

                _ = raw.sqlite3_reset(statement);
            }
        }
    }

    /// <summary>Reads rows of one table.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="condition">What follows the table's name, with <c>@p0</c> … for the values.</param>
    /// <param name="values">The values.</param>
    public static List<T> Read<T>(
        this SqliteConnection rows,
        string table,
        string condition = "",
        params string[] values)
        where T : class => rows.Read<T>("", table, condition, values);

    private static List<T> Read<T>(
        this SqliteConnection rows, string note, string table, string condition, params string[] values)
        where T : class
    {
        using var command = Command(rows, $"{note}SELECT * FROM \"{table}\" {condition}", values);
        using var reader = command.ExecuteReader();
        var columns = RowFilling<T>.Of(reader);
        var found = new List<T>();
        while (reader.Read())
        {
            var row = Blank<T>.New();
            for (var index = 0; index < columns.Length; index++)
            {
                if (!reader.IsDBNull(index))
                {
                    columns[index].Fill(row, reader, index);
                }
            }

            found.Add(row);
        }

        return found;
    }

    /// <summary>Reads the rows of one table that have a value in a column of text.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The text in it.</param>
    /// <param name="more">What follows the condition; nothing of other tables.</param>
    public static List<T> ReadWithin<T>(
        this SqliteConnection rows,
        string table,
        string column,
        string value,
        string more = "")
        where T : class =>
        rows.Read<T>($"-- within {table}.{column}\n", table, $"WHERE \"{column}\" = @p0 {more}", value);

    /// <summary>One value of one row; null where there is none.</summary>
    public static object? Scalar(this SqliteConnection rows, string sql, params string[] values)
    {
        using var command = Command(rows, sql, values);
        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }

    /// <summary>What a query finds, the first column of each row, read one by one; null is left out.</summary>
    public static IEnumerable<string> Texts(this SqliteConnection rows, string sql)
    {
        using var command = rows.Command(sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (!reader.IsDBNull(0))
            {
                yield return reader.GetString(0);
            }
        }
    }

    /// <summary>A command on the sandbox's connection, in the transaction that is under way.</summary>
    public static SqliteCommand Command(this SqliteConnection rows, string sql, params string[] values)
    {
        if (rows is SandboxConnection sandbox)
        {
            return sandbox.Prepared(sql, values);
        }

        var command = rows.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue($"@p{index}", values[index]);
        }

        return command;
    }

    /// <summary>Whether any table has a row with an id.</summary>
    public static bool HasRow(this SqliteConnection rows, string id)
    {
        List<string> tables = [];
        using (var command = rows.CreateCommand())
        {
            command.CommandText =
                "SELECT m.\"name\" FROM sqlite_master m JOIN pragma_table_info(m.\"name\") c WHERE "
                + "m.\"type\" = 'table' AND c.\"name\" = 'Id' AND c.\"type\" = 'TEXT'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        using var search = rows.CreateCommand();
        search.CommandText = $"SELECT {string.Join(
            " OR ", tables.Select(table => $"EXISTS (SELECT 1 FROM \"{table}\" WHERE \"Id\" = @id)"))}";
        search.Parameters.AddWithValue("@id", id);
        return search.ExecuteScalar() is 1L;
    }

    private static void Bind(sqlite3_stmt statement, int number, object stored) => _ = stored switch
    {
        string text => raw.sqlite3_bind_text(statement, number, text),
        long whole => raw.sqlite3_bind_int64(statement, number, whole),
        int whole => raw.sqlite3_bind_int64(statement, number, whole),
        double real => raw.sqlite3_bind_double(statement, number, real),
        _ => raw.sqlite3_bind_null(statement, number),
    };

    /// <summary>The table's columns that a row has a value for: counters are the database's to fill.</summary>
    private static List<PropertyInfo> ColumnsOf(SqliteConnection rows, string table, Type type)
    {
        using var command = Command(rows, $"SELECT \"name\" FROM pragma_table_info('{table}') WHERE \"name\" <> "
            + "'Sequence'");
        using var reader = command.ExecuteReader();
        var columns = new List<PropertyInfo>();
        while (reader.Read())
        {
            columns.Add(type.GetProperty(reader.GetString(0))!);
        }

        return columns;
    }

    /// <summary>
    /// Rows before they are filled. Those with lists of their own have a constructor that makes them.
    /// </summary>
    private static class Blank<T>
        where T : class
    {
        private static readonly bool HasConstructor = typeof(T).GetConstructor(Type.EmptyTypes) is not null;

        public static T New() => HasConstructor
            ? Activator.CreateInstance<T>()
            : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
    }
}
