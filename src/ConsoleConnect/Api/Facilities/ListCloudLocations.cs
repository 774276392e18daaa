using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Facilities;

/// <summary>Where cloud partners can be connected to.</summary>
internal static class ListCloudLocations
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/data-center-facility/cloud-locations", Handle)
        .Published("111", "List the locations of clouds")
        .Tells("Lists, of the cities in which facilities take orders, those in which a cloud partner has a port in "
            + "service: where a layer 2 connection to a cloud is short.")
        .Answers<IReadOnlyList<FacilityLocation>>(200)
        .Assumes("The order, as of all locations. That the partner's port stands in the facility itself, and is "
            + "ACTIVE.");

    private static Answer<IReadOnlyList<FacilityLocation>> Handle(Turn turn)
    {
        var clouds = turn.Reference.Companies.Where(company => company.IsCloudProvider).Select(company => company.Id);
        var served = turn.Rows.FacilitiesInServiceOf(clouds);
        return new(FacilityLocation.Of(
            turn.Reference.Facilities.Where(facility => facility.Ready && served.Contains(facility.Id))));
    }
}
