using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>The state machines, and where each resource stands in its own.</summary>
public sealed class EmulatorWorkflows
{
    private readonly EmulatorDoor door;

    internal EmulatorWorkflows(EmulatorDoor door) => this.door = door;

    /// <summary>The machines: states, moves and diagrams.</summary>
    public async Task<IReadOnlyList<WorkflowMachine>> ListAsync(CancellationToken cancellationToken = default) =>
        (
            await door.Get("/__admin/workflows", AdminJson.Default.MachineList, cancellationToken).ConfigureAwait(false)
        ).Machines;

    /// <summary>Where a resource stands, what may be fired, and what happened to it.</summary>
    /// <param name="machine">Its machine: <c>connections</c>, <c>ports</c>, <c>port-orders</c> and so on.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<WorkflowState> ShowAsync(string machine, string id, CancellationToken cancellationToken = default) =>
        door.Get(Path(machine, id), AdminJson.Default.WorkflowState, cancellationToken);

    /// <summary>Makes the service's next move now.</summary>
    /// <param name="machine">The resource's machine.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">The service waits for someone; what is legal is told.</exception>
    public Task<WorkflowState> AdvanceAsync(string machine, string id, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, $"{Path(machine, id)}/advance", AdminJson.Default.WorkflowState, cancellationToken);

    /// <summary>Makes any legal move now, failures too.</summary>
    /// <param name="machine">The resource's machine.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="trigger">What to fire, as the machine's table has it: <c>Fail</c>.</param>
    /// <param name="reason">Why: goes into the history and, for failures, into what the service answers.</param>
    /// <param name="force">
    /// Whether to make it although a rule of the service's forbids it: a port disabled under its connections.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EmulatorRefusedException">
    /// It isn't legal in that state, and what is legal is told; or a rule forbids it, which is told, and it isn't
    /// forced.
    /// </exception>
    public Task<WorkflowState> FireAsync(
        string machine,
        string id,
        string trigger,
        string? reason = null,
        bool force = false,
        CancellationToken cancellationToken = default)
    {
        var firing = new Firing(trigger, reason, force);
        return door.Do(
            HttpMethod.Post,
            $"{Path(machine, id)}/fire",
            firing,
            AdminJson.Default.Firing,
            AdminJson.Default.WorkflowState,
            cancellationToken);
    }

    private static string Path(string machine, string id) =>
        $"/__admin/workflows/{EmulatorDoor.Segment(machine)}/{EmulatorDoor.Segment(id)}";
}
