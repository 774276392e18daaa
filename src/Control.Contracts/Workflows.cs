namespace ConsoleConnect.Emulator.Admin;

/// <summary>Every machine.</summary>
/// <param name="Machines">The machines.</param>
public sealed record MachineList(IReadOnlyList<WorkflowMachine> Machines);

/// <summary>One machine.</summary>
/// <param name="Name">What routes name it by.</param>
/// <param name="States">Its states, as the documents spell them.</param>
/// <param name="Moves">Its table.</param>
/// <param name="Diagram">The table as a Mermaid state diagram.</param>
public sealed record WorkflowMachine(
    string Name,
    IReadOnlyList<string> States,
    IReadOnlyList<WorkflowMove> Moves,
    string Diagram);

/// <summary>One move of a table.</summary>
/// <param name="Trigger">What is fired.</param>
/// <param name="From">The state it leaves.</param>
/// <param name="To">The state it enters.</param>
/// <param name="By">Who makes it: client, service (by itself), world (only through /__admin).</param>
/// <param name="AfterSteps">After how many steps the service makes it; null where it doesn't.</param>
/// <param name="Condition">Of which resources it is true; null for all.</param>
public sealed record WorkflowMove(
    string Trigger,
    string From,
    string To,
    string By,
    int? AfterSteps,
    string? Condition);

/// <summary>The state of a resource.</summary>
/// <param name="Machine">Its machine.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it; null where it has no name.</param>
/// <param name="Company">The username of its company; null where it belongs to none.</param>
/// <param name="Path">Where the service itself shows it, or the list it is in; null where it doesn't.</param>
/// <param name="ReadAs">
/// The username of someone who may read that and whose key or password is known; null where nobody's is.
/// </param>
/// <param name="State">Its state, as the documents spell it.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="NextDue">When the service moves it on, UTC; null where it waits for someone.</param>
/// <param name="MayFire">What may be fired now.</param>
/// <param name="History">What happened to it, oldest first.</param>
public sealed record WorkflowState(
    string Machine,
    string Id,
    string? Name,
    string? Company,
    string? Path,
    string? ReadAs,
    string State,
    DateTimeOffset Since,
    DateTimeOffset? NextDue,
    IReadOnlyList<WorkflowMove> MayFire,
    IReadOnlyList<WorkflowPastMove> History);

/// <summary>Something that happened.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who did it: a username, or the service.</param>
/// <param name="From">The state it left; null where the resource was new.</param>
/// <param name="Trigger">What was fired.</param>
/// <param name="To">The state it entered.</param>
/// <param name="Reason">Why; null where that wasn't said.</param>
public sealed record WorkflowPastMove(
    DateTimeOffset At,
    string By,
    string? From,
    string Trigger,
    string To,
    string? Reason);
