using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Simulation;

/// <summary>How a new sandbox starts.</summary>
/// <param name="Pace">How the service's own moves progress.</param>
/// <param name="Seed">The seed number of its ids.</param>
/// <param name="ClockStart">The instant its clock starts at, UTC; null for the machine's time.</param>
/// <param name="ClockFrozen">Whether its clock stands still from the start.</param>
/// <param name="Access">What is done about missing permissions.</param>
/// <param name="Directives">Whether words in names are obeyed.</param>
/// <param name="Journal">The most exchanges that its journal keeps; 0 for none.</param>
/// <param name="JournalBytes">The most bytes that they may take.</param>
internal sealed record SandboxSettings(
    Pace Pace, long Seed, DateTimeOffset? ClockStart, bool ClockFrozen, AccessMode Access, bool Directives = true,
    int Journal = SandboxSettings.UsualJournal, int JournalBytes = SandboxSettings.UsualJournalBytes)
{
    /// <summary>How many exchanges a journal keeps unless it is said otherwise.</summary>
    public const int UsualJournal = 1000;

    /// <summary>How many bytes they may take unless it is said otherwise.</summary>
    public const int UsualJournalBytes = 4 * 1024 * 1024;
}
