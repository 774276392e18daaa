using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Places;

namespace Emulator.Api.Facilities;

/// <summary>Reads a data center facility.</summary>
internal static class GetFacility
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/data-center-facility/{id}", Handle)
        .Published("112", "Read a facility")
        .Tells("Shows one data center facility as the list shows it, whether it takes orders or not.")
        .With(new ParameterExample("id", "5639a0efc2e6a1b4d7f929f5", "The facility's id."))
        .Answers<FacilityDetails>(200)
        .Answers(ServiceErrors.UnknownRoute)
        .Assumes("That an id nobody has is answered as a path that nothing answers at: the printed refusal says so of "
            + "a path that is misspelt.");

    private static Answer<FacilityDetails> Handle(string id, HttpRequest request, Turn turn) =>
        turn.Reference.Facility(id) is { } facility
            ? new FacilityDetails(facility, isFollowing: null)
            : throw ServiceErrors.UnknownRoute.Because(
                $"No data center facility has the id {id.Named()}; GET /v2/data-center-facility lists them.",
                request.Method,
                request.Path.Value);
}
