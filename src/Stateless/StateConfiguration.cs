namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one state is configured through; every method answers the same object, so that calls can be chained.</summary>
    public class StateConfiguration
    {
        private readonly StateRepresentation _representation;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, StateRepresentation representation)
        {
            Machine = machine;
            _representation = representation;
        }

        /// <summary>The machine that is configured.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>The state that is configured.</summary>
        public TState State => _representation.State;

        /// <summary>Accepts a trigger and moves to another state.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">The state it leads to.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">It leads to the state itself.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState)
        {
            RefuseSelf(destinationState);
            return Add(new(trigger, TriggerEffect.Move, destinationState));
        }

        /// <summary>Accepts a trigger and moves to another state, as long as a guard agrees.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">The state it leads to.</param>
        /// <param name="guard">Whether it is accepted now.</param>
        /// <param name="guardDescription">What the refusal calls the guard.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">It leads to the state itself.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null)
        {
            RefuseSelf(destinationState);
            return Add(new(trigger, TriggerEffect.Move, destinationState, guard, guardDescription));
        }

        /// <summary>Accepts a trigger by leaving the state and entering it again, with the actions of both.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration PermitReentry(TTrigger trigger) => Add(new(trigger, TriggerEffect.Reenter, State));

        /// <summary>Accepts a trigger and does nothing.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration Ignore(TTrigger trigger) => Add(new(trigger, TriggerEffect.Ignore, State));

        /// <summary>Accepts a trigger and does nothing, as long as a guard agrees.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">Whether it is ignored now.</param>
        /// <param name="guardDescription">What the refusal calls the guard.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new(trigger, TriggerEffect.Ignore, State, guard, guardDescription));

        /// <summary>Adds something to do when the state is entered.</summary>
        /// <param name="entryAction">What to do.</param>
        /// <param name="entryActionDescription">What the package's graphs call it; this stand-in draws none.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return OnEntry(_ => entryAction(), entryActionDescription);
        }

        /// <summary>Adds something to do when the state is entered.</summary>
        /// <param name="entryAction">What to do with the transition that led here.</param>
        /// <param name="entryActionDescription">What the package's graphs call it; this stand-in draws none.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            _representation.AddEntryAction(entryAction);
            return this;
        }

        /// <summary>Adds something to do when the state is entered because of one trigger.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">What to do.</param>
        /// <param name="entryActionDescription">What the package's graphs call it; this stand-in draws none.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return OnEntryFrom(trigger, _ => entryAction(), entryActionDescription);
        }

        /// <summary>Adds something to do when the state is entered because of one trigger.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">What to do with the transition that led here.</param>
        /// <param name="entryActionDescription">What the package's graphs call it; this stand-in draws none.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            _representation.AddEntryAction(transition =>
            {
                if (Same(transition.Trigger, trigger))
                    entryAction(transition);
            });
            return this;
        }

        /// <summary>Adds something to do when the state is left.</summary>
        /// <param name="exitAction">What to do.</param>
        /// <param name="exitActionDescription">What the package's graphs call it; this stand-in draws none.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return OnExit(_ => exitAction(), exitActionDescription);
        }

        /// <summary>Adds something to do when the state is left.</summary>
        /// <param name="exitAction">What to do with the transition that leads away.</param>
        /// <param name="exitActionDescription">What the package's graphs call it; this stand-in draws none.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration OnExit(Action<Transition> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            _representation.AddExitAction(exitAction);
            return this;
        }

        private StateConfiguration Add(TriggerBehaviour behaviour)
        {
            _representation.Add(behaviour);
            return this;
        }

        private void RefuseSelf(TState destination)
        {
            if (Same(destination, State))
            {
                throw new ArgumentException(
                    "Permit() (and PermitIf()) require that the destination state is not equal to the source state. To accept a trigger without changing state, use either Ignore() or PermitReentry().");
            }
        }
    }
}
