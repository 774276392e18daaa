namespace Emulator.Api.Facilities;

/// <summary>
/// Data center facilities: the L2 guide's list (001:955), and what OpenAPI 1.0.0 and 1.59.2 have besides (tag Data
/// Center Facilities).
/// </summary>
internal static class FacilitiesChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListFacilities.Map(routes);
        ListFacilityLocations.Map(routes);
        ListCloudLocations.Map(routes);
        SearchFacilities.Map(routes);
        GetFacility.Map(routes);
    }
}
