namespace Emulator.Api.Ports;

/// <summary>Ports (000:3786-5298).</summary>
internal static class PortsChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListPorts.Map(routes);
        GetPort.Map(routes);
        UpdatePort.Map(routes);
        DeletePort.Map(routes);
        GetAccessCircuit.Map(routes);
        ActOnPort.Map(routes);
        GetPortUtilization.Map(routes);
        GetPortVlans.Map(routes);
        GetPortCapabilities.Map(routes);
        SearchPorts.Map(routes);
    }
}
