using Emulator.Errors;
using Stateless;

namespace Emulator.Domain.Staging;

/// <summary>Who makes a row's move.</summary>
internal enum Mover
{
    /// <summary>A client asks for it, through an operation.</summary>
    Client,

    /// <summary>The service does it by itself after a while.</summary>
    Service,

    /// <summary>
    /// It happens only when it is made to happen, through <c>/__admin</c>: failures, and what people outside do.
    /// </summary>
    World,
}

/// <summary>One move of a table.</summary>
/// <param name="From">The state it leaves.</param>
/// <param name="Trigger">What is fired.</param>
/// <param name="To">The state it enters.</param>
/// <param name="Mover">Who fires it.</param>
/// <param name="Steps">After how many steps the service does it by itself; 0 where it doesn't.</param>
/// <param name="When">Of which resources it is true; null for all.</param>
/// <param name="Condition">The same in words, for diagrams and refusals.</param>
internal sealed record Row<TState, TTrigger, TResource>(
    TState From, TTrigger Trigger, TState To, Mover Mover, int Steps, Func<TResource, bool>? When, string? Condition);

/// <summary>
/// A resource's life, declared as one table: what a client may ask (<see cref="On"/>), what the service then does by
/// itself (<see cref="Then"/>), and what happens only when it is made to (<see cref="Or"/>). Moves run on
/// <see cref="StateMachine{TState, TTrigger}"/>.
/// </summary>
/// <typeparam name="TState">The documented statuses.</typeparam>
/// <typeparam name="TTrigger">What can be fired.</typeparam>
/// <typeparam name="TResource">What has the state.</typeparam>
/// <param name="noun">How refusals call the resource: <c>port</c>, <c>order</c>.</param>
internal sealed class StateTable<TState, TTrigger, TResource>(string noun)
    where TState : struct, Enum
    where TTrigger : struct, Enum
    where TResource : Staged<TState>
{
    private readonly List<Row<TState, TTrigger, TResource>> rows = [];

    /// <summary>The rows, in the order they were declared.</summary>
    public IReadOnlyList<Row<TState, TTrigger, TResource>> Rows => rows;

    /// <summary>A client may ask for it.</summary>
    public StateTable<TState, TTrigger, TResource> On(
        TState from,
        TTrigger trigger,
        TState to,
        Func<TResource, bool>? when = null,
        string? condition = null
    ) => Add(new(from, trigger, to, Mover.Client, 0, when, condition));

    /// <summary>
    /// The service does it by itself, so many steps (about a second each) after the state was entered.
    /// </summary>
    public StateTable<TState, TTrigger, TResource> Then(
        TState from,
        TTrigger trigger,
        TState to,
        int after = 1,
        Func<TResource, bool>? when = null,
        string? condition = null
    ) => Add(new(from, trigger, to, Mover.Service, after, when, condition));

    /// <summary>It happens only when it is made to happen.</summary>
    public StateTable<TState, TTrigger, TResource> Or(
        TState from,
        TTrigger trigger,
        TState to,
        Func<TResource, bool>? when = null,
        string? condition = null
    ) => Add(new(from, trigger, to, Mover.World, 0, when, condition));

    /// <summary>Starts a new resource's life: sets its first state and when the service moves it on.</summary>
    public void Begin(TResource resource, TState first, Moment moment)
    {
        resource.Enter(first, moment, NextWait(resource, first, moment));
        resource.Record(moment, from: null, trigger: "Begin", Spelling.Of(first), reason: null);
    }

    /// <summary>Fires a trigger.</summary>
    /// <param name="resource">Whose state moves.</param>
    /// <param name="trigger">What is fired.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="reason">Why, for the history and for a failure's words.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.WrongState"/>: the table has no such move; it says which a client can ask for.
    /// </exception>
    public void Fire(TResource resource, TTrigger trigger, Moment moment, string? reason = null)
    {
        var machine = MachineOf(resource);
        if (!machine.CanFire(trigger))
        {
            throw ServiceErrors.WrongState.Because(
                WhatMayHappen(resource),
                noun,
                Spelling.Participle(trigger),
                Spelling.Of(resource.Status));
        }

        var from = resource.Status;
        machine.Fire(trigger);
        var to = resource.Status;
        resource.Enter(to, moment, NextWait(resource, to, moment));
        resource.Record(moment, Spelling.Of(from), trigger.ToString(), Spelling.Of(to), reason);
        resource.Entered(to, moment, reason);
    }

    /// <summary>
    /// Looks again at whether the service moves it on by itself, where a rule has changed what the table's conditions
    /// look at.
    /// </summary>
    public void Reconsider(TResource resource, Moment moment)
    {
        if (resource.Due is null && resource.PollsLeft is null && !resource.Held)
        {
            resource.Await(NextWait(resource, resource.Status, moment));
        }
    }

    /// <summary>
    /// Looks again at how long its stage lasts, where its pace has changed: the stage began when it began, and what
    /// would be over is over now.
    /// </summary>
    public void Repace(TResource resource, Moment moment)
    {
        var wait = NextWait(resource, resource.Status, moment with { At = resource.Since });
        resource.Await(wait.Due < moment.At ? wait with { Due = moment.At } : wait);
    }

    /// <summary>Whether the move is legal now.</summary>
    public bool CanFire(TResource resource, TTrigger trigger) => MachineOf(resource).CanFire(trigger);

    /// <summary>The service's own next move; null where it waits for someone.</summary>
    /// <param name="resource">Whose.</param>
    /// <param name="directives">Whether its name may ask for a failure instead.</param>
    public TTrigger? NextOf(TResource resource, bool directives)
    {
        if (directives && FailureAskedFor(resource, resource.Status) is { } failure)
        {
            return failure;
        }

        foreach (var row in rows)
        {
            if (row.Mover == Mover.Service && Is(row.From, resource.Status) && (row.When?.Invoke(resource) ?? true))
            {
                return row.Trigger;
            }
        }

        return null;
    }

    /// <summary>Everything that may be fired now, with who fires it and where it leads.</summary>
    public IEnumerable<Row<TState, TTrigger, TResource>> Permitted(TResource resource) =>
        rows.Where(row => Is(row.From, resource.Status) && (row.When?.Invoke(resource) ?? true));

    /// <summary>
    /// What a client can ask for now, and what the service does next. What only <c>/__admin</c> makes happen is no
    /// client's to ask for.
    /// </summary>
    private string WhatMayHappen(TResource resource)
    {
        var status = Spelling.Of(resource.Status);
        var rows = Permitted(resource).ToList();
        var asked = rows.Where(row => row.Mover == Mover.Client)
            .Select(row => Spelling.Participle(row.Trigger))
            .Distinct()
            .ToList();
        var next = rows.Find(row => row.Mover == Mover.Service) is { } move ? Spelling.Of(move.To) : null;
        var possible = asked.Count == 0 ? $"The {noun} is {status}, and nothing can be asked of it"
            : $"The {noun} is {status}: it can be {string.Join(" or ", asked)}";
        return next is not null ? $"{possible}. The service takes it on to {next}: read it until it is."
            : asked.Count == 0 && rows.Count == 0 ? possible + " any more."
            : possible + ".";
    }

    private StateTable<TState, TTrigger, TResource> Add(Row<TState, TTrigger, TResource> row)
    {
        rows.Add(row);
        return this;
    }

    private Wait NextWait(TResource resource, TState state, Moment moment)
    {
        foreach (var row in rows)
        {
            if (row.Mover == Mover.Service && Is(row.From, state) && (row.When?.Invoke(resource) ?? true))
            {
                return WaitFor(row, resource, moment);
            }
        }

        return Wait.ForSomeone;
    }

    private static Wait WaitFor(Row<TState, TTrigger, TResource> row, TResource resource, Moment moment)
    {
        var pace = resource.PaceIn(moment.Pacing);
        var stage = Spelling.Of(row.From);
        var obeyed = moment.Pacing.Directives && resource.OwnPaceIn(moment.Pacing) is null;
        return (obeyed ? Directive.In(resource.GivenName, stage) : null) switch
        {
            { Kind: DirectiveKind.Stuck } => Wait.HeldBack,
            { Kind: DirectiveKind.Slow, Seconds: { } seconds } when pace.Progression != Progression.Manual => new Wait(
                moment.At + TimeSpan.FromSeconds(seconds),
                null),
            { Kind: DirectiveKind.Slow } => pace.Until(moment.At, stage, row.Steps * Directive.Slowly),
            _ => pace.Until(moment.At, stage, row.Steps),
        };
    }

    /// <summary>
    /// The failure that the resource's name asks for in a stage; null where it doesn't, or the stage can't fail.
    /// </summary>
    private TTrigger? FailureAskedFor(TResource resource, TState state)
    {
        if (Directive.In(resource.GivenName, Spelling.Of(state)) is not { Kind: DirectiveKind.Fail })
        {
            return null;
        }

        foreach (var row in rows)
        {
            if (
                row.Mover == Mover.World
                && Is(row.From, state)
                && row.Trigger.ToString() == "Fail"
                && (row.When?.Invoke(resource) ?? true))
            {
                return row.Trigger;
            }
        }

        return null;
    }

    private StateMachine<TState, TTrigger> MachineOf(TResource resource)
    {
        var machine = new StateMachine<TState, TTrigger>(() => resource.Status, state => resource.Status = state);
        foreach (var row in rows)
        {
            // Only the rows that leave the present state can be fired: a machine lives for one move.
            if (!Is(row.From, resource.Status))
            {
                continue;
            }

            if (Is(row.From, row.To))
            {
                machine.Configure(row.From).PermitReentry(row.Trigger);
            }
            else if (row.When is { } when)
            {
                machine.Configure(row.From).PermitIf(row.Trigger, row.To, () => when(resource), row.Condition);
            }
            else
            {
                machine.Configure(row.From).Permit(row.Trigger, row.To);
            }
        }

        return machine;
    }

    private static bool Is(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);
}
