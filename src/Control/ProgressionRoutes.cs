using System.Text.Json;
using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>
/// How the service's own moves progress: in the whole sandbox, for one machine, for a single resource; the narrowest
/// counts. What is set is kept with the sandbox's data: it survives a restart, and a reset takes it back.
/// </summary>
internal static class ProgressionRoutes
{
    private const string Group = "Progression";

    /// <summary>The longest that a step or a stage takes, seconds: a year.</summary>
    private const double Longest = 31_536_000;

    private static readonly ParameterExample Machine = new("machine", "connections", "A machine whose resources the "
        + "service moves on by itself: port-orders, ports, connections, connection-flexes, iod-services, flexes, "
        + "memberships or invitations.");

    private static readonly ParameterExample[] OfAResource =
    [
        Machine,
        new("id", "675868acc2e6a1b4d7fa14df", "The resource's id: here a connection that is being created."),
    ];

    private static readonly BodyMember<string> Progressing = Body.NeededText(
        "progression", "The progression.", "time", "immediate", "polls", "manual");

    private static readonly BodyMember<int?> Polls = Body.Integer(
        "polls",
        "With progression polls, how many reads a stage lasts; by default as in the whole sandbox.",
        minimum: 0,
        maximum: 1000);

    private static readonly RequestSchema WholeSchema = Paces();

    private static readonly RequestSchema Schema = Paces()
        .Object("stages", "With progression time, the length of single stages, seconds: {\"CREATING\": 30}. Stages are "
            + "spelled as the documents spell them.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/progression", Show).OnTheSandbox(Group, "How the service's own moves progress, and "
            + "what was set")
            .Tells("Lists the sandbox's usual pace and every more specific one; the most specific counts.")
            .Produces<ProgressionShown>();
        routes
            .MapPut("/__admin/progression", SetWhole)
            .OnTheSandbox(Group, "Set how they progress in the whole " + "sandbox")
            .Tells(
                "From now on the service's moves progress in this way, including those under way. It lasts until it is "
                    + "cleared or the sandbox is reset.")
            .Takes(WholeSchema, """{"progression": "manual"}""")
            .Produces<ProgressionShown>()
            .Answers(ServiceErrors.WrongType, ServiceErrors.OutOfBounds);
        routes
            .MapDelete("/__admin/progression", ClearWhole)
            .OnTheSandbox(Group, "Clear all that was set: moves progress as the sandbox was started")
            .Tells("What was set for machines and for single resources is cleared, too.")
            .Produces<ProgressionShown>();

        routes
            .MapGet("/__admin/progression/{machine}", ShowMachine)
            .OnTheSandbox(Group, "How one machine's resources progress")
            .Tells("Shows where their pace comes from, and which stages the service ends by itself.")
            .With(Machine)
            .Produces<MachinePace>().Answers(ServiceErrors.MachineNotFound);
        routes.MapPut("/__admin/progression/{machine}", SetMachine).OnTheSandbox(Group, "Set how one machine's "
            + "resources progress")
            .Tells("Applies to every resource of the machine that has no pace of its own, including those under way.")
            .With(Machine)
            .Takes(Schema, """{"progression": "time", "stepSeconds": 2, "stages": {"CREATING": 30}}""")
            .Produces<MachinePace>()
            .Answers(
                ServiceErrors.MachineNotFound,
                ServiceErrors.NotPaced,
                ServiceErrors.WrongType,
                ServiceErrors.OutOfBounds,
                ServiceErrors.NotAllowedValue);
        routes
            .MapDelete("/__admin/progression/{machine}", ClearMachine)
            .OnTheSandbox(Group, "Clear what was set for one machine and its resources")
            .Tells("They progress like the whole sandbox again.")
            .With(Machine)
            .Produces<MachinePace>().Answers(ServiceErrors.MachineNotFound);

        routes
            .MapGet("/__admin/progression/{machine}/{id}", ShowResource)
            .OnTheSandbox(Group, "How a single resource progresses, and what it waits for")
            .Tells("Shows when the service moves it on, or after how many more reads.")
            .With(OfAResource)
            .Produces<ResourcePace>()
            .Answers(ServiceErrors.MachineNotFound, ServiceErrors.ResourceNotFound);
        routes
            .MapPut("/__admin/progression/{machine}/{id}", SetResource)
            .OnTheSandbox(Group, "Set how a single resource progresses; it counts from when its stage began")
            .Tells(
                "Applies to this resource only, so that one connection can be slow or held while all others go on.")
            .With(OfAResource)
            .Takes(Schema, """{"progression": "polls", "polls": 2}""")
            .Produces<ResourcePace>()
            .Answers(
                ServiceErrors.MachineNotFound,
                ServiceErrors.ResourceNotFound,
                ServiceErrors.NotPaced,
                ServiceErrors.WrongType,
                ServiceErrors.OutOfBounds,
                ServiceErrors.NotAllowedValue);
        routes
            .MapDelete("/__admin/progression/{machine}/{id}", ClearResource)
            .OnTheSandbox(Group, "Clear what was set for a single resource")
            .Tells("It progresses like its machine again.")
            .With(OfAResource)
            .Produces<ResourcePace>().Answers(ServiceErrors.MachineNotFound, ServiceErrors.ResourceNotFound);
    }

    private static RequestSchema Paces() =>
        new RequestSchema()
            .With(Progressing)
            .Number(
                "stepSeconds",
                "With progression time, the length of a step, seconds; by default as in the whole sandbox. Most stages "
                    + "take one step.")
            .With(Polls);

    private static Answer<ProgressionShown> Show(Turn turn) => ProgressionShown.Of(turn.Pacing);

    private static async Task<Answer<ProgressionShown>> SetWhole(RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(WholeSchema);
        return ProgressionShown.Of(
            await Change(turn, turn.Service.Machines, paces => Put(paces, "", "", asked, [], turn), ct));
    }

    private static async Task<Answer<ProgressionShown>> ClearWhole(Turn turn, CancellationToken ct) =>
        ProgressionShown.Of(await Change(turn, turn.Service.Machines, paces => [], ct));

    private static Answer<MachinePace> ShowMachine(string machine, Turn turn) =>
        MachinePace.Of(turn.Service.Machine(machine), turn.Pacing);

    private static async Task<Answer<MachinePace>> SetMachine(
        string machine,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var found = Paced(machine, turn);
        var asked = body.Checked(Schema);
        var stages = StagesOf(asked, found);
        return MachinePace.Of(
            found,
            await Change(turn, [found], paces => Put(paces, found.Name, "", asked, stages, turn), ct));
    }

    private static async Task<Answer<MachinePace>> ClearMachine(string machine, Turn turn, CancellationToken ct)
    {
        var found = turn.Service.Machine(machine);
        return MachinePace.Of(
            found,
            await Change(turn, [found], paces => [.. paces.Where(pace => pace.Machine != found.Name)], ct));
    }

    private static async Task<Answer<ResourcePace>> ShowResource(
        string machine,
        string id,
        Turn turn,
        CancellationToken ct)
    {
        var found = turn.Service.Machine(machine);
        return ResourcePace.Of(found, await Find(found, id, turn, ct), turn.Pacing);
    }

    private static async Task<Answer<ResourcePace>> SetResource(
        string machine,
        string id,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var found = Paced(machine, turn);
        var resource = await Find(found, id, turn, ct);
        var asked = body.Checked(Schema);
        var stages = StagesOf(asked, found);
        var pacing = await Change(turn, [], paces => Put(paces, found.Name, resource.Id, asked, stages, turn), ct);

        // Even what was seeded as it stands, which nothing else sets going.
        found.Repace(resource, turn.Now with { Pacing = pacing });
        return ResourcePace.Of(found, resource, pacing);
    }

    private static async Task<Answer<ResourcePace>> ClearResource(
        string machine,
        string id,
        Turn turn,
        CancellationToken ct)
    {
        var found = turn.Service.Machine(machine);
        var resource = await Find(found, id, turn, ct);
        var pacing = await Change(
            turn,
            [found],
            paces => [.. paces.Where(pace => pace.Machine != found.Name || pace.ResourceId != resource.Id)],
            ct);
        return ResourcePace.Of(found, resource, pacing);
    }

    /// <summary>Changes what is set, and lets what waits wait by it.</summary>
    private static async Task<Pacing> Change(
        Turn turn,
        IReadOnlyList<IMachine> machines,
        Func<List<SetPace>, List<SetPace>> change,
        CancellationToken ct)
    {
        var before = await turn.Db.Paces.ToListAsync(ct);
        var after = change([.. before]);
        turn.Db.RemoveRange(before.Except(after));
        turn.Db.AddRange(after.Except(before));
        var moment = turn.Now with { Pacing = turn.Pacing.With(after) };
        foreach (var machine in machines)
        {
            await machine.Repace(turn.Db, turn.Pacing, moment, ct);
        }

        return moment.Pacing;
    }

    /// <summary>The paces with one more, or one that is another now.</summary>
    private static List<SetPace> Put(
        List<SetPace> paces,
        string machine,
        string id,
        Asked asked,
        IReadOnlyList<StageTime> stages,
        Turn turn)
    {
        var usual = turn.Pacing.Usual;
        var pace = paces.Find(pace => pace.Machine == machine && pace.ResourceId == id);
        if (pace is null)
        {
            paces.Add(pace = new SetPace { Machine = machine, ResourceId = id });
        }

        pace.Progression = Spelling.Read<Progression>(asked.Of(Progressing))!.Value;
        pace.Step = Seconds(asked, "stepSeconds", "/stepSeconds") is { } step ? TimeSpan.FromSeconds(step) : usual.Step;
        pace.Polls = asked.Of(Polls) ?? usual.Polls;
        pace.Stages = stages;
        return paces;
    }

    private static IMachine Paced(string machine, Turn turn) =>
        turn.Service.Machine(machine) is { PacedStages.Count: > 0 } found
            ? found
            : throw ServiceErrors.NotPaced.Because(
                "The machines with a pace are "
                    + string.Join(", ", turn.Service.Machines
                        .Where(machine => machine.PacedStages.Count > 0).Select(machine => machine.Name))
                    + ".",
                machine);

    private static async Task<IStaged> Find(IMachine machine, string id, Turn turn, CancellationToken ct) =>
        await machine.Find(turn.Db, id, ct)
        ?? throw ServiceErrors.ResourceNotFound.Because("Ids are those of the API's own answers.", machine.Name, id);

    private static List<StageTime> StagesOf(Asked asked, IMachine machine)
    {
        var stages = new List<StageTime>();
        if (!asked.Has("stages"))
        {
            return stages;
        }

        var sent = asked.Object("stages");
        foreach (var stage in asked.Value("stages").EnumerateObject())
        {
            var known = machine.PacedStages.FirstOrDefault(paced =>
                string.Equals(paced, stage.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw ServiceErrors.NotAllowedValue.Because(
                    "The stages that end after a time are " + $"{string.Join(", ", machine.PacedStages)}.",
                    $"/stages/{stage.Name}");
            stages.Add(
                new StageTime(
                    known,
                    Seconds(sent, stage.Name, $"/stages/{stage.Name}")
                        ?? throw ServiceErrors.WrongType.Because(
                            "A stage's time is a number of seconds.",
                            $"/stages/{stage.Name}",
                            "number")));
        }

        return stages;
    }

    /// <summary>A number of seconds; null where none was sent.</summary>
    private static double? Seconds(Asked asked, string name, string path)
    {
        if (!asked.Has(name))
        {
            return null;
        }

        if (asked.Value(name) is not { ValueKind: JsonValueKind.Number } value || !value.TryGetDouble(out var seconds))
        {
            throw ServiceErrors.WrongType.Because("It is a number of seconds.", path, "number");
        }

        return seconds is >= 0 and <= Longest
            ? seconds
            : throw ServiceErrors.OutOfBounds.Because(
                "It is a number of seconds, a year at most.",
                path,
                seconds < 0 ? ">= 0" : $"<= {Longest}");
    }

    /// <summary>How everything progresses.</summary>
    /// <param name="Usual">In the whole sandbox, where nothing narrower is set.</param>
    /// <param name="IsSet">Whether that was set since the sandbox was started.</param>
    /// <param name="Machines">What is set for machines.</param>
    /// <param name="Resources">What is set for single resources.</param>
    internal sealed record ProgressionShown(
        PaceShown Usual,
        bool IsSet,
        IReadOnlyDictionary<string, PaceShown> Machines,
        IReadOnlyList<SetForResource> Resources)
    {
        public static ProgressionShown Of(Pacing pacing) =>
            new(
                PaceShown.Of(pacing.Usual),
                pacing.Set.Any(pace => pace.Machine.Length == 0),
                pacing
                    .Set.Where(pace => pace is { Machine.Length: > 0, ResourceId.Length: 0 })
                    .ToDictionary(pace => pace.Machine, pace => PaceShown.Of(pace.Pace)),
                [
                    .. pacing
                        .Set.Where(pace => pace.ResourceId.Length > 0)
                        .Select(pace => new SetForResource(pace.Machine, pace.ResourceId, PaceShown.Of(pace.Pace))),
                ]);
    }

    /// <summary>What is set for a single resource.</summary>
    internal sealed record SetForResource(string Machine, string Id, PaceShown Pace);

    /// <summary>A pace.</summary>
    /// <param name="Progression">time, immediate, polls or manual.</param>
    /// <param name="StepSeconds">With time, what a step takes, seconds.</param>
    /// <param name="Polls">With polls, how many reads a stage lasts.</param>
    /// <param name="Stages">With time, stages that take a time of their own, seconds; null where none does.</param>
    internal sealed record PaceShown(
        string Progression,
        double StepSeconds,
        int Polls,
        IReadOnlyDictionary<string, double>? Stages)
    {
        public static PaceShown Of(Pace pace) =>
            new(
                pace.Progression.ToString().ToLowerInvariant(),
                pace.Step.TotalSeconds,
                pace.Polls,
                pace.Stages?.ToDictionary(stage => stage.Key, stage => stage.Value.TotalSeconds));
    }

    /// <summary>How one machine's resources progress.</summary>
    /// <param name="Machine">The machine.</param>
    /// <param name="Pace">Their pace.</param>
    /// <param name="SetFor">Where that comes from: machine, sandbox, or start.</param>
    /// <param name="PacedStages">
    /// The stages that the service ends by itself; none where it waits for someone, or for a date, in all of them.
    /// </param>
    internal sealed record MachinePace(string Machine, PaceShown Pace, string SetFor, IReadOnlyList<string> PacedStages)
    {
        public static MachinePace Of(IMachine machine, Pacing pacing) =>
            new(
                machine.Name,
                PaceShown.Of(pacing.Of(machine.Name)),
                SetForOf(pacing, machine.Name, ""),
                machine.PacedStages);
    }

    /// <summary>How a single resource progresses.</summary>
    /// <param name="Machine">Its machine.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Pace">Its pace.</param>
    /// <param name="SetFor">Where that comes from: resource, machine, sandbox, or start.</param>
    /// <param name="State">Its state, as the documents spell it.</param>
    /// <param name="NextDue">When the service moves it on, UTC; null where that isn't a matter of time.</param>
    /// <param name="ReadsLeft">
    /// After how many more reads the service moves it on; null where that isn't a matter of reads.
    /// </param>
    /// <param name="Held">Whether only its pace, or a word in its name, keeps the service from moving it on.</param>
    internal sealed record ResourcePace(
        string Machine,
        string Id,
        PaceShown Pace,
        string SetFor,
        string State,
        DateTimeOffset? NextDue,
        int? ReadsLeft,
        bool Held)
    {
        public static ResourcePace Of(IMachine machine, IStaged resource, Pacing pacing) =>
            new(
                machine.Name,
                resource.Id,
                PaceShown.Of(pacing.Of(machine.Name, resource.Id)),
                SetForOf(pacing, machine.Name, resource.Id),
                machine.StateOf(resource).State,
                resource.Due,
                resource.PollsLeft,
                resource.Held);
    }

    private static string SetForOf(Pacing pacing, string machine, string id) =>
        id.Length > 0 && pacing.OwnOf(machine, id) is not null ? "resource"
        : pacing.OwnOf(machine, "") is not null ? "machine"
        : pacing.OwnOf("", "") is not null ? "sandbox"
        : "start";
}
