namespace Emulator.Api.Connections;

/// <summary>
/// Connections: asking for them, dealing over them, managing them (000:5565-7460, 000:7462-7992, 000:9076-9481).
/// </summary>
internal static class ConnectionsChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        GetConnection.Map(routes);
        UpdateConnection.Map(routes);
        DeleteConnection.Map(routes);
        ListConnections.Map(routes);
        CreateLayer2Connection.Map(routes);
        ApproveConnection.Map(routes);
        RejectConnection.Map(routes);
        DisableConnection.Map(routes);
        EnableConnection.Map(routes);
        SyncConnection.Map(routes);
        GetConnectionLog.Map(routes);
        GetConnectionUtilization.Map(routes);
        ListConnectionsOfPort.Map(routes);
        ListWantedConnections.Map(routes);
    }
}
