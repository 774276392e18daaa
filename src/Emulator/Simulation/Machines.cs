using System.Text;
using Emulator.Domain.Asns;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Simulation;

/// <summary>The state machines there are, each with its table and its rows: what settling and <c>/__admin/workflows</c> work on.</summary>
internal static class Machines
{
    public static readonly IReadOnlyList<IMachine> All =
    [
        new Machine<PortOrderStatus, PortOrderTrigger, PortOrder>("port-orders", PortOrderStateMachine.Table, db => db.PortOrders.Include(order => order.Port)),
        new Machine<PortStatus, PortTrigger, Port>("ports", PortStateMachine.Table, db => db.Ports),
        new Machine<ConnectionStatus, ConnectionTrigger, Connection>("connections", ConnectionStateMachine.Table, db => db.Connections.Whole()),
        new Machine<ChangeRequestStatus, ChangeRequestTrigger, ChangeRequest>("change-requests", ChangeRequestStateMachine.Table, db => db.ChangeRequests.Include(change => change.Connection)),
        new Machine<ScheduledRunStatus, ScheduledRunTrigger, ScheduledRun>("scheduled-tasks", ScheduledRunStateMachine.Table, db => db.ScheduledRuns
            .Include(run => run.Connection.SrcPort).Include(run => run.Connection.DestPort).Include(run => run.Connection.Change), paced: false),
        new Machine<MembershipStatus, MembershipTrigger, Membership>("memberships", MembershipStateMachine.Table, db => db.Memberships),
        new Machine<InvitationStatus, InvitationTrigger, Invitation>("invitations", InvitationStateMachine.Table, db => db.Invitations),
        new Machine<IodServiceStatus, IodServiceTrigger, IodService>("iod-services", IodServiceStateMachine.Table, db => db.IodServices.Whole()),
        new Machine<FlexStatus, FlexTrigger, Flex>("flexes", FlexStateMachine.Table, db => db.Flexes.WithService()),
        new Machine<AsnStatus, AsnTrigger, Asn>("asns", AsnStateMachine.Table, db => db.Asns),
        new Machine<ReplyStatus, ReplyTrigger, Reply>("replies", ReplyStateMachine.Table, db => db.Replies
            .Include(reply => reply.Connection.SrcPort).Include(reply => reply.Connection.DestPort).Include(reply => reply.Connection.Change), paced: false),
    ];

    /// <exception cref="Refusal"><see cref="ServiceErrors.MachineNotFound"/>.</exception>
    public static IMachine Named(string name) =>
        All.FirstOrDefault(machine => string.Equals(machine.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw ServiceErrors.MachineNotFound.Because($"The workflows are {string.Join(", ", All.Select(machine => machine.Name))}.", name);

    /// <summary>The machine that a resource follows.</summary>
    public static IMachine Of(IStaged resource) => ByResource[resource.GetType()];

    private static readonly Dictionary<Type, IMachine> ByResource = All.ToDictionary(machine => machine.Resource);
}

/// <summary>One state machine, whatever its resource.</summary>
internal interface IMachine
{
    string Name { get; }

    /// <summary>What has the state.</summary>
    Type Resource { get; }

    /// <summary>Whether the service ever moves one on by itself.</summary>
    bool MovesByItself { get; }

    /// <summary>Every state, as the documents spell it.</summary>
    IReadOnlyList<string> States { get; }

    /// <summary>Every move of the table.</summary>
    IReadOnlyList<MoveShown> Moves { get; }

    /// <summary>The table as a Mermaid state diagram.</summary>
    string Diagram { get; }

    /// <summary>The resource, with all that its moves touch; null where there is none.</summary>
    Task<IStaged?> Find(EmulatorDb db, string id, CancellationToken ct);

    /// <summary>Everything the service moves on by itself up to an instant.</summary>
    IEnumerable<IStaged> DueBy(EmulatorDb db, DateTimeOffset instant);

    /// <summary>The state as the documents spell it, and since when.</summary>
    (string State, DateTimeOffset Since) StateOf(IStaged resource);

    /// <summary>What may be fired now.</summary>
    IReadOnlyList<MoveShown> Permitted(IStaged resource);

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

    /// <summary>Makes the service's next move.</summary>
    /// <returns>False where the service waits for someone.</returns>
    bool Advance(IStaged resource, Moment moment);

    /// <summary>Makes a move by its trigger's name.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.IllegalMove"/>, with what is legal.</exception>
    void Fire(IStaged resource, string trigger, Moment moment, string? reason);
}

/// <summary>A move as it is shown: names only.</summary>
internal sealed record MoveShown(string From, string Trigger, string To, Mover By, int Steps, string? Condition);

/// <inheritdoc cref="IMachine"/>
internal sealed class Machine<TState, TTrigger, TResource>(
    string name, StateTable<TState, TTrigger, TResource> table, Func<EmulatorDb, IQueryable<TResource>> rows, bool paced = true) : IMachine
    where TState : struct, Enum
    where TTrigger : struct, Enum
    where TResource : Staged<TState>
{
    public string Name => name;

    public Type Resource => typeof(TResource);

    public bool MovesByItself { get; } = table.Rows.Any(row => row.Mover == Mover.Service);

    public IReadOnlyList<string> States { get; } = [.. Spelling.All<TState>()];

    public IReadOnlyList<string> PacedStages { get; } = paced ? [.. table.Rows.Where(row => row.Mover == Mover.Service).Select(row => Spelling.Of(row.From)).Distinct()] : [];

    public IReadOnlyList<MoveShown> Moves => [.. table.Rows.Select(Shown)];

    public string Diagram
    {
        get
        {
            var diagram = new StringBuilder("stateDiagram-v2\n");
            foreach (var row in table.Rows)
            {
                diagram.Append("    ").Append(Spelling.Of(row.From)).Append(" --> ").Append(Spelling.Of(row.To)).Append(": ").Append(row.Trigger)
                    .Append(row.Mover switch { Mover.Service => " (by itself)", Mover.World => " (only through /__admin)", _ => "" })
                    .Append(row.Condition is null ? "" : ", " + row.Condition).Append('\n');
            }

            return diagram.ToString();
        }
    }

    public async Task<IStaged?> Find(EmulatorDb db, string id, CancellationToken ct) => await rows(db).FirstOrDefaultAsync(resource => resource.Id == id, ct);

    public IEnumerable<IStaged> DueBy(EmulatorDb db, DateTimeOffset instant) => rows(db).Where(resource => resource.Due != null && resource.Due <= instant).OrderBy(resource => resource.Due).ThenBy(resource => resource.Id);

    public (string State, DateTimeOffset Since) StateOf(IStaged resource) => (Spelling.Of(((TResource)resource).Status), ((TResource)resource).Since);

    public IReadOnlyList<MoveShown> Permitted(IStaged resource) => [.. table.Permitted((TResource)resource).Select(Shown)];

    public async Task Repace(EmulatorDb db, Pacing before, Moment moment, CancellationToken ct)
    {
        if (PacedStages.Count == 0)
        {
            return;
        }

        foreach (var resource in await rows(db).Where(resource => resource.Due != null || resource.PollsLeft != null || resource.Held).ToListAsync(ct))
        {
            // What goes on as before keeps the reads it has had.
            if (resource.PaceIn(before) != resource.PaceIn(moment.Pacing))
            {
                table.Repace(resource, moment);
            }
        }
    }

    public void Repace(IStaged resource, Moment moment) => table.Repace((TResource)resource, moment);

    public bool Advance(IStaged resource, Moment moment)
    {
        if (table.NextOf((TResource)resource, moment.Pacing.Directives) is not { } next)
        {
            return false;
        }

        table.Fire((TResource)resource, next, moment);
        return true;
    }

    public void Fire(IStaged resource, string trigger, Moment moment, string? reason)
    {
        var staged = (TResource)resource;
        var known = Enum.TryParse<TTrigger>(trigger, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(trigger[0]);
        if (!known || !table.CanFire(staged, value))
        {
            var legal = Permitted(resource);
            throw new Refusal(
                ServiceErrors.IllegalMove,
                string.Format(System.Globalization.CultureInfo.InvariantCulture, ServiceErrors.IllegalMove.Message, trigger, Spelling.Of(staged.Status)),
                $"Legal now: {(legal.Count == 0 ? "nothing" : string.Join(", ", legal.Select(move => move.Trigger)))}.")
            {
                Details = new Dictionary<string, IReadOnlyList<string>> { ["legal"] = [.. legal.Select(move => move.Trigger).Distinct()] },
            };
        }

        table.Fire(staged, value, moment, reason);
    }

    private static MoveShown Shown(Row<TState, TTrigger, TResource> row) =>
        new(Spelling.Of(row.From), row.Trigger.ToString(), Spelling.Of(row.To), row.Mover, row.Steps, row.Condition);
}
