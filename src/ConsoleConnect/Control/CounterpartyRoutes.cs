using ConsoleConnect.Emulator.Admin;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>
/// What the other side of a connection does: per company, whether it approves, rejects, modifies or ignores what others
/// ask of it, and after how long.
/// </summary>
internal static class CounterpartyRoutes
{
    private const string Group = "Counterparties";

    /// <summary>The longest that a company takes to answer, seconds: a year.</summary>
    private const int LongestDelay = 31_536_000;

    private static readonly ParameterExample Company = new("companyName", "company2", "The company's username.");

    private static readonly BodyMember<string> Policy = Body.NeededText(
        "policy",
        "What it does when its approval is requested. modify answers with a lower speed; a cloud partner can only "
        + "approve, as its customer does in its console, or ignore.",
        ["approve", "reject", "modify", "ignore"]);

    private static readonly BodyMember<int?> Delay = Body.Integer(
        "delaySeconds",
        "After how long, seconds of the sandbox's clock, whatever the progression; at once by default.",
        minimum: 0,
        maximum: LongestDelay);

    private static readonly BodyMember<int?> SpeedPercent = Body.Integer(
        "speedPercent",
        "With modify: the percentage of the requested speed that it answers with; half by default.",
        minimum: 1,
        maximum: 99);

    private static readonly BodyMember<bool?> Pending = Body.Flag(
        "pending",
        "Whether it also answers requests that wait already; by default only those from now on.");

    private static readonly RequestSchema Schema = new RequestSchema().With(Policy, Delay, SpeedPercent, Pending);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/counterparties", List).OnTheSandbox(Group, "The companies that answer by themselves")
            .Tells("Lists the companies for which the emulator answers, what they do and after how long. All other "
                + "companies wait for their people.")
            .Produces<CounterpartiesShown>();
        routes.MapGet("/__admin/counterparties/{companyName}", Show).OnTheSandbox(Group, "What a company does, and "
            + "which of its answers are still to come")
            .Tells("Lists the requests that it still has to answer, and when it will.")
            .With(Company)
            .Produces<CounterpartyState>().Answers(ServiceErrors.CompanyNotFound);
        routes.MapPut("/__admin/counterparties/{companyName}", Set).OnTheSandbox(Group, "Say what a company does "
            + "when others ask it for a connection, or for another speed")
            .Tells("From now on requests that wait for this company are approved, rejected, answered with a lower "
                + "speed or ignored, after the delay; with pending, so are those that wait already.")
            .With(Company)
            .Takes(Schema, """{"policy": "approve", "delaySeconds": 5}""")
            .Produces<CounterpartyState>()
            .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.PartnerOnlyAccepts);
        routes
            .MapDelete("/__admin/counterparties/{companyName}", Clear)
            .OnTheSandbox(Group, "Leave a company's answers to its people again")
            .Tells("Its outstanding answers won't come any more: somebody has to log in and give them.")
            .With(Company)
            .Produces<CounterpartyState>().Answers(ServiceErrors.CompanyNotFound);
    }

    private static async Task<Answer<CounterpartiesShown>> List(Turn turn, CancellationToken ct)
    {
        var all = await turn.Db.Counterparties.AsNoTracking().ToListAsync(ct);
        return new CounterpartiesShown([
            .. all.Select(counterparty =>
                    Shown(turn.Reference.Company(counterparty.CompanyId), counterparty, []))
                .OrderBy(shown => shown.Company, StringComparer.Ordinal),
        ]);
    }

    private static async Task<Answer<CounterpartyState>> Show(string companyName, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        return await Shown(company, await turn.Db.Counterparties.FindAsync([company.Id], ct), turn, ct);
    }

    private static async Task<Answer<CounterpartyState>> Set(
        string companyName,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var asked = body.Checked(Schema);
        var policy = Spelling.Read<ReplyPolicy>(asked.Of(Policy))!.Value;
        if (company.IsCloudProvider && policy is ReplyPolicy.Reject or ReplyPolicy.Modify)
        {
            throw ServiceErrors.PartnerOnlyAccepts.Because("A connection to a cloud waits in PENDING_ACCEPTANCE "
                + "until it is accepted in the partner's console, or deleted by who asked for it.", company.Username);
        }

        var counterparty = await turn.Db.Counterparties.FindAsync([company.Id], ct);
        if (counterparty is null)
        {
            turn.Db.Add(counterparty = new Counterparty { CompanyId = company.Id, Policy = policy });
        }

        counterparty.Policy = policy;
        counterparty.DelaySeconds = asked.Of(Delay) ?? 0;
        counterparty.SpeedPercent = asked.Of(SpeedPercent) ?? Counterparty.UsualSpeedPercent;
        if (asked.Of(Pending) == true)
        {
            await GivingAReply.AskAgain(turn.Db, company, turn.Now, ct);
        }

        return await Shown(company, counterparty, turn, ct);
    }

    private static async Task<Answer<CounterpartyState>> Clear(string companyName, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        if (await turn.Db.Counterparties.FindAsync([company.Id], ct) is { } counterparty)
        {
            turn.Db.Remove(counterparty);
        }

        return await Shown(company, null, turn, ct);
    }

    private static async Task<CounterpartyState> Shown(
        Company company,
        Counterparty? counterparty,
        Turn turn,
        CancellationToken ct)
    {
        // What was asked for in this turn isn't in the tables yet.
        _ = await turn
            .Db.Replies.Include(reply => reply.Connection)
            .Where(reply => reply.Status == ReplyStatus.Waiting)
            .ToListAsync(ct);
        var waiting = turn.Db.Replies.Local.Where(reply =>
            reply.Status == ReplyStatus.Waiting
            && (reply.Side == Side.Src ? reply.Connection.SrcCompanyId : reply.Connection.DestCompanyId) == company.Id);
        return Shown(
            company,
            counterparty,
            [
                .. waiting
                    .OrderBy(reply => reply.Due)
                    .ThenBy(reply => reply.Id, StringComparer.Ordinal)
                    .Select(reply => new AnswerToCome(reply.Id, reply.Due)),
            ]);
    }

    private static CounterpartyState Shown(
        Company company,
        Counterparty? counterparty,
        IReadOnlyList<AnswerToCome> waiting) =>
        new(
            company.Username,
            counterparty?.Policy switch
            {
                ReplyPolicy.Approve => CounterpartyPolicy.Approve,
                ReplyPolicy.Reject => CounterpartyPolicy.Reject,
                ReplyPolicy.Modify => CounterpartyPolicy.Modify,
                ReplyPolicy.Ignore or null => CounterpartyPolicy.Ignore,
                var other => throw new InvalidOperationException($"{other} has no spelling."),
            },
            counterparty?.DelaySeconds ?? 0,
            counterparty is { Policy: ReplyPolicy.Modify } ? counterparty.SpeedPercent : null,
            waiting);

    /// <summary>Every company whose part the emulator plays.</summary>
    internal sealed record CounterpartiesShown(IReadOnlyList<CounterpartyState> Counterparties);
}
