namespace Emulator.Api.Presence;

/// <summary>Who comes online and goes (000:1448-1486). The Socket.IO namespace itself is in Sockets.</summary>
internal static class PresenceChapter
{
    public static void Map(IEndpointRouteBuilder routes) => WatchPresence.Map(routes);
}
