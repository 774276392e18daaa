using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// What of the documents is emulated, how each operation is known, and what is known to be otherwise than in the
/// service.
/// </summary>
internal static class CoverageRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/coverage", Show)
        .OfTheEmulator("Conformance", "What of the documents is emulated")
        .Tells("For each operation: where the documents describe it, how certain its behavior is, and where it is "
            + "known to differ from the service. docs/COVERAGE.md is generated from it, with the tests that call each "
            + "operation.")
        .Produces<CoverageShown>();

    private static Answer<CoverageShown> Show(Lazy<CoverageShown> coverage) => coverage.Value;
}

/// <summary>What of the documents is emulated.</summary>
/// <param name="Documented">
/// How many operations the documents have, every edition and line of prose counted, and those of later editions.
/// </param>
/// <param name="Emulated">How many of them are emulated.</param>
/// <param name="Evidence">How many of those are known in which way.</param>
/// <param name="Everywhere">The known differences from the service.</param>
/// <param name="Operations">Each operation, in the documents' order.</param>
/// <param name="NotYetEmulated">How many operations of later editions aren't emulated: they answer 501.</param>
internal sealed record CoverageShown(
    int Documented,
    int Emulated,
    CoverageShown.EvidenceCounted Evidence,
    IReadOnlyList<CoverageShown.DifferenceShown> Everywhere,
    IReadOnlyList<CoverageShown.CoveredOperation> Operations,
    int NotYetEmulated)
{
    /// <summary>How many operations are known in which way.</summary>
    /// <param name="Documented">The documents print all there is to know.</param>
    /// <param name="Observed">A captured answer shows it as well.</param>
    /// <param name="Published">An edition that was published after the documents has it.</param>
    /// <param name="Assumed">Something of it is our choice, because no source says it.</param>
    internal sealed record EvidenceCounted(int Documented, int Observed, int Published, int Assumed);

    /// <summary>An operation.</summary>
    /// <param name="Key">The id of its samples, or where it stands.</param>
    /// <param name="Method">Its method.</param>
    /// <param name="Path">Its path, as documented.</param>
    /// <param name="Chapter">Its chapter.</param>
    /// <param name="Source">Where it stands: document and line.</param>
    /// <param name="Edition">The first published edition that has it; null for those of the documents.</param>
    /// <param name="Title">What it does, in our words.</param>
    /// <param name="Evidence">How sure we are of it: documented, observed, published or assumed.</param>
    /// <param name="Observed">Where a captured answer shows it; null where none does.</param>
    /// <param name="Assumes">What no source says, and what we chose; null where all is documented.</param>
    /// <param name="Differences">Where it is known to differ from the service.</param>
    /// <param name="SampleDifferences">
    /// Where its answers, or what it takes, are meant to differ from the documents' samples and schemas.
    /// </param>
    internal sealed record CoveredOperation(
        string Key,
        string Method,
        string Path,
        string Chapter,
        string Source,
        string? Edition,
        string Title,
        string Evidence,
        string? Observed,
        string? Assumes,
        IReadOnlyList<DifferenceShown> Differences,
        IReadOnlyList<SampleDifferenceShown> SampleDifferences);

    /// <summary>A known difference from the service.</summary>
    /// <param name="Number">Its number in docs/DIFFERENCES.md.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Text">What differs, and why; Markdown.</param>
    internal sealed record DifferenceShown(string Number, string Title, string Text);

    /// <summary>A place where a sample, or a schema, differs.</summary>
    /// <param name="Path">Where.</param>
    /// <param name="What">How: added, missing, another kind.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Source">Where that stands.</param>
    internal sealed record SampleDifferenceShown(string Path, string What, string Reason, string Source);
}
