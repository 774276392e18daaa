using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>
/// What a customer does in a cloud partner's own console. Accepting a connection there is firing PartnerAccept at
/// <c>/__admin/workflows/connections/{id}</c>.
/// </summary>
internal static class ConnectionRoutes
{
    private static readonly RequestSchema Schema = new RequestSchema().Integer(
        "speed",
        "The speed that is set there, Mbps.",
        required: true,
        minimum: 1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/__admin/connections/{id}/upstream", Set)
        .OnTheSandbox("Workflows", "Change a connection in the cloud partner's console: PUT "
            + "/api/company/{companyName}/connections/{connectionId}/sync fetches it")
        .Tells("Changes the speed on the partner's side only: the service shows it after sync has fetched it.")
        .With(new ParameterExample("id", "66d5bd73c2e6a1b4d78b8bc3", "The connection's id: here one to azure."))
        .Takes(Schema, """{"speed": 200}""")
        .Produces<Upstream>().Answers(ServiceErrors.ResourceNotFound);

    private static async Task<Answer<Upstream>> Set(string id, RequestBody body, Turn turn, CancellationToken ct)
    {
        var connection = await turn.Db.Connections.Whole().FirstOrDefaultAsync(connection => connection.Id == id, ct)
            ?? throw ServiceErrors.ResourceNotFound.Because(
                "Ids are those of the API's own answers.",
                "connection",
                id);
        connection.UpstreamSpeed = body.Checked(Schema).Integer("speed");
        return new Upstream(connection.Id, connection.Speed, connection.UpstreamSpeed!.Value);
    }

    /// <summary>What is set, and what the API still shows.</summary>
    /// <param name="Id">The connection's id.</param>
    /// <param name="Speed">The speed the API shows until it is synced, Mbps.</param>
    /// <param name="UpstreamSpeed">The speed on the partner's side, Mbps.</param>
    internal sealed record Upstream(string Id, int Speed, int UpstreamSpeed);
}
