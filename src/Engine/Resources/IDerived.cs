using Emulator.Store;

namespace Emulator.Resources;

/// <summary>
/// Something that a sandbox remembers and that follows from its rows. It is told of every write, and of nothing else:
/// so it stays true. Told only within a turn.
/// </summary>
internal interface IDerived
{
    /// <summary>Something was stored.</summary>
    void Saved(WriteSet written);

    /// <summary>The sandbox was put to another state whole: nothing of what was there before holds.</summary>
    void Replaced(KnownState known, StateUnderWay start);
}
