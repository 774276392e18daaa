using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.Connections;

/// <summary>Where a scheduled task stands. No source names these.</summary>
internal enum ScheduledRunStatus
{
    /// <summary>Its time hasn't come.</summary>
    Waiting,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>Its time came and it couldn't be done; <see cref="ScheduledRun.Outcome"/> says why.</summary>
    Failed,
}

/// <summary>What can happen to a scheduled task.</summary>
internal enum ScheduledRunTrigger
{
    /// <summary>Its time has come.</summary>
    Run,

    /// <summary>Its time has come, and a rule forbids it.</summary>
    Fail,
}

/// <summary>A scheduled task's life.</summary>
internal static class ScheduledRunStateMachine
{
    public static readonly StateTable<ScheduledRunStatus, ScheduledRunTrigger, ScheduledRun> Table = new StateTable<
        ScheduledRunStatus,
        ScheduledRunTrigger,
        ScheduledRun
    >("scheduled task")
        .Then(ScheduledRunStatus.Waiting, ScheduledRunTrigger.Run, ScheduledRunStatus.Done)
        .Or(ScheduledRunStatus.Waiting, ScheduledRunTrigger.Fail, ScheduledRunStatus.Failed);
}

/// <summary>
/// Something that is done with a connection when the clock reaches an instant (000:6601, <c>scheduledTaskList</c>). Its
/// time is the customer's, not the service's: it runs by the clock whatever the progression of the service's own moves.
/// The documents leave the action's words open.
/// </summary>
internal sealed class ScheduledRun : Staged<ScheduledRunStatus>
{
    public required string ConnectionId { get; init; }

    public Connection Connection { get; set; } = null!;

    /// <summary>What is to be done, as it was sent.</summary>
    public required string Action { get; init; }

    /// <summary>The speed to have, Mbps; null unless the action sets one.</summary>
    public int? Speed { get; init; }

    /// <summary>Why it couldn't be done; null otherwise.</summary>
    public string? Outcome { get; set; }

    /// <inheritdoc/>
    protected override string Machine => "scheduled-tasks";

    /// <summary>Plans one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="task">What to do.</param>
    /// <param name="at">When, UTC; what is past runs at once.</param>
    /// <param name="moment">When it is planned, and by whom.</param>
    public static ScheduledRun Plan(
        string id,
        Connection connection,
        ScheduledTask task,
        DateTimeOffset at,
        Moment moment)
    {
        var run = new ScheduledRun { Id = id, ConnectionId = connection.Id, Action = task.Action, Speed = task.Speed };
        ScheduledRunStateMachine.Table.Begin(run, ScheduledRunStatus.Waiting, moment);
        run.Await(new Wait(at > moment.At ? at : moment.At, Polls: null));
        return run;
    }

    /// <summary>Does it. A rule that forbids it, or a word that nobody knows, makes it fail; it never throws.</summary>
    /// <param name="source">The source port's capacity without what the connection holds.</param>
    /// <param name="moment">The instant it was due.</param>
    public void Run(Capacity source, Moment moment)
    {
        try
        {
            switch (Action.ToUpperInvariant())
            {
                case "ENABLE":
                    Connection.Enable(moment);
                    break;
                case "DISABLE":
                    Connection.Disable(moment);
                    break;
                case "DELETE":
                    Connection.Delete(Side.Src, moment);
                    break;
                case "UPDATE" or "UPDATESPEED" or "UPDATE_SPEED" or "SPEED" when Speed is { } speed:
                    Connection.ChangeSpeed(Side.Src, speed, source, moment);
                    break;
                default:
                    throw ServiceErrors.WrongState.Because("Known are enable, disable, delete, and update with "
                        + "options.speed.", "scheduled task", $"run as {Action}", Spelling.Of(Status));
            }

            ScheduledRunStateMachine.Table.Fire(this, ScheduledRunTrigger.Run, moment);
        }
        catch (Refusal refusal)
        {
            Fail(refusal, moment);
        }
    }

    /// <summary>It couldn't be done.</summary>
    public void Fail(Refusal refusal, Moment moment)
    {
        Outcome = refusal.Message;
        ScheduledRunStateMachine.Table.Fire(this, ScheduledRunTrigger.Fail, moment, $"{refusal.Message}. "
            + $"{refusal.Explanation}");
    }
}
