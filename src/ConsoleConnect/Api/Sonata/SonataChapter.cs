namespace Emulator.Api.Sonata;

/// <summary>
/// MEF LSO Sonata, as OpenAPI 1.59.2 has it: addresses, quotes, orders and products of a port (UNI) and a layer 2
/// connection (ACCESS_E_LINE). A second dialect over the same network: a UNI is a port, an E-Line a connection, and an
/// address a facility.
/// </summary>
internal static class SonataChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ValidateAddress.Map(routes);
        GetAddress.Map(routes);
        CreateOrder.Map(routes);
        GetOrder.Map(routes);
        CreateQuote.Map(routes);
        GetQuote.Map(routes);
        ListProducts.Map(routes);
        GetProduct.Map(routes);
    }
}
