using System.Collections.Concurrent;

namespace Emulator.Simulation.Faults;

/// <summary>The windows of a rate limit, one for each of those it counts apart.</summary>
internal sealed class RateWindows(RateLimit limit)
{
    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);
    private readonly long length = limit.PerSeconds * TimeSpan.TicksPerSecond;

    /// <summary>Counts a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="nowTicks">The sandbox's time.</param>
    /// <returns>0 where it is let through; otherwise in how many seconds one will be again.</returns>
    public int Count(in IncomingRequest request, long nowTicks)
    {
        var key = limit.By switch
        {
            LimitedBy.User => request.User?.Id ?? "",
            LimitedBy.Company => request.Company?.Id,
            _ => "",
        };
        return key is null ? 0 : windows.GetOrAdd(key, static _ => new Window()).Count(limit.Limit, length, nowTicks);
    }

    public void Forget() => windows.Clear();

    private sealed class Window
    {
        private readonly Lock counting = new();
        private long begin = long.MinValue;
        private int count;

        public int Count(int limit, long length, long now)
        {
            lock (counting)
            {
                // A clock that was put back has left the window, too.
                if (begin > now || begin + length <= now)
                {
                    (begin, count) = (now, 0);
                }

                if (count < limit)
                {
                    count++;
                    return 0;
                }

                return (int)((begin + length - now + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
            }
        }
    }
}
