using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// A dotted path, walked the way MongoDB does: a step onto an array goes into each of its objects (or, if it is a
/// number, to that element), and an array at the end offers each element, then itself.
/// </summary>
internal sealed class PropertyPath(string path)
{
    private readonly string[] steps = path.Split('.');

    /// <summary>
    /// Whether any value the path finds in the row satisfies the test. An object that lacks the property offers
    /// <see cref="FilterValue.Absent"/>; an empty array on the way offers nothing.
    /// </summary>
    internal bool Any(JsonObject row, Func<FilterValue, bool> test) => Any(row, 0, test);

    private bool Any(JsonNode? node, int step, Func<FilterValue, bool> test)
    {
        if (step == steps.Length)
        {
            return AnyAtTheEnd(node, test);
        }

        return node switch
        {
            JsonObject inner => inner.TryGetPropertyValue(steps[step], out var value)
                ? Any(value, step + 1, test)
                : test(FilterValue.Absent),
            JsonArray items => AnyInside(items, step, test),
            _ => test(FilterValue.Absent),
        };
    }

    private bool AnyInside(JsonArray items, int step, Func<FilterValue, bool> test)
    {
        if (int.TryParse(steps[step], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < items.Count
            && Any(items[index], step + 1, test))
        {
            return true;
        }

        foreach (var item in items)
        {
            if (item is JsonObject && Any(item, step, test))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyAtTheEnd(JsonNode? node, Func<FilterValue, bool> test)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                if (test(FilterValue.Of(item)))
                {
                    return true;
                }
            }
        }

        return test(FilterValue.Of(node));
    }
}
