using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>The state machines, and the state of each resource.</summary>
public sealed class EmulatorWorkflows
{
    private readonly EmulatorDoor door;

    internal EmulatorWorkflows(EmulatorDoor door) => this.door = door;

    /// <summary>Lists the machines: states, moves and diagrams.</summary>
    public async Task<IReadOnlyList<WorkflowMachine>> ListAsync(CancellationToken cancellationToken = default) =>
        (
            await door.Get("/__admin/workflows", AdminJson.Default.MachineList, cancellationToken).ConfigureAwait(false)
        ).Machines;

    /// <summary>Shows a resource's state, what may be fired, and what happened to it.</summary>
    /// <param name="machine">Its machine: <c>connections</c>, <c>ports</c>, <c>port-orders</c> and so on.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<WorkflowState> ShowAsync(string machine, string id, CancellationToken cancellationToken = default) =>
        door.Get(Path(machine, id), AdminJson.Default.WorkflowState, cancellationToken);

    /// <summary>Makes the service's next move now.</summary>
    /// <param name="machine">The resource's machine.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">
    /// The service waits for someone; the message says what is legal.
    /// </exception>
    public Task<WorkflowState> AdvanceAsync(string machine, string id, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, $"{Path(machine, id)}/advance", AdminJson.Default.WorkflowState, cancellationToken);

    /// <summary>Makes any legal move now, including failures.</summary>
    /// <param name="machine">The resource's machine.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="trigger">What to fire, as the machine's table has it: <c>Fail</c>.</param>
    /// <param name="reason">The reason: for the history and, with failures, for what the service answers.</param>
    /// <param name="force">
    /// Whether to make the move although a rule of the service forbids it, such as disabling a port with connections in
    /// service.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EmulatorRefusedException">
    /// The move isn't legal in that state, or a rule forbids it and it isn't forced; the message says which moves are
    /// legal, or which rule it is.
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
