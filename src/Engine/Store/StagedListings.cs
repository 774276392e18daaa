using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>Whose the rows of a table are, and where the service shows one.</summary>
/// <param name="Table">The table.</param>
/// <param name="Company">An SQL expression over a row: the id of its company.</param>
/// <param name="Party">The same of another company that is a party of it; null where there is none.</param>
/// <param name="ShownAt">The path of the service's read, with names in braces; null where there is none.</param>
/// <param name="ShownWhere">The rows that are shown there, as an SQL condition; null for all.</param>
internal sealed record OwnedRows(string Table, string Company, string? Party, string? ShownAt, string? ShownWhere);

/// <summary>A table whose rows have a lifecycle.</summary>
/// <param name="Machine">The lifecycle's name.</param>
/// <param name="Table">The table.</param>
/// <param name="Name">What a row is called, as SQL.</param>
/// <param name="Owner">Whose its rows are; null where nobody said it.</param>
internal sealed record StagedTable(string Machine, string Table, string Name, OwnedRows? Owner);

/// <summary>A row of one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Its state, as rows have it.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Due">When the service moves it on, UTC; null where it doesn't.</param>
/// <param name="Name">What people call it; null where it has no name.</param>
/// <param name="CompanyId">The company that it belongs to; null where that isn't known.</param>
internal sealed record StagedRow(
    string Id,
    string Status,
    DateTimeOffset Since,
    DateTimeOffset? Due,
    string? Name,
    string? CompanyId);

/// <summary>Which rows are asked for.</summary>
/// <param name="Status">Only in this state, as rows have it; null for any.</param>
/// <param name="CompanyId">Only those of a company, or of which it is a party; null for any.</param>
/// <param name="Words">Only those with this in their name or their id, without regard to case; null for any.</param>
internal sealed record StagedFilter(string? Status, string? CompanyId, string? Words);

/// <summary>
/// Lists of rows with a lifecycle, whatever they are: read in pages, past EF Core, by what their resources registered.
/// </summary>
internal static partial class StagedListings
{
    /// <summary>How many rows there are.</summary>
    public static int CountStaged(this SqliteConnection rows, StagedTable table, StagedFilter filter) =>
        IsNever(table, filter) ? 0 : Convert.ToInt32(
            rows.Scalar($"SELECT count(*) FROM \"{table.Table}\"{Where(table, filter)}", Values(filter)),
            CultureInfo.InvariantCulture);

    /// <summary>A page of them, those that were made last first.</summary>
    public static List<StagedRow> PageOfStaged(
        this SqliteConnection rows, StagedTable table, StagedFilter filter, int offset, int limit) =>
        IsNever(table, filter) || limit == 0
            ? []
            : rows.ReadStaged(
                table,
                $"{Where(table, filter)} ORDER BY \"{table.Table}\".rowid DESC LIMIT CAST(@p3 AS INTEGER) "
                + "OFFSET CAST(@p4 AS INTEGER)",
                [.. Values(filter), Text(limit), Text(offset)]);

    /// <summary>Those that the service moves on by itself, earliest first.</summary>
    public static List<StagedRow> DueNext(this SqliteConnection rows, StagedTable table, int limit) =>
        rows.ReadStaged(
            table,
            " WHERE \"Due\" IS NOT NULL ORDER BY \"Due\", \"Id\" LIMIT CAST(@p0 AS INTEGER)",
            [Text(limit)]);

    /// <summary>How many of them the service moves on by itself.</summary>
    public static int CountDue(this SqliteConnection rows, StagedTable table) => Convert.ToInt32(
        rows.Scalar($"SELECT count(*) FROM \"{table.Table}\" WHERE \"Due\" IS NOT NULL"),
        CultureInfo.InvariantCulture);

    /// <summary>One row; null where there is none.</summary>
    public static StagedRow? FindStaged(this SqliteConnection rows, StagedTable table, string id) =>
        rows.ReadStaged(table, $" WHERE \"{table.Table}\".\"Id\" = @p0", [id]) is [var row] ? row : null;

    /// <summary>How many rows are in each state, as rows have it.</summary>
    public static Dictionary<string, int> CountByStatus(this SqliteConnection rows, string table)
    {
        using var command = rows.Command($"SELECT \"Status\", count(*) FROM \"{table}\" GROUP BY \"Status\"");
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read())
        {
            counts.Add(reader.GetString(0), reader.GetInt32(1));
        }

        return counts;
    }

    /// <summary>Where the service shows a row; null where it doesn't.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="table">Its table.</param>
    /// <param name="row">The row.</param>
    /// <param name="company">The username of its company; null where it has none.</param>
    public static string? ShownAt(this SqliteConnection rows, StagedTable table, StagedRow row, string? company)
    {
        if (table.Owner is not { ShownAt: { } path } owner || company is null
            || (owner.ShownWhere is { } where && rows.Scalar(
                $"SELECT 1 FROM \"{table.Table}\" WHERE \"{table.Table}\".\"Id\" = @p0 AND ({where})", row.Id) is null))
        {
            return null;
        }

        var isWhole = true;
        var shown = PlaceRegex().Replace(path, place =>
        {
            var value = place.Groups[1].Value switch
            {
                "company" => company,
                "companyId" => row.CompanyId,
                var column => Convert.ToString(
                    rows.Scalar($"SELECT \"{column}\" FROM \"{table.Table}\" WHERE \"Id\" = @p0", row.Id),
                    CultureInfo.InvariantCulture),
            };
            isWhole &= !string.IsNullOrEmpty(value);
            return Uri.EscapeDataString(value ?? "");
        });
        return isWhole ? shown : null;
    }

    private static bool IsNever(StagedTable table, StagedFilter filter) =>
        filter.CompanyId is not null && table.Owner is null;

    private static string Where(StagedTable table, StagedFilter filter)
    {
        var conditions = new List<string>();
        if (filter.Status is not null)
        {
            conditions.Add("\"Status\" = @p0");
        }

        if (filter.CompanyId is not null)
        {
            conditions.Add(table.Owner!.Party is { } party
                ? $"({table.Owner.Company} = @p1 OR {party} = @p1)"
                : $"{table.Owner.Company} = @p1");
        }

        if (filter.Words is not null)
        {
            conditions.Add($"(\"{table.Table}\".\"Id\" LIKE @p2 ESCAPE '\\' OR {table.Name} LIKE @p2 ESCAPE '\\')");
        }

        return conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
    }

    private static string[] Values(StagedFilter filter) =>
        [filter.Status ?? "", filter.CompanyId ?? "", filter.Words is null ? "" : $"%{Literal(filter.Words)}%"];

    private static string Literal(string words) => new StringBuilder(words)
        .Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").ToString();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<StagedRow> ReadStaged(
        this SqliteConnection rows, StagedTable table, string more, string[] values)
    {
        using var command = rows.Command(
            $"SELECT \"{table.Table}\".\"Id\", \"Status\", \"Since\", \"Due\", {table.Name}, "
            + $"{table.Owner?.Company ?? "NULL"} FROM \"{table.Table}\"{more}",
            values);
        using var reader = command.ExecuteReader();
        var found = new List<StagedRow>();
        while (reader.Read())
        {
            found.Add(new StagedRow(
                reader.GetString(0),
                reader.GetString(1),
                new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero),
                reader.IsDBNull(3) ? null : new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5)));
        }

        return found;
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlaceRegex();
}
