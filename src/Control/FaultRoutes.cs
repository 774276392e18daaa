using System.Text.Json.Serialization;
using ConsoleConnect.Emulator.Admin;
using Emulator.Simulation;
using Emulator.Simulation.Faults;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>Fault rules of the sandbox: what goes wrong on purpose, which clients must cope with.</summary>
internal static class FaultRoutes
{
    private const string Group = "Faults";

    private static readonly ParameterExample Id = new("id", "busy", "The rule's name, without regard to case: here "
        + "the one that the example of adding one adds.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/faults", List).WaitingOnTheSandbox(Group, "The fault rules, in the order in which they "
            + "are tried, and how often each has struck")
            .Tells("The first rule that matches a request strikes it. Rules belong to the sandbox, and there are none "
                + "at first.")
            .Produces<FaultList>();
        routes
            .MapPost("/__admin/faults", Add)
            .WaitingOnTheSandbox(Group, "Add a rule: the next requests that match " + "it are struck")
            .Tells(
                "match says which requests, when says which of those, then says what happens: another answer, latency, "
                    + "a connection that breaks. The operation isn't carried out if a rule answers the request, unless "
                    + "after is true.")
            .Takes(
                FaultSchema.Rule,
                """
                {"id": "busy", "match": {"operation": "047", "company": "Acme"}, "when": {"next": 2},
                "then": {"answer": {"status": 503, "retryAfterSeconds": 1}}}
                """
            )
            .Produces<PlacedFault>()
            .Answers(
                ServiceErrors.FaultExists,
                ServiceErrors.TooManyFaults,
                ServiceErrors.FaultImpossible,
                ServiceErrors.OperationUnknown,
                ServiceErrors.UnknownProperty,
                ServiceErrors.WrongPattern);
        routes
            .MapDelete("/__admin/faults", Clear)
            .WaitingOnTheSandbox(Group, "Delete all rules: nothing goes wrong any more")
            .Tells("The answer counts them. What was struck stays in the journal.")
            .Produces<FaultsGone>();
        routes.MapGet("/__admin/faults/{id}", Show).WaitingOnTheSandbox(Group, "One rule")
            .Tells("Shows the rule, how often it matched and how often it has struck.")
            .With(Id).Produces<PlacedFault>().Answers(ServiceErrors.FaultNotFound);
        routes.MapPut("/__admin/faults/{id}", Replace).WaitingOnTheSandbox(Group, "Replace a rule; its counts begin "
            + "again")
            .Tells("The rule keeps its id and its place among the others.")
            .With(Id)
            .Takes(
                FaultSchema.Replacement,
                """
                {"match": {"path": "/api/company/*/ports/**"}, "when": {"probability": 0.2}, "seed": 7,
                "then": {"latency": {"from": 50, "to": 200}}}
                """
            )
            .Produces<PlacedFault>()
            .Answers(
                ServiceErrors.FaultNotFound,
                ServiceErrors.FaultImpossible,
                ServiceErrors.OperationUnknown,
                ServiceErrors.UnknownProperty);
        routes
            .MapPost("/__admin/faults/{id}/reset", Rewind)
            .WaitingOnTheSandbox(
                Group,
                "Reset a rule's counts: next strikes again, windows and seeded randomness begin again")
            .Tells("The rule itself stays as it is; only its counts go back to zero.")
            .With(Id).Produces<PlacedFault>().Answers(ServiceErrors.FaultNotFound);
        routes.MapDelete("/__admin/faults/{id}", Delete).WaitingOnTheSandbox(Group, "Delete a rule")
            .Tells("The others stay, in their order.")
            .With(Id).Produces<FaultsGone>().Answers(ServiceErrors.FaultNotFound);
    }

    private static async Task<Answer<FaultList>> List(HttpContext context, CancellationToken ct) =>
        new FaultList([.. (await SandboxOf(context, ct)).Faults.All.Select(FaultShown.Of)]);

    private static async Task<Answer<PlacedFault>> Add(
        RequestBody body,
        HttpContext context,
        KnownOperations operations,
        CancellationToken ct)
    {
        var asked = body.Checked(FaultSchema.Rule);
        var sandbox = await SandboxOf(context, ct);
        var added = sandbox.Faults.Add(
            FaultReading.IdOf(asked),
            FaultReading.TermsOf(asked, operations, sandbox.Ids.Seed),
            asked.Boolean("first") ?? false);
        sandbox.Events.FaultsChanged(sandbox.Faults.All.Count);
        return FaultShown.Of(added);
    }

    private static async Task<Answer<FaultsGone>> Clear(HttpContext context, CancellationToken ct)
    {
        var sandbox = await SandboxOf(context, ct);
        var gone = sandbox.Faults.Clear();
        sandbox.Events.FaultsChanged(sandbox.Faults.All.Count);
        return new FaultsGone(gone);
    }

    private static async Task<Answer<PlacedFault>> Show(string id, HttpContext context, CancellationToken ct) =>
        FaultShown.Of((await SandboxOf(context, ct)).Faults.Named(id));

    private static async Task<Answer<PlacedFault>> Replace(
        string id,
        RequestBody body,
        HttpContext context,
        KnownOperations operations,
        CancellationToken ct)
    {
        var asked = body.Checked(FaultSchema.Replacement);
        var sandbox = await SandboxOf(context, ct);
        var put = sandbox.Faults.Replace(id, FaultReading.TermsOf(asked, operations, sandbox.Ids.Seed));
        sandbox.Events.FaultsChanged(sandbox.Faults.All.Count);
        return FaultShown.Of(put);
    }

    private static async Task<Answer<PlacedFault>> Rewind(string id, HttpContext context, CancellationToken ct)
    {
        var sandbox = await SandboxOf(context, ct);
        var rule = sandbox.Faults.Named(id);
        rule.Rewind();
        sandbox.Events.FaultsChanged(sandbox.Faults.All.Count);
        return FaultShown.Of(rule);
    }

    private static async Task<Answer<FaultsGone>> Delete(string id, HttpContext context, CancellationToken ct)
    {
        var sandbox = await SandboxOf(context, ct);
        sandbox.Faults.Remove(id);
        sandbox.Events.FaultsChanged(sandbox.Faults.All.Count);
        return new FaultsGone(1);
    }

    private static Task<Sandbox> SandboxOf(HttpContext context, CancellationToken ct) =>
        ChosenSandbox.Of(context).Opened(ct);

    /// <summary>How many were deleted.</summary>
    internal sealed record FaultsGone([property: JsonPropertyName("deleted")] int Count);
}
