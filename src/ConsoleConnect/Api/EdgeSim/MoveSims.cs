using System.Text.Json;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.EdgeSim;

/// <summary>Moves SIM cards from pools into another one (OpenAPI 1.59.2).</summary>
internal static class MoveSims
{
    private static readonly RequestSchema Schema = new RequestSchema().Object(
        "sims", "Lists of IMSIs, each under the id of the pool that they are in.", required: true);

    private const string Example = """
        { "sims": { "4f6f1c7e-8d0b-4f38-9a52-b1c0d4e7a963": ["999700000000001", "999700000000002"] } }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/app-user/{id}/iot-sim-pools/{destinationSimPoolId}/sims", Handle)
        .Published("166", "Move SIM cards into a pool")
        .Tells("Moves SIM cards into a pool, from any of the company's other ones: all of them or, where one can't be "
            + "moved, none. A card gets an address of the pool that it comes into.")
        .NeedsOfEither(NetworkAction.UpdateSimPool, "id", ServiceErrors.ModelNotFoundHere)
        .With(EdgeSimChapter.Company, EdgeSimChapter.Destination)
        .Takes(Schema, Example)
        .AnswersNothing(204)
        .Answers(ServiceErrors.WrongState, ServiceErrors.SimNotInPool, ServiceErrors.SimPoolFull)
        .Assumes("Every refusal but that of a pool which isn't there. A card that is there already stays as it is; an "
            + "IMSI that is named twice moves once. A pool has room for 4093 cards.");

    private static async Task<IResult> Handle(
        Company company, string destinationSimPoolId, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var named = Named(asked.Value("sims"));
        var pool = await turn.Db.SimPools.OwnedBy(company, destinationSimPoolId, ServiceErrors.ModelNotFoundHere, ct);
        await MovingSims.Move(turn.Db, company, pool, named, turn.Ids.NextUuid, turn.Now, ct);
        return Results.NoContent();
    }

    /// <summary>The IMSIs, by the pool that they are in.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongType"/>.</exception>
    private static List<(string Pool, IReadOnlyList<string> Imsis)> Named(JsonElement sims)
    {
        var named = new List<(string Pool, IReadOnlyList<string> Imsis)>();
        foreach (var source in sims.EnumerateObject())
        {
            if (source.Value.ValueKind != JsonValueKind.Array)
            {
                throw ServiceErrors.WrongType.Because(
                    "Under each pool's id stands a list of IMSIs.", $"/sims/{source.Name}", "array");
            }

            named.Add((source.Name, [.. source.Value.EnumerateArray().Select((imsi, index) =>
                imsi.ValueKind == JsonValueKind.String
                    ? imsi.GetString()!
                    : throw ServiceErrors.WrongType.Because(
                        "An IMSI is text: 15 digits.",
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture, $"/sims/{source.Name}/{index}"),
                        "string"))]));
        }

        return named;
    }
}
