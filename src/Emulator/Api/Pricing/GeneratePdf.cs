namespace Emulator.Api.Pricing;
internal static class GeneratePdf
{
    public static void Map(IEndpointRouteBuilder routes) { }
}
