using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Emulator.Store.Images;

/// <summary>
/// What differs between two states, table by table: both are read in the order of their keys, side by side, so that no
/// table is held in memory. How the clock and the ids stand is no part of it.
/// </summary>
internal static class ImageDiff
{
    /// <summary>The tables that differ.</summary>
    /// <param name="before">The one state.</param>
    /// <param name="after">The other.</param>
    /// <param name="model">Their tables.</param>
    /// <param name="most">The most rows that are listed of each kind of difference in a table; all are counted.</param>
    public static IReadOnlyList<TableDiff> Between(SandboxImage before, SandboxImage after, StoreModel model, int most)
    {
        using var one = before.Open();
        using var other = after.Open();
        return
        [
            .. model
                .Model.GetEntityTypes()
                .Where(table => table.ClrType != typeof(SandboxState))
                .OrderBy(table => table.GetTableName(), StringComparer.Ordinal)
                .Select(table => new ComparedTable(table, model.NameOf(table.GetTableName()!)))
                .Select(table => Between(table, one.Rows, other.Rows, most))
                .Where(table => !table.IsEmpty),
        ];
    }

    private static TableDiff Between(ComparedTable table, SqliteConnection before, SqliteConnection after, int most)
    {
        var diff = new TableDiff(table.Name, most);
        using var olds = new RowsInOrder(table, before);
        using var news = new RowsInOrder(table, after);
        while (olds.Row is not null || news.Row is not null)
        {
            var order = olds.Row is null ? 1 : news.Row is null ? -1 : table.Order(olds.Row, news.Row);
            if (order < 0)
            {
                diff.Removed.Add(() => table.Named(olds.Row!));
            }
            else if (order > 0)
            {
                diff.Added.Add(() => table.Named(news.Row!));
            }
            else if (!olds.Row.AsSpan(0, table.Columns.Count).SequenceEqual(news.Row.AsSpan(0, table.Columns.Count)))
            {
                diff.Changed.Add(() => new RowDiff(table.Named(news.Row!), table.Changes(olds.Row!, news.Row!)));
            }

            if (order <= 0)
            {
                olds.Advance();
            }

            if (order >= 0)
            {
                news.Advance();
            }
        }

        return diff;
    }

    /// <summary>A table's rows, one after the other.</summary>
    private sealed class RowsInOrder : IDisposable
    {
        private readonly SqliteCommand command;
        private readonly SqliteDataReader reader;

        public RowsInOrder(ComparedTable table, SqliteConnection rows)
        {
            command = rows.Command(table.Query);
            reader = command.ExecuteReader();
            Advance();
        }

        /// <summary>The row that is looked at; null after the last.</summary>
        public object[]? Row { get; private set; }

        public void Advance()
        {
            Row = reader.Read() ? new object[reader.FieldCount] : null;
            if (Row is not null)
            {
                reader.GetValues(Row);
            }
        }

        public void Dispose()
        {
            reader.Dispose();
            command.Dispose();
        }
    }

    /// <summary>How a table's rows are read, told from each other and named.</summary>
    private sealed class ComparedTable
    {
        private readonly IReadOnlyList<int> key;

        public ComparedTable(IEntityType table, string nameOfRow)
        {
            Name = table.GetTableName()!;
            Columns = [.. table.GetProperties()];
            key = [.. table.FindPrimaryKey()!.Properties.Select(property => Columns.IndexOf(property))];
            Query = $"""
                SELECT {string.Join(", ", Columns.Select(column => $"\"{column.GetColumnName()}\""))}, {nameOfRow}
                FROM "{Name}" ORDER BY {string.Join(
                    ", ",
                    key.Select(column => $"\"{Columns[column].GetColumnName()}\" COLLATE BINARY")
                )}
                """;
        }

        public string Name { get; }

        public List<IProperty> Columns { get; }

        /// <summary>
        /// Reads the rows in the order of their keys, each with its readable name behind the columns.
        /// </summary>
        public string Query { get; }

        /// <summary>Which of two rows comes first, as the database orders them.</summary>
        public int Order(object[] one, object[] other) =>
            key.Select(column => Order(one[column], other[column])).FirstOrDefault(order => order != 0);

        public RowNamed Named(object[] row) =>
            new(
                key.Any(column => Readable.IsSecret(Name, Columns[column].Name))
                    ? Readable.Hidden
                    : string.Join('/', key.Select(column => row[column])),
                row[^1] as string);

        public IReadOnlyList<ColumnChange> Changes(object[] one, object[] other) =>
            [
                .. Enumerable
                    .Range(0, Columns.Count)
                    .Where(column => !Equals(one[column], other[column]))
                    .Select(column => new ColumnChange(
                        Columns[column].Name,
                        Readable.Value(Name, Columns[column], one[column]),
                        Readable.Value(Name, Columns[column], other[column]))),
            ];

        private static int Order(object one, object other) =>
            (one, other) switch
            {
                (long left, long right) => left.CompareTo(right),
                (string left, string right) => Encoding
                    .UTF8.GetBytes(left)
                    .AsSpan()
                    .SequenceCompareTo(Encoding.UTF8.GetBytes(right)),
                _ => throw new InvalidOperationException($"A key is {one.GetType()}."),
            };
    }
}

/// <summary>What differs in one table.</summary>
/// <param name="table">The table.</param>
/// <param name="most">The most rows that are listed of each kind.</param>
internal sealed class TableDiff(string table, int most)
{
    public string Table => table;

    public Bounded<RowNamed> Added { get; } = new(most);

    public Bounded<RowNamed> Removed { get; } = new(most);

    public Bounded<RowDiff> Changed { get; } = new(most);

    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;
}

/// <summary>The first of many; all are counted.</summary>
internal sealed class Bounded<T>(int most)
{
    private readonly List<T> told = [];

    public int Count { get; private set; }

    public IReadOnlyList<T> Told => told;

    public void Add(Func<T> make)
    {
        if (Count++ < most)
        {
            told.Add(make());
        }
    }
}

/// <summary>A row.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What people call it; null where it has no name.</param>
internal sealed record RowNamed(string Id, string? Name);

/// <summary>A row that has changed.</summary>
internal sealed record RowDiff(RowNamed Row, IReadOnlyList<ColumnChange> Columns);

/// <summary>What has changed in it.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="From">What was in it; an instant, text, number, truth value or JSON; null for nothing.</param>
/// <param name="To">What is in it.</param>
internal sealed record ColumnChange(string Column, object? From, object? To);
