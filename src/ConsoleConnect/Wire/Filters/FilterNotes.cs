using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// Notes what of a filter has no effect: parts that a filter doesn't have, and properties that nothing here has.
/// </summary>
internal static class FilterNotes
{
    /// <summary>The most properties that are looked for: each is looked for in every row until one has it.</summary>
    private const int MostLookedFor = 50;

    /// <summary>Tells it.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="rows">What it is asked of; where that is nothing, nobody can say what it might have.</param>
    /// <param name="notes">Where it is told.</param>
    public static void Tell(LoopBackFilter filter, IReadOnlyList<JsonObject> rows, Notes notes)
    {
        foreach (var name in filter.Overlooked)
        {
            notes.Add($"filter: {Notes.Quoted(name)} is no part of a filter and was overlooked");
        }

        if (rows.Count == 0)
        {
            return;
        }

        var inOrder = filter.Order.Select(key => key.Path).Concat(filter.Fields?.Names ?? Enumerable.Empty<string>());
        foreach (var path in PathsOf(filter.Where).Concat(inOrder).Distinct(StringComparer.Ordinal).Take(MostLookedFor))
        {
            var walked = new PropertyPath(path);
            if (!rows.Any(row => walked.Any(row, value => value.Kind != FilterValueKind.Absent)))
            {
                notes.Add($"filter: nothing here has the property {Notes.Quoted(path)}");
            }
        }
    }

    private static IEnumerable<string> PathsOf(Where? where) => where switch
    {
        Where.And and => and.Members.SelectMany(PathsOf),
        Where.Or or => or.Members.SelectMany(PathsOf),
        Where.Comparison comparison => [comparison.Path],
        _ => [],
    };
}
