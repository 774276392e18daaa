using Emulator.Domain.Staging;

namespace Emulator.Domain.Addresses;

/// <summary>A block of addresses that a service was given of a pool.</summary>
internal sealed class IpBlock
{
    /// <summary>A uuid, as the documents print it (002:312).</summary>
    public required string Id { get; init; }

    public required IpVersion Version { get; init; }

    public required IpPurpose Purpose { get; init; }

    /// <summary>The first of its addresses.</summary>
    public required string Address { get; init; }

    public required int Mask { get; init; }

    /// <summary>The service that has it.</summary>
    public string ServiceId { get; set; } = "";

    /// <summary>When it went back into its pool, UTC; null while it is given.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>As routes write it: <c>198.51.100.8/29</c>.</summary>
    public string Cidr => $"{Address}/{Mask}";

    /// <summary>Of a link, the address on the customer's router: the first (002:316).</summary>
    public string CustomerRouter => Address;

    /// <summary>Of a link, the address on Console Connect's router: the next.</summary>
    public string ConsoleRouter => IpPool.After(Address, 1);

    /// <summary>Puts it back into its pool.</summary>
    public void Release(Moment moment) => ReleasedAt = moment.At;
}
