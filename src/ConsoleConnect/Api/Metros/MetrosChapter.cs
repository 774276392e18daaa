namespace Emulator.Api.Metros;

/// <summary>Where a company is (001:915), and the metros themselves (OpenAPI 1.0.0, tag Metros).</summary>
internal static class MetrosChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListMetroCapabilities.Map(routes);
        ListMetrosOfCompany.Map(routes);
        GetMetro.Map(routes);
    }
}
