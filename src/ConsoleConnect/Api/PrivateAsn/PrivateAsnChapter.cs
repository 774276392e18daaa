namespace Emulator.Api.PrivateAsn;

/// <summary>Private ASNs, for Internet On-Demand services (002:77-135).</summary>
internal static class PrivateAsnChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        SuggestPrivateAsn.Map(routes);
        GetPrivateAsnRange.Map(routes);
        ValidatePrivateAsn.Map(routes);
    }
}
