using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Pauses or activates a SIM card, or labels it (OpenAPI 1.59.2).</summary>
internal static class UpdateSim
{
    private static readonly BodyMember<string?> Status = Body.Text(
        "status", "ACTIVE or PAUSED.", "ACTIVE", "PAUSED");

    private static readonly BodyMember<string?> Label = Body.TextOrNull(
        "label", "What the card is called; null takes it away.", maxLength: 255);

    private static readonly RequestSchema Schema = new RequestSchema().With(Status, Label);

    private const string Example = """{ "status": "PAUSED", "label": "Van 1" }""";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/app-user/{id}/iot-sims-cache/{iotSimId}", Handle)
        .Published("169", "Change a SIM card")
        .Tells("Changes what is sent of a SIM card: PAUSED takes it out of service, ACTIVE puts it back, label names "
            + "it.")
        .NeedsOfEither(NetworkAction.UpdateSim, "id", ServiceErrors.ModelNotFoundHere)
        .With(EdgeSimChapter.Company, EdgeSimChapter.Sim)
        .Takes(Schema, Example)
        .Answers<SimShape>(200)
        .Assumes("That the status which a card has already may be sent and changes nothing, and that null takes a "
            + "label away.");

    private static async Task<Answer<SimShape>> Handle(
        Company company, string iotSimId, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var sim = await turn.Db.Sims.OwnedBy(company, iotSimId, ServiceErrors.ModelNotFoundHere, ct);
        var trigger = asked.Of(Status) switch
        {
            "PAUSED" when sim.Status == SimStatus.Active => SimTrigger.Pause,
            "ACTIVE" when sim.Status == SimStatus.Paused => SimTrigger.Activate,
            _ => default(SimTrigger?),
        };
        if (trigger is { } fired)
        {
            SimStateMachine.Table.Fire(sim, fired, turn.Now);
        }

        if (asked.IsSent(Label))
        {
            sim.Label = asked.Of(Label);
            sim.UpdatedAt = turn.Now.At;
        }

        return new SimShape(sim);
    }
}
