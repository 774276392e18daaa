namespace Emulator.Api.PortOrders;

/// <summary>Ordering ports (000:2575-3784).</summary>
internal static class PortOrdersChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        CreatePortOrder.Map(routes);
        ListPortOrders.Map(routes);
        GetPortOrder.Map(routes);
        UpdatePortOrder.Map(routes);
        CancelPortOrder.Map(routes);
        ActOnPortOrder.Map(routes);
        CreateEdgeOrder.Map(routes);
    }
}
