using Emulator.Api.Heartbeat;
using Emulator.Resources;

namespace Emulator.ConsoleConnect;

/// <summary>The service's heartbeat.</summary>
internal static class HeartbeatResource
{
    public static readonly Resource Resource = Resource.Named("heartbeat").Mapped(HeartbeatChapter.Map);
}
