using Emulator.Errors;
using IPAddress = System.Net.IPAddress;
using IPNetwork = System.Net.IPNetwork;

namespace Emulator.Domain.Addresses;

/// <summary>The version of an address, as requests name it: <c>ipv4</c>, <c>ipv6</c> (002:43).</summary>
internal enum IpVersion
{
    Ipv4,
    Ipv6,
}

/// <summary>What a block is for (002:51).</summary>
internal enum IpPurpose
{
    /// <summary>Routed to the customer.</summary>
    Customer,

    /// <summary>The link between the customer's router and Console Connect's.</summary>
    Linknet,
}

/// <summary>
/// A pool of addresses that services are given blocks of. Pools are finite, of the ranges that are kept for
/// documentation (RFC 5737, RFC 3849), so that nothing here can be mistaken for somebody's network. Blocks are given
/// lowest first, each on a boundary of its own size.
/// </summary>
/// <param name="Version">The addresses' version.</param>
/// <param name="Purpose">What its blocks are for.</param>
/// <param name="Mask">
/// The mask of the block that every service is given of it, or of the smallest that can be asked for.
/// </param>
/// <param name="Ranges">The ranges it has, in the order they are used.</param>
internal sealed record IpPool(IpVersion Version, IpPurpose Purpose, int Mask, IReadOnlyList<string> Ranges)
{
    /// <summary>Links of two addresses (RFC 3021): 128 of them.</summary>
    public static readonly IpPool LinknetIpv4 = new(IpVersion.Ipv4, IpPurpose.Linknet, 31, ["192.0.2.0/24"]);

    /// <summary>Links of two addresses (RFC 6164): 128 of them.</summary>
    public static readonly IpPool LinknetIpv6 = new(IpVersion.Ipv6, IpPurpose.Linknet, 127, ["2001:db8::/120"]);

    /// <summary>Blocks of mask 26 to 30 (002:211): 8 of the largest, 128 of the smallest.</summary>
    public static readonly IpPool CustomerIpv4 = new(
        IpVersion.Ipv4,
        IpPurpose.Customer,
        30,
        ["198.51.100.0/24", "203.0.113.0/24"]);

    /// <summary>Blocks of mask 48 (002:206): 256 of them.</summary>
    public static readonly IpPool CustomerIpv6 = new(IpVersion.Ipv6, IpPurpose.Customer, 48, ["2001:db8:8000::/40"]);

    /// <summary>Every pool there is.</summary>
    public static readonly IReadOnlyList<IpPool> All = [LinknetIpv4, LinknetIpv6, CustomerIpv4, CustomerIpv6];

    /// <summary>The pool of a version and a purpose.</summary>
    public static IpPool Of(IpVersion version, IpPurpose purpose) =>
        All.First(pool => pool.Version == version && pool.Purpose == purpose);

    /// <summary>How many blocks of its own mask it has in all.</summary>
    public int Size => Ranges.Sum(range => 1 << (Mask - IPNetwork.Parse(range).PrefixLength));

    /// <summary>How many blocks of its own mask a block is worth, the smallest counting as one.</summary>
    public int Worth(IpBlock block) => 1 << Math.Max(0, Mask - block.Mask);

    /// <summary>The lowest address at which a block of a mask is free; null where none is.</summary>
    /// <param name="mask">The block's mask.</param>
    /// <param name="given">The blocks of this pool that are given.</param>
    public string? Free(int mask, IEnumerable<IpBlock> given)
    {
        if (mask > Bits)
        {
            return null;
        }

        var spans = given
            .Select(block => SpanOf(NumberOf(IPAddress.Parse(block.Address)), block.Mask))
            .Order()
            .ToList();
        foreach (var range in Ranges.Select(IPNetwork.Parse).Where(range => range.PrefixLength <= mask))
        {
            var (first, end) = SpanOf(NumberOf(range.BaseAddress), range.PrefixLength);
            var size = UInt128.One << (Bits - mask);
            for (var start = first; start < end; start += size)
            {
                if (!spans.Exists(span => span.First < start + size && start < span.End))
                {
                    return AddressOf(start).ToString();
                }
            }
        }

        return null;
    }

    /// <summary>Takes a block.</summary>
    /// <param name="id">Its id, a uuid.</param>
    /// <param name="mask">Its mask.</param>
    /// <param name="given">The blocks of this pool that are given.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoAddressLeft"/>.</exception>
    public IpBlock Take(string id, int mask, IEnumerable<IpBlock> given) => Free(mask, given) is { } address
        ? new IpBlock { Id = id, Version = Version, Purpose = Purpose, Address = address, Mask = mask }
        : throw ServiceErrors.NoAddressLeft.Because(
            $"The pool has {string.Join(", ", Ranges)}; services that are deleted give theirs back. "
            + $"GET /app-user/{{companyId}}/check-ip-availability tells what is left (002:66).",
            Version == IpVersion.Ipv4 ? "IPv4" : "IPv6", Purpose == IpPurpose.Customer ? "customer" : "linknet", mask);

    /// <summary>How many addresses after the first of a block another is.</summary>
    internal static string After(string address, int count)
    {
        var first = IPAddress.Parse(address);
        return OfVersion(
                NumberOf(first) + (UInt128)count,
                first.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
            .ToString();
    }

    private int Bits => Version == IpVersion.Ipv4 ? 32 : 128;

    private (UInt128 First, UInt128 End) SpanOf(UInt128 first, int mask) =>
        (first, first + (UInt128.One << (Bits - mask)));

    private IPAddress AddressOf(UInt128 number) => OfVersion(number, Version == IpVersion.Ipv4);

    private static IPAddress OfVersion(UInt128 number, bool isIpv4)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new IPAddress(isIpv4 ? bytes[12..] : bytes);
    }

    private static UInt128 NumberOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var written = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? bytes[12..] : bytes;
        _ = address.TryWriteBytes(written, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
