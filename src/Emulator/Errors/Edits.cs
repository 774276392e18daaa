namespace Emulator.Errors;

/// <summary>How far two things are apart, for refusals that name what was perhaps meant: what it costs to make the one into the other (Levenshtein).</summary>
internal static class Edits
{
    /// <summary>Between two words, without regard to case: a letter that is left out, put in or exchanged costs 1.</summary>
    public static double Between(string one, string other) =>
        Between(one.Length, other.Length, (left, right) => char.ToUpperInvariant(one[left]) == char.ToUpperInvariant(other[right]) ? 0 : 1);

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
                var cheapest = Math.Min(diagonal + exchange(left - 1, right - 1), 1 + Math.Min(row[right], row[right - 1]));
                (diagonal, row[right]) = (row[right], cheapest);
            }
        }

        return row[to];
    }
}
