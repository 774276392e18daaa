using Emulator.Store.Images;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace Emulator.Store.Upgrades;

/// <summary>
/// Brings the rows of an earlier version's database over into this version's tables: the columns that both have as they
/// are, new ones from the seed's row of the same key, and else by default. New tables of resources stay empty, so that
/// nothing appears in anybody's world; new tables of what the service offers are the seed's.
/// </summary>
/// <param name="model">This version's tables.</param>
/// <param name="rows">A database that has them, empty; the earlier one is attached as <c>earlier</c>.</param>
internal sealed class Upgrade(StoreModel model, SqliteConnection rows)
{
    private const int ReadOnly = 4; // SQLITE_DESERIALIZE_READONLY

    /// <summary>Whether a database of other tables than this version's is one that can be brought over.</summary>
    public static bool Knows(StoreModel model, long fingerprint) =>
        fingerprint is > 0 and <= int.MaxValue && model.Earlier.Fingerprints.Contains((int)fingerprint);

    /// <summary>Attaches an image, to be read; it must be held until the connection is closed.</summary>
    public static void Attach(SqliteConnection rows, string schema, SandboxImage image)
    {
        Execute(rows, $"ATTACH ':memory:' AS \"{schema}\"");
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_deserialize(
                rows.Handle, schema, image.Address, image.Bytes.Length, image.Bytes.Length, ReadOnly),
            rows.Handle);
    }

    /// <summary>Brings them over, in one transaction.</summary>
    /// <param name="seed">The seed, in this version's tables.</param>
    /// <returns>What is wrong with a row as this version reads it; null where nothing is.</returns>
    /// <exception cref="SqliteException">A row that this version's tables don't take.</exception>
    public string? Run(SandboxImage seed)
    {
        Attach(rows, "seed", seed);
        try
        {
            using (var all = rows.BeginTransaction(deferred: true))
            {
                Bring();
                all.Commit();
            }

            return Wrong();
        }
        finally
        {
            Execute(rows, "DETACH \"seed\"");
            GC.KeepAlive(seed);
        }
    }

    private static void Execute(SqliteConnection rows, string sql)
    {
        using var command = rows.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Bring()
    {
        List<string> offered = [];
        foreach (var table in model.Model.GetEntityTypes())
        {
            var name = table.GetTableName()!;
            var before = ColumnsOf("earlier", name);
            if (before.Count > 0)
            {
                Execute(rows, Copy(table, name, before));
            }
            else if (!model.Staged.Contains(name))
            {
                Execute(rows, $"INSERT INTO main.\"{name}\" SELECT * FROM \"seed\".\"{name}\"");
                offered.Add(name);
            }
        }

        // Rows that were deleted have used their numbers up, too.
        Execute(rows, "DELETE FROM main.sqlite_sequence; INSERT INTO main.sqlite_sequence SELECT * FROM "
            + "\"earlier\".sqlite_sequence WHERE \"name\" IN (SELECT \"name\" FROM main.sqlite_master)");
        while (offered.Sum(DeleteAstray) > 0)
        {
            // What the seed offers to somebody who isn't in this world; and what hung on that.
        }
    }

    /// <summary>Deletes rows of a table that refer to what there isn't.</summary>
    private int DeleteAstray(string table)
    {
        using var command = rows.CreateCommand();
        command.CommandText = $"DELETE FROM main.\"{table}\" WHERE \"rowid\" IN (SELECT \"rowid\" FROM "
            + $"pragma_foreign_key_check('{table}', 'main'))";
        return command.ExecuteNonQuery();
    }

    private string Copy(IEntityType table, string name, Dictionary<string, bool> before)
    {
        var inSeed = ColumnsOf("seed", name);
        var keys = table.FindPrimaryKey()!.Properties.Select(key => key.GetColumnName()).ToList();
        var seeded = keys.All(key => before.ContainsKey(key) && inSeed.ContainsKey(key))
            ? string.Join(" AND ", keys.Select(key => $"s.\"{key}\" = o.\"{key}\""))
            : null;
        List<string> names = [], values = [];
        foreach (var property in table.GetProperties())
        {
            var column = property.GetColumnName();
            names.Add($"\"{column}\"");
            values.Add(Value(property, column));
        }

        return $"INSERT INTO main.\"{name}\" ({string.Join(", ", names)}) SELECT {string.Join(", ", values)} FROM "
            + $"\"earlier\".\"{name}\" o";

        string Value(IProperty property, string column)
        {
            if (before.TryGetValue(column, out var mayBeNull))
            {
                var value = model.Earlier.Completed.GetValueOrDefault($"{name}.{column}", $"o.\"{column}\"");
                return mayBeNull && !property.IsNullable
                    ? $"coalesce({value}, {DefaultOf(property, name, column)})"
                    : value;
            }

            if (model.Earlier.Carried.FirstOrDefault(carried =>
                carried.Table == name && carried.Column == column && carried.From.All(before.ContainsKey)) is { } one)
            {
                return one.Sql;
            }

            var ofSeed = seeded is null ? "NULL"
                : $"(SELECT s.\"{column}\" FROM \"seed\".\"{name}\" s WHERE {seeded})";
            return property.IsNullable ? ofSeed : $"coalesce({ofSeed}, {DefaultOf(property, name, column)})";
        }
    }

    /// <summary>What a column has in a row that is as old as it isn't, as SQL.</summary>
    /// <exception cref="InvalidOperationException">Its kind has none, and nothing is said of it.</exception>
    private string DefaultOf(IProperty property, string table, string column)
    {
        if (model.Earlier.Defaults.TryGetValue($"{table}.{column}", out var said))
        {
            return said;
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(string) ? "''"
            : type.IsEnum ? $"'{Enum.GetNames(type)[0]}'"
            : type.IsValueType ? "0"
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? "'[]'"
            : throw new InvalidOperationException($"{table}.{column} is new, and nothing says what it is in a row of "
                + "an earlier version");
    }

    /// <summary>A table's columns, and whether they may be null; none where there is no such table.</summary>
    private Dictionary<string, bool> ColumnsOf(string schema, string table)
    {
        using var command = rows.CreateCommand();
        command.CommandText = $"SELECT \"name\", \"notnull\" FROM pragma_table_info('{table}', '{schema}')";
        using var reader = command.ExecuteReader();
        var columns = new Dictionary<string, bool>(StringComparer.Ordinal);
        while (reader.Read())
        {
            columns.Add(reader.GetString(0), reader.GetInt64(1) == 0);
        }

        return columns;
    }

    /// <summary>What this version couldn't work with, though its tables take it.</summary>
    private string? Wrong()
    {
        if (rows.Scalar("SELECT \"table\" || ' refers to ' || \"parent\" FROM pragma_foreign_key_check") is { } astray)
        {
            return $"a row of {astray}, where there is no such row";
        }

        var values = new ValueCheck();
        return model.Model.GetEntityTypes()
            .Select(table => values.Of(rows, table.GetTableName()!, table.ClrType))
            .FirstOrDefault(unreadable => unreadable is not null);
    }
}
