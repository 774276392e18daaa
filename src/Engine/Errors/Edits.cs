namespace Emulator.Errors;

/// <summary>
/// How far two things are apart, for refusals that name what was perhaps meant: what it costs to make the one into the
/// other (Levenshtein).
/// </summary>
internal static class Edits
{
    /// <summary>Longer names come near to none.</summary>
    private const int LongestName = 100;

    /// <summary>
    /// Between two words, without regard to case: a letter that is left out, put in or exchanged costs 1.
    /// </summary>
    public static double Between(string one, string other) =>
        Between(one.Length, other.Length, (left, right) =>
            char.ToUpperInvariant(one[left]) == char.ToUpperInvariant(other[right]) ? 0 : 1);

    /// <summary>What was perhaps meant, for an explanation: <c>The nearest name is "name". </c>; empty where nothing
    /// can have been.</summary>
    /// <param name="sent">The name that nobody knows.</param>
    /// <param name="known">Those that are known.</param>
    public static string Suggestion(string sent, IReadOnlyCollection<string> known)
    {
        // A name that is cut short, or has more in front of it, is nearer than one of as many letters.
        var nearest = sent.Length > LongestName ? null : known
            .OrderBy(name => name.Contains(sent, StringComparison.OrdinalIgnoreCase)
                || sent.Contains(name, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(name => Between(sent, name)).FirstOrDefault();
        return nearest is null ? "" : $"The nearest name is \"{nearest}\". ";
    }

    /// <summary>Between two rows of things: each that is left out or put in costs 1.</summary>
    /// <param name="from">How many the one has.</param>
    /// <param name="to">How many the other has.</param>
    /// <param name="exchange">What it costs to exchange one of the one for one of the other, by their places.</param>
    public static double Between(int from, int to, Func<int, int, double> exchange)
    {
        var row = Enumerable.Range(0, to + 1).Select(index => (double)index).ToArray();
        for (var left = 1; left <= from; left++)
        {
            var diagonal = row[0];
            row[0] = left;
            for (var right = 1; right <= to; right++)
            {
                var cheapest = Math.Min(
                    diagonal + exchange(left - 1, right - 1),
                    1 + Math.Min(row[right], row[right - 1]));
                (diagonal, row[right]) = (row[right], cheapest);
            }
        }

        return row[to];
    }
}
