using System.Text.RegularExpressions;

namespace Emulator.Control.Comparing;

/// <summary>What a recording and the emulator have in common, and what not. No secret is in it, and no value.</summary>
/// <param name="Mode">replay or read.</param>
/// <param name="Verdict">same; different; or nothing, where none of its exchanges could be compared.</param>
/// <param name="Entries">How many exchanges the recording has.</param>
/// <param name="Replayed">How many were made again.</param>
/// <param name="Read">How many recorded answers were only compared with the contract.</param>
/// <param name="Skipped">How many say nothing about the service, or call operations that don't exist.</param>
/// <param name="Operations">The operations that were compared, those with differences first.</param>
/// <param name="Skips">Why exchanges weren't compared, or only read.</param>
/// <param name="Unknown">The calls that are no operation of the emulator.</param>
/// <param name="OtherHosts">Hosts that aren't the service, with how many exchanges they have.</param>
internal sealed partial record ComparisonShown(
    string Mode,
    string Verdict,
    int Entries,
    int Replayed,
    int Read,
    int Skipped,
    IReadOnlyList<OperationCompared> Operations,
    IReadOnlyList<SkipShown> Skips,
    IReadOnlyList<UnknownShown> Unknown,
    IReadOnlyList<HostShown> OtherHosts)
{
    /// <summary>How many numbers of exchanges are listed for each difference.</summary>
    private const int MostTold = 10;

    public static ComparisonShown Of(
        bool replays, IReadOnlyList<Compared> compared, IReadOnlyList<RecordedExchange> others)
    {
        List<OperationCompared> operations =
        [
            .. compared.Where(one => one.How != ComparedHow.NotAtAll)
                .GroupBy(one => one.Operation!)
                .Select(OperationOf)
                .OrderBy(operation => operation.Different == 0)
                .ThenBy(operation => operation.Operation, StringComparer.Ordinal),
        ];
        var hosts = compared.Select(one => one.Exchange.Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var asked = others.Where(one => one.Unusable is null).ToList();
        return new(
            replays ? "replay" : "read",
            operations.Count == 0 ? "nothing" : operations.Exists(one => one.Different > 0) ? "different" : "same",
            compared.Count + others.Count,
            compared.Count(one => one.How == ComparedHow.Replayed),
            compared.Count(one => one.How == ComparedHow.Read),
            compared.Count(one => one.How == ComparedHow.NotAtAll) + others.Count,
            operations,
            [
                .. compared.Where(one => one.Skipped is not null)
                    .Select(one => (Reason: one.Skipped!, one.How, one.Exchange.Number))
                    .Concat(others.Where(one => one.Unusable is not null)
                        .Select(one => (one.Unusable!, ComparedHow.NotAtAll, one.Number)))
                    .GroupBy(one => (one.Item1, one.Item2))
                    .Select(same => new SkipShown(
                        same.Key.Item1,
                        same.Key.Item2 == ComparedHow.Read,
                        same.Count(),
                        [.. same.Select(one => one.Item3).Take(MostTold)])),
            ],
            [
                .. asked.Where(one => hosts.Contains(one.Host) && !IsOfTheEmulator(one.Path) && one.Method != "OPTIONS")
                    .GroupBy(one => $"{one.Method} {Shaped(one.Path)}")
                    .Select(same => new UnknownShown(same.Key, same.Count()))
                    .OrderBy(one => one.Request, StringComparer.Ordinal),
            ],
            [
                .. asked.Where(one => !hosts.Contains(one.Host))
                    .GroupBy(one => one.Host, StringComparer.OrdinalIgnoreCase)
                    .Select(same => new HostShown(same.Key, same.Count()))
                    .OrderBy(one => one.Host, StringComparer.Ordinal),
            ]);
    }

    private static OperationCompared OperationOf(IGrouping<string, Compared> same) => new(
        same.Key,
        same.Count(one => one.How == ComparedHow.Replayed),
        same.Count(one => one.How == ComparedHow.Read),
        same.Count(one => one.Differences.Count > 0),
        [
            .. same.SelectMany(one => one.Differences.Select(difference => (difference, one.Exchange.Number)))
                .GroupBy(one => one.difference)
                .Select(found => new DifferenceFound(
                    found.Key.Kind.ToString().ToLowerInvariant(),
                    found.Key.At,
                    found.Key.Recorded,
                    found.Key.Emulator,
                    found.Count(),
                    [.. found.Select(one => one.Number).Take(MostTold)])),
        ]);

    /// <summary>A path without what is data in it, and without secrets.</summary>
    private static string Shaped(string path) =>
        new Redaction().Anywhere(Data().Replace(path.Length > 200 ? path[..200] : path, "{id}"));

    private static bool IsOfTheEmulator(string path) =>
        path.StartsWith("/__admin", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/swagger", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/socket.io", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/console", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(?<=/)([0-9a-fA-F-]{16,}|[0-9]+|[^/]*@[^/]*)(?=/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Data();
}

/// <summary>An operation that was compared.</summary>
/// <param name="Operation">Its method and path.</param>
/// <param name="Replayed">How many of its exchanges were made again.</param>
/// <param name="Read">How many were compared with the contract.</param>
/// <param name="Different">How many had differences.</param>
/// <param name="Differences">Each difference once.</param>
internal sealed record OperationCompared(
    string Operation, int Replayed, int Read, int Different, IReadOnlyList<DifferenceFound> Differences);

/// <summary>A difference.</summary>
/// <param name="Kind">status, type, missing, extra, kind or state.</param>
/// <param name="At">A JSON pointer into the body, with * for elements and ids; empty for the whole answer.</param>
/// <param name="Recorded">What the recording has: a status, a kind, a state.</param>
/// <param name="Emulator">What the emulator has, or may have by its contract.</param>
/// <param name="Count">In how many exchanges.</param>
/// <param name="In">The numbers of the first ten of them, from 1.</param>
internal sealed record DifferenceFound(
    string Kind, string At, string Recorded, string Emulator, int Count, IReadOnlyList<int> In);

/// <summary>Why exchanges weren't compared, or only read.</summary>
/// <param name="Reason">Why.</param>
/// <param name="WasRead">Whether their answers were held against the contract all the same.</param>
/// <param name="Count">How many.</param>
/// <param name="In">The numbers of the first ten of them, from 1.</param>
internal sealed record SkipShown(string Reason, bool WasRead, int Count, IReadOnlyList<int> In);

/// <summary>A call that is no operation of the emulator.</summary>
/// <param name="Request">Its method and path, ids left out.</param>
/// <param name="Count">How many.</param>
internal sealed record UnknownShown(string Request, int Count);

/// <summary>A host that isn't the service.</summary>
/// <param name="Host">The host.</param>
/// <param name="Count">How many exchanges it has.</param>
internal sealed record HostShown(string Host, int Count);
