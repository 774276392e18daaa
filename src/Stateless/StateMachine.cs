namespace Stateless;

// The package keeps states and triggers as keys of dictionaries, so null never was one; saying so here
// makes the compiler refuse what the package would throw at.

/// <summary>A finite set of states, and the triggers that lead from one to another.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    // A list, not a dictionary: a machine is built around a row for a single trigger, and looking through
    // a handful of states costs less than hashing them first.
    private readonly List<StateRepresentation> _representations = [];
    private readonly Func<TState> _stateAccessor;
    private readonly Action<TState> _stateMutator;
    private readonly FiringMode _firingMode;

    /// <summary>A machine whose state is kept elsewhere; triggers are queued.</summary>
    /// <param name="stateAccessor">Reads the current state.</param>
    /// <param name="stateMutator">Writes the new state.</param>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
        : this(stateAccessor, stateMutator, FiringMode.Queued)
    {
    }

    /// <summary>A machine that keeps its own state; triggers are queued.</summary>
    /// <param name="initialState">The state it starts in.</param>
    public StateMachine(TState initialState)
        : this(initialState, FiringMode.Queued)
    {
    }

    /// <summary>A machine whose state is kept elsewhere.</summary>
    /// <param name="stateAccessor">Reads the current state.</param>
    /// <param name="stateMutator">Writes the new state.</param>
    /// <param name="firingMode">What happens to a trigger fired during another.</param>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        _stateAccessor = stateAccessor;
        _stateMutator = stateMutator;
        _firingMode = firingMode;

        // The package notes the initial state here: an accessor that cannot answer yet fails now, not at the first trigger.
        _ = stateAccessor();
    }

    /// <summary>A machine that keeps its own state.</summary>
    /// <param name="initialState">The state it starts in.</param>
    /// <param name="firingMode">What happens to a trigger fired during another.</param>
    public StateMachine(TState initialState, FiringMode firingMode)
    {
        var current = initialState;
        _stateAccessor = () => current;
        _stateMutator = state => current = state;
        _firingMode = firingMode;
    }

    /// <summary>The current state.</summary>
    public TState State
    {
        get => _stateAccessor();
        private set => _stateMutator(value);
    }

    /// <summary>The triggers that can be fired in the current state, ignored ones included.</summary>
    public IEnumerable<TTrigger> PermittedTriggers => GetPermittedTriggers();

    /// <summary>The triggers that can be fired in the current state, ignored ones included.</summary>
    /// <param name="args">Arguments for guards that take some; the guards of this stand-in take none.</param>
    /// <returns>The triggers in the order they were configured; guards are asked while it is enumerated.</returns>
    public IEnumerable<TTrigger> GetPermittedTriggers(params object[] args) => RepresentationOf(State).PermittedTriggers();

    /// <summary>Begins, or goes on with, the configuration of a state.</summary>
    /// <param name="state">The state to configure.</param>
    /// <returns>What the state is configured through.</returns>
    public StateConfiguration Configure(TState state) => new(this, RepresentationOf(state));

    /// <summary>Whether the machine is in a state.</summary>
    /// <param name="state">The state to compare with.</param>
    /// <returns>True when it is the current one.</returns>
    public bool IsInState(TState state) => Same(State, state);

    /// <summary>Whether a trigger can be fired in the current state.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>True when it is permitted or ignored, and its guard agrees.</returns>
    /// <exception cref="InvalidOperationException">More than one transition is permitted for it.</exception>
    public bool CanFire(TTrigger trigger) => CanFire(trigger, out _);

    /// <summary>Whether a trigger can be fired in the current state, and if not, which guards are against it.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="unmetGuards">The descriptions of the guards that do not agree: empty when it can be fired,
    /// null when the state does not know the trigger at all.</param>
    /// <returns>True when it is permitted or ignored, and its guard agrees.</returns>
    /// <exception cref="InvalidOperationException">More than one transition is permitted for it.</exception>
    public bool CanFire(TTrigger trigger, out ICollection<string>? unmetGuards) =>
        RepresentationOf(State).FindHandler(trigger, out unmetGuards) is not null;

    /// <summary>Describes the machine for people.</summary>
    /// <returns>The current state and the triggers it permits.</returns>
    public override string ToString() =>
        $"StateMachine {{ State = {State}, PermittedTriggers = {{ {string.Join(", ", PermittedTriggers)} }}}}";

    private StateRepresentation RepresentationOf(TState state)
    {
        foreach (var known in _representations)
        {
            if (Same(known.State, state))
                return known;
        }

        var added = new StateRepresentation(state);
        _representations.Add(added);
        return added;
    }

    private static bool Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
}
