using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Resources.Worlds;

/// <summary>
/// A world while it is made. Things are made in the order of the resources, each into service, so that what refers to
/// it can stand on it; then, the last first, those that are to be elsewhere are moved on. Every state is reached
/// through its state machine, under the operations' rules, at instants in the past: a history as it might have been.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="db">The tables, in a transaction that the caller ends.</param>
/// <param name="world">What is described.</param>
/// <param name="luck">Ids, and what is made up.</param>
/// <param name="now">The instant of the whole, and the pace.</param>
/// <param name="ct">Ends it.</param>
internal sealed class WorldMaking(
    Service service, EmulatorDb db, WorldDescription world, WorldLuck luck, Moment now, CancellationToken ct)
{
    private readonly Stack<(WorldThing Thing, IStaged Row, string State)> unfinished = [];

    public EmulatorDb Db => db;

    public WorldDescription World => world;

    public WorldLuck Luck => luck;

    /// <summary>The instant of the whole.</summary>
    public Moment Now => now;

    public CancellationToken Ct => ct;

    /// <summary>Who is who, with what is made so far.</summary>
    public IDirectory Directory { get; private set; } = service.Traits.Directory(db.Connection);

    /// <summary>Makes all of it.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.WorldImpossible"/>, <see cref="ServiceErrors.WorldForbidden"/>: nothing of it is to be
    /// kept.
    /// </exception>
    public async Task Make()
    {
        db.Directory = Directory;
        foreach (var part in service.WorldParts)
        {
            // A part may add things that nobody has described, to what comes after it.
            foreach (var thing in world.Of(part.Key).ToList())
            {
                await Ruled(thing, () => part.Make(thing, this));
            }
        }

        while (unfinished.TryPop(out var left))
        {
            await Ruled(left.Thing, () => Finish(left.Thing, left.Row, left.State));
        }

        foreach (var thing in service.WorldParts.SelectMany(part => world.Of(part.Key)))
        {
            if (thing.Row is { } row)
            {
                thing.Told["state"] = service.MachineOf(row).StateOf(row).State;
                thing.Told["machine"] = service.MachineOf(row).Name;
            }
        }
    }

    /// <summary>Stores what was made. Nobody is written to of what has been for long.</summary>
    public async Task Save()
    {
        foreach (var entry in db.ChangeTracker.Entries<IStaged>())
        {
            entry.Entity.NewLetters.Clear();
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Stores companies or people, and reads again who is who.</summary>
    public async Task SavePeople()
    {
        await Save();
        db.Directory = Directory = service.Traits.Directory(db.Connection, before: Directory);
    }

    /// <summary>Who acts for a company: its oldest member who may; the service itself where it has none.</summary>
    public string PersonOf(string companyId) => Directory.ActorFor(companyId)?.Id ?? Moment.ServiceItself;

    /// <summary>An instant so many days ago, by luck between the two.</summary>
    public DateTimeOffset DaysAgo(WorldThing thing, int least, int most) =>
        now.At - TimeSpan.FromMinutes(luck.Between(thing, least * 1440, most * 1440, about: 1));

    /// <summary>When a thing began, that its state may have come about since.</summary>
    /// <param name="thing">What.</param>
    /// <param name="machine">The lifecycle's name.</param>
    /// <param name="first">The state it begins in.</param>
    /// <param name="inService">The state that it is in where nothing is said.</param>
    /// <param name="state">The state it is to be in.</param>
    /// <param name="least">How many days ago at least, where it is or was in service.</param>
    /// <param name="most">How many at most.</param>
    public DateTimeOffset Begun(
        WorldThing thing, string machine, string first, string inService, string state, int least, int most)
    {
        var table = service.Machine(machine);
        return state == first ? MovesOn(table, state) ? now.At : now.At - Hours(thing)
            : IsBefore(table, first, state, inService) ? now.At - TimeSpan.FromDays(2) - Hours(thing)
            : DaysAgo(thing, least, most);
    }

    /// <summary>The moment at which somebody does something.</summary>
    public Moment At(DateTimeOffset instant, string by) => now with { At = instant, By = by };

    /// <summary>
    /// Stores a resource that has begun its life, and brings it into the state that it is to be in; as far as into
    /// service for now, where that state comes after.
    /// </summary>
    /// <param name="thing">What it is in the world.</param>
    /// <param name="row">The resource.</param>
    /// <param name="inService">The state in which others can refer to it, as the documents spell it.</param>
    /// <param name="state">The state it is to be in.</param>
    public async Task Bring(WorldThing thing, IStaged row, string inService, string state)
    {
        var machine = service.MachineOf(row);
        thing.Row = row;
        thing.Id = row.Id;
        if (db.Entry(row).State == Microsoft.EntityFrameworkCore.EntityState.Detached)
        {
            db.Add(row);
        }

        await Save();
        var (at, _) = machine.StateOf(row);
        var straight = machine.Path(row, at, state);
        if (machine.Path(row, at, inService) is { } intoService && machine.Path(row, inService, state) is { } after
            && IsAfter(straight, intoService, after))
        {
            await Walk(row, intoService, ends: after.Count == 0);
            if (after.Count > 0)
            {
                unfinished.Push((thing, row, state));
            }

            return;
        }

        await Walk(row, straight ?? throw Unreachable(thing, row, machine, state), ends: true);
    }

    /// <summary>Moves a resource on to a state, at once.</summary>
    /// <param name="thing">What it is in the world.</param>
    /// <param name="row">The resource.</param>
    /// <param name="state">The state.</param>
    /// <param name="justNow">Whether it gets there now, whatever it is that follows from it.</param>
    /// <exception cref="Refusal">No moves lead there, or a rule is against one.</exception>
    public async Task Move(WorldThing thing, IStaged row, string state, bool justNow = false)
    {
        var machine = service.MachineOf(row);
        var (at, _) = machine.StateOf(row);
        await Walk(
            row,
            machine.Path(row, at, state) ?? throw Unreachable(thing, row, machine, state),
            ends: true,
            justNow: justNow);
    }

    /// <summary>Begins a resource's life in another state, where nothing leads to it.</summary>
    public void BeginAgain(IStaged row, string state, Moment moment) =>
        service.MachineOf(row).BeginAgain(row, state, moment);

    /// <summary>What is named so in the world, in one of its sections; null where nothing is.</summary>
    /// <param name="thing">What names it.</param>
    /// <param name="member">The member that does.</param>
    /// <param name="name">The name: <c>hk</c>, or <c>buyer.hk</c> where several have it.</param>
    /// <param name="section">The section.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.WorldImpossible"/>: several are.</exception>
    public WorldThing? Named(WorldThing thing, IBodyMember member, string name, string section)
    {
        List<WorldThing> found = [.. world.Of(section).Where(one => Same(one.Name, name) || Same(one.FullName, name))];
        if (found.Count > 1)
        {
            // One's own company's comes first.
            List<WorldThing> own = [.. found.Where(one => one.Owner is not null && one.Owner == thing.Owner)];
            found = own.Count == 1 ? own : found;
        }

        return found.Count < 2 ? found.FirstOrDefault() : throw thing.Impossible(
            member,
            $"names {found.Count} of the world's {section}: {name}",
            $"Say which: {string.Join(", ", found.Select(one => one.FullName))}.");
    }

    /// <summary>That nothing has a name.</summary>
    /// <param name="thing">What names it.</param>
    /// <param name="member">The member that does.</param>
    /// <param name="kind">What it should be: <c>metro</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">Those that there are.</param>
    public static Refusal Unknown(
        WorldThing thing, IBodyMember member, string kind, string name, IEnumerable<string> known)
    {
        List<string> names = [.. known.Distinct(StringComparer.OrdinalIgnoreCase)];
        return thing.Impossible(
            member,
            $"names a {kind} that there isn't: {name}",
            $"{Edits.Suggestion(name, names)}{(names.Count is > 0 and <= 40
                ? $"There are {string.Join(", ", names.Order(StringComparer.OrdinalIgnoreCase))}."
                : $"There are {names.Count} that it could be.")}");
    }

    /// <summary>Whether two names are the same, without regard to case.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static async Task Ruled(WorldThing thing, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Refusal rule)
        {
            throw rule.Forbidding(thing);
        }
    }

    private async Task Finish(WorldThing thing, IStaged row, string state)
    {
        // What was done to a group was done to its connections, too.
        var machine = service.MachineOf(row);
        var (at, since) = machine.StateOf(row);
        var lately = now.At - TimeSpan.FromDays(1) - Hours(thing);
        await Walk(
            row,
            machine.Path(row, at, state) ?? throw Unreachable(thing, row, machine, state),
            ends: true,
            since > lately ? since : lately);
    }

    /// <summary>
    /// Whether a state comes after being in service: it isn't on the way there, and isn't nearer to that way than to
    /// what is in service, as a failure on the way is.
    /// </summary>
    private static bool IsAfter(
        IReadOnlyList<MoveShown>? straight, IReadOnlyList<MoveShown> intoService, IReadOnlyList<MoveShown> after)
    {
        if (straight is null)
        {
            return true;
        }

        var shared = straight.Zip(intoService).TakeWhile(pair => pair.First == pair.Second).Count();
        return straight.Count > shared && after.Count <= straight.Count - shared;
    }

    /// <summary>
    /// Makes moves one after the other, the last of them now where the service is to go on from there.
    /// </summary>
    private async Task Walk(
        IStaged row, IReadOnlyList<MoveShown> moves, bool ends, DateTimeOffset? from = null, bool justNow = false)
    {
        var machine = service.MachineOf(row);
        var since = from ?? machine.StateOf(row).Since;
        var step = Step(since, moves.Count);
        for (var index = 0; index < moves.Count; index++)
        {
            var move = moves[index];
            var at = ends && index == moves.Count - 1 && (justNow || MovesOn(machine, move.To))
                ? now.At
                : since + (step * (index + 1));
            var by = move.By == Mover.Client ? Doer(row) : Moment.ServiceItself;
            await machine.Fire(db, row, new Firing(move.Trigger, Reason: null, Forced: false), At(at, by), ct);
            await Save();
        }
    }

    /// <summary>How far moves lie apart: two hours, or less where there isn't as much time.</summary>
    private TimeSpan Step(DateTimeOffset since, int moves)
    {
        var room = (now.At - since) / (moves + 1);
        return room < TimeSpan.FromHours(2) ? (room < TimeSpan.Zero ? TimeSpan.Zero : room) : TimeSpan.FromHours(2);
    }

    private string Doer(IStaged row) =>
        db.Entry(row).Properties
            .FirstOrDefault(property => property.Metadata.Name == OwnerOf(row))?.CurrentValue is string company
            ? PersonOf(company)
            : Moment.ServiceItself;

    /// <summary>The column that says whose a row is.</summary>
    private string OwnerOf(IStaged row) =>
        service.Staged.First(table => table.Machine == service.MachineOf(row).Name).Owner is { } owner
            ? owner.Company.Trim('"')
            : "CompanyId";

    private static bool MovesOn(IMachine machine, string state) =>
        machine.Moves.Any(move => move.From == state && move.By == Mover.Service);

    /// <summary>Whether a state is reached without having been in service.</summary>
    private static bool IsBefore(IMachine machine, string first, string state, string inService)
    {
        HashSet<string> met = [first];
        for (Queue<string> states = new([first]); states.TryDequeue(out var from);)
        {
            foreach (var move in machine.Moves.Where(move => move.From == from && move.To != inService))
            {
                if (move.To == state)
                {
                    return true;
                }

                if (met.Add(move.To))
                {
                    states.Enqueue(move.To);
                }
            }
        }

        return false;
    }

    private TimeSpan Hours(WorldThing thing) => TimeSpan.FromMinutes(luck.Between(thing, 60, 40 * 60, about: 2));

    private static Refusal Unreachable(WorldThing thing, IStaged row, IMachine machine, string state)
    {
        var (at, _) = machine.StateOf(row);
        var possible = machine.States.Where(other => machine.Path(row, at, other) is not null);
        var only = machine.Moves.FirstOrDefault(move => move.To == state && move.Condition is not null)?.Condition;
        return WorldThing.Impossible(
            $"{thing.Path}.state",
            $"is one that this never gets to: {state}",
            $"{(only is null ? "" : $"It is reached with: {only}. ")}This one can be {string.Join(", ", possible)}.");
    }
}
