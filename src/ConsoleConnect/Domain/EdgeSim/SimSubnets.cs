using System.Globalization;

namespace Emulator.Domain.EdgeSim;

/// <summary>
/// The subnets of SIM pools: blocks of 4096 addresses of 10.192.0.0/10, for everybody together. Where they come from
/// and how large they are is assumed. No two pools have one at once; lowest first.
/// </summary>
internal static class SimSubnets
{
    /// <summary>All of them.</summary>
    public const string Range = "10.192.0.0/10";

    /// <summary>How many there are.</summary>
    public const int Count = 1024;

    /// <summary>The first address that a card can have: before it are the network's and the gateway's.</summary>
    public const int FirstHost = 2;

    /// <summary>The last one: behind it is the one for all.</summary>
    public const int LastHost = Size - 2;

    /// <summary>How many cards a pool has room for.</summary>
    public const int Room = LastHost - FirstHost + 1;

    private const int Size = 4096;

    /// <summary>A block: <c>10.192.16.0/20</c>.</summary>
    /// <param name="block">Its number, from 0.</param>
    public static string Subnet(int block) => Address(block, 0) + "/20";

    /// <summary>One of a block's addresses.</summary>
    public static string Address(int block, int host)
    {
        var number = (block * Size) + host;
        return string.Create(
            CultureInfo.InvariantCulture, $"10.{192 + (number >> 16)}.{(number >> 8) & 255}.{number & 255}");
    }
}
