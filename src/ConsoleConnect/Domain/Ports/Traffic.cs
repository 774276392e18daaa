namespace Emulator.Domain.Ports;

/// <summary>
/// The traffic through a port or a connection. Ours have none, so it is made up: a working day and a week, shifted and
/// scaled by the id, with noise by id and minute, on top of what the links say to each other by themselves. Nothing is
/// stored and nothing is drawn by lot: a minute has the same traffic for every caller and at any time. Hours and days
/// are counted together from their minutes, each of them, so that they agree to the kbps: a minute costs some tens of
/// nanoseconds, ten years by day well under a second.
/// </summary>
internal sealed class Traffic
{
    /// <summary>An hour's traffic as a share of the busiest hour's, from midnight.</summary>
    private static readonly double[] Day =
    [
        .30,
        .24,
        .20,
        .18,
        .18,
        .22,
        .32,
        .48,
        .68,
        .84,
        .92,
        .96,
        .90,
        .94,
        .98,
        1,
        .96,
        .88,
        .78,
        .70,
        .62,
        .54,
        .46,
        .38,
    ];

    /// <summary>A day's as a share of the busiest day's, from Sunday.</summary>
    private static readonly double[] Week = [.40, 1, 1, 1, 1, .90, .45];

    private readonly long[] carriedFrom;
    private readonly int[] carriedSpeed;
    private readonly int speed;
    private readonly long firstMinute;
    private readonly long lastMinute;
    private readonly long silentFrom;
    private readonly int phase;
    private readonly Direction received;
    private readonly Direction sent;

    /// <param name="line">What it goes through.</param>
    /// <param name="carried">The connections whose traffic goes through it.</param>
    /// <param name="now">There is no traffic after it yet.</param>
    public Traffic(MeasuredLine line, IEnumerable<CarriedConnection> carried, DateTimeOffset now)
    {
        speed = line.Speed;
        firstMinute = line.From is { } first ? MinuteOf(first) : long.MaxValue;
        lastMinute = MinuteOf(line.Until is { } gone && gone < now ? gone : now);
        silentFrom = line.SilentFrom is { } down ? MinuteOf(down) : long.MaxValue;
        var starts = carried
            .GroupBy(connection => MinuteOf(connection.Since), connection => connection.Speed)
            .OrderBy(start => start.Key)
            .ToList();
        carriedFrom = [.. starts.Select(start => start.Key)];
        carriedSpeed = new int[starts.Count];
        var sum = 0L;
        for (var index = 0; index < starts.Count; index++)
        {
            sum += starts[index].Sum(each => (long)each);
            carriedSpeed[index] = (int)Math.Min(sum, speed);
        }

        var key = HashOf(line.Id);
        phase = (int)(1440 * Share(key, 1));
        var more = 0.35 + 0.40 * Share(key, 2);
        var less = more * (0.35 + 0.50 * Share(key, 3));
        var receivesMore = Share(key, 4) < 0.5;
        received = new Direction(Mixed(key + 1), receivesMore ? more : less);
        sent = new Direction(Mixed(key + 2), receivesMore ? less : more);
    }

    /// <summary>How many rows a window has.</summary>
    public long CountOf(TrafficWindow window)
    {
        var (first, end) = Measured(window);
        return Math.Max(0, end - first) / window.StepSeconds;
    }

    /// <summary>
    /// A window's rows: from when it is measured until now, each step whole except for what is not
    /// measured of it. A window shorter than a step has the one row that it begins in; zeros where nothing is measured.
    /// </summary>
    public IEnumerable<TrafficRow> RowsOf(TrafficWindow window)
    {
        var (first, end) = Measured(window);
        for (var time = first; time < end; time += window.StepSeconds)
        {
            yield return Row(time, window.StepSeconds);
        }
    }

    private static long MinuteOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / 60;

    /// <summary>Where the first row begins and where the last one ends, Unix seconds.</summary>
    private (long First, long End) Measured(TrafficWindow window)
    {
        if (window.IsShorterThanAStep || firstMinute > lastMinute)
        {
            return window.IsShorterThanAStep ? (window.First, window.Last) : (window.First, window.First);
        }

        var serviceStart = firstMinute * 60;
        var measuredEnd = (lastMinute * 60 / window.StepSeconds + 1) * window.StepSeconds;
        return (
            Math.Max(window.First, serviceStart - serviceStart % window.StepSeconds),
            Math.Min(window.Last, measuredEnd));
    }

    private TrafficRow Row(long time, int seconds)
    {
        var from = Math.Max(time / 60, firstMinute);
        var to = Math.Min(time / 60 + seconds / 60 - 1, lastMinute);
        if (from > to)
        {
            return new TrafficRow(time, default, default);
        }

        var (into, outOf) = (new Gathering(), new Gathering());
        for (var minute = from; minute <= to; minute++)
        {
            var (rx, tx) = At(minute);
            into.Add(rx);
            outOf.Add(tx);
        }

        return new TrafficRow(time, into.Load, outOf.Load);
    }

    /// <summary>A minute's traffic in both directions, kbps.</summary>
    private (int Received, int Sent) At(long minute)
    {
        if (minute >= silentFrom)
        {
            return (0, 0);
        }

        var index = Array.BinarySearch(carriedFrom, minute);
        index = index < 0 ? ~index - 1 : index;
        var carried = index < 0 ? 0 : carriedSpeed[index];
        var expected = carried == 0 ? 0 : carried * Shape(minute + phase);
        return (received.At(minute, expected, carried, speed), sent.At(minute, expected, carried, speed));
    }

    /// <summary>
    /// The share of the busiest minute's traffic that is to be expected of a minute, by the clock where its
    /// users are.
    /// </summary>
    private static double Shape(long localMinute)
    {
        var (hour, minute) = Math.DivRem((int)(localMinute % 1440), 60);
        var ofDay = Day[hour] + (Day[(hour + 1) % 24] - Day[hour]) * minute / 60;
        return ofDay * Week[(localMinute / 1440 + 4) % 7]; // The first of January 1970 was a Thursday.
    }

    private static ulong HashOf(string id)
    {
        var hash = 14695981039346656037UL; // FNV-1a: string.GetHashCode is another in every process.
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>Mixes the bits of a number so that neighbours have nothing in common (SplitMix64).</summary>
    private static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9UL;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EBUL;
        return number ^ (number >> 31);
    }

    /// <summary>
    /// A number from 0 to 1 that belongs to a key and a count: SplitMix64's number of that count from that seed.
    /// </summary>
    private static double Share(ulong key, long count) =>
        (Mixed(key + (ulong)count * 0x9E3779B97F4A7C15UL) >> 11) * (1.0 / (1UL << 53));

    /// <summary>One direction of the traffic.</summary>
    /// <param name="Key">What its noise belongs to.</param>
    /// <param name="Level">What its busiest minutes use of what is connected, as a share, without noise.</param>
    private readonly record struct Direction(ulong Key, double Level)
    {
        /// <summary>
        /// A minute's traffic, kbps: noise that lasts a quarter of an hour, noise of the minute, and now and then a
        /// burst; never more than is connected, nor than the line can.
        /// </summary>
        public int At(long minute, double expected, int carried, int speed)
        {
            var own = Share(Key, minute);
            var links = 0.002 + 0.006 * own;
            var (quarter, within) = Math.DivRem(minute, 15);
            var traffic = 0.0;
            if (expected > 0)
            {
                var slow = Share(~Key, quarter) * (15 - within) / 15 + Share(~Key, quarter + 1) * within / 15;
                traffic = expected * Level * (0.85 + 0.30 * slow) * (0.95 + 0.10 * own) * (own > 0.996 ? 1.25 : 1);
            }

            return (int)(Math.Min(Math.Min(traffic, carried) + links, speed) * 1000);
        }
    }

    /// <summary>Minutes counted together.</summary>
    private struct Gathering()
    {
        private int least = int.MaxValue;
        private int most;
        private long sum;
        private int count;

        public readonly Load Load => new(least, most, (int)((sum + count / 2) / count));

        public void Add(int minute)
        {
            least = Math.Min(least, minute);
            most = Math.Max(most, minute);
            sum += minute;
            count++;
        }
    }
}
