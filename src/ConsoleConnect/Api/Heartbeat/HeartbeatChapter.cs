namespace Emulator.Api.Heartbeat;

/// <summary>Whether the service is there (OpenAPI 1.0.0, tag Heartbeat).</summary>
internal static class HeartbeatChapter
{
    public static void Map(IEndpointRouteBuilder routes) => GetHeartbeat.Map(routes);
}
