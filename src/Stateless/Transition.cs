namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The way from one state to another, or back into the same one.</summary>
    public class Transition
    {
        /// <summary>Describes a transition.</summary>
        /// <param name="source">The state that is left.</param>
        /// <param name="destination">The state that is entered.</param>
        /// <param name="trigger">The trigger that caused it.</param>
        /// <param name="parameters">What the trigger was fired with.</param>
        public Transition(TState source, TState destination, TTrigger trigger, object[]? parameters = null)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
            Parameters = parameters ?? [];
        }

        /// <summary>The state that is left.</summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that caused it.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Whether the state that is entered is the one that is left.</summary>
        public bool IsReentry => Same(Source, Destination);

        /// <summary>What the trigger was fired with: never null, and always empty in this stand-in.</summary>
        public object[] Parameters { get; }
    }
}
