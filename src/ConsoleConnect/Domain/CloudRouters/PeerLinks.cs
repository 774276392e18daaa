using System.Globalization;

namespace Emulator.Domain.CloudRouters;

/// <summary>
/// The links between CloudRouters and their peers: blocks of four addresses from 10.124.208.0 on (OpenAPI 1.0.0,
/// <c>peers</c>). How many there are is assumed: a mask of 20, so 1024, for everybody together. No two sites have one
/// at once; lowest first.
/// </summary>
internal static class PeerLinks
{
    /// <summary>All of them.</summary>
    public const string Range = "10.124.208.0/20";

    /// <summary>How many there are.</summary>
    public const int Count = 1024;

    /// <summary>A link's addresses: <c>10.124.208.24/30</c>.</summary>
    /// <param name="link">Its number, from 0.</param>
    public static string Subnet(int link) => At(link, 0);

    /// <summary>The address on the CloudRouter's end.</summary>
    public static string Internal(int link) => At(link, 1);

    /// <summary>The address on the peer's end.</summary>
    public static string External(int link) => At(link, 2);

    private static string At(int link, int host) => string.Create(
        CultureInfo.InvariantCulture, $"10.124.{208 + (link * 4 / 256)}.{(link * 4 % 256) + host}/30");
}
