using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>
/// Makes the service's own moves that are due, each stamped with its own due time: what is looked at an hour later
/// became active at second six, not at minute sixty. Nothing runs in the background; this is called before a request is
/// answered, and only when something is due.
/// </summary>
internal static class Settling
{
    /// <summary>Makes every move due up to an instant, in the order in which they fell due.</summary>
    /// <param name="service">The service.</param>
    /// <param name="db">The tables; what is changed is not saved yet.</param>
    /// <param name="moment">Up to when, and the pace from there.</param>
    /// <returns>How many moves were made.</returns>
    public static async Task<int> SettleDue(Service service, EmulatorDb db, Moment moment)
    {
        var waiting = new PriorityQueue<IStaged, (DateTimeOffset Due, int Order)>();
        var order = 0;
        foreach (var machine in service.Machines.Where(machine => machine.MovesByItself))
        {
            foreach (var resource in machine.DueBy(db, moment.At))
            {
                waiting.Enqueue(resource, (resource.Due!.Value, order++));
            }
        }

        var made = 0;
        while (waiting.TryDequeue(out var resource, out var at))
        {
            // What another move has changed meanwhile waits under its new due time, or for nobody.
            if (resource.Due != at.Due)
            {
                continue;
            }

            var machine = service.MachineOf(resource);
            await Make(machine, resource, moment.Settling(at.Due));
            made++;
            Requeue(resource);
            Requeue(machine.AlongWith(resource));
        }

        if (made > 0)
        {
            Telemetry.Settles.Add(1);
        }

        return made;

        async Task Make(IMachine machine, IStaged resource, Moment moment)
        {
            // What was settled before in this round may not be saved yet, and what is held is read from the rows.
            if (machine.ReadsRows)
            {
                await db.SaveChangesAsync();
            }

            await machine.Advance(db, resource, moment);
        }

        void Requeue(IStaged? resource)
        {
            if (resource?.Due is { } due && due <= moment.At)
            {
                waiting.Enqueue(resource, (due, order++));
            }
        }
    }
}
