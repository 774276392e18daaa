namespace Emulator.Api.Entitlements;

/// <summary>Plans, and what is used of them (000:5452-5565).</summary>
internal static class EntitlementsChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListEntitlements.Map(routes);
        GetEntitlement.Map(routes);
    }
}
