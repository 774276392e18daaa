using Emulator.Api;
using Emulator.Control;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting;

/// <summary>Puts together what the operations say of themselves, and what is known to be otherwise.</summary>
internal static class Coverage
{
    public static CoverageShown Of(IEnumerable<Endpoint> endpoints)
    {
        var facts = new Dictionary<string, (OperationFacts Facts, string Title)>();
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<OperationFacts>() is { } said)
            {
                foreach (var operation in said.Operations)
                {
                    facts[operation.Key] = (said, endpoint.Metadata.GetMetadata<KnownOperation>()!.Title);
                }
            }
        }

        var samples = Table("sample-differences.tsv")
            .Select(cells =>
                (
                    Ids: cells[0].Split(','),
                    Shown: new CoverageShown.SampleDifferenceShown(
                        cells[1],
                        cells[2],
                        cells[3],
                        Citations.Readable(cells[4]))))
            .ToList();
        var emulated = DocumentedOperations.All.Where(operation => facts.ContainsKey(operation.Key)).ToList();
        return new CoverageShown(
            DocumentedOperations.All.Count,
            emulated.Count,
            new CoverageShown.EvidenceCounted(
                Known(Evidence.Documented),
                Known(Evidence.Observed),
                Known(Evidence.Published),
                Known(Evidence.Assumed)),
            [.. Differences.All.Where(difference => difference.Operations.Count == 0).Select(Shown)],
            [.. emulated.Select(Covered)],
            NotYetEmulated.Count);

        int Known(Evidence evidence) => emulated.Count(operation => facts[operation.Key].Facts.Evidence == evidence);

        CoverageShown.CoveredOperation Covered(DocumentedOperation operation)
        {
            var (said, title) = facts[operation.Key];
            return new CoverageShown.CoveredOperation(
                operation.Key,
                operation.Method,
                operation.Path,
                operation.Chapter,
                Citations.Readable(operation.Source),
                operation.Edition,
                title,
                said.Evidence.ToString().ToLowerInvariant(),
                said.Seen,
                said.Assumed,
                [.. Differences.Of([.. said.Operations.Select(edition => edition.Key)]).Select(Shown)],
                [.. samples.Where(sample => sample.Ids.Contains(operation.Key)).Select(sample => sample.Shown)]);
        }
    }

    private static CoverageShown.DifferenceShown Shown(Difference difference) =>
        new(difference.Number, difference.Title, difference.Text);

    /// <summary>The rows of a table that the program has inside, without its head.</summary>
    private static List<string[]> Table(string resource)
    {
        using var reader = new StreamReader(typeof(Coverage).Assembly.GetManifestResourceStream(resource)!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split('\t')),
        ];
    }
}
