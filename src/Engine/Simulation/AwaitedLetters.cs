using Emulator.Domain.Messages;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>
/// Who waits for letters of a sandbox. They are told when one is written; while there are any, one for all of them lets
/// happen what falls due, for a letter may come of it.
/// </summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="machine">The machine's time.</param>
internal sealed class AwaitedLetters(Sandbox sandbox, TimeProvider machine) : IDerived
{
    /// <summary>How often it is looked whether something is due. That costs no query.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly Waiters<Letter> waiters = new(letter =>
        letter.Addresses.Distinct(StringComparer.OrdinalIgnoreCase));
    private bool looking;

    /// <summary>Waits from now on; dispose it when no longer.</summary>
    /// <param name="fits">Whether a letter is meant.</param>
    /// <param name="address">The address it must go to; null for any.</param>
    public Waiters<Letter>.Waiter Add(Func<Letter, bool> fits, string? address)
    {
        lock (gate)
        {
            var waiter = waiters.Add(fits, address);
            if (!looking)
            {
                looking = true;
                _ = Look();
            }

            return waiter;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Letters come oldest first: a waiter that several fit gets the newest.</remarks>
    public void Saved(WriteSet written)
    {
        foreach (var letter in Enumerable.Reverse(written.Letters))
        {
            waiters.Tell(letter);
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => LookAgain();

    /// <summary>The outbox is another one, or gone.</summary>
    public void LookAgain() => waiters.LookAgain();

    private async Task Look()
    {
        using var beats = new PeriodicTimer(Beat, machine);
        while (await beats.WaitForNextTickAsync())
        {
            lock (gate)
            {
                if (waiters.Count == 0)
                {
                    looking = false;
                    return;
                }
            }

            if (sandbox.SomethingIsDue)
            {
                await TakeTurn();
            }
        }
    }

    /// <summary>What is due is settled where a turn begins.</summary>
    private async Task TakeTurn()
    {
        try
        {
            (await sandbox.Begin(CancellationToken.None)).End();
        }
        catch (Exception refused)
            when (refused
                    is Refusal
                        or Microsoft.Data.Sqlite.SqliteException
                        or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // The next request meets the same, and is told; it is looked again meanwhile.
        }
    }
}
