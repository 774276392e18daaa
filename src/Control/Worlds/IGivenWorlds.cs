using Emulator.Simulation;

namespace Emulator.Control.Worlds;

/// <summary>
/// The files of worlds that the emulator was started with. No room that a request goes through opens them.
/// </summary>
internal interface IGivenWorlds
{
    /// <summary>Whether there are any.</summary>
    bool Any { get; }

    /// <summary>
    /// How each file stands to a sandbox's data; then the files that the data was made with and that aren't given now.
    /// </summary>
    /// <param name="begunWith">What the data was made with; null where no note of it was kept.</param>
    IReadOnlyList<WorldFileShown> Shown(IReadOnlyList<BegunWith>? begunWith);
}
