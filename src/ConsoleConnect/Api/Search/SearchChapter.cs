namespace Emulator.Api.Search;

/// <summary>Search (000:48).</summary>
internal static class SearchChapter
{
    public static void Map(IEndpointRouteBuilder routes) => SearchEverything.Map(routes);
}
