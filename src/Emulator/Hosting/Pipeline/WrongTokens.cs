using System.Net;
using System.Net.Sockets;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Makes a client that tries admin tokens wait, longer each time, so that none is found by trying. A right one never
/// waits. What is remembered is bounded, however many try from however many addresses, and so is how many wait at once.
/// </summary>
/// <param name="machine">The machine's time.</param>
internal sealed class WrongTokens(TimeProvider machine)
{
    /// <summary>So many may be wrong by mistake.</summary>
    public const int Free = 3;

    /// <summary>How many wait at once; more are told to come back.</summary>
    public const int MostWaiting = 100;

    /// <summary>The longest that one waits.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>After so long without a wrong one it begins from the start.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private const int MostAddresses = 1000;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, Tries> byAddress = [];
    private Tries others;
    private int waiting;

    /// <summary>One was wrong: waits before it may be answered.</summary>
    /// <returns>False where too many wait already: it is to be refused at once.</returns>
    public async Task<bool> Wait(IPAddress? from, CancellationToken ct)
    {
        var delay = Next(Network(from));
        if (delay == TimeSpan.Zero)
        {
            return true;
        }

        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return false;
        }

        try
        {
            await Task.Delay(delay, machine, ct);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private TimeSpan Next(IPAddress from)
    {
        var now = machine.GetUtcNow();
        lock (gate)
        {
            if (!byAddress.ContainsKey(from) && byAddress.Count >= MostAddresses)
            {
                foreach (var (address, past) in byAddress)
                {
                    if (now - past.Last > Forgotten)
                    {
                        byAddress.Remove(address);
                    }
                }
            }

            // Beyond what is remembered, all others count as one.
            var known = byAddress.TryGetValue(from, out var tries);
            var isOther = !known && byAddress.Count >= MostAddresses;
            tries = isOther ? others : tries;
            var count = now - tries.Last > Forgotten ? 1 : tries.Count + 1;
            var after = new Tries(Math.Min(count, 30), now);
            if (isOther)
            {
                others = after;
            }
            else
            {
                byAddress[from] = after;
            }

            return count <= Free ? TimeSpan.Zero
                : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(20, count - Free - 1)));
        }
    }

    /// <summary>Who has one address of IPv6 has all that begin like it.</summary>
    private static IPAddress Network(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4() ?? IPAddress.None;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private readonly record struct Tries(int Count, DateTimeOffset Last);
}
