using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>
/// How rows of a kind are filled from a result. By reflection at first, which costs nothing to begin with; by typed
/// setters once a kind is read again and again, which take time to make and less with each row.
/// </summary>
/// <typeparam name="T">The kind of row.</typeparam>
internal static class RowFilling<T>
    where T : class
{
    /// <summary>From so many reads on it pays to make setters: a start reads each table once or twice.</summary>
    private const int Often = 16;

    private static int reads;
    private static volatile ColumnFilling<T>[] lastColumns = [];

    /// <summary>What fills each column of a result, in its order.</summary>
    public static ColumnFilling<T>[] Of(SqliteDataReader reader)
    {
        var often = Interlocked.Increment(ref reads) > Often;
        var last = lastColumns;
        if (Fits(last, reader, often))
        {
            return last;
        }

        var columns = new ColumnFilling<T>[reader.FieldCount];
        for (var index = 0; index < columns.Length; index++)
        {
            columns[index] = ColumnFilling<T>.Of(typeof(T).GetProperty(reader.GetName(index))!, often);
        }

        return lastColumns = columns;
    }

    private static bool Fits(ColumnFilling<T>[] columns, SqliteDataReader reader, bool often)
    {
        if (columns.Length != reader.FieldCount || (often && !columns[0].IsFast))
        {
            return false;
        }

        for (var index = 0; index < columns.Length; index++)
        {
            if (!string.Equals(columns[index].Name, reader.GetName(index), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Fills one column.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
internal abstract class ColumnFilling<T>(string name, bool isFast)
    where T : class
{
    /// <summary>The column.</summary>
    public string Name => name;

    /// <summary>Whether it is made for being used often.</summary>
    public bool IsFast => isFast;

    /// <summary>Sets the row's property to the column's value, which isn't null.</summary>
    public abstract void Fill(T row, SqliteDataReader reader, int column);

    /// <summary>What fills a property.</summary>
    public static ColumnFilling<T> Of(PropertyInfo property, bool often) => often
        ? (ColumnFilling<T>)Activator.CreateInstance(
            typeof(Fast<>).MakeGenericType(typeof(T), property.PropertyType), property)!
        : new Plain(property);

    private sealed class Plain(PropertyInfo property) : ColumnFilling<T>(property.Name, isFast: false)
    {
        public override void Fill(T row, SqliteDataReader reader, int column) =>
            property.SetValue(row, Columns.Restored(reader.GetValue(column), property.PropertyType));
    }

    private sealed class Fast<TValue>(PropertyInfo property) : ColumnFilling<T>(property.Name, isFast: true)
    {
        private readonly Action<T, TValue> set = property.SetMethod!.CreateDelegate<Action<T, TValue>>();
        private readonly Func<SqliteDataReader, int, TValue> read = ColumnReading.Of<TValue>();

        public override void Fill(T row, SqliteDataReader reader, int column) => set(row, read(reader, column));
    }
}

/// <summary>How the values of a type are read from a column that isn't null.</summary>
internal static class ColumnReading
{
    /// <summary>The reading of a type.</summary>
    public static Func<SqliteDataReader, int, T> Of<T>()
    {
        Delegate read = Type.GetTypeCode(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) switch
        {
            TypeCode.String => (SqliteDataReader reader, int column) => reader.GetString(column),
            TypeCode.Boolean when typeof(T) == typeof(bool) => (SqliteDataReader reader, int column) =>
                reader.GetInt64(column) != 0,
            TypeCode.Int32 when typeof(T) == typeof(int) => (SqliteDataReader reader, int column) =>
                (int)reader.GetInt64(column),
            TypeCode.Int32 when typeof(T) == typeof(int?) => (SqliteDataReader reader, int column) =>
                (int?)reader.GetInt64(column),
            TypeCode.Int64 when typeof(T) == typeof(long) => (SqliteDataReader reader, int column) =>
                reader.GetInt64(column),
            _ when typeof(T) == typeof(DateTimeOffset) => (SqliteDataReader reader, int column) =>
                new DateTimeOffset(reader.GetInt64(column), TimeSpan.Zero),
            _ when typeof(T) == typeof(DateTimeOffset?) => (SqliteDataReader reader, int column) =>
                (DateTimeOffset?)new DateTimeOffset(reader.GetInt64(column), TimeSpan.Zero),
            _ => new Remembered<T>().Read,
        };
        return (Func<SqliteDataReader, int, T>)read;
    }

    /// <summary>
    /// Values that are parsed, such as words and JSON: those met before are at hand. They are never changed inside, so
    /// rows may share them.
    /// </summary>
    private sealed class Remembered<T>
    {
        /// <summary>More different ones aren't worth remembering.</summary>
        private const int Most = 512;

        private readonly ConcurrentDictionary<object, T> known = new();
        private int count;

        public T Read(SqliteDataReader reader, int column)
        {
            var stored = reader.GetValue(column);
            if (known.TryGetValue(stored, out var value))
            {
                return value;
            }

            value = (T)Columns.Restored(stored, typeof(T));
            if (Volatile.Read(ref count) < Most && known.TryAdd(stored, value))
            {
                Interlocked.Increment(ref count);
            }

            return value;
        }
    }
}
