namespace Emulator.Api.Partners;

/// <summary>What cloud partners and network service providers offer (000:5303-5450).</summary>
internal static class PartnersChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListCloudRegions.Map(routes);
        ListAddons.Map(routes);
        ListProviderPorts.Map(routes);
    }
}
