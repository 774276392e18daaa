namespace Emulator.Simulation;

/// <summary>What is done once nobody waits for it, and ends with the sandboxes.</summary>
internal sealed partial class Sandboxes
{
    /// <summary>After so many were deleted it is worth a pause to give their memory back.</summary>
    private const int ManyGone = 32;

    // Others may have the files once it is cancelled.
    private readonly CancellationTokenSource ending = new();

    /// <summary>
    /// Gives the memory of many sandboxes that are gone back to the system; not while others still go, but within a
    /// minute.
    /// </summary>
    private async Task GiveBackSoon()
    {
        for (var (waited, before) = (0, 0); waited < 4 && before != Volatile.Read(ref gone); waited++)
        {
            before = Volatile.Read(ref gone);
            if (!await HasPassed(TimeSpan.FromSeconds(10)))
            {
                return;
            }
        }

        Volatile.Write(ref gone, 0);
        FreedMemory.GiveBack();
    }

    /// <summary>
    /// Makes EF Core's model before the first write wants it, but not while the first answer wants the processor.
    /// </summary>
    private async Task MakeModelSoon()
    {
        if (!await HasPassed(TimeSpan.FromSeconds(1)))
        {
            return;
        }

        service.Store.Make();
        if (folder is not null)
        {
            await LookAfterKept();
        }
    }

    /// <summary>Waits in the background.</summary>
    /// <returns>False where the sandboxes have ended meanwhile.</returns>
    private async Task<bool> HasPassed(TimeSpan time)
    {
        await Task.Delay(time, machine, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ending.IsCancellationRequested;
    }
}
