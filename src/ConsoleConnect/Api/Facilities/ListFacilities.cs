using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Places;

namespace Emulator.Api.Facilities;

/// <summary>Lists data center facilities through a LoopBack filter (001:955-1147).</summary>
internal static class ListFacilities
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v2/data-center-facility", Handle)
            .Documented("094", "List data center facilities")
            .Tells(
                "Lists the data center facilities in which ports can be ordered: a bare array. filter is a LoopBack "
                    + "filter in JSON: where, order, limit, skip, fields; dotted "
                    + "paths match through arrays.")
            .With(
                Query.Text(
                    "filter",
                    """{"where":{"dataCenterFacility.ready":true},"skip":0,"limit":100}""",
                    "A LoopBack filter."))
            .Answers<IReadOnlyList<FacilityDocument>>(200)
            .LeavesOutFields()
            .Answers(ServiceErrors.BadFilter);

    private static IReadOnlyList<JsonNode?> Handle(HttpRequest request, Turn turn) =>
        LoopBackQuery.Apply(
            request,
            turn.Reference.Facilities.Select(facility =>
                JsonSerializer
                    .SerializeToNode(new FacilityDocument(facility), ServiceJson.Default.FacilityDocument)!
                    .AsObject()));
}
