using Emulator.Store;

namespace Emulator.Resources;

/// <summary>What the emulated service remembers in one sandbox, of its own kind.</summary>
internal abstract class ServiceMemory
{
    /// <summary>Who is who, as last saved. Without a turn, it may be another a moment later.</summary>
    public abstract KnownState Known { get; }

    /// <summary>All that it remembers, in the order in which it is told: those further down ask those above.</summary>
    public abstract IReadOnlyList<IDerived> Derived { get; }

    /// <summary>Whether a write changes what is part of every answer, without a query.</summary>
    public abstract bool IsPartOfAllAnswers(WriteSet written);

    /// <summary>A save has failed: what may have been read of it meanwhile is forgotten.</summary>
    public abstract void Unsaved();
}
