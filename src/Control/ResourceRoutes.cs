using Emulator.Domain;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>Whatever has a state machine: listed by machine, state and company, and by what is due next.</summary>
internal static class ResourceRoutes
{
    internal const string Group = "Resources";

    private const int Usual = 100;

    private const int Most = 1000;

    private static readonly QueryParameter<string?> OfMachine = Query.Text(
        "machine", "", "Only those of a machine, as GET /__admin/workflows lists it.");

    private static readonly QueryParameter<string?> InState = Query.Text(
        "state", "", "Only those in a state, as the documents spell it, without regard to case.");

    private static readonly QueryParameter<string?> OfCompany = Query.Text(
        "company", "", "Only a company's, by its username or id, including connections to which it is a party.");

    private static readonly QueryParameter<string?> Words = Query.Text(
        "q", "", "Only those with this in their name or their id, without regard to case.");

    private static readonly QueryParameter<int?> Limit = Query.WholeNumber(
        "limit", "", $"The most that are listed, up to {Most}; {Usual} by default.", 0, Most);

    private static readonly QueryParameter<int?> Offset = Query.WholeNumber(
        "offset", "", "How many are skipped.", 0);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/__admin/resources", List)
            .OnTheSandbox(Group, "Resources of every machine, with their state and when they move next")
            .Tells("Machine by machine, newest first. Filters by machine, state, company and name, and pages.")
            .With(OfMachine, InState, OfCompany, Words, Limit, Offset)
            .Produces<ResourcesShown>()
            .Answers(ServiceErrors.MachineNotFound, ServiceErrors.CompanyNotFound, ServiceErrors.BadQuery);
        routes
            .MapGet("/__admin/due", Due)
            .OnTheSandbox(Group, "What the service does next by itself: the moves that are due, earliest first")
            .Tells("Lists the moves that time brings, each with its instant by the sandbox's clock. What waits for "
                + "reads or for someone isn't in it.")
            .With(Limit)
            .Produces<DueShown>()
            .Answers(ServiceErrors.BadQuery);
    }

    /// <summary>What is due, earliest first.</summary>
    internal static async Task<IReadOnlyList<DueMove>> DueNext(Turn turn, int limit, CancellationToken ct)
    {
        var waiting = turn.Service.Machines.Zip(turn.Service.Staged)
            .Where(pair => pair.First.MovesByItself)
            .SelectMany(pair => turn.Rows.DueNext(pair.Second, limit)
                .Select(row => (Machine: pair.First, Row: row)))
            .OrderBy(one => one.Row.Due).ThenBy(one => one.Row.Id, StringComparer.Ordinal)
            .Take(limit)
            .ToList();
        var next = new Dictionary<(string, string), MoveShown>();
        foreach (var ofMachine in waiting.GroupBy(one => one.Machine))
        {
            foreach (var resource in await ofMachine.Key.Look(
                turn.Db, [.. ofMachine.Select(one => one.Row.Id)], ct))
            {
                if (ofMachine.Key.NextOf(resource, turn.Pacing) is { } move)
                {
                    next[(ofMachine.Key.Name, resource.Id)] = move;
                }
            }
        }

        return
        [
            .. waiting.Select(one => new DueMove(
                one.Row.Due!.Value,
                one.Machine.Name,
                one.Row.Id,
                one.Row.Name,
                NameOf(turn, one.Row.CompanyId),
                Spelled(one.Machine, one.Row.Status),
                next.GetValueOrDefault((one.Machine.Name, one.Row.Id))?.Trigger,
                next.GetValueOrDefault((one.Machine.Name, one.Row.Id))?.To)),
        ];
    }

    /// <summary>How many are due at some time.</summary>
    internal static int CountDue(Turn turn) =>
        turn.Service.Machines.Zip(turn.Service.Staged)
            .Where(pair => pair.First.MovesByItself)
            .Sum(pair => turn.Rows.CountDue(pair.Second));

    /// <summary>A company's username; null for none.</summary>
    internal static string? NameOf(Turn turn, string? companyId) =>
        companyId is null ? null : turn.Directory.Company(companyId)?.Username;

    private static IAccount CompanyNamed(Turn turn, string name) =>
        turn.Directory.Company(name) ?? throw ServiceErrors.CompanyNotFound.Because(
            $"No company has the username or the id {name}. GET /api/auth/token lists your companies.");

    /// <summary>A state as the documents spell it.</summary>
    internal static string Spelled(IMachine machine, string stored) =>
        machine.StoredStates.First(state => state.Stored == stored).Spelled;

    private static Answer<ResourcesShown> List(HttpRequest request, Turn turn)
    {
        var service = turn.Service;
        var only = OfMachine.Of(request) is { } named ? service.Machine(named) : null;
        var companyId = OfCompany.Of(request) is { } name ? CompanyNamed(turn, name).Id : null;
        var state = InState.Of(request);
        var (limit, offset) = (LimitOf(request), Offset.Of(request) ?? 0);
        var (left, found, asked) = (offset, 0, false);
        var page = new List<ResourceListed>();
        foreach (var (machine, table) in service.Machines.Zip(service.Staged))
        {
            if (only is not null && machine != only)
            {
                continue;
            }

            var stored = state is null ? null
                : machine.StoredStates.FirstOrDefault(one =>
                    string.Equals(one.Spelled, state, StringComparison.OrdinalIgnoreCase)).Stored;
            if (state is not null && stored is null)
            {
                continue; // A machine without such a state.
            }

            asked = true;
            var filter = new StagedFilter(stored, companyId, Words.Of(request));
            var count = turn.Rows.CountStaged(table, filter);
            found += count;
            var wanted = limit - page.Count;
            if (wanted > 0 && left < count)
            {
                page.AddRange(turn.Rows.PageOfStaged(table, filter, left, wanted).Select(row => new ResourceListed(
                    machine.Name,
                    row.Id,
                    row.Name,
                    NameOf(turn, row.CompanyId),
                    Spelled(machine, row.Status),
                    row.Since,
                    row.Due)));
            }

            left = Math.Max(0, left - count);
        }

        if (state is not null && !asked)
        {
            var states = (only is null ? service.Machines : [only]).SelectMany(machine => machine.States).Distinct();
            throw ServiceErrors.BadQuery.Because(
                $"The states are {string.Join(", ", states)}.", "state", "equal to one of the allowed values");
        }

        return new ResourcesShown(page, found, offset, limit);
    }

    private static async Task<Answer<DueShown>> Due(HttpRequest request, Turn turn, CancellationToken ct) =>
        new DueShown(await DueNext(turn, LimitOf(request), ct), CountDue(turn));

    private static int LimitOf(HttpRequest request) => Limit.Of(request) switch
    {
        null => Usual,
        > Most => throw ServiceErrors.BadQuery.Because(
            "The next page begins where this one ends: offset passes over what is known.", "limit", $"<= {Most}"),
        { } limit => limit,
    };

    /// <summary>A page of resources.</summary>
    /// <param name="Resources">The page.</param>
    /// <param name="Found">How many there are on all pages.</param>
    /// <param name="Offset">How many were skipped.</param>
    /// <param name="Limit">The most that a page has.</param>
    internal sealed record ResourcesShown(IReadOnlyList<ResourceListed> Resources, int Found, int Offset, int Limit);

    /// <summary>A resource.</summary>
    /// <param name="Machine">Its machine.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">What people call it; null where it has no name.</param>
    /// <param name="Company">The username of its company; null where it belongs to none.</param>
    /// <param name="State">Its state, as the documents spell it.</param>
    /// <param name="Since">Since when, UTC.</param>
    /// <param name="NextDue">When the service moves it on, UTC; null where that isn't a matter of time.</param>
    internal sealed record ResourceListed(
        string Machine,
        string Id,
        string? Name,
        string? Company,
        string State,
        DateTimeOffset Since,
        DateTimeOffset? NextDue);

    /// <summary>What is due.</summary>
    /// <param name="Due">The first of it.</param>
    /// <param name="Count">How many there are.</param>
    internal sealed record DueShown(IReadOnlyList<DueMove> Due, int Count);

    /// <summary>A move that time brings.</summary>
    /// <param name="At">When, by the sandbox's clock, UTC.</param>
    /// <param name="Machine">The machine.</param>
    /// <param name="Id">The resource.</param>
    /// <param name="Name">What people call it; null where it has no name.</param>
    /// <param name="Company">The username of its company; null where it belongs to none.</param>
    /// <param name="From">The state it leaves.</param>
    /// <param name="Trigger">What happens; null where no move is legal any more.</param>
    /// <param name="To">The state it enters.</param>
    internal sealed record DueMove(
        DateTimeOffset At,
        string Machine,
        string Id,
        string? Name,
        string? Company,
        string From,
        string? Trigger,
        string? To);
}
