namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    internal enum TriggerEffect
    {
        Move,
        Reenter,
        Ignore,
    }

    internal sealed class TriggerBehaviour(
        TTrigger trigger, TriggerEffect effect, TState destination, Func<bool>? guard = null, string? guardDescription = null)
    {
        // What the package calls a guard that has neither a description nor a name of its own.
        private const string Nameless = "Function";

        public TTrigger Trigger { get; } = trigger;

        public TriggerEffect Effect { get; } = effect;

        public TState Destination { get; } = destination;

        public bool IsPermitted => guard is null || guard();

        // The name is looked up only when somebody is refused: building a machine must not pay for it.
        public string GuardDescription => guardDescription ?? NameOf(guard);

        private static string NameOf(Func<bool>? guard) =>
            guard?.Method.Name is { } name && name.AsSpan().IndexOfAny('<', '>', '`') < 0 ? name : Nameless;
    }
}
