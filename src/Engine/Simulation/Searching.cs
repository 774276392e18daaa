using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Simulation;

/// <summary>
/// Lets the service go on, from one due move to the next, until a resource gets to a state. What doesn't lead there is
/// not done at all.
/// </summary>
internal static class Searching
{
    /// <summary>
    /// After so many instants at which something moved the search is given up: something goes round in a circle.
    /// </summary>
    private const int MostInstants = 10_000;

    /// <summary>
    /// Goes on until the resource has got to the state, and the clock with it: all of it is saved in one step, or
    /// nothing.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="machine">The resource's machine.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="state">The state, as the documents spell it.</param>
    /// <param name="until">The last instant that is looked at, UTC.</param>
    /// <param name="ct">Ends the search.</param>
    /// <returns>When it got there, and what has moved.</returns>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NeverReached"/>: nothing is changed.</exception>
    public static Task<(DateTimeOffset At, IReadOnlyList<Move> Moved)> Until(
        this Turn turn,
        IMachine machine,
        IStaged resource,
        string state,
        DateTimeOffset until,
        CancellationToken ct)
    {
        if (machine.StateOf(resource).State == state)
        {
            return Task.FromResult<(DateTimeOffset, IReadOnlyList<Move>)>((turn.Clock.Now, []));
        }

        return turn.Together(() => Search(turn, machine, resource, state, until, ct), ct);
    }

    private static async Task<(DateTimeOffset At, IReadOnlyList<Move> Moved)> Search(
        Turn turn,
        IMachine machine,
        IStaged resource,
        string state,
        DateTimeOffset until,
        CancellationToken ct)
    {
        var before = turn.LastMove();
        for (var instants = 0; ; instants++)
        {
            var due = turn.EarliestDue();
            if (due is null || due > until || instants == MostInstants)
            {
                // Not committed: what was tried never happened.
                throw Never(machine, resource, state, due, until, instants);
            }

            var moment = turn.Now with { At = due.Value, By = Moment.ServiceItself };
            _ = await Settling.SettleDue(turn.Service, turn.Db, moment);
            await turn.Db.SaveChangesAsync(ct);
            var reached = await turn
                .Db.Moves.AsNoTracking()
                .Where(move =>
                    move.Sequence > before
                    && move.Machine == machine.Name
                    && move.ResourceId == resource.Id
                    && move.To == state)
                .OrderBy(move => move.Sequence)
                .FirstOrDefaultAsync(ct);
            if (reached is not null)
            {
                if (reached.At > turn.Clock.Now)
                {
                    turn.Clock.Set(reached.At);
                }

                await turn.ClockMoved();
                return (reached.At, await turn.MovedSince(before, ct));
            }
        }
    }

    private static Refusal Never(
        IMachine machine,
        IStaged resource,
        string state,
        DateTimeOffset? due,
        DateTimeOffset until,
        int instants)
    {
        var legal = machine.Permitted(resource).Select(move => move.Trigger).Distinct().ToList();
        var why = instants == MostInstants ? $"{MostInstants} instants were looked at"
            : due is { } later ? $"what is due next is due at {later:yyyy-MM-ddTHH:mm:ss.fffZ}, after "
                + $"{until:yyyy-MM-ddTHH:mm:ss.fffZ} (timeoutSeconds)"
            : resource.Held ? "its pace, or a word in its name, keeps it where it is (GET /__admin/progression)"
            : resource.PollsLeft is { } polls ? $"it waits for {polls} more reads"
            : "nothing more is due";
        return new Refusal(
            ServiceErrors.NeverReached,
            string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                ServiceErrors.NeverReached.Message,
                $"{machine.Name} {resource.Id}",
                state),
            $"It would stay {machine.StateOf(resource).State}: {why}. Nothing was changed. Legal to fire then: "
            + $"{(legal.Count == 0 ? "nothing" : string.Join(", ", legal))}.")
        {
            Details = new Dictionary<string, IReadOnlyList<string>> { ["legal"] = legal },
        };
    }
}
