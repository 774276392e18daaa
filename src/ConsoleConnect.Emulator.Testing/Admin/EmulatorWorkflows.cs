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

/// <summary>A state machine.</summary>
/// <param name="Name">What it goes by.</param>
/// <param name="States">Its states, as the documents spell them.</param>
/// <param name="Moves">Its table.</param>
/// <param name="Diagram">The table as a Mermaid state diagram.</param>
public sealed record WorkflowMachine(
    string Name,
    IReadOnlyList<string> States,
    IReadOnlyList<WorkflowMove> Moves,
    string Diagram);

/// <summary>A move of a table.</summary>
/// <param name="Trigger">What is fired.</param>
/// <param name="From">The state it leaves.</param>
/// <param name="To">The state it enters.</param>
/// <param name="By">Who makes it: client, service (by itself), world (only when it is made to).</param>
/// <param name="AfterSteps">After how many steps the service makes it; null where it doesn't.</param>
/// <param name="Condition">Of which resources it is true; null for all.</param>
public sealed record WorkflowMove(string Trigger, string From, string To, string By, int? AfterSteps, string? Condition);

/// <summary>Where a resource stands.</summary>
/// <param name="Machine">Its machine.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">Its state, as the documents spell it.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="NextDue">When the service moves it on, UTC; null where it waits for someone.</param>
/// <param name="MayFire">What may be fired now.</param>
/// <param name="History">What happened to it, oldest first.</param>
public sealed record WorkflowState(
    string Machine,
    string Id,
    string State,
    DateTimeOffset Since,
    DateTimeOffset? NextDue,
    IReadOnlyList<WorkflowMove> MayFire,
    IReadOnlyList<WorkflowPastMove> History);

/// <summary>Something that happened to a resource.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who did it: a username, or the service.</param>
/// <param name="From">The state it left; null where the resource was new.</param>
/// <param name="Trigger">What was fired.</param>
/// <param name="To">The state it entered.</param>
/// <param name="Reason">Why, where that was said.</param>
public sealed record WorkflowPastMove(DateTimeOffset At, string By, string? From, string Trigger, string To, string? Reason);
