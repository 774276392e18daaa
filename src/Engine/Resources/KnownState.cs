using Emulator.Domain.Staging;
using Emulator.Store;

namespace Emulator.Resources;

/// <summary>What sandboxes that begin with the same data need not read again.</summary>
/// <param name="Directory">Who is who.</param>
/// <param name="Start">How a seed begins, in which nobody has been as yet; null for what somebody has left.</param>
internal sealed record KnownState(IDirectory Directory, StateUnderWay? Start = null);

/// <summary>What of a state is on its way.</summary>
/// <param name="PollsWait">Whether a move waits for reads.</param>
/// <param name="Paces">What was set for the service's pace.</param>
/// <param name="EarliestDue">When the service moves next by itself; null where it doesn't.</param>
internal sealed record StateUnderWay(bool PollsWait, IReadOnlyList<SetPace> Paces, DateTimeOffset? EarliestDue)
{
    /// <summary>Reads it.</summary>
    public static StateUnderWay Read(SandboxDatabase database) => new(
        database.WaitingForPolls().Count > 0, database.Rows.Read<SetPace>("Paces"), database.EarliestDue());
}
