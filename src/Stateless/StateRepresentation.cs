namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    internal sealed class StateRepresentation(TState state)
    {
        private readonly List<TriggerBehaviour> _behaviours = [];
        private Action<Transition>? _entryActions;
        private Action<Transition>? _exitActions;

        public TState State { get; } = state;

        public void Add(TriggerBehaviour behaviour) => _behaviours.Add(behaviour);

        public void AddEntryAction(Action<Transition> action) => _entryActions += action;

        public void AddExitAction(Action<Transition> action) => _exitActions += action;

        public void Enter(Transition transition) => _entryActions?.Invoke(transition);

        public void Exit(Transition transition) => _exitActions?.Invoke(transition);

        public IEnumerable<TTrigger> PermittedTriggers() => _behaviours
            .GroupBy(behaviour => behaviour.Trigger)
            .Where(sameTrigger => sameTrigger.Any(behaviour => behaviour.IsPermitted))
            .Select(sameTrigger => sameTrigger.Key);

        public TriggerBehaviour? FindHandler(TTrigger trigger, out ICollection<string>? unmetGuards)
        {
            TriggerBehaviour? handler = null;
            List<string>? unmet = null;
            var isAmbiguous = false;

            // Every guard is asked once, even when the answer is clear: the package does, and a guard may have been written to count on it.
            foreach (var behaviour in _behaviours)
            {
                if (!Same(behaviour.Trigger, trigger))
                    continue;

                if (behaviour.IsPermitted)
                {
                    isAmbiguous |= handler is not null;
                    handler ??= behaviour;
                }
                else
                {
                    unmet ??= [];
                    if (!unmet.Contains(behaviour.GuardDescription))
                        unmet.Add(behaviour.GuardDescription);
                }
            }

            if (isAmbiguous)
            {
                throw new InvalidOperationException(
                    $"Multiple permitted exit transitions are configured from state '{State}' for trigger '{trigger}'. Guard clauses must be mutually exclusive.");
            }

            unmetGuards = handler is null ? unmet : [];
            return handler;
        }
    }
}
