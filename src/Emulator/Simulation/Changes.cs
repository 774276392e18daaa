namespace Emulator.Simulation;

/// <summary>Tells whoever waits that something in a sandbox was saved. Only within a turn.</summary>
internal sealed class Changes
{
    private TaskCompletionSource? next;

    /// <summary>Is over when something is saved. Asked for within a turn, so that nothing is missed; the turn may end meanwhile.</summary>
    public Task Next => (next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Something was.</summary>
    public void Tell()
    {
        next?.SetResult();
        next = null;
    }
}
