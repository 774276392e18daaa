using System.Globalization;
using System.Text;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Resources;

/// <summary>
/// The lifecycle of one kind of rows, whatever they are: what settling and <c>/__admin/workflows</c> work on.
/// </summary>
internal interface IMachine
{
    string Name { get; }

    /// <summary>What has the state.</summary>
    Type Resource { get; }

    /// <summary>The table of its rows.</summary>
    string Table { get; }

    /// <summary>Whether the service ever moves one on by itself.</summary>
    bool MovesByItself { get; }

    /// <summary>Every state, as the documents spell it.</summary>
    IReadOnlyList<string> States { get; }

    /// <summary>Every state as rows have it and as the documents spell it.</summary>
    IReadOnlyList<(string Stored, string Spelled)> StoredStates { get; }

    /// <summary>Every move of the table.</summary>
    IReadOnlyList<MoveShown> Moves { get; }

    /// <summary>The table as a Mermaid state diagram.</summary>
    string Diagram { get; }

    /// <summary>Resources with all that their moves touch, to be looked at: those of the ids that there are.</summary>
    Task<IReadOnlyList<IStaged>> Look(EmulatorDb db, IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>
    /// The service's next move, however long it waits for it; null where the service waits for someone.
    /// </summary>
    MoveShown? NextOf(IStaged resource, Pacing pacing);

    /// <summary>The resource, with all that its moves touch; null where there is none.</summary>
    Task<IStaged?> Find(EmulatorDb db, string id, CancellationToken ct);

    /// <summary>Everything the service moves on by itself up to an instant.</summary>
    IEnumerable<IStaged> DueBy(EmulatorDb db, DateTimeOffset instant);

    /// <summary>The state as the documents spell it, and since when.</summary>
    (string State, DateTimeOffset Since) StateOf(IStaged resource);

    /// <summary>What may be fired now.</summary>
    IReadOnlyList<MoveShown> Permitted(IStaged resource);

    /// <summary>The fewest moves of its table from one state to another.</summary>
    /// <param name="resource">The resource, by which the table's conditions are judged, as it is now.</param>
    /// <param name="from">The state to begin in, as the documents spell it.</param>
    /// <param name="to">The state to end in.</param>
    /// <returns>The moves; none where it is there already, null where no moves lead there.</returns>
    IReadOnlyList<MoveShown>? Path(IStaged resource, string from, string to);

    /// <summary>
    /// Begins its life in another state than it did, before it is stored: what happened is forgotten.
    /// </summary>
    void BeginAgain(IStaged resource, string state, Moment moment);

    /// <summary>The stages that the service ends by itself, as the documents spell them.</summary>
    IReadOnlyList<string> PacedStages { get; }

    /// <summary>Looks again at how long stages last, where paces have changed.</summary>
    /// <param name="db">The tables; what is changed is not saved yet.</param>
    /// <param name="before">How it was.</param>
    /// <param name="moment">How it is from now on.</param>
    /// <param name="ct">Ends the reading.</param>
    Task Repace(EmulatorDb db, Pacing before, Moment moment, CancellationToken ct);

    /// <summary>Looks again at how long one resource's stage lasts, whatever it waited for.</summary>
    void Repace(IStaged resource, Moment moment);

    /// <summary>Whether its move does more than move it, and looks at rows for that.</summary>
    bool ReadsRows { get; }

    /// <summary>The row that its moves move too, which may be due by then; null where there is none.</summary>
    IStaged? AlongWith(IStaged resource);

    /// <summary>Makes the service's next move.</summary>
    /// <returns>False where the service waits for someone.</returns>
    Task<bool> Advance(EmulatorDb db, IStaged resource, Moment moment);

    /// <summary>Makes a move by its trigger's name.</summary>
    /// <param name="db">The tables; nothing of them is changed that isn't saved.</param>
    /// <param name="resource">Whose state moves.</param>
    /// <param name="firing">What is fired.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.IllegalMove"/>, with what is legal; <see cref="ServiceErrors.MoveForbidden"/>: a rule
    /// of the service's is against it, and it isn't forced.
    /// </exception>
    Task Fire(EmulatorDb db, IStaged resource, Firing firing, Moment moment, CancellationToken ct);
}

/// <summary>A move that is made from outside.</summary>
/// <param name="Trigger">What is fired.</param>
/// <param name="Reason">Why; null where that isn't said.</param>
/// <param name="Forced">
/// Whether it is made although rules of the service's are against it; the table counts even so.
/// </param>
internal sealed record Firing(string Trigger, string? Reason, bool Forced);

/// <summary>A move as it is shown: names only.</summary>
internal sealed record MoveShown(string From, string Trigger, string To, Mover By, int Steps, string? Condition);

/// <inheritdoc cref="IMachine"/>
/// <param name="name">Its name.</param>
/// <param name="stored">The table of its rows.</param>
/// <param name="moves">Its moves; asked for when the first is wanted, not at the start.</param>
/// <param name="rows">Where its resources are, with all that its moves touch.</param>
/// <param name="paced">Whether its own moves have a pace; not where they have dates of their own.</param>
/// <param name="rules">What the operations' rules say of a move; null where they say nothing.</param>
/// <param name="together">Moves a resource and what moves with it; null where nothing does.</param>
/// <param name="along">The row that its moves move too; null where there is none.</param>
/// <param name="does">
/// Does what the service's own move stands for, and makes the move; null where the move is all.
/// </param>
internal sealed class Machine<TState, TTrigger, TResource>(
    string name,
    string stored,
    Func<StateTable<TState, TTrigger, TResource>> moves,
    Func<EmulatorDb, IQueryable<TResource>> rows,
    bool paced = true,
    Action<EmulatorDb, TResource, TTrigger, Moment>? rules = null,
    Func<EmulatorDb, TResource, TTrigger, Action<TResource>, CancellationToken, Task>? together = null,
    Func<TResource, IStaged?>? along = null,
    Func<EmulatorDb, TResource, Moment, Task>? does = null) : IMachine
    where TState : struct, Enum
    where TTrigger : struct, Enum
    where TResource : Staged<TState>
{
    private readonly Lazy<StateTable<TState, TTrigger, TResource>> table = new(moves);
    private readonly Lazy<IReadOnlyList<string>> pacedStages = new(() =>
        paced
            ? [.. moves().Rows.Where(row => row.Mover == Mover.Service).Select(row => Spelling.Of(row.From)).Distinct()]
            : []);

    public string Name => name;

    public Type Resource => typeof(TResource);

    public string Table => stored;

    public bool MovesByItself => table.Value.Rows.Any(row => row.Mover == Mover.Service);

    public IReadOnlyList<string> States => [.. Spelling.All<TState>()];

    public IReadOnlyList<(string Stored, string Spelled)> StoredStates =>
        [.. Enum.GetNames<TState>().Zip(Spelling.All<TState>())];

    public IReadOnlyList<string> PacedStages => pacedStages.Value;

    public IReadOnlyList<MoveShown> Moves => [.. table.Value.Rows.Select(Shown)];

    public string Diagram
    {
        get
        {
            var diagram = new StringBuilder("stateDiagram-v2\n");
            foreach (var state in States.Where(state => state.Contains(' ', StringComparison.Ordinal)))
            {
                diagram.Append("    state \"").Append(state).Append("\" as ").Append(InDiagram(state)).Append('\n');
            }

            foreach (var row in table.Value.Rows)
            {
                diagram
                    .Append("    ")
                    .Append(InDiagram(Spelling.Of(row.From)))
                    .Append(" --> ")
                    .Append(InDiagram(Spelling.Of(row.To)))
                    .Append(": ")
                    .Append(row.Trigger)
                    .Append(
                        row.Mover switch
                        {
                            Mover.Service => " (by itself)",
                            Mover.World => " (only through /__admin)",
                            _ => "",
                        })
                    .Append(row.Condition is null ? "" : ", " + row.Condition)
                    .Append('\n');
            }

            return diagram.ToString();
        }
    }

    /// <summary>What a state is called in a diagram, where names have no blanks.</summary>
    private static string InDiagram(string state) => state.Replace(' ', '_');

    public async Task<IReadOnlyList<IStaged>> Look(
        EmulatorDb db, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        await rows(db).AsNoTracking().Where(resource => ids.Contains(resource.Id)).ToListAsync(ct);

    public MoveShown? NextOf(IStaged resource, Pacing pacing) =>
        table.Value.NextOf((TResource)resource, pacing.Directives) is { } next
            && table.Value.Permitted((TResource)resource)
                .FirstOrDefault(row => EqualityComparer<TTrigger>.Default.Equals(row.Trigger, next)) is { } row
            ? Shown(row)
            : null;

    public async Task<IStaged?> Find(EmulatorDb db, string id, CancellationToken ct) =>
        await rows(db).FirstOrDefaultAsync(resource => resource.Id == id, ct);

    public IEnumerable<IStaged> DueBy(EmulatorDb db, DateTimeOffset instant) =>
        rows(db)
            .Where(resource => resource.Due != null && resource.Due <= instant)
            .OrderBy(resource => resource.Due)
            .ThenBy(resource => resource.Id);

    public (string State, DateTimeOffset Since) StateOf(IStaged resource) =>
        (Spelling.Of(((TResource)resource).Status), ((TResource)resource).Since);

    public IReadOnlyList<MoveShown> Permitted(IStaged resource) =>
        [.. table.Value.Permitted((TResource)resource).Select(Shown)];

    public IReadOnlyList<MoveShown>? Path(IStaged resource, string from, string to)
    {
        List<Row<TState, TTrigger, TResource>> possible =
            [.. table.Value.Rows.Where(row => row.When?.Invoke((TResource)resource) ?? true)];
        Dictionary<string, List<MoveShown>> found = new(StringComparer.OrdinalIgnoreCase) { [from] = [] };
        for (Queue<string> states = new([from]); states.TryDequeue(out var state);)
        {
            if (string.Equals(state, to, StringComparison.OrdinalIgnoreCase))
            {
                return found[state];
            }

            foreach (var move in possible.Select(Shown)
                .Where(move => move.From == state && !found.ContainsKey(move.To)))
            {
                found[move.To] = [.. found[state], move];
                states.Enqueue(move.To);
            }
        }

        return null;
    }

    public void BeginAgain(IStaged resource, string state, Moment moment)
    {
        resource.NewMoves.Clear();
        resource.NewLetters.Clear();
        table.Value.Begin((TResource)resource, Spelling.Read<TState>(state)!.Value, moment);
    }

    public async Task Repace(EmulatorDb db, Pacing before, Moment moment, CancellationToken ct)
    {
        if (PacedStages.Count == 0)
        {
            return;
        }

        foreach (
            var resource in await rows(db)
                .Where(resource => resource.Due != null || resource.PollsLeft != null || resource.Held)
                .ToListAsync(ct))
        {
            // What goes on as before keeps the reads it has had.
            if (resource.PaceIn(before) != resource.PaceIn(moment.Pacing))
            {
                table.Value.Repace(resource, moment);
            }
        }
    }

    public void Repace(IStaged resource, Moment moment) => table.Value.Repace((TResource)resource, moment);

    public bool ReadsRows => does is not null;

    public IStaged? AlongWith(IStaged resource) => along?.Invoke((TResource)resource);

    public async Task<bool> Advance(EmulatorDb db, IStaged resource, Moment moment)
    {
        var staged = (TResource)resource;
        if (table.Value.NextOf(staged, moment.Pacing.Directives) is not { } next)
        {
            return false;
        }

        await Make(db, staged, next, moment, reason: null);
        return true;
    }

    public async Task Fire(EmulatorDb db, IStaged resource, Firing firing, Moment moment, CancellationToken ct)
    {
        var staged = (TResource)resource;
        var known = Enum.TryParse<TTrigger>(firing.Trigger, ignoreCase: true, out var trigger)
            && Enum.IsDefined(trigger) && !char.IsAsciiDigit(firing.Trigger[0]);
        if (!known || !table.Value.CanFire(staged, trigger))
        {
            throw Illegal(staged, firing.Trigger);
        }

        if (does is not null)
        {
            await Make(db, staged, trigger, moment, firing.Reason);
            return;
        }

        await (together?.Invoke(db, staged, trigger, Move, ct) ?? Alone());

        void Move(TResource one)
        {
            if (!firing.Forced)
            {
                MustBeAllowed(db, one, trigger, moment);
            }

            table.Value.Fire(one, trigger, moment, firing.Reason);
        }

        Task Alone()
        {
            Move(staged);
            return Task.CompletedTask;
        }
    }

    private Task Make(EmulatorDb db, TResource resource, TTrigger trigger, Moment moment, string? reason)
    {
        // What a name asks for instead, a failure, is no more than a move.
        if (does is not null && table.Value.NextOf(resource, directives: false) is { } own
            && EqualityComparer<TTrigger>.Default.Equals(own, trigger))
        {
            return does(db, resource, moment);
        }

        table.Value.Fire(resource, trigger, moment, reason);
        return Task.CompletedTask;
    }

    private void MustBeAllowed(EmulatorDb db, TResource resource, TTrigger trigger, Moment moment)
    {
        try
        {
            rules?.Invoke(db, resource, trigger, moment);
        }
        catch (Refusal rule)
        {
            throw new Refusal(
                ServiceErrors.MoveForbidden,
                string.Format(CultureInfo.InvariantCulture, ServiceErrors.MoveForbidden.Message, trigger, rule.Message),
                $"{rule.Explanation} To make the move all the same, send \"force\": true.")
            {
                Details = new Dictionary<string, IReadOnlyList<string>> { ["because"] = [rule.Explanation] },
            };
        }
    }

    private Refusal Illegal(TResource resource, string trigger)
    {
        var legal = Permitted(resource);
        return new Refusal(
            ServiceErrors.IllegalMove,
            string.Format(
                CultureInfo.InvariantCulture, ServiceErrors.IllegalMove.Message, trigger, Spelling.Of(resource.Status)),
            $"Legal now: {(legal.Count == 0 ? "nothing" : string.Join(", ", legal.Select(move => move.Trigger)))}.")
        {
            Details = new Dictionary<string, IReadOnlyList<string>>
            {
                ["legal"] = [.. legal.Select(move => move.Trigger).Distinct()],
            },
        };
    }

    private static MoveShown Shown(Row<TState, TTrigger, TResource> row) =>
        new(Spelling.Of(row.From), row.Trigger.ToString(), Spelling.Of(row.To), row.Mover, row.Steps, row.Condition);
}
