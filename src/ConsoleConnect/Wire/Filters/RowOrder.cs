using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// Sorts rows by the keys of <c>order</c>. Rows alike keep their order. A value that is missing comes first, and of an
/// array the smallest element counts when ascending, the largest when descending, as in MongoDB.
/// </summary>
internal static class RowOrder
{
    internal static IReadOnlyList<JsonObject> Sort(IReadOnlyList<JsonObject> rows, IReadOnlyList<SortKey> order)
    {
        var values = new FilterValue[rows.Count][];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = new FilterValue[order.Count];
        }

        for (var key = 0; key < order.Count; key++)
        {
            var path = new PropertyPath(order[key].Path);
            for (var row = 0; row < values.Length; row++)
            {
                values[row][key] = ValueOf(rows[row], path, order[key].Descending);
            }
        }

        var positions = new int[rows.Count];
        for (var row = 0; row < positions.Length; row++)
        {
            positions[row] = row;
        }

        Array.Sort(positions, (left, right) =>
            Compare(values[left], values[right], order) is var sign and not 0 ? sign : left.CompareTo(right));
        return Array.ConvertAll(positions, position => rows[position]);
    }

    private static FilterValue ValueOf(JsonObject row, PropertyPath path, bool largest)
    {
        FilterValue? chosen = null;
        path.Any(row, value =>
        {
            // An array offers itself after its elements; only they have an order.
            if (value.Kind != FilterValueKind.Structure
                && (chosen is not { } best || (largest ? value.SortAgainst(best) > 0 : value.SortAgainst(best) < 0)))
            {
                chosen = value;
            }

            return false;
        });
        return chosen ?? FilterValue.Absent;
    }

    private static int Compare(FilterValue[] left, FilterValue[] right, IReadOnlyList<SortKey> order)
    {
        for (var key = 0; key < order.Count; key++)
        {
            var sign = left[key].SortAgainst(right[key]);
            if (sign != 0)
            {
                return order[key].Descending ? -sign : sign;
            }
        }

        return 0;
    }
}
