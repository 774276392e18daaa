using Emulator.Domain.Places;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Facilities;

/// <summary>Where ports can be ordered.</summary>
internal static class ListFacilityLocations
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/data-center-facility/locations", Handle)
        .Published("110", "List the locations of facilities")
        .Tells("Lists the cities in which data center facilities take orders, with their countries in two letters: a "
            + "bare array, each pair once. It is what the search takes as locations.")
        .Answers<IReadOnlyList<FacilityLocation>>(200)
        .Assumes("The order: by country, then by city. That a city is the one in a facility's address.");

    private static Answer<IReadOnlyList<FacilityLocation>> Handle(Turn turn) =>
        new(FacilityLocation.Of(turn.Reference.Facilities.Where(facility => facility.Ready)));
}

/// <summary>A city and its country.</summary>
internal sealed record FacilityLocation(string Country, string City)
{
    /// <summary>Those of facilities, each once, in order.</summary>
    public static IReadOnlyList<FacilityLocation> Of(IEnumerable<DataCenterFacility> facilities) =>
        [
            .. facilities
                .SelectMany(facility => facility.Locations())
                .Distinct()
                .OrderBy(location => location.Country, StringComparer.Ordinal)
                .ThenBy(location => location.City, StringComparer.Ordinal)
                .Select(location => new FacilityLocation(location.Country, location.City)),
        ];
}
