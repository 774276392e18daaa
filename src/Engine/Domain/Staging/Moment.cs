namespace Emulator.Domain.Staging;

/// <summary>When something happens, by whom, and how fast the service goes on from there.</summary>
/// <param name="At">The sandbox's instant, UTC, in whole milliseconds.</param>
/// <param name="By">
/// The id of the user who does it; <see cref="ServiceItself"/> for what the service does of its own accord.
/// </param>
/// <param name="Pacing">How the service goes on.</param>
internal readonly record struct Moment(DateTimeOffset At, string By, Pacing Pacing)
{
    /// <summary>
    /// Whom the log names for the workflow engine's own moves: the support user (000:9093).
    /// </summary>
    public const string ServiceItself = "support";

    /// <summary>The same pace, at the instant a move was due, done by the service.</summary>
    public Moment Settling(DateTimeOffset due) => this with { At = due, By = ServiceItself };
}
