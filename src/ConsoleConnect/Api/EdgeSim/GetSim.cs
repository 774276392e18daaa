using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Reads a SIM card (OpenAPI 1.59.2).</summary>
internal static class GetSim
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{id}/iot-sims-cache/{iotSimId}", Handle)
        .Published("168", "Read a SIM card")
        .Tells("Shows one of the company's SIM cards.")
        .NeedsOfEither(NetworkAction.ReadSim, "id", ServiceErrors.ModelNotFound)
        .With(EdgeSimChapter.Company, EdgeSimChapter.Sim)
        .Answers<SimShape>(200);

    private static async Task<Answer<SimShape>> Handle(
        Company company, string iotSimId, Turn turn, CancellationToken ct) =>
        new SimShape(
            await turn.Db.Sims.AsNoTracking().OwnedBy(company, iotSimId, ServiceErrors.ModelNotFound, ct));
}
