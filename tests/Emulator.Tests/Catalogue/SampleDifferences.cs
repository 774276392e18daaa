using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// What is meant to differ from a documented sample, or from a documented schema of a request:
/// openapi/sample-differences.tsv, with the reason and where that stands.
/// </summary>
internal static class SampleDifferences
{
    /// <summary>Every difference that is meant.</summary>
    public static readonly IReadOnlyList<Excuse> All =
    [
        .. File.ReadLines(Path.Combine(OperationCatalogue.Repository, "openapi/sample-differences.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new Excuse(cells[0].Split(','), cells[1], cells[2], cells[3], cells[4])),
    ];

    /// <summary>Those of some samples.</summary>
    public static List<Excuse> Of(IReadOnlyCollection<string> ids) =>
        [.. All.Where(excuse => excuse.Ids.Any(ids.Contains))];

    /// <summary>Each of the differences must be meant.</summary>
    public static void MustCover(IReadOnlyList<Excuse> excuses, IEnumerable<string> differences)
    {
        var unmeant = differences.Where(difference => !excuses.Any(excuse => excuse.Covers(difference))).ToList();
        Assert.True(unmeant.Count == 0, $"{string.Join('\n', unmeant)}\nWhat is meant goes into "
            + "openapi/sample-differences.tsv, with its reason and source.");
    }
}

/// <summary>A difference that is meant.</summary>
/// <param name="Ids">Of which samples.</param>
/// <param name="Path">Where; an end of a path covers it wherever it stands.</param>
/// <param name="What">How the difference begins.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">Where that stands.</param>
internal sealed record Excuse(IReadOnlyList<string> Ids, string Path, string What, string Reason, string Source)
{
    /// <summary>Whether it is about a difference.</summary>
    public bool Covers(string difference)
    {
        var (path, what) = difference.Split(": ", 2) is [var left, var right] ? (left, right) : (difference, "");
        return path.EndsWith(Path, StringComparison.Ordinal) && what.StartsWith(What, StringComparison.Ordinal);
    }
}
