using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Counts the APNs of a plan (OpenAPI 1.59.2).</summary>
internal static class CountApns
{
    private static readonly QueryParameter<string?> Where = Query.Text(
        "where", """{"ipAvailable":true}""", "A LoopBack where in JSON; all are counted where none is sent.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/iot-imsi-profile/{id}/apns/count", Handle)
        .Published("177", "Count the APNs of a plan")
        .Tells("Counts a plan's APNs, all or those that fit.")
        .MayBeCalledBy(Plans.Readers)
        .With(EdgeSimChapter.Plan, Where)
        .Answers<ApnCount>(200)
        .Answers(ServiceErrors.BadFilter, ServiceErrors.ImsiPlanRefused);

    private static async Task<Answer<ApnCount>> Handle(
        string id, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var plan = await Plans.Seen(turn, id, ct);
        var apns = await turn.Db.ApnsOf(plan).AsNoTracking().ToListAsync(ct);
        return new ApnCount(LoopBackQuery.Count(
            request,
            Where.Of(request),
            [.. EdgeSimChapter.Rows(apns.Select(apn => new ApnShape(apn)), ServiceJson.Default.ApnShape)]));
    }

    /// <summary>How many there are.</summary>
    internal sealed record ApnCount(int Count);
}
