using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// The <c>filter</c> parameter of LoopBack 3, parsed and checked whole: once this object exists, applying it can fail
/// only by its patterns taking too long.
/// </summary>
/// <param name="Where">What a row must satisfy; null is every row.</param>
/// <param name="Order">Sort keys, the first one deciding first; empty keeps the order of the rows.</param>
/// <param name="Limit">At most so many rows; null is all of them (also what <c>0</c> means to LoopBack).</param>
/// <param name="Skip">So many rows are passed over first (<c>skip</c> or <c>offset</c>).</param>
/// <param name="Fields">Which top-level properties an answer keeps; null is all.</param>
internal sealed record LoopBackFilter(
    Where? Where,
    IReadOnlyList<SortKey> Order,
    int? Limit,
    int Skip,
    FieldSelection? Fields)
{
    /// <summary>What was sent beside these, and says nothing.</summary>
    internal IReadOnlyList<string> Overlooked { get; init; } = [];

    /// <summary>The filter that changes nothing.</summary>
    internal static LoopBackFilter Everything { get; } = new(null, [], null, 0, null);

    /// <summary>Reads the parameter as it was sent; absent, empty and <c>null</c> filter nothing.</summary>
    /// <exception cref="BadFilterException">The service would refuse it.</exception>
    internal static LoopBackFilter Parse(string? json) => FilterParser.Parse(json);

    /// <summary>
    /// The rows that match, in order, cut to the page and to the chosen fields. Rows themselves are never changed:
    /// without <see cref="Fields"/> the very same objects come back, with them new ones.
    /// </summary>
    /// <exception cref="BadFilterException">Its patterns take longer than a filter may.</exception>
    internal IReadOnlyList<JsonNode?> Apply(IEnumerable<JsonObject> rows)
    {
        var matches = Where is null ? null : RowPredicate.Of(Where);
        var kept = new List<JsonObject>();
        foreach (var row in rows)
        {
            if (matches is null || matches(row))
            {
                kept.Add(row);
            }
        }

        var sorted = Order.Count == 0 ? kept : RowOrder.Sort(kept, Order);
        return Page(sorted);
    }

    private List<JsonNode?> Page(IReadOnlyList<JsonObject> rows)
    {
        var first = Math.Min(Skip, rows.Count);
        var count = Math.Min(Limit ?? int.MaxValue, rows.Count - first);
        var page = new List<JsonNode?>(count);
        for (var index = first; index < first + count; index++)
        {
            page.Add(Fields is null ? rows[index] : Fields.Of(rows[index]));
        }

        return page;
    }
}

/// <summary>One key of <c>order</c>; the path may be dotted, as in a <c>where</c>.</summary>
internal sealed record SortKey(string Path, bool Descending);

/// <summary>The <c>fields</c> of a filter: either the names to keep, or the names to leave out.</summary>
internal sealed record FieldSelection(IReadOnlySet<string> Names, bool Keep)
{
    internal JsonObject Of(JsonObject row)
    {
        var selected = new JsonObject();
        foreach (var (name, value) in row)
        {
            if (Names.Contains(name) == Keep)
            {
                selected[name] = value?.DeepClone();
            }
        }

        return selected;
    }
}
