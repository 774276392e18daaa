using System.Globalization;
using ConsoleConnect.Emulator.Admin;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>How a sandbox stands, in one call.</summary>
internal static class OverviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/overview", Show)
        .OnTheSandbox(
            ResourceRoutes.Group,
            "The sandbox in one call: clock, what is due, companies, resources by state, journal, outbox, faults")
        .Tells("It also says what is emulated and what isn't.")
        .Produces<OverviewShown>();

    private static async Task<Answer<OverviewShown>> Show(
        HttpContext context,
        Turn turn,
        Sandboxes sandboxes,
        Snapshots snapshots,
        SandboxAddresses addresses,
        Uptime uptime,
        AboutTheProgram about,
        Lazy<CoverageShown> coverage,
        CancellationToken ct)
    {
        var sandbox = await ChosenSandbox.Of(context).Opened(ct);
        var isDefault = sandboxes.MadeAs(sandbox) is null;
        var counts = turn.Rows.CountsByCompany();
        var next = await ResourceRoutes.DueNext(turn, 1, ct);
        var letters = Convert.ToInt32(
            turn.Rows.Scalar("SELECT count(*) FROM \"Letters\""), CultureInfo.InvariantCulture);
        var journal = sandbox.Journal.Look();
        var rules = sandbox.Faults.All;
        return new OverviewShown(
            about.Name,
            about.Version,
            new SandboxInView(
                sandbox.Name, addresses.AskedOf(context.Request, isDefault ? null : sandbox.Name), isDefault),
            uptime.StartedAt,
            ClockShown.Of(turn),
            new DueInView(ResourceRoutes.CountDue(turn), next is [var first] ? first : null),
            [
                .. turn.Reference.Companies.Select(company =>
                {
                    var has = counts.GetValueOrDefault(company.Id);
                    return new CompanyInView(
                        company.Id, company.Username, company.Name, company.RegisteredName, company.IsCloudProvider,
                        has.Ports, has.Connections, has.Services, has.CloudRouters);
                }),
            ],
            [
                .. turn.Service.Machines.Select(machine =>
                {
                    var stored = sandbox.Statuses.Of(machine.Table);
                    return new MachineInView(
                        machine.Name,
                        stored.Values.Sum(),
                        machine.StoredStates.Where(state => stored.ContainsKey(state.Stored))
                            .ToDictionary(state => state.Spelled, state => stored[state.Stored]));
                }),
            ],
            new JournalInView(sandbox.Journal.IsOn, journal.Last, journal.Exchanges.Count, journal.Forgotten),
            new OutboxInView(letters),
            new FaultsInView(rules.Count, rules.Sum(rule => rule.Fired)),
            new NumberOf(sandboxes.AllMade.Count + 1),
            new NumberOf(snapshots.All.Count),
            ProgressionRoutes.ProgressionShown.Of(turn.Pacing),
            about.NeedsAdminToken,
            Real(coverage.Value, turn, sandbox),
            NotReal(coverage.Value, letters, turn.Service.Store.Staged.Count));
    }

    private static List<string> Real(CoverageShown coverage, Turn turn, Sandbox sandbox)
    {
        var evidence = coverage.Evidence;
        return
        [
            $"{coverage.Emulated} of {coverage.Emulated + coverage.NotYetEmulated} operations answer: all of the API "
                + "reference and the two guides, and most that later editions have added; of "
                + $"{evidence.Documented + evidence.Observed + evidence.Published} every detail is known from the "
                + "documents, later editions or captured answers.",
            $"State is kept in {turn.Service.Store.Model.GetEntityTypes().Count()} tables, "
                + $"{(sandbox.IsInFile ? "in a file" : "in memory")}, and every sandbox has its own.",
            $"{turn.Service.Machines.Count} kinds of resources have a state machine and move by the sandbox's clock.",
        ];
    }

    private static List<string> NotReal(CoverageShown coverage, int letters, int machines)
    {
        var differences = coverage.Everywhere
            .Concat(coverage.Operations.SelectMany(operation => operation.Differences))
            .Select(difference => difference.Number).Distinct().Count();
        return
        [
            $"{coverage.Evidence.Assumed} operations have a detail that no source states, such as the words of a "
                + "refusal: that is our choice, and GET /__admin/coverage lists each.",
            $"{coverage.NotYetEmulated} published operations aren't emulated yet and answer 501.",
            $"{differences} differences from the service are known; GET /__admin/coverage lists them.",
            $"No network is built: whatever the {machines} state machines say, no packet moves, and utilization is "
                + "made up.",
            "Nothing is billed; prices come from a list that can be changed.",
            $"No mail leaves: {letters} messages are in the outbox.",
        ];
    }

    /// <summary>The state of a sandbox.</summary>
    /// <param name="Name">The program.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Sandbox">The sandbox.</param>
    /// <param name="StartedAt">When the process started, by the machine's clock, UTC.</param>
    /// <param name="Clock">Its clock.</param>
    /// <param name="Due">What the service does next by itself.</param>
    /// <param name="Companies">The companies, oldest first, with what they have.</param>
    /// <param name="Machines">
    /// The machines, with how many resources are in each state; states without any left out.
    /// </param>
    /// <param name="Journal">What was asked of it.</param>
    /// <param name="Outbox">What mail it would have sent.</param>
    /// <param name="Faults">The fault rules.</param>
    /// <param name="Sandboxes">How many sandboxes there are, the default one too.</param>
    /// <param name="Snapshots">How many snapshots there are.</param>
    /// <param name="Progression">The progression.</param>
    /// <param name="AdminToken">Whether <c>/__admin</c> needs a token.</param>
    /// <param name="IsReal">What is emulated.</param>
    /// <param name="IsNot">What isn't.</param>
    internal sealed record OverviewShown(
        string Name,
        string Version,
        SandboxInView Sandbox,
        DateTimeOffset StartedAt,
        ClockReading Clock,
        DueInView Due,
        IReadOnlyList<CompanyInView> Companies,
        IReadOnlyList<MachineInView> Machines,
        JournalInView Journal,
        OutboxInView Outbox,
        FaultsInView Faults,
        NumberOf Sandboxes,
        NumberOf Snapshots,
        ProgressionRoutes.ProgressionShown Progression,
        bool AdminToken,
        IReadOnlyList<string> IsReal,
        IReadOnlyList<string> IsNot);

    /// <summary>The sandbox.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Url">The address in front of its paths, as it was asked.</param>
    /// <param name="IsDefault">Whether it is the one that nothing has to choose.</param>
    internal sealed record SandboxInView(string Name, string Url, bool IsDefault);

    /// <summary>What is due.</summary>
    /// <param name="Count">How many moves time brings.</param>
    /// <param name="Next">The earliest; null for none.</param>
    internal sealed record DueInView(int Count, ResourceRoutes.DueMove? Next);

    /// <summary>A company.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its username, which routes name it by.</param>
    /// <param name="DisplayName">What it calls itself.</param>
    /// <param name="RegisteredName">Its registered name; null where it has none.</param>
    /// <param name="IsCloud">Whether it is a cloud.</param>
    /// <param name="Ports">How many delivered ports it has.</param>
    /// <param name="Connections">How many connections and requests it is a party to.</param>
    /// <param name="Services">How many Internet On-Demand services it has.</param>
    /// <param name="CloudRouters">How many CloudRouters it has.</param>
    internal sealed record CompanyInView(
        string Id,
        string Name,
        string DisplayName,
        string? RegisteredName,
        bool IsCloud,
        int Ports,
        int Connections,
        int Services,
        int CloudRouters);

    /// <summary>A machine.</summary>
    internal sealed record MachineInView(string Name, int Total, IReadOnlyDictionary<string, int> States);

    /// <summary>The journal.</summary>
    /// <param name="IsOn">Whether anything is recorded.</param>
    /// <param name="Recorded">How many exchanges were recorded, those that are forgotten too.</param>
    /// <param name="Kept">How many it has.</param>
    /// <param name="Forgotten">How many had to make room since it was last cleared.</param>
    internal sealed record JournalInView(bool IsOn, long Recorded, int Kept, long Forgotten);

    /// <summary>The outbox.</summary>
    internal sealed record OutboxInView(int Messages);

    /// <summary>The fault rules.</summary>
    /// <param name="Rules">How many there are.</param>
    /// <param name="Struck">How many requests they have struck.</param>
    internal sealed record FaultsInView(int Rules, long Struck);

    /// <summary>How many there are.</summary>
    internal sealed record NumberOf(int Count);
}

/// <summary>What the program is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="NeedsAdminToken">Whether <c>/__admin</c> needs a token.</param>
internal sealed record AboutTheProgram(string Name, string Version, bool NeedsAdminToken);

/// <summary>Where everything is, for a client that asks for no page.</summary>
/// <param name="Name">The program.</param>
/// <param name="Version">Its version.</param>
/// <param name="Documentation">Swagger UI.</param>
/// <param name="Console">The web console.</param>
/// <param name="OpenApi">The service's operations, as OpenAPI.</param>
/// <param name="Admin">What the emulator itself has.</param>
/// <param name="Ready">Whether the service can be called.</param>
/// <param name="Sandbox">The sandbox that this address leads to.</param>
internal sealed record ProgramShown(
    string Name,
    string Version,
    string Documentation,
    string Console,
    string OpenApi,
    string Admin,
    string Ready,
    string Sandbox);
