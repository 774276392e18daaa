using System.Text;
using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>Counts the reads that moves wait for. Only within a turn, except for <see cref="Waits"/>.</summary>
internal sealed class PollCount(SandboxDatabase database) : IDerived
{
    private volatile bool waits;

    /// <summary>Whether a move waits for reads, so that each read must be looked at. Costs no query.</summary>
    public bool Waits => waits;

    /// <summary>Looks whether any does.</summary>
    public void Look() => waits = database.WaitingForPolls().Count > 0;

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        if (written.Has<SetPace>())
        {
            Look();
        }
        else
        {
            waits |= written.Of<IStaged>().Any(staged => staged.PollsLeft is not null);
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => waits = start.PollsWait;

    /// <summary>Counts one read.</summary>
    /// <param name="answer">What was read; it shows a resource if its id is in it.</param>
    /// <param name="now">When, UTC: a move that has waited for its last read is due then.</param>
    /// <param name="counted">Takes those that were counted; null where nobody asks.</param>
    /// <returns>Whether one is due now.</returns>
    public bool Count(ReadOnlySpan<byte> answer, DateTimeOffset now, List<CountedRead>? counted)
    {
        var (left, due) = (0, false);
        foreach (var (table, id, polls) in database.WaitingForPolls())
        {
            var read = answer.IndexOf(Encoding.UTF8.GetBytes(id)) >= 0;
            if (read)
            {
                database.CountPoll(table, id, polls - 1, now);
                counted?.Add(new CountedRead(table, id, polls - 1));
            }

            var isLast = read && polls == 1;
            due |= isLast;
            left += isLast ? 0 : 1;
        }

        waits = left > 0;
        return due;
    }
}
