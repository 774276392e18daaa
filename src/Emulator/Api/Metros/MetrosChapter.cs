namespace Emulator.Api.Metros;

/// <summary>Where a company is (001:915).</summary>
internal static class MetrosChapter
{
    public static void Map(IEndpointRouteBuilder routes) => ListMetroCapabilities.Map(routes);
}
