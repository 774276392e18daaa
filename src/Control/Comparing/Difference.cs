namespace Emulator.Control.Comparing;

/// <summary>In what an answer of the emulator's is otherwise than a recorded one.</summary>
internal enum DifferenceKind
{
    /// <summary>The status.</summary>
    Status,

    /// <summary>The type of the body.</summary>
    Type,

    /// <summary>A member that the recording has and the emulator hasn't.</summary>
    Missing,

    /// <summary>A member that the emulator has and the recording hasn't.</summary>
    Extra,

    /// <summary>The kind of a value.</summary>
    Kind,

    /// <summary>The state of a resource.</summary>
    State,
}

/// <summary>Something that is otherwise. It has no values of the recording's, but statuses and states.</summary>
/// <param name="Kind">In what.</param>
/// <param name="At">
/// Where in the body, as a JSON pointer with * for elements and ids; empty for the whole answer.
/// </param>
/// <param name="Recorded">What the recording has.</param>
/// <param name="Emulator">What the emulator has.</param>
internal sealed record Difference(DifferenceKind Kind, string At, string Recorded, string Emulator);

/// <summary>What has become of one exchange.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Operation">The operation that it asks for; null where it asks for none.</param>
/// <param name="How">How it was compared.</param>
/// <param name="Skipped">Why it wasn't compared, or not by asking; null where it was.</param>
/// <param name="Differences">What is otherwise.</param>
internal sealed record Compared(
    RecordedExchange Exchange,
    string? Operation,
    ComparedHow How,
    string? Skipped,
    IReadOnlyList<Difference> Differences);

/// <summary>How an exchange was compared.</summary>
internal enum ComparedHow
{
    /// <summary>It wasn't.</summary>
    NotAtAll,

    /// <summary>The recorded answer was held against the emulator's contract.</summary>
    Read,

    /// <summary>The request was made again, and the answers laid side by side.</summary>
    Replayed,
}
