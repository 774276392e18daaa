namespace Emulator.Api.Facilities;

/// <summary>Data center facilities: the L2 guide's list (001:955).</summary>
internal static class FacilitiesChapter
{
    public static void Map(IEndpointRouteBuilder routes) => ListFacilities.Map(routes);
}
