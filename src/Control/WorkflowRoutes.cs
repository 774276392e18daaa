using ConsoleConnect.Emulator.Admin;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>The state machines, and where each resource stands in its own.</summary>
internal static class WorkflowRoutes
{
    private const string Group = "Workflows";

    private static readonly BodyMember<string> Trigger = Body.NeededText(
        "trigger", "The trigger's name, as GET /__admin/workflows lists it.");

    private static readonly BodyMember<string?> Reason = Body.Text(
        "reason", "The reason: for the history and, with failures, for errorReason or message.");

    private static readonly BodyMember<bool?> Force = Body.Flag(
        "force",
        "Whether to make the move although a rule of the service forbids it; a move that the state doesn't allow is "
        + "refused even so.");

    private static readonly RequestSchema FireSchema = new RequestSchema().With(Trigger, Reason, Force);

    private static readonly ParameterExample[] OfAResource =
    [
        new("machine", "connections", "port-orders, ports, connections, change-requests, connection-flexes, "
            + "scheduled-tasks, memberships, invitations, iod-services, flexes, asns or replies."),
        new("id", "675868acc2e6a1b4d7fa14df", "The resource's id: here a connection that is being created."),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/workflows", List).OfTheEmulator(Group, "The state machines: states, moves and diagrams")
            .Tells("Lists each machine's states and moves, who makes a move, and a diagram of it in Mermaid.")
            .Produces<MachineList>();
        routes
            .MapGet("/__admin/workflows/{machine}/{id}", Show)
            .OnTheSandbox(Group, "A resource's state, what may be fired, and what happened to it")
            .Tells(
                "Shows the resource's state, the triggers that are legal in it, when the service moves it next, "
                    + "and its history.")
            .With(OfAResource)
            .Produces<WorkflowState>()
            .Answers(ServiceErrors.MachineNotFound, ServiceErrors.ResourceNotFound);
        routes
            .MapPost("/__admin/workflows/{machine}/{id}/advance", Advance)
            .OnTheSandbox(Group, "Make the service's next move now")
            .Tells(
                "Does at once what the service would do later, whatever the sandbox's progression, and leaves the "
                    + "clock alone. Refused if the resource waits for a client.")
            .With(OfAResource)
            .Produces<WorkflowState>()
            .Answers(ServiceErrors.MachineNotFound, ServiceErrors.ResourceNotFound, ServiceErrors.IllegalMove);
        routes
            .MapPost("/__admin/workflows/{machine}/{id}/fire", Fire)
            .OnTheSandbox(Group, "Make any legal move now, including failures")
            .Tells(
                "Fires a trigger by name, including those that only happen when something goes wrong, so that a client "
                    + "meets failures. A move that isn't legal now is refused, with those that would be; a move that a "
                    + "rule of the service forbids, such as disabling a port with connections in service on it, is "
                    + "refused unless force is true.")
            .With(OfAResource)
            .Takes(FireSchema, """{"trigger": "Fail", "reason": "No light on the cross connect"}""")
            .Produces<WorkflowState>()
            .Answers(
                ServiceErrors.MachineNotFound, ServiceErrors.ResourceNotFound, ServiceErrors.IllegalMove,
                ServiceErrors.MoveForbidden);
    }

    private static Answer<MachineList> List(Service service) =>
        new MachineList([
            .. service.Machines.Select(machine => new WorkflowMachine(
                machine.Name,
                machine.States,
                [.. machine.Moves.Select(Shown)],
                machine.Diagram)),
        ]);

    private static async Task<Answer<WorkflowState>> Show(string machine, string id, Turn turn, CancellationToken ct)
    {
        var found = turn.Service.Machine(machine);
        return await Shown(found, await Find(found, id, turn, ct), turn, ct);
    }

    private static async Task<Answer<WorkflowState>> Advance(string machine, string id, Turn turn, CancellationToken ct)
    {
        var found = turn.Service.Machine(machine);
        var resource = await Find(found, id, turn, ct);
        if (!await found.Advance(turn.Db, resource, turn.Now))
        {
            var legal = found.Permitted(resource).Select(move => move.Trigger).Distinct().ToList();
            throw new Refusal(
                ServiceErrors.IllegalMove,
                string.Format(
                    System.Globalization.CultureInfo.InvariantCulture,
                    ServiceErrors.IllegalMove.Message,
                    "Advancing",
                    found.StateOf(resource).State),
                "The service waits for someone here. Legal to fire: "
                + $"{(legal.Count == 0 ? "nothing" : string.Join(", ", legal))}.")
            {
                Details = new Dictionary<string, IReadOnlyList<string>> { ["legal"] = legal },
            };
        }

        return await Shown(found, resource, turn, ct);
    }

    private static async Task<Answer<WorkflowState>> Fire(
        string machine,
        string id,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var found = turn.Service.Machine(machine);
        var resource = await Find(found, id, turn, ct);
        var asked = body.Checked(FireSchema);
        var firing = new Firing(asked.Of(Trigger), asked.Of(Reason), Forced: asked.Of(Force) == true);
        await found.Fire(turn.Db, resource, firing, turn.Now, ct);
        return await Shown(found, resource, turn, ct);
    }

    private static async Task<IStaged> Find(IMachine machine, string id, Turn turn, CancellationToken ct) =>
        await machine.Find(turn.Db, id, ct)
        ?? throw ServiceErrors.ResourceNotFound.Because("Ids are those of the API's own answers.", machine.Name, id);

    private static async Task<WorkflowState> Shown(IMachine machine, IStaged resource, Turn turn, CancellationToken ct)
    {
        var (state, since) = machine.StateOf(resource);
        var happened = await turn
            .Db.Moves.AsNoTracking()
            .Where(move => move.Machine == machine.Name && move.ResourceId == resource.Id)
            .OrderBy(move => move.Sequence)
            .ToListAsync(ct);
        var table = turn.Service.Staged.First(staged => staged.Machine == machine.Name);
        var row = turn.Rows.FindStaged(table, resource.Id);
        var company = row is null ? null : ResourceRoutes.NameOf(turn, row.CompanyId);
        var path = row is null ? null : turn.Rows.ShownAt(table, row, company);
        return new(
            machine.Name, resource.Id, row?.Name, company, path,
            path is null ? null : turn.Directory.ReaderFor(row!.CompanyId!),
            state, since, resource.Due,
            [.. machine.Permitted(resource).Select(Shown)],
            [
                .. happened
                    .Concat(resource.NewMoves)
                    .Select(move => new WorkflowPastMove(
                        move.At,
                        turn.Directory.NameOfDoer(move.By),
                        move.From,
                        move.Trigger,
                        move.To,
                        move.Reason)),
            ]);
    }

    private static WorkflowMove Shown(MoveShown move) =>
        new(
            move.Trigger,
            move.From,
            move.To,
            move.By.ToString().ToLowerInvariant(),
            move.By == Mover.Service ? move.Steps : null,
            move.Condition);
}
