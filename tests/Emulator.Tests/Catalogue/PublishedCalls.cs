using Emulator.Tests.Api.CloudRouters;
using Emulator.Tests.Api.EdgeSim;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// How the published operations are asked where their own examples don't do on the fresh seed, or where one body can't
/// have every member that the operation takes.
/// </summary>
internal static class PublishedCalls
{
    private static readonly Dictionary<string, Func<EmulatorUnderTest, Client, Task>> Preparations = [];

    private static readonly Dictionary<string, IReadOnlyList<string>> Bodies = new()
    {
        // A site at Azure has two ports, one at OVHcloud a number of its own.
        ["130"] =
        [
            RouterWorld.Azure().Changed("discountCode", "\"CLOUDROUTER10\"").ToJsonString(),
            RouterWorld.InCloud(
                "OVHCLOUD", RouterWorld.OvhParis, "666e1180-b0c6-493b-901a-b19a0bc999d2", tier: 500, asn: 64512)
                .ToJsonString(),
        ],

        // What the service sets itself may be sent back, and is overlooked.
        ["164"] = [SimWorld.PoolAsRead],
        ["175"] = [SimWorld.WholeApn],
    };

    /// <summary>Does what has to have happened before an operation can be asked.</summary>
    public static Task Prepare(string key, EmulatorUnderTest emulator, Client stan) =>
        Preparations.TryGetValue(key, out var prepare) ? prepare(emulator, stan) : Task.CompletedTask;

    /// <summary>Bodies that are taken too, with members that the operation's example can't have.</summary>
    public static IReadOnlyList<string> FurtherBodies(string key) => Bodies.GetValueOrDefault(key, []);
}
