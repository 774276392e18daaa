using Emulator.Domain;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>Does what a connection's scheduled task says, under the rules that a client is under.</summary>
internal static class RunningAScheduledTask
{
    /// <summary>Does it; what a rule forbids makes the task fail and changes nothing.</summary>
    /// <param name="db">The tables; what was settled before is saved.</param>
    /// <param name="run">The task, with its connection and the connection's ports.</param>
    /// <param name="reference">The metros the connection is between.</param>
    /// <param name="moment">The instant it was due.</param>
    public static Task Run(EmulatorDb db, ScheduledRun run, ReferenceData reference, Moment moment)
    {
        try
        {
            if (run.Speed is { } speed)
            {
                UsingAPlan.MustCover(db, run.Connection, reference, speed);
            }
        }
        catch (Refusal refusal)
        {
            run.Fail(refusal, moment);
            return Task.CompletedTask;
        }

        run.Run(db.Connection.CapacityOf(run.Connection.SrcPort, without: run.Connection), moment);
        return Task.CompletedTask;
    }
}
