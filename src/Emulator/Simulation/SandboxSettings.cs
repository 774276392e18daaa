using Emulator.Domain.People;
using Emulator.Domain.Staging;

namespace Emulator.Simulation;

/// <summary>How a new sandbox starts.</summary>
/// <param name="Pace">How the service's own moves progress.</param>
/// <param name="Seed">The seed number of its ids.</param>
/// <param name="ClockStart">The instant its clock starts at, UTC; null for the machine's time.</param>
/// <param name="ClockFrozen">Whether its clock stands still from the start.</param>
/// <param name="Access">What is done about missing permissions.</param>
/// <param name="Directives">Whether words in names are obeyed.</param>
internal sealed record SandboxSettings(Pace Pace, long Seed, DateTimeOffset? ClockStart, bool ClockFrozen, AccessMode Access, bool Directives = true);
