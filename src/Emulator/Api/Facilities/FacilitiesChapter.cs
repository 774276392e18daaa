namespace Emulator.Api.Facilities;

/// <summary>Data center facilities: the user guide's search (000:48) and the L2 guide's list (001:955).</summary>
internal static class FacilitiesChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListFacilities.Map(routes);
        Search.Map(routes);
    }
}
