using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>
/// What a piece of work has read. Every query is noted when it runs, by the text it has: each table that it names
/// counts as read whole, unless the query says by which columns it is narrowed (see <see cref="Narrowing"/>).
/// </summary>
internal sealed class ReadSet
{
    private readonly HashSet<RowRange> ranges = [];

    /// <summary>What was read.</summary>
    public IReadOnlyCollection<RowRange> Ranges => ranges;

    /// <summary>Notes what was read without a query: something that is remembered.</summary>
    public void Note(RowRange range) => ranges.Add(range);

    /// <summary>Notes a query that runs now.</summary>
    public void Note(SqliteCommand query)
    {
        var reads = Narrowing.Of(query.CommandText);
        foreach (var table in reads.Tables)
        {
            ranges.Add(new RowRange(table));
        }

        foreach (var (table, column, member) in reads.Narrowed)
        {
            if (column is null)
            {
                ranges.Add(new RowRange(table, Member: member));
                continue;
            }

            // The text that narrows it is one of its values: where there are several, more counts as read than was.
            foreach (SqliteParameter parameter in query.Parameters)
            {
                if (parameter.Value is string value)
                {
                    ranges.Add(new RowRange(table, column, value, member));
                }
            }
        }
    }
}

/// <summary>
/// How a query says by which columns it chooses the rows of a table, in a comment in front: <c>-- within table.Id</c>.
/// It must then read no row of the table in which none of the columns has one of the query's values. With <c>-- within
/// table.CompanyId of Status</c> it looks at no other member, with <c>-- within table of Status</c> neither, in any
/// row. Rows that are added or removed always count.
/// </summary>
internal static partial class Narrowing
{
    private const string Mark = "-- within ";

    /// <summary>The most texts that are remembered: filters of clients make new ones.</summary>
    private const int Most = 2000;

    private static readonly ConcurrentDictionary<string, QueryReads> Known = new(StringComparer.Ordinal);

    /// <summary>Only the rows that have a value in a column of text, and says so.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="rows">The query; it begins at the table.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The text.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, string table, string column, string value)
        where T : class =>
        rows.Where(row => EF.Property<string>(row, column) == value).TagWith($"within {table}.{column}");

    /// <summary>What a query of a text reads.</summary>
    public static QueryReads Of(string text)
    {
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (Known.Count > Most)
        {
            Known.Clear();
        }

        return Known[text] = Read(text);
    }

    private static QueryReads Read(string text)
    {
        List<(string Table, string? Column, string? Member)> narrowed = [];
        foreach (
            var line in text.Split('\n')
                .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal) || line.Trim().Length == 0))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                narrowed.AddRange(line[Mark.Length..].Split(',').Select(One));
            }
        }

        // A table that is read in two places is narrowed in one of them at most.
        var tables = Sources().Matches(text).GroupBy(match => match.Groups[1].Value, StringComparer.Ordinal)
            .Where(places => places.Count() > 1 || !narrowed.Exists(one => one.Table == places.Key))
            .Select(places => places.Key);
        return new QueryReads([.. tables], narrowed);

        static (string Table, string? Column, string? Member) One(string said)
        {
            var words = said.Trim().Split(' ');
            var name = words[0].Split('.');
            return (name[0], name.ElementAtOrDefault(1), words is [_, "of", var member] ? member : null);
        }
    }

    // Compiled: every process needs it, and an expression that is made when it is needed takes longer than a query.
    [GeneratedRegex("(?:FROM|JOIN)\\s+\"(\\w+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Sources();
}

/// <summary>What a query reads.</summary>
/// <param name="Tables">The tables that count as read whole.</param>
/// <param name="Narrowed">
/// The columns by which others are narrowed, each with the one member that is looked at, or null.
/// </param>
internal sealed record QueryReads(
    IReadOnlyList<string> Tables, IReadOnlyList<(string Table, string? Column, string? Member)> Narrowed);
