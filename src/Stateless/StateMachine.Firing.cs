namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<TTrigger> _queue = new();
    private bool _firing;
    private Action<Transition>? _onTransitioned;
    private Action<Transition>? _onTransitionCompleted;
    private Action<TState, TTrigger, ICollection<string>?> _onUnhandledTrigger = RefuseUnhandledTrigger;

    /// <summary>Takes the transition that the current state has for a trigger, with the actions that belong to it.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="InvalidOperationException">The current state does not allow it, and nobody handles that;
    /// or more than one transition is permitted for it.</exception>
    public void Fire(TTrigger trigger)
    {
        if (_firingMode == FiringMode.Immediate)
        {
            FireOne(trigger);
            return;
        }

        _queue.Enqueue(trigger);
        if (_firing)
            return;

        // When an action throws, what waited behind it stays queued and goes first at the next Fire, as in the package.
        _firing = true;
        try
        {
            while (_queue.TryDequeue(out var next))
                FireOne(next);
        }
        finally
        {
            _firing = false;
        }
    }

    /// <summary>Adds something to do at every transition, re-entries included: after the state is left and written,
    /// before the entry actions.</summary>
    /// <param name="onTransitionAction">What to do.</param>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _onTransitioned += onTransitionAction;
    }

    /// <summary>Adds something to do at every transition, re-entries included, after the entry actions.</summary>
    /// <param name="onTransitionAction">What to do.</param>
    public void OnTransitionCompleted(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _onTransitionCompleted += onTransitionAction;
    }

    /// <summary>Says what to do, instead of throwing, when the current state does not allow a trigger.</summary>
    /// <param name="unhandledTriggerAction">Gets the state and the trigger.</param>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _onUnhandledTrigger = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>Says what to do, instead of throwing, when the current state does not allow a trigger.</summary>
    /// <param name="unhandledTriggerAction">Gets the state, the trigger and the descriptions of the guards that do not
    /// agree: null when the state does not know the trigger at all.</param>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>?> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _onUnhandledTrigger = unhandledTriggerAction;
    }

    private void FireOne(TTrigger trigger)
    {
        var source = State;
        var representation = RepresentationOf(source);
        var handler = representation.FindHandler(trigger, out var unmetGuards);
        if (handler is null)
        {
            _onUnhandledTrigger(source, trigger, unmetGuards);
            return;
        }

        if (handler.Effect == TriggerEffect.Ignore)
            return;

        var transition = new Transition(source, handler.Destination, trigger);
        representation.Exit(transition);
        if (handler.Effect == TriggerEffect.Reenter)
            Reenter(transition);
        else
            Move(transition);
    }

    private void Move(Transition transition)
    {
        State = transition.Destination;
        _onTransitioned?.Invoke(transition);

        var entered = Enter(transition);
        if (!Same(entered, State))
            State = entered;

        _onTransitionCompleted?.Invoke(new Transition(transition.Source, State, transition.Trigger, transition.Parameters));
    }

    private void Reenter(Transition transition)
    {
        _onTransitioned?.Invoke(transition);
        var entered = Enter(transition);
        _onTransitionCompleted?.Invoke(transition);
        State = entered;
    }

    private TState Enter(Transition transition)
    {
        RepresentationOf(transition.Destination).Enter(transition);

        // Only in immediate mode can an entry action have moved the machine on by firing; a state that was written
        // past the machine while it was queuing is overruled by the destination, as in the package.
        return _firingMode == FiringMode.Immediate ? State : transition.Destination;
    }

    private static void RefuseUnhandledTrigger(TState state, TTrigger trigger, ICollection<string>? unmetGuards) =>
        throw new InvalidOperationException(unmetGuards is { Count: > 0 }
            ? $"Trigger '{trigger}' is valid for transition from state '{state}' but a guard conditions are not met. Guard descriptions: '{string.Join(", ", unmetGuards)}'."
            : $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. Consider ignoring the trigger.");
}
