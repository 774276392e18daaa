using Emulator.Errors;

namespace Emulator.Simulation;

/// <summary>What every sandbox that begins with the seed is given besides.</summary>
internal interface IFurnishing
{
    /// <summary>Whether it has been given to a sandbox as it is now: then the next one can be given it, too.</summary>
    bool IsTried { get; }

    /// <summary>Gives it, and notes so.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.WorldFileUnusable"/>: it can't be given.</exception>
    Task Give(Turn turn);

    /// <summary>What to say about what a sandbox's data was not made with, a line each.</summary>
    /// <param name="begunWith">What it was made with; null where no note was kept.</param>
    IReadOnlyList<string> NotGiven(IReadOnlyList<BegunWith>? begunWith);
}
